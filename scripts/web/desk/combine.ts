/** The returns of several villages or companies -> one: counts and money are added, what can't be added is left. */
import { layoutOf } from "./columns";
import { parse, plus, short, type Decimal } from "./decimal";
import type { Index } from "./match";
import { readTable, type Change, type Left, type Reading } from "./paste";
import type { Row } from "./rows";
import type { Cells } from "./sheet";

export interface Table {
  name: string;
  cells: Cells[];
}

export function combine(tables: Table[], rows: Row[], index: Index, year: string, get: (id: string) => string): Reading {
  const readings = tables.map(({ cells }) => readTable(cells, layoutOf(cells, year), index, () => ""));
  const left: Left[] = readings.flatMap((reading, at) => reading.left.map((one) => ({ ...one, file: tables[at].name })));
  const changes: Change[] = [];
  let same = 0;
  for (const [id, found] of byId(readings)) {
    const row = rows.find((one) => one.cells.some((cell) => cell.id === id))!;
    const { value, said } = together(row, found.map((one) => one.after));
    const notes = [said, ...found.map((one) => one.said)].filter((one) => one).join("；");
    if (!value) left.push({ line: 0, text: found[0].label, why: said });
    else if (value === get(id)) same++;
    else changes.push({ ...found[0], before: get(id), after: value, said: notes });
  }
  return { changes, left, same };
}

function byId(readings: Reading[]): Map<string, Change[]> {
  const found = new Map<string, Change[]>();
  for (const change of readings.flatMap((reading) => reading.changes)) found.set(change.id, [...(found.get(change.id) || []), change]);
  return found;
}

/** An empty value: these can't become one. */
function together(row: Row, values: string[]): { value: string; said: string } {
  if (row.item && /^(count|money)$/.test(row.item.kind)) return added(values);
  if (values.every((value) => value === values[0])) return { value: values[0], said: values.length > 1 ? `${values.length}份都这样写` : "" };
  const why = row.item?.kind === "rate" ? "比率不能相加" : "各份写的不一样";
  return { value: "", said: `${why}：${values.join("、")}` };
}

function added(values: string[]): { value: string; said: string } {
  const total = values.map((value) => parse(value) as Decimal).reduce(plus);
  return { value: short(total), said: values.length > 1 ? values.join("＋") : "只有一份填了" };
}
