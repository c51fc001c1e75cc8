/** Days that a draft's own date contradicts: told as done in a summary before they came, or not in the calendar. */
import { titleOf } from "./about";
import { from, objection as ofFigures, SENTENCE, to } from "./figures";
import { all, has, searchFrom } from "./regex";
import type { DateRules, Finding } from "./types";
import type { View } from "./view";

const BASIS = "总结写做成的，计划写要做的";
const PARTS: Record<string, number> = { 上: 1, 初: 1, 中: 11, 下: 21, 底: 25, 末: 25 };

export function dates(view: View): Finding[] {
  const never = all(view.rules.dates.leap_day, view.shown).filter((m) => yearsOf(view, m).every((year) => year % 4 !== 0));
  const message = (match: RegExpMatchArray): string => `“${match[0]}”：这一年2月没有29日`;
  return [...never.map((match) => ofFigures(view, from(match), to(match), "should", message(match))), ...tooLate(view)];
}

/** Return the years that a date may be of. */
function yearsOf(view: View, match: RegExpMatchArray): number[] {
  if (match[1] !== undefined) return [Number(match[1])];
  const { year } = view.about;
  const either = has(view.rules.dates.unless, titleOf(view.shown)) || view.clauseBefore(from(match)).endsWith("年");
  if (either) return [year - 1, year, year + 1];
  return [year, year + Number(view.lineAt(from(match)).part === "plan")];
}

/** Return dates later than the one under a summary, or than its half of the year, where they are told as over. */
function tooLate(view: View): Finding[] {
  const rules = view.rules.dates;
  const signed = dateOf(view, rules);
  const limit = signed || (rules.ends[view.about.genre] ?? 0);
  if (!limit || has(rules.unless, titleOf(view.shown))) return [];
  const message = `在${signed ? "落款日期之后" : "下半年"}，却写成了做完的`;
  const told = later(view, rules, limit).filter((match) => isTold(view, match, rules));
  return told.map((match) => objection(view, match, `“${match[0]}”${message}`));
}

/** Return dates and names of days that are later than a day of this year. */
function later(view: View, rules: DateRules, limit: number): RegExpMatchArray[] {
  const ofYear = (match: RegExpMatchArray): boolean => match[1] === undefined || match[1] === String(view.about.year);
  const written = all(rules.find, view.shown).filter((match) => dayOf(match) > limit && ofYear(match));
  const names = Object.keys(rules.named).filter((name) => (rules.named[name] as number) > limit);
  return [...written, ...(names.length ? all(names.join("|"), view.shown) : [])];
}

/** Return month and day under a summary as one number (704 is 4 July); 0 when it is of another year, or early. */
function dateOf(view: View, rules: DateRules): number {
  if (!rules.genres.includes(view.about.genre)) return 0;
  const last = all(rules.signature, view.shown).pop();
  const [year, month, day] = last ? last.slice(1).map(Number) : [];
  if (year !== view.about.year || month === undefined || month < rules.earliest) return 0;
  return month * 100 + (day ?? 0);
}

/** Return the first day that a date can mean, as one number. */
function dayOf(match: RegExpMatchArray): number {
  return Number(match[2]) * 100 + (match[3] ? Number(match[3]) : (PARTS[match[4] ?? ""] ?? 1));
}

/** Whether the sentence around a date tells what was done, and nothing in it what is to be done. */
function isTold(view: View, match: RegExpMatchArray, rules: DateRules): boolean {
  const line = view.lineAt(from(match));
  if (line.part !== "done" || line.heading) return false;
  const sentence = view.sentence(from(match), to(match));
  return has(rules.done, sentence) && !has(rules.veto, sentence);
}

function objection(view: View, match: RegExpMatchArray, message: string): Finding {
  const start = from(match);
  const told = searchFrom(SENTENCE, view.shown, start);
  const end = told ? to(told) : to(match);
  const text = view.text.slice(start, end);
  return { start, end, text, kind: "tense", severity: "should", message, basis: BASIS, level: "通行做法", repair: null };
}
