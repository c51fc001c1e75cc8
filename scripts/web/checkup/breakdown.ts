/** Totals whose parts stand in clauses and sentences of their own: 受理40件。其中欠薪类18件；工伤类12件；….
 * What is told after 从结构看 may also be the parts of a total that stands elsewhere in the draft. */
import { distance } from "./amounts";
import { areAlike, type Count, counted, sum } from "./counts";
import { from, to } from "./figures";
import { length, type Line, numberOf } from "./lines";
import { notAll, unequal, wholesOf } from "./of_which";
import { all, has, regex, step } from "./regex";
import type { FigureRules, Finding } from "./types";
import type { View } from "./view";

/** How far before its parts a total stands. */
const [GAP, MARKED_GAP] = [8, 30];
/** What stands between two parts, where another figure is told with the first. */
const LONG = 36;
/** Parts that are off by no more than this part of their total are meant to be all of it. */
const [OFF, MORE_OFF] = [10n, 6n];
const HIDDEN = "\ue010";

export function breakdown(view: View): Finding[] {
  const { opens } = view.rules.figures.breakdown;
  return view.lines.flatMap((line) => all(opens, line.text).flatMap((match) => brokenDown(view, line, match)));
}

/** Return the objection to one total; its parts begin where the match ends. */
function brokenDown(view: View, line: Line, match: RegExpMatchArray): Finding[] {
  const figures = view.rules.figures;
  const text = readable(figures, line.text);
  const counts = counted(text, figures.count);
  const marked = match[1] === undefined; // by more than 其中
  const before = counts.filter((c) => c.end <= from(match));
  const gap = before.length ? length(text.slice((before[before.length - 1] as Count).end, from(match))) : Infinity;
  const near = gap <= (marked ? MARKED_GAP : GAP);
  let wholes = near ? wholesOf(figures, before) : [];
  const after = counts.filter((c) => c.start >= to(match));
  const parts = partsOf(figures, text, to(match), wholes, after);
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (!first || !last || parts.length < (marked ? 2 : 3)) return [];
  const told = wholes[0] && areAlike(figures, wholes[0].amount.unit, first.amount.unit);
  if (match[2] !== undefined && !told) wholes = toldElsewhere(view, parts);
  const whole = nearly(parts, wholes, marked);
  if (!whole || areOthers(figures, text, from(match), parts, whole)) return [];
  const severity = marked && near ? "should" : "check";
  return [unequal(view, line.start + first.start, line.start + last.end, whole, parts, severity)];
}

/** Return a text, as long as before, without what stands in brackets, and with 一家 as 1家. */
function readable(figures: FigureRules, text: string): string {
  const { brackets, written } = figures.breakdown;
  const bare = text.replace(regex(brackets), (found) => HIDDEN.repeat(found.length));
  return bare.replace(regex(written), (found) => String(numberOf(found)));
}

/** Return the figures of the clauses after a place that tell of parts; none where it is not clear where they end. */
function partsOf(figures: FigureRules, text: string, start: number, wholes: Count[], after: Count[]): Count[] {
  const found: Count[] = [];
  const { aside, ends } = figures.breakdown;
  const unit = after.length ? (wholes[0] ?? (after[0] as Count)).amount.unit : "";
  for (const count of after) {
    if (!areAlike(figures, count.amount.unit, unit)) continue;
    const label = text.slice(start, count.start).split(HIDDEN).join("");
    const said = label.replace(/^[、，；]+/, "").replace(regex(aside), "");
    if (!said || said.startsWith("。") || has(ends, said)) return found;
    const beside = after.some((c) => c.start > start && c.end < count.start);
    if (length(label) > LONG || /[。；：]/.test(said) || said.split("，").length - 1 > Number(beside)) return [];
    found.push({ ...count, label });
    start = count.end;
  }
  return found;
}

/** Whether figures are no parts to be added up: some of them only, so much for each, groups that overlap. */
function areOthers(figures: FigureRules, text: string, start: number, parts: Count[], whole: Count): boolean {
  const [{ unit }, { end }] = [(parts[0] as Count).amount, parts[parts.length - 1] as Count];
  const some = text.charAt(end) === "等" || figures.breakdown.never.includes(unit);
  // What is of several kinds may be left out of a list, or be told twice in it; money is neither.
  const kinds = sum(parts) < whole.amount.value ? figures.shared : figures.crossing;
  const shared = unit !== "元" && parts.some((c) => has(kinds, c.label));
  const each = parts.some((c) => has(figures.each, c.label));
  return some || shared || each || notAll(figures, text.slice(start, step(text, end, LONG)));
}

/** Return the figure anywhere in a draft that may be the total of parts: it is called what all of them are. */
function toldElsewhere(view: View, parts: Count[]): Count[] {
  const figures = view.rules.figures;
  const [total, { label, amount }] = [sum(parts), parts[0] as Count];
  const head = Array.from(label).slice(-2).join("");
  if (!parts.every((c) => c.label.endsWith(head))) return [];
  const larger = (c: Count): boolean => parts.every((part) => c.amount.value > part.amount.value);
  const found = counted(view.shown, figures.count).filter((c) => larger(c) && c.label.endsWith(head));
  const off = (c: Count): bigint => distance(c.amount.value, total);
  const like = found.filter((c) => areAlike(figures, c.amount.unit, amount.unit));
  return like.sort((a, b) => (off(a) < off(b) ? -1 : off(a) > off(b) ? 1 : 0)).slice(0, 1);
}

/** Return the total that parts are meant to come to and do not. */
function nearly(parts: Count[], wholes: Count[], marked: boolean): Count | null {
  const [total, whole] = [sum(parts), wholes[0]];
  if (!whole || wholes.some((c) => c.amount.value === total)) return null;
  const off = marked || total > whole.amount.value ? MORE_OFF : OFF;
  return distance(total, whole.amount.value) * off > whole.amount.value ? null : whole;
}
