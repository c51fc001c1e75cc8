/** The rows of the data table under their themes; those that did not change stay as they are, with focus and all. */
import { el } from "../dom";
import { PERIODS, PERIOD_NAMES, type Cell, type Period, type Row } from "./rows";
import { RowView } from "./row_view";
import type { Place } from "./uses";

export interface Field {
  view: RowView;
  row: Row;
  cell: Cell;
  input: HTMLInputElement;
}

interface Group {
  node: HTMLElement;
  count: HTMLElement;
}

export class TableList {
  readonly node = el("div", { class: "kb-dt-list" });
  readonly fields = new Map<string, Field>();
  views: RowView[] = [];
  private known = new Map<string, RowView>();
  private readonly groups = new Map<string, Group>();

  constructor(private readonly onPlace: (row: Row, place: Place) => void) {}

  show(rows: Row[], unit: string): void {
    const before = this.known;
    this.known = new Map(rows.map((row) => [signature(row, unit), before.get(signature(row, unit)) || new RowView(row, unit, (place) => this.onPlace(row, place))]));
    this.views = Array.from(this.known.values());
    before.forEach((view, made) => this.known.has(made) || view.node.remove());
    this.fields.clear();
    for (const view of this.views) {
      for (const cell of view.row.cells) this.fields.set(cell.id, { view, row: view.row, cell, input: view.inputs.get(cell.id)! });
    }
    this.arrange();
  }

  private arrange(): void {
    const names = Array.from(new Set(this.views.map((view) => view.row.group)));
    this.groups.forEach((group, name) => names.includes(name) || (group.node.remove(), this.groups.delete(name)));
    inOrder(this.node, names.map((name) => this.group(name).node));
    for (const name of names) {
      const views = this.views.filter((view) => view.row.group === name);
      const { node } = this.group(name);
      node.classList.toggle("kb-dt-plain", !views.some((view) => view.row.numeric));
      inOrder(node, [node.firstElementChild!, ...views.map((view) => view.node)]);
    }
  }

  private group(name: string): Group {
    const known = this.groups.get(name);
    if (known) return known;
    const count = el("span", { class: "kb-dt-done" });
    const columns = PERIODS.map((period) => el("span", { "aria-hidden": "true" }, PERIOD_NAMES[period]));
    const head = el("div", { class: "kb-dt-head" }, el("h3", {}, name, " ", count), ...columns);
    const made = { count, node: el("div", { class: "kb-dt-group" }, head) };
    this.groups.set(name, made);
    return made;
  }

  /** Counts the printed blanks of each theme, and returns how many there are in all. */
  progress(isFilled: (cell: Cell) => boolean): { done: number; total: number } {
    const sums = new Map(Array.from(this.groups.keys(), (name) => [name, { done: 0, total: 0 }]));
    const all = { done: 0, total: 0 };
    for (const { row, cell } of this.fields.values()) {
      if (!cell.needed || row.item?.from) continue;
      for (const sum of [all, sums.get(row.group)!]) {
        sum.total++;
        if (isFilled(cell)) sum.done++;
      }
    }
    sums.forEach(({ done, total }, name) => write(this.group(name).count, `${done}/${total}`));
    return all;
  }

  /** Leaves only rows for which `isShown` holds, and themes that have some. */
  filter(isShown: (row: Row) => boolean): void {
    this.views.forEach((view) => (view.node.hidden = !isShown(view.row)));
    this.groups.forEach(({ node }) => (node.hidden = !node.querySelector(".kb-dt-row:not([hidden])")));
  }

  /** The next field below or above in a column; a row with a single field is in every column. */
  neighbour(from: Field, by: 1 | -1, column: Period): Field | undefined {
    const order = this.views.filter((view) => !view.node.hidden);
    for (let at = order.indexOf(from.view) + by; order[at]; at += by) {
      const { cells } = order[at].row;
      const cell = cells.find((one) => one.period === column) || (cells.length === 1 ? cells[0] : undefined);
      if (cell && !order[at].row.item?.from) return this.fields.get(cell.id);
    }
    return undefined;
  }
}

function signature(row: Row, unit: string): string {
  return JSON.stringify([unit, row.key, row.name, row.group, row.cells, row.places]);
}

function write(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Moves only what is not in its place: a field that is moved loses the focus. */
function inOrder(parent: HTMLElement, nodes: Element[]): void {
  nodes.forEach((node, at) => {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] || null);
  });
}
