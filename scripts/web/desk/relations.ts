/** Figures that contradict each other or are unusual: scripts/kb/rules/figures.py over again, sentence by sentence. */
import { compare, divide, isZero, parse, plus, short, show, times, whole, type Decimal } from "./decimal";
import { label as labelOf, parts } from "./slot_text";
import type { DeskSpec, Relation } from "./types";
import { itemOf } from "./uses";

export interface Fault {
  /** All blanks that it is about; the one on the relation's left first. */
  ids: string[];
  severity: "error" | "check";
  text: string;
}

export type Get = (id: string) => string;

type Test = (relation: Relation, left: Decimal, of: Decimal[], label: (id: string) => string) => string;

const HUNDRED = whole(100);
const ONE = whole(1);

/** Every relation that the values of `ids` break, spec's of each period first, then `own`, then what is out of range. */
export function faults(ids: string[], unit: string, get: Get, spec: DeskSpec, own: Relation[]): Fault[] {
  const filled = ids.filter((id) => get(id));
  const known = new Set(filled);
  const inside: Get = (id) => (known.has(id) ? get(id) : "");
  return [...broken([...relationsOf(filled, spec), ...own], inside, spec), ...unusual(filled, unit, get, spec)];
}

/** Spec's relations of these blanks, each in the blank's own period. */
export function relationsOf(ids: string[], spec: DeskSpec): Relation[] {
  return ids.flatMap((id) => {
    const item = itemOf(id, spec);
    return item ? item.relations.map((relation) => inPeriod(relation, parts(id).period)) : [];
  });
}

function inPeriod(relation: Relation, period: string): Relation {
  const at = (id: string) => (period ? `${id}@${period}` : id);
  return { ...relation, item: at(relation.item), of: relation.of.map(at) };
}

/** Ratios and sums are wrong or right; what rests on an estimate can only be a reason to look again. */
export function broken(relations: Relation[], get: Get, spec: DeskSpec): Fault[] {
  return relations.flatMap((relation) => {
    const text = sentence(relation, get, spec);
    const sure = relation.severity === "error" && (relation.kind === "ratio" || relation.kind === "sum");
    return text ? [{ ids: [relation.item, ...relation.of], severity: sure ? "error" : "check", text } as Fault] : [];
  });
}

function sentence(relation: Relation, get: Get, spec: DeskSpec): string {
  const left = parse(get(relation.item));
  const of = relation.of.map((id) => parse(get(id)));
  const complete = of.every((value): value is Decimal => value !== null);
  return left && complete && of.length ? TESTS[relation.kind](relation, left, of, (id) => labelOf(id, spec)) : "";
}

const ratio: Test = (relation, left, of, label) => {
  if (of.length !== 2 || isZero(of[1])) return "";
  const right = divide(relation.percent ? times(of[0], HUNDRED) : of[0], of[1], left.places);
  const [above, below] = relation.of.map(label);
  const said = `${label(relation.item)}写的是${show(left)}，${above}${show(of[0])}÷${below}${show(of[1])}＝${show(right)}`;
  return compare(left, right) ? said : "";
};

const sum: Test = (relation, left, of, label) => {
  const right = of.reduce(plus, whole(0));
  const parts = of.map((value, at) => label(relation.of[at]) + show(value)).join("＋");
  return compare(left, right) ? `${label(relation.item)}写的是${show(left)}，${parts}＝${show(right)}` : "";
};

const at_most: Test = (relation, left, of, label) => {
  const note = relation.text ? `（${relation.text}）` : "";
  const said = `${label(relation.item)}${show(left)}大于${label(relation.of[0])}${show(of[0])}${note}`;
  return compare(left, of[0]) > 0 ? said : "";
};

const range: Test = (relation, _, of, label) => {
  if (of.length !== 2 || isZero(of[1]) || relation.low === undefined || relation.high === undefined) return "";
  if (isBetween(times(of[0], whole(relation.scale ?? 1)), of[1], relation.low, relation.high)) return "";
  const [above, below] = relation.of.map(label);
  return `${above}${show(of[0])}与${below}${show(of[1])}，平均${average(relation, of)}（${relation.text || ""}）`;
};

const TESTS: Record<Relation["kind"], Test> = { ratio, sum, at_most, range };

/** Whether above÷below lies between two numbers, without dividing: a negative divisor turns the signs round. */
function isBetween(above: Decimal, below: Decimal, low: number, high: number): boolean {
  const turn = below.minus ? -1 : 1;
  const to = (edge: number) => compare(above, times(whole(edge), below)) * turn;
  return to(low) >= 0 && to(high) <= 0;
}

/** The average that a relation of the kind range holds against experience, to one decimal. */
export function average(relation: Relation, of: Decimal[]): string {
  return short(divide(times(of[0], whole(relation.scale ?? 1)), of[1], 1));
}

export function unusual(ids: string[], unit: string, get: Get, spec: DeskSpec): Fault[] {
  return ids.flatMap((id) => {
    const item = itemOf(id, spec);
    const value = parse(get(id));
    const edges = item && item.ranges[unit];
    if (!value || !edges) return [];
    const [low, high] = edges;
    const text = `${labelOf(id, spec)}写的是${get(id)}，经验范围是${low}—${high}${item.unit}`;
    return isBetween(value, ONE, low, high) ? [] : [{ ids: [id], severity: "check", text }];
  });
}
