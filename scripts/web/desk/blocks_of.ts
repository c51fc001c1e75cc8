/** A draft with its values -> the printed document, as blocks that every output is written from. */
import type { Block, Kind, Run } from "../blocks";
import { Counter, enumerator } from "../numbering";
import { open, pieces } from "./slot_text";
import type { DeskSpec, Draft, Line, Section, SlotText } from "./types";

/** The value of a blank, empty while it is open. */
export type Value = (id: string) => string;

/** Values as typed, and those that follow from others by spec's formulas (下一年度 from 年度). */
export function withDerived(desk: DeskSpec, typed: Value): Value {
  return (id) => {
    const item = desk.items[id];
    if (!item?.from) return typed(id);
    const base = typed(item.from);
    return /^\d{4}$/.test(base) ? String(Number(base) + item.add) : "";
  };
}

export function blocksOf(draft: Draft, desk: DeskSpec, value: Value): Block[] {
  const counter = new Counter();
  const write = (text: SlotText): Run[] => runs(text, desk, value);
  const title = draft.heading ? [block("title", write(draft.heading))] : [];
  const body = draft.sections.flatMap((section) => sectionBlocks(section, counter, write));
  const end = draft.signed ? desk.signature.map((id) => block("signature", write(`{{${id}}}`))) : [];
  return [...title, ...body, ...end];
}

function sectionBlocks(section: Section, counter: Counter, write: (text: SlotText) => Run[]): Block[] {
  const found: Block[] = section.heading ? [heading(1, write(section.heading), counter)] : [];
  for (const line of section.lines) {
    const last = found[found.length - 1];
    if (line.kind === "row" && last && last.kind === "table") last.rows.push(row(line, write));
    else found.push(lineBlock(line, counter, write));
  }
  found.forEach((one) => {
    one.section = section.id;
    one.rows.slice(0, 1).flat(2).forEach((run) => (run.bold = true)); // the head of a table
  });
  return found;
}

function lineBlock(line: Line, counter: Counter, write: (text: SlotText) => Run[]): Block {
  if (line.kind === "heading") return heading(line.level, write(line.text), counter);
  if (line.kind === "row") return { ...block("table", []), rows: [row(line, write)] };
  if (line.kind === "item") return { ...block("item", write(line.text)), number: line.mark === "-" ? "" : line.mark };
  return block("body", write(line.text));
}

const row = (line: Line, write: (text: SlotText) => Run[]): Run[][] => line.text.split("\t").map(write);

function heading(level: number, found: Run[], counter: Counter): Block {
  return { ...block("heading", found), level, number: enumerator(level, counter.next(level)) };
}

const block = (kind: Kind, found: Run[]): Block => ({ kind, level: 0, number: "", runs: found, rows: [] });

function runs(text: SlotText, desk: DeskSpec, value: Value): Run[] {
  const found = pieces(text).map(({ text: plain, slot }): Run => {
    if (!slot) return { text: plain, bold: false, open: false };
    const now = value(slot);
    return { text: now || open(slot, desk), bold: false, open: !now, slot };
  });
  return found.filter((run) => run.text);
}
