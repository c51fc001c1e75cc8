/** The written form of a draft, the same in the browser's storage and in a file. */
import { fromJson } from "../value_file";
import type { Draft, Line, Section } from "./types";

const VERSION = 1;
const KINDS = ["heading", "body", "item", "row"];

/** The count comes first: other pages read it without reading all of it. */
export const toText = (draft: Draft): string => JSON.stringify({ kb: VERSION, count: draft.sections.length, draft });

/** Returns null for what is no draft of this version. */
export function fromText(text: string | null): Draft | null {
  try {
    const data = JSON.parse(text || "null");
    return data && data.kb === VERSION && isDraft(data.draft) ? plain(data.draft) : null;
  } catch {
    return null;
  }
}

export const toFile = (draft: Draft, values: Map<string, string>, labels: Record<string, string>): string =>
  JSON.stringify({ kb: VERSION, values: Object.fromEntries(values), labels, draft }, null, 1);

export interface Opened {
  values: Map<string, string>;
  /** null: a file of values alone, as the pages of samples save it. */
  draft: Draft | null;
}

/** Throws an Error whose message is meant for the reader. */
export function fromFile(text: string): Opened {
  const values = fromJson(text);
  const { draft } = JSON.parse(text);
  if (draft === undefined) return { values, draft: null };
  if (!isDraft(draft)) throw new Error("文件里的文稿已损坏");
  return { values, draft: plain(draft) };
}

const isObject = (thing: unknown): thing is Record<string, unknown> => typeof thing === "object" && thing !== null;
const isText = (thing: unknown): thing is string => typeof thing === "string";

function isDraft(thing: unknown): thing is Draft {
  if (!isObject(thing) || ![thing.unit, thing.genre, thing.span, thing.heading].every(isText)) return false;
  return typeof thing.signed === "boolean" && Array.isArray(thing.sections) && thing.sections.every(isSection);
}

function isSection(thing: unknown): thing is Section {
  if (!isObject(thing) || ![thing.id, thing.from, thing.theme, thing.heading].every(isText)) return false;
  return Array.isArray(thing.lines) && thing.lines.every(isLine);
}

function isLine(thing: unknown): thing is Line {
  if (!isObject(thing) || ![thing.mark, thing.text].every(isText)) return false;
  return KINDS.includes(thing.kind as string) && Number.isInteger(thing.level) && Number(thing.level) >= 0 && Number(thing.level) < 5;
}

const plainLine = ({ kind, level, mark, text }: Line): Line => ({ kind, level, mark: /^\d{1,3}\.$|^$/.test(mark) ? mark : "-", text });

/** Only what belongs to a draft, whatever else the file held; ids that come twice are made to differ. */
function plain({ unit, genre, span, heading, signed, sections }: Draft): Draft {
  const seen = new Set<string>();
  const own = sections.map(({ id, from, theme, heading: head, lines }, at): Section => {
    const unique = seen.has(id) ? `${id}-${at}` : id;
    seen.add(unique);
    return { id: unique, from, theme, heading: head, lines: lines.map(plainLine) };
  });
  return { unit, genre, span, heading, signed, sections: own };
}
