/**
 * A section's lines as a text that a reader edits: headings with their numbers as printed, blanks as 【名称】, the cells
 * of a table parted by tabs. Typing （一）… makes a heading, typing 【…】 makes a blank.
 */
import { Counter, enumerator } from "../numbering";
import { filled, isId, label, slot, slotsIn } from "./slot_text";
import type { DeskSpec, Line, SlotText } from "./types";

/** Blanks that the reader made by typing 【…】 belong to the draft, not to a sample. */
export const OWN = "own";
const LONGEST_HEADING = 40;
const HEADINGS: [RegExp, number][] = [
  [/^[（(][一二三四五六七八九十]{1,3}[）)]\s*/, 2],
  [/^\d{1,2}[.．、](?![\d\s])/, 3],
  [/^[（(]\d{1,2}[）)]\s*/, 4],
];
const ITEM = /^([-•·●]|\d{1,2}[.．])[ \u3000]+/;
const BLANK = /【([^【】\n]{1,40})】/g;

export class Names {
  private readonly ids = new Map<string, string>();
  private readonly labels = new Map<string, string>();

  /** `used` are the ids of the whole draft, so that a name typed here finds the blank that stands elsewhere. */
  constructor(private readonly desk: DeskSpec, used: string[]) {
    used.forEach((id) => this.name(id));
  }

  /** Two blanks of different samples may bear one name: the second is told apart by a number. */
  name(id: string): string {
    const known = this.labels.get(id);
    if (known) return known;
    const plain = label(id, this.desk);
    let name = plain;
    for (let n = 2; this.ids.has(name); n++) name = `${plain}${n}`;
    this.ids.set(name, id);
    this.labels.set(id, name);
    return name;
  }

  /** Returns the id of a name, a new blank of the reader's own if nobody has it; null where it can't be one. */
  id(name: string): string | null {
    const known = this.ids.get(name) ?? this.ofSpec(name);
    const own = `${OWN}#${name}`;
    return known ?? (isId(own) ? own : null);
  }

  private ofSpec(name: string): string | undefined {
    const keys = Object.keys(this.desk.items);
    const all = keys.flatMap((key) => [key, `${key}@last`, `${key}@plan`]);
    return all.find((id) => label(id, this.desk) === name);
  }
}

export const headingToText = (text: SlotText, names: Names): string => filled(text, (id) => `【${names.name(id)}】`);

export function toText(lines: Line[], names: Names): string {
  const counter = new Counter();
  return lines.map((line) => mark(line, counter) + headingToText(line.text, names)).join("\n");
}

function mark(line: Line, counter: Counter): string {
  if (line.kind === "heading") return enumerator(line.level, counter.next(line.level));
  return line.kind === "item" ? `${line.mark} ` : "";
}

export const fromHeading = (typed: string, names: Names): SlotText => blanks(typed.replace(/\s+/g, " ").trim(), names);

export function fromText(typed: string, names: Names): Line[] {
  return typed.split(/\r\n?|\n/).filter((line) => line.trim()).map((line) => fromLine(line, names));
}

function fromLine(typed: string, names: Names): Line {
  // A table's first cell may be empty: only what stands before a text that is no row is dropped.
  if (typed.includes("\t") && typed.trim().includes("\t")) return line("row", cells(typed, names));
  const plain = typed.replace(/\t/g, " ").trim();
  const item = ITEM.exec(plain);
  if (item) return { ...line("item", blanks(plain.slice(item[0].length), names)), mark: sign(item[1]) };
  const found = HEADINGS.find(([pattern]) => pattern.test(plain));
  if (found && isHeading(plain)) return { ...line("heading", blanks(plain.replace(found[0], ""), names)), level: found[1] };
  return line("body", blanks(plain, names));
}

const cells = (typed: string, names: Names): SlotText => typed.split("\t").map((cell) => blanks(cell.trim(), names)).join("\t");
const sign = (typed: string): string => (/\d/.test(typed) ? typed.replace("．", ".") : "-");

/** A sentence behind a number is a paragraph that was numbered by hand. */
const isHeading = (plain: string): boolean => plain.length <= LONGEST_HEADING && !/[。；：，、！？]$/.test(plain) && !/[。；]./.test(plain);

const line = (kind: Line["kind"], text: SlotText): Line => ({ kind, level: 0, mark: "", text });

function blanks(typed: string, names: Names): SlotText {
  return typed.replace(BLANK, (whole, name: string) => {
    const id = names.id(name.trim());
    return id === null ? whole : slot(id);
  });
}

/** The ids of all blanks in some lines, in order, each once. */
export const idsIn = (texts: SlotText[]): string[] => Array.from(new Set(texts.flatMap(slotsIn)));
