/** Pattern rules: a regex and the conditions under which what it finds is an objection. */
import { isBankCard, isIdentityNumber } from "./numbers";
import { all, has, linesNear, matchAt } from "./regex";
import type { About, Bounded, Finding, PatternRule } from "./types";
import type { View } from "./view";

const AFTER = 16;
const YEAR = "(?:19|20)[0-9][0-9](?=年)";
const VERIFY: Record<string, (written: string) => boolean> = { identity: isIdentityNumber, bank_card: isBankCard };

export function patterns(view: View): Finding[] {
  const found: Finding[] = [];
  for (const rule of view.rules.patterns) {
    if (!isFor(rule, view.about)) continue;
    const text = rule.hidden ? view.hidden : view.shown;
    const lines = linesNear(rule, text);
    if (!lines.length) continue;
    if (rule.unless !== undefined && has(rule.unless, view.shown)) continue;
    if (rule.along !== undefined && !has(rule.along, view.shown)) continue;
    for (const [start, end] of lines)
      for (const match of all(rule.find, text.slice(start, end)))
        if (holds(rule, match, start, view)) found.push(finding(rule, match, start, view.text));
  }
  return found;
}

export function isFor(rule: Bounded, about: About): boolean {
  const [low, high] = rule.years ?? [0, 9999];
  return (
    low <= about.year &&
    about.year <= high &&
    (!rule.units || rule.units.includes(about.unit)) &&
    (!rule.genres || rule.genres.includes(about.genre))
  );
}

function holds(rule: PatternRule, match: RegExpMatchArray, offset: number, view: View): boolean {
  const start = offset + (match.index as number);
  const end = start + match[0].length;
  if (rule.before !== undefined && !isCurrent(rule, rule.before, start, end, view)) return false;
  if (rule.not_before !== undefined && has(rule.not_before, view.clauseBefore(start))) return false;
  if (rule.part !== undefined && view.partAt(start) !== rule.part) return false;
  const { veto, history } = rule;
  const sentence = veto !== undefined || history !== undefined ? view.sentence(start, end) : "";
  if (veto !== undefined && has(veto, sentence)) return false;
  if (history !== undefined && all(YEAR, sentence).some((y) => Number(y[0]) <= history)) return false;
  return rule.verify === undefined || (VERIFY[rule.verify]?.(match[0]) ?? false);
}

function isCurrent(rule: PatternRule, before: string, start: number, end: number, view: View): boolean {
  if (has(before, view.clauseBefore(start))) return true;
  return rule.after !== undefined && matchAt(rule.after, view.ahead(end, AFTER)) !== null;
}

function finding(rule: PatternRule, match: RegExpMatchArray, offset: number, text: string): Finding {
  const start = offset + (match.index as number);
  const end = start + match[0].length;
  const written = text.slice(start, end);
  const repair = rule.parts?.map((p) => (typeof p === "string" ? p : (match[p] ?? ""))).join("") ?? null;
  const { kind, severity, basis, level } = rule;
  return { start, end, text: written, kind, severity, message: said(rule, written), basis, level, repair };
}

function said(rule: PatternRule, written: string): string {
  return rule.message.split("{}").join(rule.kind === "numeral" ? written : withinMarks(written));
}

function withinMarks(text: string): string {
  for (const [opening, closing, inner] of [["“", "”", "‘’"], ["《", "》", "《》"]] as const) {
    const paired = text.split(opening).length === text.split(closing).length;
    text = text.split(opening).join(paired ? inner.charAt(0) : "").split(closing).join(paired ? inner.charAt(1) : "");
  }
  return text;
}
