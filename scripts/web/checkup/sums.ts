/** Totals after their parts: 合计, 共, 三项合计 and what stands before it. */
import { distance, written } from "./amounts";
import { areAlike, type Count, counted, sum } from "./counts";
import { from, objection, to } from "./figures";
import { length, numberOf } from "./lines";
import { JOINT } from "./of_which";
import { all, has, step } from "./regex";
import type { FigureRules, Finding } from "./types";
import type { View } from "./view";

/** What may also tell of something else. */
const BARE = /^(?:总共|一共|累计|共)(?!计)/;
const STOP = /[。！？]/;
/** How far before their total its parts stand, and how far after it it is said that some are counted twice. */
const [SPAN, FURTHER] = [240, 24];
/** A sum that is off by no more than this part of the total is meant to be it. */
const OFF = 8n;

export function sums(view: View): Finding[] {
  const rules = view.rules.figures;
  const totals = all(rules.passage, view.shown).filter((match) => has(rules.total, match[0]));
  const found = totals.flatMap((match) => altogether(view, match[0], from(match), counted(match[0], rules.count)));
  const lines = view.lines.filter((line) => /[0-9]/.test(line.text));
  for (const { text, start } of lines.filter((line) => line.text.includes("共") || has(rules.together, line.text))) {
    const counts = counted(text, rules.count);
    found.push(...together(view, text, start, counts), ...gathered(view, text, start, counts));
  }
  return found;
}

function altogether(view: View, sentence: string, offset: number, counts: Count[]): Finding[] {
  const rules = view.rules.figures;
  return all(rules.total, sentence).flatMap((match) => {
    const total = counts.find((c) => c.start === to(match));
    if (!total) return [];
    const parts = runBefore(rules, from(match), total, counts, BARE.test(match[0]));
    const first = parts[0] as Count;
    if (parts.length < 2 || isOther(rules, sentence, first, total)) return [];
    const runs = runsOf(parts);
    if (runs.includes(total.amount.value)) return [];
    return [unequal(view, offset, first, total, runs[0] as bigint, match[0])];
  });
}

/** Return what two months or three batches come to together, where their figures before it come to something else. */
function together(view: View, line: string, offset: number, counts: Count[]): Finding[] {
  const rules = view.rules.figures;
  return all(rules.together, line).flatMap((match) => {
    const total = counts.find((c) => c.start === to(match));
    const number = numberOf(match[1] as string);
    const before = total ? unitsBefore(rules, line, from(match), total, counts) : [];
    const parts = before.slice(-number);
    const first = parts[0] as Count;
    if (!total || parts.length < number || isOther(rules, line, first, total)) return [];
    const stops = line.slice(first.end, total.start).split(STOP).length - 1;
    const [value, right] = [total.amount.value, sum(parts)];
    if (parts.some((c) => c.amount.value >= value) || value >= right * 2n || stops > 1) return [];
    if (runsOf(before.slice(-number - 2)).includes(value)) return [];
    return [unequal(view, offset, first, total, right, match[0])];
  });
}

/** Return a total at the end of a sentence of parts with commas between that nearly, but not quite, come to it. */
function gathered(view: View, line: string, offset: number, counts: Count[]): Finding[] {
  const rules = view.rules.figures;
  return all(rules.gathered, line).flatMap((match) => {
    const total = counts.find((c) => c.start === to(match));
    if (!total) return [];
    const sentence = line.slice(0, from(match)).split(STOP).pop() as string;
    const parts = unitsBefore(rules, line, from(match), total, counts).filter((c) => c.start >= from(match) - sentence.length);
    const [value, runs] = [total.amount.value, runsOf(parts)];
    // Two parts will do where they are numbered, else it takes three.
    const least = parts.slice(-2).every((c) => has(rules.numbered, c.label)) ? 2 : 3;
    if (parts.length < least || runs.includes(value) || isOther(rules, line, parts[0] as Count, total)) return [];
    // The shortest of the runs that are nearest.
    const shortest = parts.length - least;
    const near = parts.slice(0, shortest + 1).reduceRight((best, _, place) => nearer(runs, value, best, place), shortest);
    const right = runs[near] as bigint;
    if (distance(right, value) * OFF > value) return [];
    return [unequal(view, offset, parts[near] as Count, total, right, match[0].replace(/^[，；、]+/, ""))];
  });
}

function nearer(runs: bigint[], value: bigint, one: number, other: number): number {
  return distance(runs[other] as bigint, value) < distance(runs[one] as bigint, value) ? other : one;
}

/** Return the figures not far before a place that count the same as a total. */
function unitsBefore(rules: FigureRules, line: string, end: number, total: Count, counts: Count[]): Count[] {
  const near = (c: Count): boolean => c.end <= end && length(line.slice(c.start, end)) <= SPAN;
  return counts.filter((c) => near(c) && areAlike(rules, c.amount.unit, total.amount.unit));
}

/** Return the finding about a total (`led` is what stands before it) that should be `right`. */
function unequal(view: View, offset: number, first: Count, total: Count, right: bigint, led: string): Finding {
  const said = `前面各项加起来是${written(right, total.amount)}，${led}写的是${total.amount.shown}`;
  return objection(view, offset + first.start, offset + total.end, "should", said);
}

/** Return the sums of the last figures, from all of them to two. */
function runsOf(parts: Count[]): bigint[] {
  return parts.map((_, place) => sum(parts.slice(place))).slice(0, -1);
}

/** Return the figures before a place that are of a total's unit; of the list right before it for a bare 共. */
function runBefore(rules: FigureRules, end: number, total: Count, counts: Count[], listed: boolean): Count[] {
  const before = counts.filter((c) => c.end <= end);
  if (!listed) return before.filter((c) => areAlike(rules, c.amount.unit, total.amount.unit));
  const found: Count[] = [];
  for (const count of before.reverse()) {
    const next = found[0];
    const near = next ? JOINT.test(next.label) && length(next.label) <= 12 : count.end === end - 1;
    if (!near || !areAlike(rules, count.amount.unit, total.amount.unit)) break;
    found.unshift(count);
  }
  return found;
}

/** Whether figures are no parts of a total: so much for each, the sums of prizes, or some are counted twice. */
function isOther(rules: FigureRules, sentence: string, first: Count, total: Count): boolean {
  const text = sentence.slice(first.start - first.label.length, total.end);
  const prizes = total.amount.unit === "元" && has(rules.prize, text);
  const twice = has(rules.overlap, sentence.slice(first.start, step(sentence, total.end, FURTHER)));
  return prizes || twice || has(rules.each, text);
}
