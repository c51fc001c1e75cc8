/** A whole, a part of it and their rate: 受理40件，调解成功36件，成功率90%, side by side or with the rate elsewhere. */
import { Amount, distance, first, percent, withDecimals } from "./amounts";
import { areAlike, counted } from "./counts";
import { from, objection, PERCENTS, to } from "./figures";
import type { Line } from "./lines";
import { all, back, has, isNear, searchFrom, step } from "./regex";
import type { FigureRules, Finding, PairRule } from "./types";
import type { View } from "./view";

/** How far a part stands from its whole, and a rate from its part. */
const NEAR = 60;
/** How far before a rate its subject stands. */
const LED = 16;

type Match = RegExpMatchArray;
type Pair = [Match, Match];

export function pairs(view: View): Finding[] {
  const found: Finding[] = [];
  const told = new Map<string, [number, Pair][]>();
  for (const [start, text] of passages(view)) {
    const rules = view.rules.figures.pairs.filter((r) => isNear(r, text) && isNear({ near: r.near_part }, text));
    found.push(...contradictions(view, text, start, rules));
    for (const rule of rules.filter((r) => r.subject !== undefined && view.lineAt(start).part === "done")) {
      const here = matched(text, rule).map((pair): [number, Pair] => [start, pair]);
      told.set(rule.name, [...(told.get(rule.name) ?? []), ...here]);
    }
  }
  return [...found, ...view.rules.figures.pairs.flatMap((rule) => far(view, rule, told.get(rule.name) ?? []))];
}

/** Return the rates before, or far from, all pairs of their kind, which stand in one line, where none gives them. */
function far(view: View, rule: PairRule, told: [number, Pair][]): Finding[] {
  if (!told.length || rule.rate === undefined || rule.subject === undefined || new Set(told.map(([start]) => start)).size !== 1) return [];
  const [start, [whole, part]] = told[0] as [number, Pair];
  const [said, end] = [to(part) + start, view.lineAt(start).end];
  return all(rule.rate, view.shown).flatMap((match) => {
    const beside = said <= from(match) && from(match) <= end;
    if (beside || !isOf(view, rule, match)) return [];
    const rate = new Amount(match[1] as string);
    const rights = told.map(([, [w, p]]) => percent(first(p).value, first(w).value, rate.decimals));
    if (rights.some((right) => distance(right, rate.steps) <= 1n)) return [];
    const shown = withDecimals(rights[0] as bigint, rate.decimals);
    const message = `写的是${rate.digits}%，别处写着${whole[0]}、${part[0]}，算出来是${shown}%`;
    return [objection(view, from(match), to(match), "should", message)];
  });
}

/** Whether a rate is what this year's pair of a rule should give. */
function isOf(view: View, rule: PairRule, match: Match): boolean {
  const { other_rate, elsewhere, count } = view.rules.figures;
  const clause = view.clauseBefore(from(match), LED) + match[0] + view.ahead(to(match), 2);
  const sentence = view.sentence(from(match), to(match));
  const before = counted(sentence.slice(0, sentence.indexOf(match[0])), count);
  const own = before.some((c) => !PERCENTS.includes(c.amount.unit)); // what it is the rate of stands beside it
  const line = view.lineAt(from(match));
  if (line.part !== "done" || line.heading || own || has(other_rate, clause) || has(elsewhere, sentence)) return false;
  return has(rule.subject ?? "", clause);
}

/** Return (offset, text) of every line that has a figure; the rows of a table are one. */
function passages(view: View): [number, string][] {
  const found: [number, string][] = [];
  let run: Line[] = [];
  const close = (): void => {
    if (!run.length) return;
    const [start, end] = [(run[0] as Line).start, (run[run.length - 1] as Line).end];
    const text = view.shown.slice(start, end);
    if (/[0-9]/.test(text)) found.push([start, text]);
  };
  for (const line of view.lines) {
    if (isRow(line) && run.length && isRow(run[run.length - 1] as Line)) run.push(line);
    else {
      close();
      run = [line];
    }
  }
  close();
  return found;
}

function isRow(line: Line): boolean {
  return line.text.includes("\t") || line.text.includes("|");
}

function contradictions(view: View, line: string, offset: number, rules: PairRule[]): Finding[] {
  const right = new Set<number>();
  const wrong: Finding[] = [];
  for (const rule of rules)
    for (const [whole, part] of matched(line, rule)) {
      const rate = rule.rate === undefined ? null : rateOf(line, part, rule.rate, view.rules.figures.count);
      const [above, below, start] = [first(part), first(whole), offset + from(part)];
      const found = rate && rated(view, offset + from(rate), offset + to(rate), rate, above, below);
      if (above.value > below.value && !mayBeMore(view, line, whole, part)) {
        const message = `${rule.name}：${part[0]}，多于${whole[0]}`;
        wrong.push(objection(view, start, offset + to(part), "check", message));
      } else if (rate && found) {
        wrong.push(found);
        if (givenByOthers(line, rate, view.rules.figures)) right.add(found.start);
      } else if (rate) right.add(offset + from(rate));
    }
  return wrong.filter((finding) => !right.has(finding.start));
}

/** Whether a part may be more than the whole before it: what is new, or left from last year; or of a nearer one. */
function mayBeMore(view: View, line: string, whole: Match, part: Match): boolean {
  const { grown, carried, count } = view.rules.figures;
  const between = line.slice(to(whole), from(part));
  if (has(grown, between) || has(carried, line.slice(to(part), step(line, to(part), NEAR)))) return true;
  const like = all(count, between).filter((m) => part[0].endsWith(m[3] as string));
  return like.some((m) => first(m).value >= first(part).value);
}

/** Return each whole with the part that follows it, where no other whole stands between. */
function matched(line: string, rule: PairRule): Pair[] {
  const found: Pair[] = [];
  const wholes = all(rule.whole, line);
  wholes.forEach((whole, number) => {
    const part = searchFrom(rule.part, line, to(whole), NEAR);
    if (!part || back(line, from(whole), 30).includes("其中")) return;
    const next = wholes[number + 1];
    if (first(whole).value && !(next && from(next) < from(part))) found.push([whole, part]);
  });
  return found;
}

/** Return the rate after a part; not one that belongs to a like figure of a later sentence. */
function rateOf(line: string, part: Match, find: string, count: string): Match | null {
  const rate = searchFrom(find, line, to(part), NEAR);
  const between = rate ? line.slice(to(part), from(rate)) : "";
  const later = Math.max(between.lastIndexOf("。"), between.lastIndexOf("；"));
  const like = later >= 0 && all(count, between.slice(later)).some((m) => part[0].endsWith(m[3] as string));
  return like ? null : rate;
}

/** Whether two other figures of one unit before a rate give it. */
function givenByOthers(line: string, rate: Match, figures: FigureRules): boolean {
  const digits = new Amount(rate[1] as string);
  const found = counted(back(line, from(rate), NEAR * 2), figures.count).map((count) => count.amount);
  const rated = (a: Amount, b: Amount): boolean => percent(a.value, b.value, digits.decimals) === digits.steps;
  const gives = (a: Amount, b: Amount): boolean => a !== b && 0n < a.value && a.value <= b.value && rated(a, b);
  return found.some((a) => found.some((b) => areAlike(figures, a.unit, b.unit) && gives(a, b)));
}

function rated(view: View, start: number, end: number, match: Match, above: Amount, below: Amount): Finding | null {
  const rate = new Amount(match[1] as string);
  const right = percent(above.value, below.value, rate.decimals);
  if (right === rate.steps) return null;
  const shown = withDecimals(right, rate.decimals);
  const message = `写的是${rate.digits}%，${above.digits}${above.times}÷${below.digits}${below.times}＝${shown}%`;
  return objection(view, start, end, distance(right, rate.steps) === 1n ? "check" : "must", message);
}
