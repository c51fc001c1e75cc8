/** The columns of a table that is as wide as the text. */
import type { Run } from "../blocks";
import { width } from "./look";

const WIDEST_CELL = 20;
/** Of a column, in characters. */
const PADDING = 2;

/** By the longest text in each column; they add up to `total`. */
export function columnWidths(rows: Run[][][], total: number): number[] {
  const longest = (at: number): number => Math.max(...rows.map((row) => width(row[at].map((run) => run.text).join(""))));
  const weights = rows[0].map((_, at) => Math.min(longest(at), WIDEST_CELL) + PADDING);
  const sum = weights.reduce((all, one) => all + one, 0);
  const widths = weights.map((one) => Math.floor((total * one) / sum));
  const others = widths.slice(0, -1);
  return [...others, total - others.reduce((all, one) => all + one, 0)];
}
