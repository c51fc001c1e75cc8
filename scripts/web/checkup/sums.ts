/** Totals and their parts: 其中 and what follows it, 合计 and what stands before it. */
import { Amount, written } from "./amounts";
import { from, objection, to } from "./figures";
import { length, numberOf } from "./lines";
import { all, has } from "./regex";
import type { FigureRules, Finding } from "./types";
import type { View } from "./view";

/** A figure with its unit in a sentence; label is what stands between it and the figure before. */
export interface Count {
  start: number;
  end: number;
  amount: Amount;
  label: string;
}

/** 其中, or a bracket or a colon right after a figure: what follows may be the parts of it. */
const OF_WHICH = "[（(：:](?:其中[：:，]?)?|其中[：:，]?|[。，；](?:(?:具体(?:安排|分配|构成)?|分别)[是为][：:，]?|包括)";
/** What may also tell of something else. */
const BARE = /^(?:总共|一共|累计|共)(?!计)/;
const JOINT = /^(?:[、和及]|以及|，第[二三四五六])/;
/** A sentence with all that its semicolons part. */
const FULL = "[^。！？\\n]{1,300}";
const PERSONS = ["人", "名"];

export function sums(view: View): Finding[] {
  const rules = view.rules.figures;
  const whole = has(rules.together, view.shown) ? all(FULL, view.shown) : [];
  const jointly = whole.flatMap((match) => together(view, match[0], from(match), counted(match[0], rules.count)));
  const others = all(rules.passage, view.shown).flatMap((match) => {
    const sentence = match[0];
    if (!has(OF_WHICH, sentence) && !has(rules.total, sentence)) return [];
    const counts = counted(sentence, rules.count);
    return [ofWhich, altogether].flatMap((find) => find(view, sentence, from(match), counts));
  });
  return [...jointly, ...others];
}

export function counted(sentence: string, count: string): Count[] {
  let end = 0;
  return all(count, sentence).map((match) => {
    const amount = new Amount(match[1] as string, match[2] ?? "", match[3]);
    const found = { start: from(match), end: to(match), amount, label: sentence.slice(end, from(match)) };
    end = to(match);
    return found;
  });
}

function ofWhich(view: View, sentence: string, offset: number, counts: Count[]): Finding[] {
  return all(OF_WHICH, sentence).flatMap((match) => {
    const whole = counts.filter((c) => c.end <= from(match)).pop();
    const named = match[0].includes("其中");
    if (!whole || length(sentence.slice(whole.end, from(match))) > (named ? 8 : 0)) return [];
    let parts = partsOf(sentence, to(match), whole, counts);
    if (named && parts.length === 1) parts = loose(view, sentence, to(match), whole, counts);
    return parts.length > 1 || named ? compared(view, sentence, offset, whole, parts) : [];
  });
}

function compared(view: View, sentence: string, offset: number, whole: Count, parts: Count[]): Finding[] {
  const rules = view.rules.figures;
  const total = sum(parts);
  const last = parts[parts.length - 1];
  if (!last || total === whole.amount.value || has(rules.overlap, sentence)) return [];
  if (parts.some((c) => has(rules.each, c.label))) return [];
  // One person may be in several of these groups: each may not exceed the whole, their sum may.
  if (parts.length > 1 && parts.every((c) => has(rules.crossing, c.label))) return [];
  const overlapping = parts.some((c) => has(rules.shared, c.label));
  const withCommas = parts.some((c) => c.label.startsWith("，"));
  if (overlapping && withCommas) return [];
  const shared = overlapping || withCommas;
  const more = total > whole.amount.value;
  if (!more && (shared || !looksWhole(sentence, parts, total, whole))) return [];
  const shown = parts.map((c) => c.amount.digits + c.amount.times).join("＋");
  const message = `其中各项${shown}＝${written(total, whole.amount)}，总数写的是${whole.amount.shown}`;
  return [objection(view, offset + whole.start, offset + last.end, more && !shared ? "must" : "check", message)];
}

function sum(counts: Count[]): bigint {
  return counts.reduce((total, c) => total + c.amount.value, 0n);
}

/** Whether parts that do not reach their total seem to be meant as all of it. */
function looksWhole(sentence: string, parts: Count[], total: bigint, whole: Count): boolean {
  const after = sentence.charAt((parts[parts.length - 1] as Count).end);
  return parts.length > 1 && total * 2n >= whole.amount.value && after !== "等";
}

function partsOf(sentence: string, start: number, whole: Count, counts: Count[]): Count[] {
  const found: Count[] = [];
  for (const count of counts.filter((c) => c.start >= start && !isBeside(c, counts, whole))) {
    const label = sentence.slice(start, count.start);
    const joined = !found.length || JOINT.test(label);
    if (!isPart(count.amount.unit, whole.amount.unit) || !joined || length(label) > 16 || label.includes("，")) break;
    found.push({ ...count, label });
    start = count.end;
  }
  return found;
}

/** Whether a figure only goes with the part that stands right behind it: 砖瓦厂19人28.6万元. */
function isBeside(count: Count, counts: Count[], whole: Count): boolean {
  const part = (c: Count): boolean => isPart(c.amount.unit, whole.amount.unit);
  return !part(count) && counts.some((c) => part(c) && c.start === count.end);
}

/** Return the figures of a list with commas between, where none of them begins to tell of something else. */
function loose(view: View, sentence: string, start: number, whole: Count, counts: Count[]): Count[] {
  const found: Count[] = [];
  for (const count of counts.filter((c) => c.start >= start)) {
    const label = sentence.slice(start, count.start);
    const other = found.length && (!label.startsWith("，") || has(view.rules.figures.apart, label));
    if (!isPart(count.amount.unit, whole.amount.unit) || other || length(label) > 10) break;
    found.push({ ...count, label });
    start = count.end;
  }
  return found;
}

function altogether(view: View, sentence: string, offset: number, counts: Count[]): Finding[] {
  const rules = view.rules.figures;
  return all(rules.total, sentence).flatMap((match) => {
    const total = counts.find((c) => c.start === to(match));
    if (!total) return [];
    const listed = BARE.test(match[0]);
    const parts = runBefore(from(match), total, counts, listed);
    const first = parts[0] as Count;
    if (parts.length < 2 || isOther(rules, sentence, first, total)) return [];
    const runs = runsOf(parts);
    if (runs.includes(total.amount.value)) return [];
    return [unequal(view, offset, first, total, runs[0] as bigint, match[0])];
  });
}

/** Return what two months or three batches come to together, where their figures before it come to something else. */
function together(view: View, sentence: string, offset: number, counts: Count[]): Finding[] {
  const rules = view.rules.figures;
  return all(rules.together, sentence).flatMap((match) => {
    const total = counts.find((c) => c.start === to(match));
    const before = counts.filter((c) => c.end <= from(match) && c.amount.unit === total?.amount.unit);
    const number = numberOf(match[1] as string);
    const parts = before.slice(-number);
    const first = parts[0] as Count;
    if (!total || parts.length < number || isOther(rules, sentence, first, total)) return [];
    const [value, right] = [total.amount.value, sum(parts)];
    if (parts.some((c) => c.amount.value >= value) || value >= right * 2n || runsOf(before).includes(value)) return [];
    return [unequal(view, offset, first, total, right, match[0])];
  });
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
function runBefore(end: number, total: Count, counts: Count[], listed: boolean): Count[] {
  const before = counts.filter((c) => c.end <= end);
  if (!listed) return before.filter((c) => c.amount.unit === total.amount.unit);
  const found: Count[] = [];
  for (const count of before.reverse()) {
    const next = found[0];
    const near = next ? JOINT.test(next.label) && length(next.label) <= 12 : count.end === end - 1;
    if (!near || !isPart(count.amount.unit, total.amount.unit)) break;
    found.unshift(count);
  }
  return found;
}

/** Whether what is counted so may be part of a total counted so; 人次 count one person several times. */
function isPart(unit: string, of: string): boolean {
  return unit === of || (PERSONS.includes(unit) && PERSONS.includes(of));
}

/** Whether figures are no parts of a total: so much for each, or the sums of prizes. */
function isOther(rules: FigureRules, sentence: string, first: Count, total: Count): boolean {
  const text = sentence.slice(first.start - first.label.length, total.end);
  return (total.amount.unit === "元" && has(rules.prize, text)) || has(rules.each, text);
}
