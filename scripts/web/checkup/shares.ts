/** What part of a whole a figure is said to be: 占15家任务的四分之三, 其中64人，占21.3%, 完成率95%. */
import { Amount, distance, percent, withDecimals } from "./amounts";
import { areAlike, type Count, counted } from "./counts";
import { from, objection, SENTENCE, to } from "./figures";
import { numberOf } from "./lines";
import { all, back, has } from "./regex";
import type { Finding, Severity } from "./types";
import type { View } from "./view";

type Match = RegExpMatchArray;
/** How many thousandths a fraction may be off, and one that is 近 or 约. */
const [ROUGH, ROUGHER] = [45n, 100n];

export function shares(view: View): Finding[] {
  const { shares: rules, count } = view.rules.figures;
  return all(SENTENCE, view.shown).flatMap((sentence) => {
    if (!has("[占率]|完成", sentence[0])) return [];
    const counts = counted(sentence[0], count);
    return [
      ...all(rules.of, sentence[0]).flatMap((match) => ofWhole(view, sentence, counts, match)),
      ...all(rules.part, sentence[0]).flatMap((match) => ofPart(view, sentence, counts, match)),
      ...all(rules.rate, sentence[0]).flatMap((match) => ofPair(view, sentence, counts, match)),
    ];
  });
}

/** Return a share of a whole that is named with it: 占全年15家任务的四分之三. */
function ofWhole(view: View, sentence: Match, counts: Count[], match: Match): Finding[] {
  const whole = new Amount(match[1] as string, match[2] ?? "", match[3]);
  const parts = counts.filter((c) => c.end <= from(match) && c.amount.unit === whole.unit);
  const part = parts[parts.length - 1];
  if (!part || parts.some((c) => gives(c.amount, whole, match[5], match[6], match[4]))) return [];
  return [share(view, sentence, part.start, match, part.amount, whole)];
}

/** Return a share that the figure right before it has of no figure before: 80家，其中已建会52家，占75%. */
function ofPart(view: View, sentence: Match, counts: Count[], match: Match): Finding[] {
  const before = counts.filter((c) => c.end <= from(match));
  const part = before.pop();
  if (!part || from(match) - part.end > 1) return [];
  const wholes = before.filter((c) => c.amount.unit === part.amount.unit && c.amount.value >= part.amount.value);
  const whole = wholes[wholes.length - 1];
  if (!whole || earlier(view, sentence, match).some((c) => gives(part.amount, c.amount, match[3], match[4], match[2]))) return [];
  const named = (match[1] ?? "").slice(-2);
  const certain = sentence[0].slice(whole.end, part.start).includes("其中");
  if (!certain && !wholes.some((c) => c.label.includes(named))) return [];
  return [share(view, sentence, part.start, match, part.amount, whole.amount, certain ? "should" : "check")];
}

/** Return a rate that no two figures give, where two of one unit stand right before it, or alone after it. */
function ofPair(view: View, sentence: Match, counts: Count[], match: Match): Finding[] {
  const before = counts.filter((c) => c.end <= from(match));
  const after = before.length ? [] : counts.filter((c) => c.start > to(match)).slice(0, 2);
  const [one, other] = after.length ? after : before.slice(-2);
  if (!one || !other || one.amount.unit !== other.amount.unit) return [];
  if (other.label.startsWith("、") && !after.length) return [];
  if ([one, other].some((c) => has(view.rules.figures.shares.moved, c.label))) return []; // of another year, or by how much
  const said = [...earlier(view, sentence, match), ...after].map((c) => c.amount);
  const { figures } = view.rules; // who came, and the votes they gave, count alike
  const alike = (a: Amount, b: Amount): boolean => areAlike(figures, a.unit, b.unit, figures.shares.alike);
  if (said.some((a) => said.some((b) => a !== b && alike(a, b) && gives(a, b, match[1])))) return [];
  const [part, whole] = one.amount.value <= other.amount.value ? [one.amount, other.amount] : [other.amount, one.amount];
  return [share(view, sentence, from(match), match, part, whole, "check")];
}

/** Return the figures before a share in its line. */
function earlier(view: View, sentence: Match, match: Match): Count[] {
  const end = from(sentence) + from(match);
  const line = view.shown.slice(view.lineAt(end).start, end);
  return counted(back(line, line.length, 200), view.rules.figures.count);
}

/** Whether part and whole give a percentage, as exact as it is written, or roughly a fraction. */
function gives(part: Amount, whole: Amount, rate?: string, fraction?: string, near?: string): boolean {
  if (!whole.value) return true;
  if (rate) {
    const said = new Amount(rate);
    return distance(percent(part.value, whole.value, said.decimals), said.steps) <= (near ? ROUGH : 1n);
  }
  const off = distance(percent(part.value, whole.value, 1), thousandths(fraction ?? ""));
  return off <= (near ? ROUGHER : ROUGH);
}

/** Return 四分之三, 七成五 or 一半 in thousandths. */
function thousandths(fraction: string): bigint {
  if (fraction === "一半") return 500n;
  const [whole, part] = fraction.split("分之") as [string, string | undefined];
  if (part) return (1000n * BigInt(numberOf(part))) / BigInt(numberOf(whole));
  const [tenths, rest] = fraction.split("成") as [string, string];
  return BigInt(100 * numberOf(tenths) + 10 * (rest ? numberOf(rest) : 0));
}

function share(
  view: View,
  sentence: Match,
  start: number,
  match: Match,
  part: Amount,
  whole: Amount,
  severity: Severity = "must",
): Finding {
  const right = whole.value ? withDecimals(percent(part.value, whole.value, 1), 1) : "";
  const message = `${part.shown}÷${whole.shown}＝${right}%，和写的“${match[0].replace(/^[，（]+/, "")}”对不上`;
  return objection(view, from(sentence) + start, from(sentence) + to(match), severity, message);
}
