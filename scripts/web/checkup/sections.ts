/** Sections and sentences that say nothing: no figure, no action, only words that fit anywhere. */
import { from, SENTENCE, to } from "./figures";
import { type Line, strip } from "./lines";
import { all, has } from "./regex";
import type { EmptyRules, Finding, Severity } from "./types";
import type { View } from "./view";

const BASIS = "每段至少有一个可核对的数或一件具体的事";

export function sections(view: View): Finding[] {
  const rules = view.rules.empty;
  const told = new Set<number>();
  return view.lines.flatMap((line, number) => {
    if (line.part === "problem") return [];
    const body = bodyOf(view.lines, number);
    if (body.length && saysNothing(body.map((b) => b.text).join("\n"), rules) && !has(rules.exempt, line.text)) {
      body.forEach((b) => told.add(b.start));
      const message = `“${view.text.slice(line.markEnd, line.end)}”这一节没有数字，也没有具体做了什么`;
      return [objection(view, line.markEnd, line.end, "should", message)];
    }
    return line.heading || told.has(line.start) ? [] : sentences(view, line, rules);
  });
}

function bodyOf(lines: Line[], number: number): Line[] {
  const heading = lines[number] as Line;
  const found: Line[] = [];
  if (!heading.heading || !heading.level) return found;
  for (let next = number + 1; next < lines.length; next++) {
    const line = lines[next] as Line;
    if (line.heading || line.level === 1 || line.level === 2) break;
    if (strip(line.text)) found.push(line);
  }
  return found;
}

function saysNothing(text: string, rules: EmptyRules): boolean {
  return !has(rules.substance, text) && all(rules.phrases, text).length >= rules.least;
}

function sentences(view: View, line: Line, rules: EmptyRules): Finding[] {
  if (has(rules.opening, line.text)) return [];
  const empty = all(SENTENCE, line.text).filter((match) => saysNothing(match[0], rules));
  const message = "这一句没有数字，也没有具体的事，放到哪里都通";
  return empty.map((match) => objection(view, line.start + from(match), line.start + to(match), "check", message));
}

function objection(view: View, start: number, end: number, severity: Severity, message: string): Finding {
  const text = view.text.slice(start, end);
  return { start, end, text, kind: "empty", severity, message, basis: BASIS, level: "通行做法", repair: null };
}
