/** Whole tables into the data table and out of it: pasted, opened, saved, copied; each filling can be taken back. */
import { showForCopying, toClipboard } from "../clipboard";
import { download } from "../files";
import * as values from "../values";
import type { Table } from "./combine";
import { Index } from "./match";
import type { Change } from "./paste";
import { PasteDialog } from "./paste_dialog";
import type { Cell, Row } from "./rows";
import { decode, readSheet, toCsv, toTsv } from "./sheet";
import { toRows } from "./table_file";

interface Source {
  rows(): Row[];
  /** Those in sight: figures without names go down from one to the next. */
  shown(): Row[];
  tell(text: string, undo?: () => void): void;
}

export class Exchange {
  constructor(private readonly source: Source) {}

  /** Asks for a table, or shows the one that was pasted into a field. */
  paste(start?: Cell, text = ""): void {
    const dialog = this.dialog("粘贴表格", start);
    if (text) dialog.put(text);
  }

  /** Several files at once are the returns of several places, to be added up. */
  async load(files: File[]): Promise<void> {
    let name = "";
    try {
      const tables: Table[] = [];
      for (const file of files) {
        name = file.name;
        const text = decode(new Uint8Array(await file.arrayBuffer()));
        if (files.length === 1) return this.dialog(`导入 ${name}`).put(text);
        tables.push({ name, cells: readSheet(text) });
      }
      this.dialog(`导入${files.length}份数据表`).putAll(tables);
    } catch (error) {
      this.source.tell(`没有打开 ${name}：${(error as Error).message}。`);
    }
  }

  save(): void {
    download("数据表.csv", toCsv(toRows(this.source.rows(), values.get)), "text/csv");
  }

  async copy(): Promise<void> {
    const text = toTsv(toRows(this.source.rows(), values.get));
    if (await toClipboard({ text, html: "" })) this.source.tell("已复制，到 Excel 或 WPS 表格里粘贴。");
    else showForCopying(text);
  }

  private dialog(title: string, start?: Cell): PasteDialog {
    const rows = start ? this.source.shown() : this.source.rows();
    const index = new Index(this.source.rows());
    const fill = (changes: Change[]) => this.fill(changes);
    return new PasteDialog({ rows, index, year: values.get("year"), get: values.get, fill }, title, start);
  }

  private fill(changes: Change[]): void {
    values.merge(new Map(changes.map((one) => [one.id, one.after])));
    this.source.tell(`已填入${changes.length}处。`, () => this.undo(changes));
  }

  /** Takes a whole table back; what was changed by hand since then stays. */
  private undo(changes: Change[]): void {
    const ours = changes.filter((one) => values.get(one.id) === one.after);
    values.merge(new Map(ours.map((one) => [one.id, one.before])));
    const kept = changes.length - ours.length;
    this.source.tell(`已撤销${kept ? `，另有${kept}处后来改过，没有动` : ""}。`);
  }
}
