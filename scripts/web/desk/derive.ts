/** What can be computed from values that are there: offered beside the field, never written by itself. */
import { compare, divide, isZero, parse, plus, short, times, whole, type Decimal } from "./decimal";
import { average, broken, relationsOf } from "./relations";
import type { Cell, Row } from "./rows";
import { label } from "./slot_text";
import type { DeskSpec, Relation } from "./types";

export interface Offer {
  text: string;
  value: string;
}

type Get = (id: string) => string;

export class Derive {
  private readonly byItem = new Map<string, Relation[]>();

  /** `own` are the relations of the samples that the draft was made from. */
  constructor(rows: Row[], own: Relation[], private readonly spec: DeskSpec, private readonly get: Get) {
    const ids = rows.flatMap((row) => row.cells.map((cell) => cell.id));
    for (const relation of [...relationsOf(ids, spec), ...own]) {
      this.byItem.set(relation.item, [...(this.byItem.get(relation.item) || []), relation]);
    }
  }

  /** Rates and totals whose parts are known, as long as the field says something else. */
  exact(cell: Cell): Offer[] {
    return (this.byItem.get(cell.id) || []).flatMap((relation) => {
      const of = this.parts(relation);
      if (!of || (this.get(cell.id) && !broken([relation], this.get, this.spec).length && parse(this.get(cell.id)))) return [];
      const names = relation.of.map((id, at) => label(id, this.spec) + short(of[at]));
      if (relation.kind === "ratio") return [{ value: quotient(relation, of), text: names.join("÷") }];
      return relation.kind === "sum" ? [{ value: short(of.reduce(plus, whole(0))), text: names.join("＋") }] : [];
    });
  }

  /** Averages that experience knows, as a sentence. */
  averages(cell: Cell): string[] {
    return (this.byItem.get(cell.id) || []).flatMap((relation) => {
      const of = relation.kind === "range" ? this.parts(relation) : null;
      return of ? [`平均${average(relation, of)}（${relation.text || ""}）`] : [];
    });
  }

  /** The period before as a start for an empty field. */
  start(row: Row, cell: Cell): Offer[] {
    const before = { last: null, "": "last", plan: "" }[cell.period];
    const from = row.cells.find((one) => one.period === before);
    const value = from && row.numeric && !this.get(cell.id) ? this.get(from.id) : "";
    return value ? [{ value, text: cell.period ? "照本期" : "照上年" }] : [];
  }

  /** How this period compares with the last one, in the words of a summary; empty when one of them is not known. */
  growth(row: Row): string {
    const of = (period: string) => parse(this.get(row.cells.find((cell) => cell.period === period)?.id || ""));
    const [before, now] = [of("last"), of("")];
    if (!row.numeric || !before || !now || before.minus || now.minus) return "";
    const more = compare(now, before);
    if (!more) return "与上年持平";
    const change = short(more > 0 ? less(now, before) : less(before, now));
    if (row.item?.kind === "rate") return `比上年${more > 0 ? "提高" : "下降"}${change}个百分点`;
    const share = isZero(before) ? "" : `，${more > 0 ? "增长" : "下降"}${percent(now, before)}%`;
    return `比上年${more > 0 ? "增加" : "减少"}${change}${row.unit}${share}`;
  }

  private parts(relation: Relation): Decimal[] | null {
    const of = relation.of.map((id) => parse(this.get(id)));
    const complete = of.every((value): value is Decimal => value !== null);
    const divided = relation.kind === "ratio" || relation.kind === "range";
    return complete && of.length && !(divided && (of.length !== 2 || isZero(of[1]))) ? of : null;
  }
}

const less = (a: Decimal, b: Decimal): Decimal => plus(a, { ...b, minus: !b.minus });

function percent(now: Decimal, before: Decimal): string {
  const change = divide(times(less(now, before), whole(100)), before, 1);
  return short({ ...change, minus: false });
}

/** A rate to one decimal, as reports have it. */
function quotient(relation: Relation, of: Decimal[]): string {
  return short(divide(relation.percent ? times(of[0], whole(100)) : of[0], of[1], 1));
}
