/** Totals and the parts right after them: 其中 and a list, a list in brackets or after a colon. */
import { written } from "./amounts";
import { areAlike, type Count, counted, sum } from "./counts";
import { from, objection, to } from "./figures";
import { length } from "./lines";
import { all, has } from "./regex";
import type { FigureRules, Finding, Severity } from "./types";
import type { View } from "./view";

/** 其中, or a bracket or a colon right after a figure: what follows may be the parts of it. */
const OF_WHICH = "[（(：:](?:其中[：:，]?)?|其中[：:，]?|[。，；](?:(?:具体(?:安排|分配|构成)?|分别)[是为][：:，]?|包括)";
export const JOINT = /^(?:[、和及]|以及|，第[二三四五六])/;

export function ofWhich(view: View): Finding[] {
  const rules = view.rules.figures;
  return all(rules.passage, view.shown).flatMap((match) => {
    const sentence = match[0];
    return has(OF_WHICH, sentence) ? totals(view, sentence, from(match), counted(sentence, rules.count)) : [];
  });
}

function totals(view: View, sentence: string, offset: number, counts: Count[]): Finding[] {
  const rules = view.rules.figures;
  return all(OF_WHICH, sentence).flatMap((match) => {
    const before = counts.filter((c) => c.end <= from(match));
    const last = before[before.length - 1];
    const named = match[0].includes("其中");
    if (!last || length(sentence.slice(last.end, from(match))) > (named ? 8 : 0)) return [];
    const wholes = wholesOf(rules, before);
    const whole = wholes[0] as Count;
    let parts = partsOf(rules, sentence, to(match), whole, counts);
    if (named && parts.length === 1) parts = loose(rules, sentence, to(match), whole, counts);
    const told = parts.length > 1 || (named && parts.length > 0);
    return told && !areWhole(parts, wholes) ? compared(view, sentence, offset, whole, parts, named) : [];
  });
}

/** Return the figures that what follows may be parts of, the likeliest first: 12场，比去年的9场增加3场，其中…. */
export function wholesOf(rules: FigureRules, before: Count[]): Count[] {
  const [third, second, last] = [3, 2, 1].map((back) => before[before.length - back]) as (Count | undefined)[];
  const earlier = (count: Count | undefined): boolean => count !== undefined && has(rules.compared, count.label);
  if (second && earlier(last)) return [second];
  return third && earlier(second) ? [third, last as Count] : [last as Count];
}

/** Whether parts come to one of the figures that they may be parts of. */
function areWhole(parts: Count[], wholes: Count[]): boolean {
  return wholes.some((c) => c.amount.value === sum(parts));
}

function compared(view: View, sentence: string, offset: number, whole: Count, parts: Count[], named: boolean): Finding[] {
  const rules = view.rules.figures;
  const [total, last] = [sum(parts), parts[parts.length - 1] as Count];
  if (notAll(rules, sentence) || parts.some((c) => has(rules.each, c.label))) return [];
  // One person may be in several of these groups: each may not exceed the whole, their sum may.
  if (parts.length > 1 && parts.every((c) => has(rules.crossing, c.label))) return [];
  const overlapping = parts.some((c) => has(rules.shared, c.label));
  const withCommas = parts.some((c) => c.label.startsWith("，"));
  if (overlapping && withCommas) return [];
  const shared = overlapping || withCommas;
  const more = total > whole.amount.value;
  if (!more && (shared || !looksWhole(sentence, parts, total, whole, named))) return [];
  return [unequal(view, offset + whole.start, offset + last.end, whole, parts, more && !shared ? "must" : "check")];
}

/** Whether a text says that some are counted twice, or that there are others. */
export function notAll(rules: FigureRules, text: string): boolean {
  return has(rules.overlap, text) || has(rules.besides, text);
}

/** Return the finding, at a place, about a total and its parts. */
export function unequal(view: View, start: number, end: number, whole: Count, parts: Count[], severity: Severity): Finding {
  const shown = parts.map((c) => c.amount.digits + c.amount.times).join("＋");
  const message = `其中各项${shown}＝${written(sum(parts), whole.amount)}，总数写的是${whole.amount.shown}`;
  return objection(view, start, end, severity, message);
}

/** Whether parts that do not reach their total seem to be meant as all of it; 其中 may name two of more. */
function looksWhole(sentence: string, parts: Count[], total: bigint, whole: Count, named: boolean): boolean {
  const after = sentence.charAt((parts[parts.length - 1] as Count).end);
  const enough = parts.length > 2 || !named ? total * 2n : (total * 4n) / 3n;
  return parts.length > 1 && enough >= whole.amount.value && after !== "等";
}

function partsOf(rules: FigureRules, sentence: string, start: number, whole: Count, counts: Count[]): Count[] {
  const found: Count[] = [];
  for (const count of counts.filter((c) => c.start >= start && !isBeside(rules, c, counts, whole))) {
    const label = sentence.slice(start, count.start);
    const joined = !found.length || JOINT.test(label);
    const part = areAlike(rules, count.amount.unit, whole.amount.unit);
    if (!part || !joined || length(label) > 16 || label.includes("，")) break;
    found.push({ ...count, label });
    start = count.end;
  }
  return found;
}

/** Whether a figure only goes with the part that stands right behind it: 砖瓦厂19人28.6万元. */
function isBeside(rules: FigureRules, count: Count, counts: Count[], whole: Count): boolean {
  const parts = counts.filter((c) => areAlike(rules, c.amount.unit, whole.amount.unit));
  return !parts.includes(count) && parts.some((c) => c.start === count.end);
}

/** Return the figures of a list with commas between, where none of them begins to tell of something else. */
function loose(rules: FigureRules, sentence: string, start: number, whole: Count, counts: Count[]): Count[] {
  const found: Count[] = [];
  for (const count of counts.filter((c) => c.start >= start)) {
    const label = sentence.slice(start, count.start);
    const other = found.length && (!label.startsWith("，") || has(rules.apart, label));
    if (!areAlike(rules, count.amount.unit, whole.amount.unit) || other || length(label) > 10) break;
    found.push({ ...count, label });
    start = count.end;
  }
  return found;
}
