/** Figures that contradict each other: a rise against its two values, an average. */
import { Amount, amounts, distance, first, percent, withDecimals, written } from "./amounts";
import { all, has, isNear, searchFrom } from "./regex";
import type { Finding, GrowthRule, PerHeadRule, Severity } from "./types";
import type { View } from "./view";

const LEVEL = "通行做法";
const BASIS = "数字要前后一致、算得出来";
export const SENTENCE = "[^。；！？\\n]{1,300}";

type Match = RegExpMatchArray;

export function figures(view: View): Finding[] {
  const rules = view.rules.figures;
  const found: Finding[] = [];
  for (const rule of rules.growth.filter((r) => isNear(r, view.shown)))
    for (const match of all(rule.find, view.shown)) found.push(...growth(view, match, rule));
  for (const match of all(SENTENCE, view.shown))
    for (const rule of rules.per_head.filter((r) => isNear(r, match[0]))) found.push(...perHead(view, match[0], from(match), rule));
  return found;
}

export function objection(view: View, start: number, end: number, severity: Severity, message: string): Finding {
  const text = view.text.slice(start, end);
  return { start, end, text, kind: "figure", severity, message, basis: BASIS, level: LEVEL, repair: null };
}

export const from = (match: Match): number => match.index as number;
export const to = (match: Match): number => from(match) + match[0].length;

export const PERCENTS = ["%", "\uff05"];

function growth(view: View, match: Match, rule: GrowthRule): Finding[] {
  const found = amounts(match);
  const between = match[0].split(/[0-9.]+/).slice(1); // what is said after each figure
  if (rule.before === undefined) return raised(view, match, found, direction(view, between[rule.now] as string));
  const last = 3 - rule.before - rule.now;
  const [before, now, change] = [found[rule.before], found[rule.now], found[last]] as [Amount, Amount, Amount];
  if (!["", now.unit].includes(before.unit) || !before.value) return [];
  const wrong = turned(view, match, before, now, between.slice(Math.min(rule.before, last - 1), last));
  return change.unit ? [...wrong, ...changed(view, match, before, now, change)] : wrong;
}

/** Return 1 where a text tells of a rise, -1 of a fall, 0 of neither or both. */
function direction(view: View, text: string): number {
  const { up, down } = view.rules.figures;
  return Number(has(up, text)) - Number(has(down, text));
}

/** Return two values that are said to rise and fall, or the other way round. */
function turned(view: View, match: Match, before: Amount, now: Amount, said: string[]): Finding[] {
  const way = Number(now.value > before.value) - Number(now.value < before.value);
  if (!way || !said.some((text) => direction(view, text) === -way)) return [];
  const message = `由${before.shown}到${now.shown}，数是${way > 0 ? "升" : "降"}的，说法是${way > 0 ? "降" : "升"}的`;
  return [objection(view, from(match), to(match), "should", message)];
}

/** Return a rate that a value and its rise or fall do not give: 480人，同比增加80人，增长30%. */
function raised(view: View, match: Match, found: Amount[], way: number): Finding[] {
  const [now, by, rate] = found as [Amount, Amount, Amount];
  const before = now.value - BigInt(way) * by.value;
  if (!way || before <= 0n || now.unit !== by.unit) return [];
  const right = percent(by.value, before, rate.decimals);
  if (distance(right, rate.steps) <= 1n) return [];
  const message = `${now.shown}里比从前多（少）${by.shown}，变化是${withDecimals(right, rate.decimals)}%，写的是${rate.shown}`;
  return [objection(view, from(match), to(match), "must", message)];
}

function changed(view: View, match: Match, before: Amount, now: Amount, change: Amount): Finding[] {
  const difference = distance(now.value, before.value);
  const values = `由${before.shown}到${now.shown}`;
  const object = (said: string): Finding[] => [
    objection(view, from(match), to(match), "must", `${values}，${said}，写的是${change.shown}`),
  ];
  if (PERCENTS.includes(change.unit) && !PERCENTS.includes(before.unit)) {
    const right = percent(difference, before.value, change.decimals);
    const off = percent((before.rough * now.value) / before.value + now.rough, before.value, change.decimals);
    const allowed = off + (change.decimals > 0 ? 1n : 0n);
    return distance(right, change.steps) > allowed ? object(`变化是${withDecimals(right, change.decimals)}%`) : [];
  }
  const comparable = ["个百分点", ...PERCENTS, before.unit].includes(change.unit);
  if (difference === change.value || !comparable) return [];
  return object(`相差${written(difference, new Amount("0", change.times, change.unit))}`);
}

function perHead(view: View, sentence: string, offset: number, rule: PerHeadRule): Finding[] {
  if (!has(rule.about, sentence)) return [];
  const about = all(rule.about, sentence)[0] as Match;
  const people = searchFrom(rule.people, sentence, to(about));
  const money = people && searchFrom(rule.money, sentence, to(people));
  if (!people || !money || !first(people).value) return [];
  // 26户，每户800元 is no sum.
  if (has(view.rules.figures.each, sentence.slice(to(people), to(money)))) return [];
  const average = first(money).value / first(people).value;
  if (BigInt(rule.low) <= average && average <= BigInt(rule.high)) return [];
  const message = `平均${average}元，${rule.text}；核对人数、金额和单位（元、万元）`;
  return [objection(view, offset + from(people), offset + to(money), "check", message)];
}

