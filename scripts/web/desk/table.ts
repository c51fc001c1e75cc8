/**
 * The data table (数据表): every blank of the draft, filled once. Values live in values.ts; a change touches the fields
 * that it is about, and judging waits until a field is left: a number that is being typed is wrong nearly every time.
 */
import { el } from "../dom";
import * as values from "../values";
import { withDerived } from "./blocks_of";
import { convert } from "./convert";
import { Exchange } from "./exchange";
import { Judge, type Problem } from "./judge";
import { Notes } from "./notes";
import { afterPress } from "./press";
import { rowsOf, type Period, type Row } from "./rows";
import { TableList, type Field } from "./table_list";
import { TableTools } from "./table_tools";
import type { DeskSpec, Draft, Sample } from "./types";
import { pathsOf, uses } from "./uses";

const WIDE = 520;
const PAUSE = 200;

export class DataTable {
  readonly node: HTMLElement;
  /** The reader asks for a place where a blank stands; that of the title and the signature is an empty section. */
  onPlace: (section: string, id: string) => void = () => undefined;

  private readonly list = new TableList((row, place) => this.onPlace(place.section, (row.cells.find((cell) => cell.needed) || row.cells[0]).id));
  private readonly exchange = new Exchange({
    rows: () => this.rows,
    shown: () => this.list.views.filter((view) => !view.node.hidden).map((view) => view.row),
    tell: (text, undo) => (this.tools.tell(text, undo), this.settle()),
  });
  private readonly tools: TableTools = new TableTools(this.exchange, (on) => this.filter(on));
  private readonly notes = new Notes(this.list, (id, value) => this.accept(id, value));
  private readonly settle = afterPress(() => this.tell());
  private timer = 0;
  /** Whether values changed since they were judged. */
  private changed = true;
  private column: Period = "";
  private shown: Draft | null = null;
  private known = 0;
  private rows: Row[] = [];
  private judge: Judge | null = null;
  private get: (id: string) => string = values.get;

  constructor() {
    this.node = el("section", { class: "kb-dt", "aria-label": "数据表" }, this.tools.node, this.list.node);
    const on = (name: "input" | "change" | "focusin" | "focusout", run: (field: Field) => void) =>
      this.list.node.addEventListener(name, (event) => this.fieldOf(event, run));
    on("input", (field) => values.set(field.cell.id, field.input.value.trim()));
    on("change", (field) => this.leave(field));
    on("focusin", (field) => this.enter(field));
    on("focusout", () => this.enter(null));
    this.list.node.addEventListener("keydown", (event) => this.fieldOf(event, (field) => this.key(event, field)));
    this.list.node.addEventListener("paste", (event) => this.fieldOf(event, (field) => this.pasted(event, field)));
    // Container queries came after Chromium 86.
    new ResizeObserver(([entry]) => this.node.classList.toggle("kb-dt-narrow", entry.contentRect.width < WIDE)).observe(this.node);
    values.onChange((ids) => this.update(ids));
  }

  /** Does nothing when it shows this already; drafts are never changed in place. */
  show(draft: Draft, spec: DeskSpec, samples: Map<string, Sample>): void {
    if (draft === this.shown && samples.size === this.known) return;
    [this.shown, this.known] = [draft, samples.size];
    this.get = withDerived(spec, values.get);
    this.rows = rowsOf(uses(draft, spec, samples), spec);
    const own = pathsOf(draft).flatMap((path) => samples.get(path)?.relations || []);
    this.judge = new Judge(this.rows, draft.unit, own, spec, this.get);
    this.list.show(this.rows, draft.unit);
    this.update();
  }

  /** Goes to the field of a blank. */
  focus(id: string): void {
    const asked = this.list.fields.get(id);
    const field = asked?.row.item?.from ? this.list.fields.get(asked.row.item.from) : asked;
    if (!field) return;
    field.view.node.hidden = false;
    field.view.node.parentElement!.hidden = false;
    field.input.focus({ preventScroll: true });
    field.view.node.scrollIntoView({ block: "center" });
  }

  /** What is wrong or unusual in the figures that the draft prints. */
  problems(): Problem[] {
    return this.judge ? this.judge.problems() : [];
  }

  private fieldOf(event: Event, run: (field: Field) => void): void {
    const field = this.list.fields.get((event.target as HTMLElement).dataset.id || "");
    if (field) run(field);
  }

  private update(ids?: string[]): void {
    this.changed = true;
    // What was said of a value is no longer true of the next one.
    (ids || []).forEach((id) => this.notes.said(id, ""));
    const fields = ids ? ids.map((id) => this.list.fields.get(id)) : Array.from(this.list.fields.values());
    fields.forEach((field) => field && this.put(field));
    this.list.fields.forEach((field) => field.row.item?.from && this.put(field));
    const { done, total } = this.list.progress((cell) => !!values.get(cell.id));
    this.tools.progress(done, total);
    if (!this.list.node.contains(document.activeElement)) this.later();
  }

  /** Typing in the draft itself must stay quick: one look at the end of it is enough. */
  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.settle, PAUSE);
  }

  private put({ input, cell }: Field): void {
    const value = this.get(cell.id);
    // Blanks at the end of what is being typed stay until the field is left.
    if (input.value.trim() !== value) input.value = value;
  }

  /** Takes １２ for 12 and 1.2万 people for 12000, and says so; what is no figure stays as it was typed. */
  private leave({ row, cell, input }: Field): void {
    const { value, said, refused } = convert(input.value, row);
    if (!refused) input.value = value;
    if (!refused && value !== values.get(cell.id)) values.set(cell.id, value);
    this.notes.said(cell.id, said && (refused ? `${said}，请改` : said));
    this.changed = true;
    this.settle();
  }

  private enter(field: Field | null): void {
    this.notes.here = field && field.cell.id;
    // A field that stands alone leaves the way through its column as it was.
    if (field && field.row.cells.length > 1) this.column = field.cell.period;
    this.settle();
  }

  private tell(): void {
    if (!this.judge) return;
    if (this.changed) this.notes.show(this.judge);
    else this.notes.move(this.judge);
    this.changed = false;
  }

  private accept(id: string, value: string): void {
    this.list.fields.get(id)?.input.focus();
    values.set(id, value);
    this.settle();
  }

  private key(event: KeyboardEvent, field: Field): void {
    // Enter that ends a Chinese input method's composition belongs to the method.
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const back = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
    if (!back && event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    const next = this.list.neighbour(field, back ? -1 : 1, this.column);
    if (!next) return field.input.blur();
    next.input.focus();
    next.input.select();
  }

  /** Rows whose printed blanks are all filled go; those that get filled from now on stay until this is asked again. */
  private filter(on: boolean): void {
    const isOpen = (row: Row) => !row.item?.from && row.cells.some((cell) => cell.needed && !values.get(cell.id));
    this.list.filter((row) => !on || isOpen(row));
  }

  private pasted(event: ClipboardEvent, field: Field): void {
    const text = event.clipboardData?.getData("text/plain") || "";
    // A single cell comes with a line break behind it.
    if (!/[\t\n\r]/.test(text.replace(/\s+$/, "")) && text.length <= 1000) return;
    event.preventDefault();
    this.exchange.paste(field.cell, text);
  }
}
