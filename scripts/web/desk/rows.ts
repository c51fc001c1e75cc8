/** The data table's rows: one for each data item that the draft uses, with a cell for each period. */
import { parse } from "./decimal";
import { label, parts } from "./slot_text";
import type { DeskSpec, Item } from "./types";
import { itemOf, type Place, type Use } from "./uses";

export type Period = "last" | "" | "plan";
export const PERIODS: readonly Period[] = ["last", "", "plan"];
export const PERIOD_NAMES: Record<Period, string> = { last: "上年", "": "本期", plan: "明年计划" };

export interface Cell {
  id: string;
  period: Period;
  /** As printed in an open blank: 上年·新建基层工会. */
  label: string;
  /** Whether the draft has this blank; the others serve to compare. */
  needed: boolean;
  example: string;
}

export interface Row {
  /** The id without a period. */
  key: string;
  label: string;
  /** By what tables outside call it: the label, or the id where two samples have blanks of that label. */
  name: string;
  unit: string;
  /** A figure: it is compared and computed with. */
  numeric: boolean;
  /** A year in four digits: 2026年 from a table loses its last character. */
  year: boolean;
  /** Name of the theme under which it stands. */
  group: string;
  item?: Item;
  cells: Cell[];
  places: Place[];
}

const FIRST = "基本情况";
const REST = "其他";

/** Rows in the order of themes, identity items first; within a theme as the draft uses them. */
export function rowsOf(uses: Use[], spec: DeskSpec): Row[] {
  const byKey = new Map<string, Use[]>();
  for (const use of uses) {
    const key = keyOf(use.id);
    byKey.set(key, [...(byKey.get(key) || []), use]);
  }
  addBases(byKey, spec);
  const rows = Array.from(byKey, ([key, found]) => row(key, found, spec));
  const order = [FIRST, ...spec.themes.map((theme) => theme.name), REST];
  return named(rows).sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

export const keyOf = (id: string): string => id.split("@")[0];

/** 下一年度 asks for 年度, also where the draft itself does not print it. */
function addBases(byKey: Map<string, Use[]>, spec: DeskSpec): void {
  for (const key of Array.from(byKey.keys())) {
    const base = itemOf(key, spec)?.from;
    if (base && !byKey.has(base)) byKey.set(base, []);
  }
}

function row(key: string, found: Use[], spec: DeskSpec): Row {
  const item = itemOf(key, spec);
  const examples = found.map((use) => use.example).filter((example) => example);
  const numeric = item ? /^(count|money|rate)$/.test(item.kind) : examples.length > 0 && examples.every((text) => parse(text));
  return {
    key,
    label: label(key, spec),
    name: label(key, spec),
    unit: item?.unit || "",
    numeric,
    year: item?.kind === "date" && /^\d{4}$/.test(Object.values(item.examples)[0] || ""),
    group: groupOf(item, found, spec),
    item,
    cells: cellsOf(key, found, numeric && !!item, spec),
    places: placesOf(found),
  };
}

/** A data item has all three periods, for growth and for comparison; a free-text blank those that the draft prints. */
function cellsOf(key: string, found: Use[], all: boolean, spec: DeskSpec): Cell[] {
  const cells = PERIODS.map((period): Cell => {
    const id = period ? `${key}@${period}` : key;
    const use = found.find((one) => one.id === id);
    return { id, period, label: label(id, spec), needed: !!use || !found.length, example: use?.example || "" };
  });
  return cells.filter((cell) => all || cell.needed);
}

function groupOf(item: Item | undefined, found: Use[], spec: DeskSpec): string {
  const theme = found.map((use) => use.theme).find((one) => one) || item?.theme || "";
  const known = spec.themes.find((one) => one.key === theme);
  return known ? known.name : item ? FIRST : REST;
}

function placesOf(found: Use[]): Place[] {
  const all = found.flatMap((use) => use.places);
  return all.filter((place, at) => all.findIndex((one) => one.section === place.section && one.name === place.name) === at);
}

function named(rows: Row[]): Row[] {
  const count = new Map<string, number>();
  rows.forEach((one) => count.set(one.label, (count.get(one.label) || 0) + 1));
  return rows.map((one) => (count.get(one.label)! > 1 && parts(one.key).owner ? { ...one, name: one.key } : one));
}
