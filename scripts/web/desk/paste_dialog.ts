/** A pasted or opened table before it goes in: what its columns are, what would change, what can't be used. */
import { button, el } from "../dom";
import { layoutOf, ROLE_NAMES, type Layout, type Role } from "./columns";
import { combine, type Table } from "./combine";
import { openDialog } from "./dialog";
import type { Index } from "./match";
import { readDown, readTable, type Change, type Left, type Reading } from "./paste";
import type { Cell, Row } from "./rows";
import { readSheet, type Cells } from "./sheet";

const MOST_SHOWN = 100;
const PAUSE = 150;
const HOW =
  "在 Excel 或 WPS 里选中“数据项”和数字所在的几列（可以连表头），复制，粘到下面。数字是上年、本期还是明年计划，看表头；没有表头的，下面可以改。";

export interface Target {
  rows: Row[];
  index: Index;
  /** Of the report, to know 2025年 for last year's column. */
  year: string;
  get: (id: string) => string;
  fill: (changes: Change[]) => void;
}

export class PasteDialog {
  private readonly area = el("textarea", { class: "kb-dt-area", rows: "7", "aria-label": "粘贴的表格", spellcheck: "false" });
  private readonly result = el("div", { class: "kb-dt-result", "aria-live": "polite" });
  private readonly dialog;
  private cells: Cells[] = [];
  private layout: Layout = { roles: [], skip: 0, guessed: false };

  /** With `start` figures without names go downwards from that field. */
  constructor(private readonly target: Target, title: string, private readonly start?: Cell) {
    this.dialog = openDialog(title);
    this.dialog.body.append(el("p", {}, HOW), this.area, this.result);
    let timer = 0;
    this.area.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => this.read(this.area.value), PAUSE);
    });
    this.area.addEventListener("paste", (event) => this.pasted(event));
    this.area.focus();
  }

  /** Shows a text that is there already. */
  put(text: string): void {
    if (this.take(text)) this.area.value = text;
    this.read(text);
  }

  /** Shows what several tables come to together. */
  putAll(tables: Table[]): void {
    const { rows, index, year, get } = this.target;
    const how = el("p", {}, "人数、次数、金额各份相加；比率不能相加，加好以后由数据表算。");
    this.dialog.body.replaceChildren(how, ...this.preview(combine(tables, rows, index, year, get)));
  }

  /** What is too much is refused before the browser sets it: forty thousand lines in a field stop it for long. */
  private pasted(event: ClipboardEvent): void {
    if (!this.take(event.clipboardData?.getData("text/plain") || "")) event.preventDefault();
  }

  private take(text: string): boolean {
    try {
      this.cells = readSheet(text);
      return true;
    } catch (error) {
      this.result.replaceChildren(el("p", { class: "kb-dt-error" }, (error as Error).message));
      return false;
    }
  }

  private read(text: string): void {
    if (!this.take(text)) return;
    if (!this.cells.some((row) => row.length)) return this.result.replaceChildren(...(text ? [el("p", {}, "里面没有内容。")] : []));
    this.layout = layoutOf(this.cells, this.target.year);
    this.show();
  }

  private show(): void {
    const { rows, index, get } = this.target;
    const down = this.start && !this.layout.roles.includes("name");
    const reading = down ? readDown(this.cells, rows, this.start!, get) : readTable(this.cells, this.layout, index, get);
    this.result.replaceChildren(...(down ? [el("p", {}, "没有数据项名称，从所在的格起往下填，请看看对不对得上。")] : [this.columns()]), ...this.preview(reading));
  }

  private columns(): HTMLElement {
    const told = this.layout.guessed ? "没有认出表头，各列暂按下面这样，不对请改：" : "各列认作：";
    return el("div", { class: "kb-dt-columns" }, told, ...this.layout.roles.map((role, at) => this.column(role, at)));
  }

  private column(role: Role, at: number): HTMLElement {
    const first = this.cells.slice(Math.max(0, this.layout.skip - 1)).map((row) => row[at] || "").find((cell) => cell) || "";
    const options = (Object.keys(ROLE_NAMES) as Role[]).map((key) => el("option", { value: key }, ROLE_NAMES[key]));
    const choice = el("select", { "aria-label": `第${at + 1}列` }, ...options);
    choice.value = role;
    choice.addEventListener("change", () => {
      // A role belongs to one column: the one that had it goes out of use.
      this.layout.roles = this.layout.roles.map((one, place) => (place === at ? (choice.value as Role) : one === choice.value ? "skip" : one));
      this.show();
    });
    return el("label", {}, `“${first.slice(0, 8)}”列 `, choice);
  }

  private preview({ changes, left, same }: Reading): HTMLElement[] {
    const told = [`要填入${changes.length}处`, ...(same ? [`${same}处与现在相同`] : []), ...(left.length ? [`${left.length}处没有用上`] : [])];
    const fill = button(`填入${changes.length}处`, () => {
      this.dialog.close();
      this.target.fill(changes);
    });
    fill.classList.add("kb-primary");
    fill.disabled = !changes.length;
    const act = el("div", { class: "kb-dt-act" }, el("strong", {}, told.join("，") + "。"), fill, button("取消", () => this.dialog.close()));
    if (!changes.length && !left.length && !same) return [el("p", {}, "没有认出数字在哪一列，请在上面选。")];
    return [act, ...(left.length ? [leftOver(left)] : []), ...(changes.length ? [changeTable(changes)] : [])];
  }
}

function leftOver(left: Left[]): HTMLElement {
  const lines = left.slice(0, MOST_SHOWN).map((one) => el("li", {}, `${one.file ? one.file + " " : ""}${one.line ? `第${one.line}行 ` : ""}${one.text.slice(0, 40)}：${one.why}`));
  return el("ul", { class: "kb-dt-left", "aria-label": "没有用上的" }, ...lines, ...more(left.length, "li"));
}

function changeTable(changes: Change[]): HTMLElement {
  const head = el("tr", {}, ...["数据项", "原来", "改为", "说明"].map((name) => el("th", { scope: "col" }, name)));
  const lines = changes.slice(0, MOST_SHOWN).map((one) => el("tr", {}, ...[one.label, one.before || "（空）", one.after, one.said].map((text) => el("td", {}, text))));
  return el("div", {}, el("table", { class: "kb-dt-changes" }, el("thead", {}, head), el("tbody", {}, ...lines)), ...more(changes.length, "p"));
}

const more = (count: number, tag: "li" | "p"): HTMLElement[] => (count > MOST_SHOWN ? [el(tag, {}, `还有${count - MOST_SHOWN}处，没有列出。`)] : []);
