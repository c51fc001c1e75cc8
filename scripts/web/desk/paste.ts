/** A table from outside -> what it would change, and what of it can't be used and why. Nothing is written here. */
import { convert } from "./convert";
import type { Layout } from "./columns";
import { cellFor, type Index, type Match } from "./match";
import { PERIODS, PERIOD_NAMES, type Cell, type Period, type Row } from "./rows";
import type { Cells } from "./sheet";

export interface Change {
  id: string;
  label: string;
  before: string;
  after: string;
  /** What was converted or should be looked at; empty when nothing. */
  said: string;
}

export interface Left {
  /** The file, where there are several. */
  file?: string;
  /** Number of the row in the table, from 1; 0 when it is about no single row. */
  line: number;
  text: string;
  why: string;
}

export interface Reading {
  changes: Change[];
  left: Left[];
  /** How many values are there already. */
  same: number;
}

type Get = (id: string) => string;
const PERIOD_OF = { last: "last", this: "", plan: "plan" } as const;

/** Reads rows by the names in their first column. */
export function readTable(rows: Cells[], layout: Layout, index: Index, get: Get): Reading {
  const reader = new Reader(get);
  const at = (role: string) => layout.roles.indexOf(role as Layout["roles"][number]);
  rows.slice(layout.skip).forEach((cells, number) => {
    const line = layout.skip + number + 1;
    const name = cells[at("name")] || "";
    const values = (["last", "this", "plan"] as const).map((role) => ({ period: PERIOD_OF[role], text: cells[at(role)] || "" }));
    const given = values.filter((value) => value.text);
    if (!given.length) return;
    const why = whyNot(name, index.find(name));
    if (why) return reader.leave(line, cells, why);
    reader.row(line, name, index.find(name)[0], given, cells[at("unit")] || "");
  });
  return reader.done();
}

function whyNot(name: string, found: Match[]): string {
  if (!name) return "没有名称（合并单元格只有第一行带名称），没有填";
  if (!found.length) return "数据表里没有这一项";
  return found.length > 1 ? `可能是${found.map((one) => `“${one.row.label}”`).join("、")}，请改成全名` : "";
}

/** Reads figures without names: downwards and to the right from a field, as a spreadsheet does. */
export function readDown(rows: Cells[], table: Row[], start: Cell, get: Get): Reading {
  const reader = new Reader(get);
  const below = table.slice(table.findIndex((row) => row.cells.includes(start))).filter((row) => !row.item?.from);
  const periods = PERIODS.slice(PERIODS.indexOf(start.period));
  rows.forEach((cells, at) => {
    const row = below[at];
    const given = cells.map((text, column) => ({ period: periods[column], text })).filter((value) => value.text);
    if (!row) return given.length ? reader.leave(at + 1, cells, "下面没有这么多行") : undefined;
    reader.row(at + 1, row.label, { row }, given, "");
  });
  return reader.done();
}

class Reader {
  private readonly changes = new Map<string, Change>();
  private readonly seen = new Map<string, string>();
  private readonly disputed = new Set<string>();
  private readonly left: Left[] = [];
  private same = 0;

  constructor(private readonly get: Get) {}

  leave(line: number, cells: Cells, why: string): void {
    this.left.push({ line, text: cells.filter((cell) => cell).join("　"), why });
  }

  row(line: number, name: string, match: Match, given: { period?: Period; text: string }[], unit: string): void {
    const { row } = match;
    if (row.item?.from) return this.leave(line, [name], "由别的项算出，不用填");
    given.slice(0, match.cell ? 1 : 3).forEach(({ period, text }) => {
      const cell = match.cell || (period === undefined ? undefined : cellFor(row, period));
      if (cell) this.value(line, name, row, cell, text, unit);
      else this.leave(line, [name, text], period === undefined ? "右边没有这么多栏" : `这一项没有“${PERIOD_NAMES[period]}”一栏`);
    });
  }

  private value(line: number, name: string, row: Row, cell: Cell, text: string, unit: string): void {
    const { value, said, refused } = convert(text, row, unit);
    const before = this.seen.get(cell.id);
    if (refused || !value) return this.leave(line, [name, text], said);
    if (before !== undefined && before !== value) return this.twice(line, name, cell, before, value);
    if (this.disputed.has(cell.id)) return;
    this.seen.set(cell.id, value);
    if (this.get(cell.id) === value) this.same += before === undefined ? 1 : 0;
    else this.changes.set(cell.id, { id: cell.id, label: cell.label, before: this.get(cell.id), after: value, said: words(name, row, said) });
  }

  /** One item with two values: which is right, only the reader can say. */
  private twice(line: number, name: string, cell: Cell, first: string, second: string): void {
    this.changes.delete(cell.id);
    this.disputed.add(cell.id);
    this.leave(line, [name], `给了两个值：${first}和${second}，都没有填；只留一个`);
  }

  done(): Reading {
    return { changes: Array.from(this.changes.values()), left: this.left, same: this.same };
  }
}

/** A name that was recognised only by folding is said. */
function words(name: string, row: Row, said: string): string {
  const near = [row.label, row.key, ...row.cells.map((cell) => cell.label)].includes(name) ? [] : [`认作“${row.label}”`];
  return [...near, ...(said ? [said] : [])].join("；");
}
