/** So many at so much each: a number, what falls to each of them and the total, side by side in a sentence. */
import { Amount, distance, ONE, written } from "./amounts";
import { areAlike, type Count, counted } from "./counts";
import { from, objection, to } from "./figures";
import { all, has, step } from "./regex";
import type { FigureRules, Finding } from "./types";
import type { View } from "./view";

type Match = RegExpMatchArray;
/** The number (null: of months), the figure for each, the total. */
type Trio = [Amount, Count | null, Count, Count];

export function products(view: View): Finding[] {
  const { products: rules, count, passage } = view.rules.figures;
  return all(passage, view.shown).flatMap((sentence) => {
    if (!/[每均]/.test(sentence[0])) return [];
    const [each, ...more] = all(rules.each, sentence[0]);
    if (!each || more.length) return [];
    const counts = counted(sentence[0], count);
    const place = counts.findIndex((c) => c.end === to(each));
    return place < 0 ? [] : failed(view, sentence, counts, place, each);
  });
}

function failed(view: View, sentence: Match, counts: Count[], place: number, each: Match): Finding[] {
  const { figures } = view.rules;
  const rules = figures.products;
  const average = each[0].includes("均");
  const unit = (each[1] ?? each[2]) as string;
  const trio = trios(figures, sentence[0], counts, place, unit)[0] ?? (average ? byMonth(figures, counts, place, unit) : undefined);
  if (!trio) return [];
  const [number, counted, one, total] = trio;
  const right = (number.value * one.amount.value) / ONE;
  const rough = average ? (number.value * one.amount.step) / ONE + total.amount.value / 50n : 0n;
  const places = [one, total, ...(counted ? [counted] : [])];
  const [start, end] = [Math.min(...places.map((c) => c.start)), Math.max(...places.map((c) => c.end))];
  const said = sentence[0].slice(start, step(sentence[0], end, 2));
  if (distance(right, total.amount.value) <= total.amount.step / 2n + rough || has(rules.inexact, said)) return [];
  if (fitsList(figures, counts, place, one, total)) return [];
  const name = rules.name.split("{}").join(unit);
  const message = `${name}：算出来是${written(right, total.amount)}，写的是${total.amount.shown}`;
  const severity = one.amount.unit === "元" ? "should" : "check";
  return [objection(view, from(sentence) + start, from(sentence) + end, severity, message)];
}

/** Return three figures side by side that may be number, figure for each and total. */
function trios(figures: FigureRules, sentence: string, counts: Count[], place: number, unit: string): Trio[] {
  const one = counts[place] as Count;
  const found: Trio[] = [];
  for (let first = Math.max(0, place - 2); first <= Math.min(place, counts.length - 3); first++) {
    const [a, b] = counts.slice(first, first + 3).filter((c) => c !== one) as [Count, Count];
    for (const [number, total] of [[a, b], [b, a]] as [Count, Count][])
      if (isNumber(figures, sentence, number, unit) && isTotal(figures, total, one)) found.push([number.amount, number, one, total]);
  }
  return found;
}

/** Whether a figure counts what stands after 每: 4期, 3个班; not when it is one of a list, or 各办1期. */
function isNumber(figures: FigureRules, sentence: string, count: Count, unit: string): boolean {
  if (count.label.startsWith("、") || has(figures.each, count.label.split("，").pop() as string)) return false;
  const name = unit === "个班" ? "班" : unit;
  const countedSo = count.amount.unit === "个" && sentence.startsWith(name, count.end);
  return countedSo || same(figures, count.amount.unit, name);
}

/** Whether a figure is said to be a total of what falls to each. */
function isTotal(figures: FigureRules, total: Count, one: Count): boolean {
  const more = same(figures, total.amount.unit, one.amount.unit) && total.amount.value > one.amount.value;
  return more && has(figures.products.total, total.label);
}

/** Whether two units count the same in a product: 12人 who came three times are 36人次. */
function same(figures: FigureRules, one: string, other: string): boolean {
  return areAlike(figures, one, other, figures.products.alike);
}

/** Whether the total is that of the figures of a list before: 住院9人次、生育2人、去世4人次，每人次500元. */
function fitsList(figures: FigureRules, counts: Count[], place: number, one: Count, total: Count): boolean {
  let number = 0n;
  const [last, ...more] = counts.slice(0, place).filter((c) => c !== total).reverse();
  for (const count of last ? [last, ...more] : []) {
    if (!same(figures, count.amount.unit, (last as Count).amount.unit)) break;
    number += count.amount.value;
    if ((number * one.amount.value) / ONE === total.amount.value) return true;
  }
  return false;
}

/** Return the months, the figure for each of them and the total beside it, where nothing but 全年 tells how many. */
function byMonth(figures: FigureRules, counts: Count[], place: number, unit: string): Trio | undefined {
  const one = counts[place] as Count;
  if (unit !== "月") return undefined;
  for (const total of counts.slice(Math.max(0, place - 1), place + 2))
    for (const months of figures.products.months)
      if (total !== one && has(months.find, total.label) && isTotal(figures, total, one))
        return [new Amount(String(months.number)), null, one, total];
  return undefined;
}
