/** What the columns of a pasted table are: read off its heading row, else off what stands in them. */
import { halfWidth } from "../numbers";
import type { Cells } from "./sheet";

export type Role = "name" | "unit" | "last" | "this" | "plan" | "skip";
export const ROLE_NAMES: Record<Role, string> = { name: "数据项", unit: "单位", last: "上年", this: "本期", plan: "明年计划", skip: "不用" };

export interface Layout {
  roles: Role[];
  /** How many rows stand above the first one with values. */
  skip: number;
  /** Whether the columns are only guessed, which is said. */
  guessed: boolean;
}

const HEADS: [Role, RegExp][] = [
  ["name", /^(数据项|指标|项目|名称|内容|填报项|统计项)(名称|内容)?$/],
  ["unit", /^(计量)?单位$/],
  ["plan", /(明年|下年|下一年|次年|计划|目标)/],
  ["last", /(上年|去年|上一年|上期|同期)/],
  ["this", /^(本期|本年|今年|当年|数值|数量|数据|值|填报)/],
];
const FIRST_ROWS = 6;
const NUMBER = /^[^\u4e00-\u9fff]*\d/;

export function layoutOf(rows: Cells[], year: string): Layout {
  for (const [at, row] of rows.slice(0, FIRST_ROWS).entries()) {
    const roles = once(row.map((cell) => roleOf(cell, year)));
    if (roles.includes("name") && roles.some((role) => /last|this|plan/.test(role))) return { roles, skip: at + 1, guessed: false };
  }
  return { roles: guess(rows), skip: 0, guessed: true };
}

function roleOf(cell: string, year: string): Role {
  const text = halfWidth(cell).replace(/\s+/g, "").replace(/[（(].*?[)）]$/, "");
  const dated = /^(20\d\d)年?度?/.exec(text);
  const away = dated && /^\d{4}$/.test(year) ? Number(dated[1]) - Number(year) : NaN;
  if (away >= -1 && away <= 1) return (["last", "this", "plan"] as Role[])[away + 1];
  const found = HEADS.find(([, pattern]) => text.length <= 12 && pattern.test(text));
  return found ? found[0] : "skip";
}

/** Each role belongs to its first column. */
const once = (roles: Role[]): Role[] => roles.map((role, at) => (roles.indexOf(role) === at ? role : "skip"));

/** Words first, then perhaps units, then figures: one column of them is this period, two begin with last year's. */
function guess(rows: Cells[]): Role[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] || "").filter((cell) => cell));
  const isFigures = columns.map((cells) => cells.filter((cell) => NUMBER.test(cell)).length > cells.length / 2);
  const name = columns.findIndex((cells, at) => cells.length > 0 && !isFigures[at]);
  const isUnit = (at: number) => at === name + 1 && !isFigures[at] && columns[at].every((cell) => cell.length <= 3) && width > at + 1;
  const values = columns.map((_, at) => at).filter((at) => name >= 0 && at > name && !isUnit(at)).slice(0, 3);
  const roles: Role[] = values.length < 2 ? ["this"] : ["last", "this", "plan"];
  return columns.map((_, at) => (at === name ? "name" : name >= 0 && isUnit(at) ? "unit" : roles[values.indexOf(at)] || "skip"));
}
