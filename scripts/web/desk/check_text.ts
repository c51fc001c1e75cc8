/** The draft as one text for the check-up, and back from a place in it to the place on the desk. */
import { Counter, enumerator } from "../numbering";
import type { Value } from "./blocks_of";
import { open, pieces, slot } from "./slot_text";
import type { DeskSpec, Draft, Section, SlotText } from "./types";

/** A stretch of the checked text. */
export interface Span {
  start: number;
  end: number;
  section: string;
  /** Index among the section's lines; -1 its heading. */
  line: number;
  /** Where it begins in the SlotText; -1 where it is a value or an open blank. */
  at: number;
  /** Id of the blank that it shows while that is open. */
  open: string;
}

export interface Checked {
  text: string;
  spans: Span[];
}

export function checkText(draft: Draft, desk: DeskSpec, value: Value): Checked {
  const out: Checked = { text: "", spans: [] };
  const counter = new Counter();
  const write = (text: SlotText, section: string, line: number) => append(out, text, section, line, desk, value);
  const end = () => (out.text += "\n");
  if (draft.heading) write(draft.heading, "", -1), end();
  for (const section of draft.sections) {
    if (section.heading) (out.text += enumerator(1, counter.next(1))), write(section.heading, section.id, -1), end();
    section.lines.forEach((line, at) => {
      if (line.kind === "heading") out.text += enumerator(line.level, counter.next(line.level));
      write(line.text, section.id, at);
      end();
    });
  }
  if (draft.signed) desk.signature.forEach((id) => (write(slot(id), "", -1), end()));
  return out;
}

function append(out: Checked, text: SlotText, section: string, line: number, desk: DeskSpec, value: Value): void {
  let at = 0;
  for (const piece of pieces(text)) {
    const now = piece.slot ? value(piece.slot) : "";
    const shown = piece.slot ? now || open(piece.slot, desk) : piece.text;
    const start = out.text.length;
    out.text += shown;
    if (shown) out.spans.push({ start, end: start + shown.length, section, line, at: piece.slot ? -1 : at, open: piece.slot && !now ? piece.slot : "" });
    at += piece.slot ? slot(piece.slot).length : piece.text.length;
  }
}

/** The stretch in which a place lies. */
export const spanAt = (spans: Span[], place: number): Span | undefined => spans.find((one) => one.start <= place && place < one.end);

/** Whether a finding is about open blanks alone: those are listed elsewhere. */
export function isOpen(spans: Span[], start: number, end: number): boolean {
  const found = spans.filter((one) => one.start < end && start < one.end);
  return found.length > 0 && found.some((one) => one.open && start >= one.start && end <= one.end);
}

/** Returns the section with a repair made in it; null where the words are not plain text of one line. */
export function repairIn(section: Section, span: Span, start: number, end: number, repair: string): Section | null {
  if (span.at < 0 || end > span.end) return null;
  const from = span.at + start - span.start;
  const change = (text: SlotText): SlotText => text.slice(0, from) + repair + text.slice(from + end - start);
  if (span.line < 0) return { ...section, heading: change(section.heading) };
  return { ...section, lines: section.lines.map((line, at) => (at === span.line ? { ...line, text: change(line.text) } : line)) };
}
