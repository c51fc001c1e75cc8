/** What is said in the rows of the data table: faults, conversions, what can be computed. */
import { toClipboard } from "../clipboard";
import { say } from "../dom";
import type { Judge } from "./judge";
import type { Fault } from "./relations";
import { PERIOD_NAMES, type Cell, type Row } from "./rows";
import type { Note, RowView } from "./row_view";
import type { TableList } from "./table_list";

/** A fault is written at each of its fields, as long as there are no more than so many. */
const MOST_FIELDS = 3;

export class Notes {
  /** The field in which the reader is. */
  here: string | null = null;
  private was: string | null = null;
  private readonly told = new Map<string, string>();
  private byView = new Map<RowView, Fault[]>();

  constructor(private readonly list: TableList, private readonly accept: (id: string, value: string) => void) {}

  /** What was said of a field's value when it was left. */
  said(id: string, text: string): void {
    if (text) this.told.set(id, text);
    else this.told.delete(id);
  }

  /** Judges all values anew. */
  show(judge: Judge): void {
    const marks = new Map<string, string>();
    this.byView = new Map();
    for (const fault of judge.faults()) {
      fault.ids.forEach((id) => (fault.severity === "error" || !marks.has(id)) && marks.set(id, fault.severity));
      const fields = fault.ids.slice(0, fault.ids.length > MOST_FIELDS ? 1 : MOST_FIELDS).map((id) => this.list.fields.get(id));
      new Set(fields.map((field) => field?.view)).forEach((view) => view && this.byView.set(view, [...(this.byView.get(view) || []), fault]));
    }
    this.list.fields.forEach(({ view, cell }) => view.mark(cell.id, marks.get(cell.id) || ""));
    this.list.views.forEach((view) => this.write(view, judge));
    this.was = this.here;
  }

  /** No value changed, only the field in which the reader is. */
  move(judge: Judge): void {
    const views = [this.was, this.here].map((id) => (id ? this.list.fields.get(id)?.view : undefined));
    new Set(views).forEach((view) => view && this.write(view, judge));
    this.was = this.here;
  }

  private write(view: RowView, judge: Judge): void {
    view.say(this.notes(view.row, this.byView.get(view) || [], judge));
  }

  private notes(row: Row, faults: Fault[], judge: Judge): Note[] {
    const here = row.cells.some((cell) => cell.id === this.here);
    const about = faults.map((fault): Note => ({ kind: fault.severity, text: fault.text + (fault.severity === "check" ? "，请核对" : "") }));
    return [...this.conversions(row), ...about, ...row.cells.flatMap((cell) => this.offers(row, cell, judge)), ...(here ? this.background(row, judge) : [])];
  }

  private conversions(row: Row): Note[] {
    return row.cells.flatMap((cell) => {
      const text = this.told.get(cell.id);
      return text ? [{ kind: "said", text: `${row.cells.length > 1 ? PERIOD_NAMES[cell.period] + "：" : ""}${text}` } as Note] : [];
    });
  }

  private offers(row: Row, cell: Cell, judge: Judge): Note[] {
    const where = row.cells.length > 1 ? PERIOD_NAMES[cell.period] : "";
    return judge.offers(row, cell, cell.id === this.here).map((offer) => ({
      kind: "info",
      text: `${where}可填${offer.value}（${offer.text}）`,
      act: { name: `填入${offer.value}`, run: () => this.accept(cell.id, offer.value) },
    }));
  }

  /** Said only where the reader is: averages, and how the year compares with the last one. */
  private background(row: Row, judge: Judge): Note[] {
    const growth = judge.derive.growth(row);
    const copy = { name: "复制", run: () => void toClipboard({ text: growth, html: "" }).then((done) => done && say("已复制")) };
    const averages = row.cells.flatMap((cell) => judge.derive.averages(cell)).map((text): Note => ({ kind: "info", text }));
    return [...averages, ...(growth ? [{ kind: "info", text: growth, act: copy } as Note] : [])];
  }
}

