/** One row of the data table on the page. What is typed only ever becomes a value or a text node. */
import { button, el } from "../dom";
import { usualRange } from "../numbers";
import { MAX_LENGTH } from "../value_file";
import { PERIODS, PERIOD_NAMES, type Cell, type Row } from "./rows";
import type { Place } from "./uses";

const MOST_PLACES = 2;

export interface Note {
  text: string;
  kind: "error" | "check" | "said" | "info";
  /** What a click does, and what the button says. */
  act?: { name: string; run: () => void };
}

export class RowView {
  readonly node: HTMLElement;
  readonly inputs = new Map<string, HTMLInputElement>();
  private readonly notes = el("div", { class: "kb-dt-notes" });
  private shown = "";

  constructor(readonly row: Row, unitType: string, onPlace: (place: Place) => void) {
    this.node = el("div", { class: "kb-dt-row", role: "group", "aria-label": row.label }, this.what(unitType, onPlace), ...this.fields(), this.notes);
    this.notes.id = `kb-dt-${made++}`;
    if (!row.numeric) this.node.classList.add("kb-dt-words");
  }

  private what(unitType: string, onPlace: (place: Place) => void): HTMLElement {
    const { row } = this;
    const unit = row.unit ? el("span", { class: "kb-dt-unit" }, row.unit) : "";
    const [low, high] = row.item?.ranges[unitType] || [NaN, NaN];
    const range = isNaN(low) ? "" : usualRange({ low, high });
    const note = row.item?.from ? "由别的项算出，不用填" : row.numeric ? "" : row.item?.note || "";
    const about = [range, note].filter((text) => text).join(" · ");
    const lines = [[about], row.places.length ? places(row.places, onPlace) : [""]].filter(([first]) => first);
    const small = lines.map((line) => el("div", { class: "kb-dt-about" }, ...line));
    return el("div", { class: "kb-dt-what" }, el("div", { class: "kb-dt-name" }, row.label, " ", unit), ...small);
  }

  private fields(): HTMLElement[] {
    if (this.row.cells.length === 1 && !this.row.numeric) return [this.field(this.row.cells[0], true)];
    return PERIODS.map((period) => {
      const cell = this.row.cells.find((one) => one.period === period);
      return cell ? this.field(cell) : el("div", { class: "kb-dt-cell kb-dt-none" });
    });
  }

  private field(cell: Cell, alone = false): HTMLElement {
    const name = PERIOD_NAMES[cell.period];
    const about = { autocomplete: "off", enterkeyhint: "next", maxlength: String(MAX_LENGTH), "data-id": cell.id };
    const unit = this.row.unit ? `（${this.row.unit}）` : "";
    const input = el("input", { type: "text", ...about, "aria-label": alone ? this.row.label : `${this.row.label}${unit}，${name}` });
    if (cell.needed && cell.example) input.placeholder = `如 ${cell.example}`;
    if (this.row.numeric || this.row.year) input.inputMode = "decimal";
    if (this.row.item?.from) input.readOnly = true;
    this.inputs.set(cell.id, input);
    const kind = `kb-dt-cell${cell.needed ? " kb-dt-needed" : ""}${alone ? " kb-dt-alone" : ""}`;
    return el("div", { class: kind }, el("span", { class: "kb-dt-period", "aria-hidden": "true" }, alone ? "" : name), input);
  }

  /** Shows what there is to say; nothing is touched when that is what stands there. */
  say(notes: Note[]): void {
    const wanted = JSON.stringify(notes);
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.notes.replaceChildren(...notes.map(line));
  }

  /** Marks a field: `kind` empty takes the mark away. */
  mark(id: string, kind: string): void {
    const input = this.inputs.get(id)!;
    if ((input.dataset.mark || "") === kind) return;
    input.dataset.mark = kind;
    if (!kind) delete input.dataset.mark;
    input.setAttribute("aria-invalid", String(!!kind));
    input.setAttribute("aria-describedby", this.notes.id);
  }
}

let made = 0;

function line(note: Note): HTMLElement {
  const act = note.act;
  return el("div", { class: `kb-dt-note kb-dt-${note.kind}` }, note.text, ...(act ? [" ", button(act.name, act.run)] : []));
}

function places(all: Place[], onPlace: (place: Place) => void): (Node | string)[] {
  const links = all.map((place) => button(place.name, () => onPlace(place)));
  // A button for a single one more would take its room.
  const rest = links.length > MOST_PLACES + 1 ? links.splice(MOST_PLACES) : [];
  const more = rest.length ? [button(`还有${rest.length}处`, (self) => self.replaceWith(...rest))] : [];
  return ["用于 ", ...links, ...more];
}
