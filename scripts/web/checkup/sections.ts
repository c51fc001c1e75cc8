/** Sections and sentences that say nothing: no figure, no action, only words that fit anywhere. */
import { from, SENTENCE, to } from "./figures";
import { leftEmpty } from "./left_empty";
import { length, type Line, strip } from "./lines";
import { all, has } from "./regex";
import type { EmptyRules, Finding, Severity } from "./types";
import type { View } from "./view";

/** Characters of a point's heading, with its mark. */
const LED_IN = 30;
const BASIS = "每段至少有一个可核对的数或一件具体的事";

export function sections(view: View): Finding[] {
  const rules = view.rules.empty;
  const lines = unsigned(view.lines, rules);
  const bodies = lines.map((_, number) => bodyOf(lines, number));
  const empty = leftEmpty(lines, rules);
  const told = new Set<number>();
  let [guided, solid] = [false, false];
  return lines.flatMap((line, number) => {
    const body = bodies[number] as Line[];
    if (line.heading) {
      // 指导思想 has no figures anywhere.
      guided = has(rules.guiding, line.text);
      solid = body.some((part) => has(rules.substance, part.text));
    }
    const title = view.text.slice(line.markEnd, line.end);
    const section = (message: string): Finding[] => [objection(view, line.markEnd, (body[0] ?? line).end, "should", message)];
    const tell = (): void => body.forEach((b) => told.add(b.start));
    if (empty.has(line.start)) return section(`“${title}”下面没有内容`);
    const stub = putOff(view, body, rules);
    if (stub) {
      tell();
      return section(`“${title}”下面只写了“${stub}”`);
    }
    // What points follow only leads to them.
    const leads = (lines[number + 1 + body.length]?.level ?? 0) > line.level;
    if (line.part !== "problem" && body.length && !leads && saysNothing(body, rules) && !has(rules.exempt, line.text)) {
      tell();
      return section(`“${title}”这一节没有数字，也没有具体做了什么`);
    }
    return line.heading || guided || told.has(line.start) ? [] : sentences(view, line, rules, solid);
  });
}

/** Return the written lines without signature and date; a body's name is text unless a date is beside it or the end. */
function unsigned(lines: Line[], rules: EmptyRules): Line[] {
  const written = lines.filter((line) => strip(line.text));
  const signed = written.map((line) => has(rules.signature, line.text));
  const dated = written.map((line, n) => signed[n] && strip(line.text).endsWith("日"));
  return written.filter((_, n) => !signed[n] || !(dated[n - 1] || dated[n] || dated[n + 1] || n === written.length - 1));
}

/** Return what stands in place of a section (略, 另有材料); empty when nothing does, or when it is attached. */
function putOff(view: View, body: Line[], rules: EmptyRules): string {
  const text = strip(body[0]?.text ?? "");
  return body.length === 1 && has(rules.stub, text) && !has(rules.attached, view.shown) ? text : "";
}

function bodyOf(lines: Line[], number: number): Line[] {
  const heading = lines[number] as Line;
  const found: Line[] = [];
  if (!heading.heading || !heading.level) return found;
  for (let next = number + 1; next < lines.length; next++) {
    const line = lines[next] as Line;
    if (line.heading || line.level === 1 || line.level === 2) break;
    found.push(line);
  }
  return found;
}

/** Whether a section has no figure and no action, and phrases enough: one will do in a short one. */
function saysNothing(body: Line[], rules: EmptyRules): boolean {
  const text = body.map((b) => b.text).join("\n");
  return !has(rules.actions, text) && isBare(text, rules, length(text) <= rules.short ? 1 : rules.least);
}

function isBare(text: string, rules: EmptyRules, least: number): boolean {
  return !has(rules.substance, text) && all(rules.phrases, text).length >= least;
}

/** Whether phrases make up a share of a text, in percent: what was done with whom leaves less room for them. */
function isThick(text: string, rules: EmptyRules, share: number): boolean {
  const phrases = all(rules.phrases, text).reduce((sum, match) => sum + length(match[0]), 0);
  return 100 * phrases >= share * length(strip(text));
}

/** Whether the first sentence of a point is its heading: short, and more follows it. */
function isLedIn(line: Line, start: number, end: number): boolean {
  return start === 0 && length(line.text.slice(0, end)) <= LED_IN && line.text.replace(/[ \u3000\t]+$/, "").length > end + 1;
}

/** Return the sentences of a line that say nothing; beside solid ones a topic or a close may have some phrases. */
function sentences(view: View, line: Line, rules: EmptyRules, solid: boolean): Finding[] {
  const beside = solid || has(rules.substance, line.text) ? rules.beside : 0;
  const isEmpty = (match: RegExpMatchArray): boolean => {
    const weak = view.partAt(line.start + from(match)) !== "problem" && !has(rules.actions, match[0]);
    const title = line.level > 0 && (to(match) === line.text.length || isLedIn(line, from(match), to(match)));
    if (title || has(rules.opening, match[0]) || !isBare(match[0], rules, weak ? rules.alone : rules.outweighs)) return false;
    return isThick(match[0], rules, Math.max(beside, weak ? rules.share : rules.acted_share));
  };
  const message = "这一句没有数字，也没有具体的事，放到哪里都通";
  const empty = all(SENTENCE, line.text).filter(isEmpty);
  return empty.map((match) => objection(view, line.start + from(match), line.start + to(match), "check", message));
}

function objection(view: View, start: number, end: number, severity: Severity, message: string): Finding {
  const text = view.text.slice(start, end);
  return { start, end, text, kind: "empty", severity, message, basis: BASIS, level: "通行做法", repair: null };
}
