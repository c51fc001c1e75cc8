/** A draft on the desk, and what the build hands over for it (scripts/kb/publish/desk.py). */

/** Text with blanks: `今年新建{{new_unions}}家`. Between the braces stands the id under which the value is kept. */
export type SlotText = string;

/** One paragraph under a section's heading. */
export interface Line {
  /** row: a row of a table, its cells parted by tabs. */
  kind: "heading" | "body" | "item" | "row";
  /** Of a heading 2-4, else 0. */
  level: number;
  /** Of a list item: "-" or "1."; else empty. */
  mark: string;
  text: SlotText;
}

/** A level-1 section, or the opening, which has no heading. */
export interface Section {
  /** Unique on this desk, never used again. */
  id: string;
  /** Where it was taken from, `township/wage-bargaining#organization`; empty for the reader's own. */
  from: string;
  /** Key of spec/themes.yml; empty for the opening and for what has none. */
  theme: string;
  heading: SlotText;
  lines: Line[];
}

export interface Draft {
  unit: string;
  genre: string;
  span: string;
  /** The title as printed. */
  heading: SlotText;
  sections: Section[];
  /** Whether unit and date are printed under the text. */
  signed: boolean;
}

export interface Relation {
  kind: "ratio" | "sum" | "at_most" | "range";
  item: string;
  of: string[];
  severity: "error" | "check";
  percent?: boolean;
  scale?: number;
  low?: number;
  high?: number;
  text?: string;
}

/** A data item or identity item of spec/data_items.yml. */
export interface Item {
  label: string;
  kind: "text" | "date" | "count" | "money" | "rate";
  unit: string;
  theme: string;
  /** Usual [low, high] of a year by unit type; an estimate, only ever a reason to look again. */
  ranges: Record<string, [number, number]>;
  relations: Relation[];
  /** Not typed but made from another value: next_year is year and 1. */
  from: string;
  add: number;
  examples: Record<string, string>;
  note: string;
  /** Other names by which tables from outside call it. */
  aliases: string[];
}

/** What every page of the desk needs to know of spec/, `assets/desk/spec.js`. */
export interface DeskSpec {
  items: Record<string, Item>;
  units: { key: string; name: string; outlines: Record<string, string[]> }[];
  genres: { key: string; name: string; spans: string[]; heading: SlotText; opening: SlotText }[];
  themes: { key: string; name: string; structural: boolean }[];
  /** Ids of the lines after the text. */
  signature: string[];
}

/** A sample or snippet file as the desk lists it, `assets/desk/units/<unit>.js`. */
export interface Listed {
  /** `township/wage-bargaining`, without .md or .html. */
  path: string;
  title: string;
  for: string;
  genre: string;
  span: string;
  sections: { anchor: string; theme: string; heading: string; for: string; characters: number }[];
}

/** A whole sample or snippet file, `assets/desk/<path>.js`. Ids of free-text blanks name it: `township/tea#品牌名`. */
export interface Sample {
  path: string;
  title: string;
  unit: string;
  genre: string;
  span: string;
  signed: boolean;
  heading: SlotText;
  opening: Line[];
  sections: { anchor: string; theme: string; heading: SlotText; lines: Line[] }[];
  /** Example values by id. */
  examples: Record<string, string>;
  /** The sample's own relations, over ids. */
  relations: Relation[];
}
