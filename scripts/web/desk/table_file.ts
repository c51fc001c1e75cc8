/** The data table as a table to send out: to villages and companies that report, and back. */
import { PERIOD_NAMES, type Period, type Row } from "./rows";
import type { Cells } from "./sheet";

/** `kb fill --data` knows this heading row too (scripts/kb/fill/value_file.py). */
export const HEAD: Cells = ["数据项", "单位", "上年", "本期", "明年计划", "填报说明"];

export function toRows(rows: Row[], get: (id: string) => string): Cells[] {
  return [HEAD, ...rows.filter((row) => !row.item?.from).map((row) => toCells(row, get))];
}

function toCells(row: Row, get: (id: string) => string): Cells {
  const value = (period: Period) => get(row.cells.find((cell) => cell.period === period)?.id || "");
  return [row.name, row.unit, value("last"), value(""), value("plan"), explain(row)];
}

/** Which columns are asked for, and how the item is meant. */
function explain(row: Row): string {
  const needed = row.numeric ? row.cells.filter((cell) => cell.needed).map((cell) => PERIOD_NAMES[cell.period]) : [];
  return [needed.length ? `要填${needed.join("、")}` : "", row.item?.note || ""].filter((text) => text).join("；");
}
