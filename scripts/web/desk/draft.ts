/** Changes of a draft. Drafts are never changed in place, so that a step back is an older draft. */
import { slotsIn } from "./slot_text";
import type { Draft, Line, Sample, Section, SlotText } from "./types";

export const EMPTY: Draft = { unit: "", genre: "", span: "", heading: "", sections: [], signed: true };

export const isEmpty = (draft: Draft): boolean => !draft.heading && !draft.sections.length;

let made = 0;
const newId = (): string => `${Date.now().toString(36)}-${(made++).toString(36)}`;

export const section = (from: string, theme: string, heading: SlotText, lines: Line[]): Section => ({ id: newId(), from, theme, heading, lines });

/** Returns a section of a sample by its anchor; the opening has none. */
export function take(sample: Sample, anchor: string): Section | null {
  if (!anchor) return sample.opening.length ? section(sample.path, "", "", sample.opening) : null;
  const found = sample.sections.find((one) => one.anchor === anchor);
  return found ? section(`${sample.path}#${anchor}`, found.theme, found.heading, found.lines) : null;
}

/** Returns a whole sample as a draft. */
export function fromSample(sample: Sample): Draft {
  const { unit, genre, span, heading, signed } = sample;
  const found = ["", ...sample.sections.map((one) => one.anchor)].map((anchor) => take(sample, anchor));
  return { unit, genre, span, heading, signed, sections: found.filter((one): one is Section => one !== null) };
}

/** Puts sections in, at the end when no place is given. */
export function add(draft: Draft, more: Section[], at = draft.sections.length): Draft {
  return { ...draft, sections: [...draft.sections.slice(0, at), ...more, ...draft.sections.slice(at)] };
}

export const without = (draft: Draft, id: string): Draft => ({ ...draft, sections: draft.sections.filter((one) => one.id !== id) });

export function replace(draft: Draft, id: string, change: Partial<Section>): Draft {
  return { ...draft, sections: draft.sections.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

/** Moves a section to a place, counted without itself. */
export function move(draft: Draft, id: string, to: number): Draft {
  const moved = draft.sections.find((one) => one.id === id);
  if (!moved) return draft;
  const rest = without(draft, id);
  return add(rest, [moved], Math.max(0, Math.min(to, rest.sections.length)));
}

export const texts = (one: Section): SlotText[] => [one.heading, ...one.lines.map((line) => line.text)];

/** The ids of all blanks in the order they are printed, each once. */
export function usedIds(draft: Draft, signature: string[]): string[] {
  const found = [draft.heading, ...draft.sections.flatMap(texts)].flatMap(slotsIn);
  return Array.from(new Set([...found, ...(draft.signed ? signature : [])]));
}
