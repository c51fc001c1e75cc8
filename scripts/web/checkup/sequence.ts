/** Marks of headings and of 一是 … 二是: numbers left out or given twice, levels skipped, two ways mixed. */
import { type Line, numberOf } from "./lines";
import { all, isNear } from "./regex";
import type { Finding, OrdinalRule, Severity } from "./types";
import type { View } from "./view";

type Basis = [string, string];
const PRACTICE: Basis = ["通行做法", "行文惯例"];
const LAYOUT: Basis = ["国家标准", "GB/T 9704—2012《党政机关公文格式》7.3.3"];

export function sequence(view: View): Finding[] {
  const found: Finding[] = [];
  let last = new Map<number, number>();
  for (const line of view.lines) {
    if (line.level) found.push(...headings(view, line, last));
    else if (line.heading) last = new Map();
  }
  return [...found, ...ordinals(view)];
}

function headings(view: View, line: Line, last: Map<number, number>): Finding[] {
  const found: Finding[] = [];
  const before = last.get(line.level) ?? 0;
  if (line.number !== 1 && line.number !== before + 1 && line.number > 0 && (before || last.size)) {
    const missing = before ? `前面是第${before}个，中间缺了` : "不是从一开始的";
    const text = line.number <= before ? "和前面的重复" : missing;
    found.push(mark(view, line, line.level < 3 ? "must" : "should", `序号“{}”${text}`, PRACTICE));
  }
  const above = Math.max(0, ...[...last.keys()].filter((level) => level < line.level));
  if (before === 0 && above && line.level - above > 1 && line.number === 1) {
    const names = view.rules.structure.level_names;
    const message = `“{}”上面是“${names[above - 1]}”，跳过了“${names[above]}”`;
    found.push(mark(view, line, line.level === 4 ? "should" : "check", message, LAYOUT));
  }
  for (const level of [...last.keys()]) if (level > line.level) last.delete(level);
  last.set(line.level, line.number);
  return found;
}

function mark(view: View, line: Line, severity: Severity, message: string, basis: Basis): Finding {
  const written = line.text.slice(0, line.markEnd - line.start).replace(/^[ \u3000\t]+/, "");
  return point(view, line.markEnd - written.length, line.markEnd, severity, message, basis);
}

function point(view: View, start: number, end: number, severity: Severity, message: string, basis: Basis): Finding {
  const text = view.text.slice(start, end);
  const said = message.split("{}").join(text);
  return { start, end, text, kind: "numbering", severity, message: said, basis: basis[1], level: basis[0], repair: null };
}

function ordinals(view: View): Finding[] {
  const found: Finding[] = [];
  let [last, lastStyle] = [0, ""];
  const styles = view.rules.structure.ordinals.filter((style) => isNear(style, view.shown));
  for (const line of view.lines) {
    if (line.heading) [last, lastStyle] = [0, ""];
    for (const { place, text, number, style } of counted(line, styles)) {
      const message = outOfTurn(number, style.name, last, lastStyle);
      if (message) found.push(point(view, place, place + text.length, style.severity, `“{}”${message}`, PRACTICE));
      if (number === 1 || last) [last, lastStyle] = [number, style.name];
    }
  }
  return found;
}

interface Ordinal {
  place: number;
  text: string;
  number: number;
  style: OrdinalRule;
}

function counted(line: Line, styles: OrdinalRule[]): Ordinal[] {
  const found = styles.flatMap((style) =>
    all(style.find, line.text).map((match) => {
      const [whole, text, number] = match as unknown as [string, string, string];
      const place = line.start + (match.index as number) + whole.length - text.length;
      return { place, text, number: numberOf(number), style };
    }),
  );
  return found.sort((a, b) => a.place - b.place);
}

function outOfTurn(number: number, style: string, last: number, lastStyle: string): string {
  if (number === 1 || !last) return "";
  if (number === last + 1) return style === lastStyle ? "" : `和前面的“${lastStyle}”混用，全文统一用一种`;
  return number <= last ? "的序号和前面的重复" : "前面缺了一个";
}
