/** A block, or the part of it between two places in its text, as it stands on paper. Text only ever becomes text nodes. */
import type { Block, Run } from "../blocks";
import { el } from "../dom";
import { clean } from "./clean";
import { columnWidths } from "./column_widths";
import { styleName } from "./look";

export interface Part {
  from: number;
  to: number;
}

export const WHOLE: Part = { from: 0, to: Infinity };

const numberRun = (block: Block): Run => ({ text: block.number, bold: false, open: false });

/** `left` is the room on the left of a signature, in characters. */
export function paragraph(block: Block, left: number, part: Part = WHOLE): HTMLElement {
  const node = el("p", { class: `kb-a4-p kb-a4-${styleName(block)}` });
  if (block.kind === "signature") node.style.setProperty("--kb-a4-left-free", `${left}em`);
  if (part.from > 0) node.classList.add("kb-a4-goes-on");
  if (isFinite(part.to)) node.classList.add("kb-a4-to-be-continued");
  return fill(node, [numberRun(block), ...block.runs], block.section, part);
}

function fill<T extends HTMLElement>(node: T, runs: Run[], section = "", part = WHOLE): T {
  let at = 0;
  for (const run of runs) {
    const text = clean(run.text);
    const piece = text.slice(Math.max(0, part.from - at), Math.max(0, part.to - at));
    at += text.length;
    if (piece) node.append(look(run, piece, section));
  }
  if (section) node.dataset.section = section;
  return node;
}

function look(run: Run, text: string, section: string): Node | string {
  const inner = run.bold ? el("b", {}, text) : text;
  if (!run.open && !run.slot) return inner;
  const node = el("span", { class: run.open ? "kb-a4-slot kb-a4-open" : "kb-a4-slot" }, inner);
  node.dataset.slot = run.slot || "";
  node.dataset.section = section;
  return node;
}

/** Rows from `from` up to `to`; the head stands over every part. */
export function table(block: Block, total: number, part: Part = WHOLE): HTMLElement {
  const count = Math.max(0, ...block.rows.map((row) => row.length));
  const rows = block.rows.map((row) => Array.from({ length: count }, (_, at) => row[at] || []));
  const node = el("table", { class: "kb-a4-table" });
  if (block.section) node.dataset.section = block.section;
  if (!count) return node;
  const columns = columnWidths(rows, total).map((width) => {
    const column = el("col");
    column.style.width = `${(width / total) * 100}%`;
    return column;
  });
  const shown = rows.slice(part.from, part.to);
  const head = part.from > 0 ? [rowOf(rows[0], "th", block)] : [];
  const body = shown.map((row, at) => rowOf(row, part.from + at ? "td" : "th", block));
  node.append(el("colgroup", {}, ...columns), el("tbody", {}, ...head, ...body));
  return node;
}

function rowOf(cells: Run[][], tag: "td" | "th", block: Block): HTMLElement {
  return el("tr", {}, ...cells.map((runs) => fill(el(tag), runs, block.section)));
}
