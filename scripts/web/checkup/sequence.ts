/** Marks of headings and of 一是 … 二是: numbers left out or given twice, levels skipped, two ways mixed. */
import { type Line, numberOf, strip } from "./lines";
import { all, has, isNear } from "./regex";
import type { Finding, OrdinalRule, Severity } from "./types";
import type { View } from "./view";

type Basis = [string, string];
const PRACTICE: Basis = ["通行做法", "行文惯例"];
const LAYOUT: Basis = ["国家标准", "GB/T 9704—2012《党政机关公文格式》7.3.3"];

type Seen = Map<number, number[]>;

export function sequence(view: View): Finding[] {
  const found: Finding[] = [];
  const levels = new Set(view.lines.map((line) => line.level));
  let seen: Seen = new Map();
  for (const line of view.lines) {
    if (line.level) {
      found.push(...headings(view, line, seen), ...skipped(view, line, seen, levels));
      const before = line.number === 1 ? [] : (seen.get(line.level) ?? []);
      seen = new Map([...seen].filter(([level]) => level <= line.level)).set(line.level, [...before, line.number]);
    } else if (line.heading) seen = new Map();
  }
  return [...found, ...announced(view), ...ordinals(view)];
}

function headings(view: View, line: Line, seen: Seen): Finding[] {
  const text = misplaced(line.number, seen.get(line.level) ?? [], seen.size > 0);
  return text ? [mark(view, line, line.level < 3 ? "must" : "should", `序号“{}”${text}`, PRACTICE)] : [];
}

/** Return what is wrong with a number after others; empty when nothing is. A 1 after a 2 may begin a new list. */
function misplaced(number: number, before: number[], begun: boolean): string {
  const highest = Math.max(0, ...before);
  if (number < 1 || !begun || number === highest + 1) return "";
  if (number === 1 && !(before.length === 1 && before[0] === 1)) return "";
  if (before.includes(number)) return "和前面的重复";
  if (number === before.length + 1) return ""; // a number was given twice before
  if (!before.length) return "不是从一开始的";
  return `前面是第${before[before.length - 1]}个，${number < highest ? "次序颠倒了" : "中间缺了"}`;
}

/** Return a mark two levels below the one above it. 1. under 一、 is right in a draft that has no （一） at all. */
function skipped(view: View, line: Line, seen: Seen, levels: Set<number>): Finding[] {
  const above = Math.max(0, ...[...seen.keys()].filter((level) => level < line.level));
  const short = line.level === 3 && above === 1 && !levels.has(2);
  if (line.number !== 1 || !above || line.level - above < 2 || seen.has(line.level) || short) return [];
  const names = view.rules.structure.level_names;
  const message = `“{}”上面是“${names[above - 1]}”，跳过了“${names[above]}”`;
  return [mark(view, line, line.level === 4 ? "should" : "check", message, LAYOUT)];
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

/** Return a number of things that the headings right below do not come to: 抓好三件事 over four headings. */
function announced(view: View): Finding[] {
  const { announces } = view.rules.structure;
  const lines = view.lines.filter((line) => strip(line.text));
  return lines.flatMap((line, number) => {
    const below = lines[number + 1];
    const said = below?.number === 1 && !line.heading ? all(announces, line.text).pop() : undefined;
    if (!said || !below?.level) return [];
    const [least, most] = listedBelow(view, lines.slice(number + 1));
    const wanted = numberOf(said[2] as string);
    return least <= wanted && wanted <= most ? [] : [counts(view, line, said, "check", `下面列了${most}个`)];
  });
}

/** Return how many marks of a level there are from one on; at least those that a count would not leave out. */
function listedBelow(view: View, lines: Line[]): [number, number] {
  const first = lines[0] as Line;
  let [least, most] = [0, 0];
  for (const line of lines) {
    if ((0 < line.level && line.level < first.level) || (line.heading && !line.level)) break;
    if (line.level !== first.level) continue;
    most += 1;
    if (line.part === first.part && !has(view.rules.structure.besides, line.text)) least += 1;
  }
  return [least, most];
}

function counts(view: View, line: Line, said: RegExpMatchArray, severity: Severity, text: string): Finding {
  const written = said[1] as string;
  const start = line.start + (said.index as number) + said[0].indexOf(written);
  return point(view, start, start + written.length, severity, `这里说“{}”，${text}`, PRACTICE);
}

function ordinals(view: View): Finding[] {
  const found: Finding[] = [];
  let [last, lastStyle] = [0, ""];
  const styles = view.rules.structure.ordinals.filter((style) => isNear(style, view.shown));
  for (const line of view.lines) {
    if (line.heading) [last, lastStyle] = [0, ""];
    const here = points(line, styles);
    found.push(...promised(view, line, here));
    for (const { place, text, number, style } of here) {
      const message = outOfTurn(number, style.name, last, lastStyle);
      if (message) found.push(point(view, place, place + text.length, style.severity, `“{}”${message}`, PRACTICE));
      // The first point may stand where no finder sees it: 1. at the head of a line, 做到一是.
      if (number < 3 || last) [last, lastStyle] = [number, style.name];
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

function points(line: Line, styles: OrdinalRule[]): Ordinal[] {
  const found = styles.flatMap((style) =>
    all(style.find, line.text).map((match) => {
      const [whole, text, number] = match as unknown as [string, string, string];
      const place = line.start + (match.index as number) + whole.length - text.length;
      return { place, text, number: numberOf(number), style };
    }),
  );
  return found.sort((a, b) => a.place - b.place);
}

/** Return a number of points that the ones right after it do not come to: 有三条：一是…；二是…。 */
function promised(view: View, line: Line, found: Ordinal[]): Finding[] {
  if (!found.length) return [];
  return all(view.rules.structure.promises, line.text).flatMap((said) => {
    const end = line.start + (said.index as number) + said[0].length;
    const after = found.filter((point) => point.place >= end).map((point) => point.number);
    const again = after.indexOf(1, 1);
    const run = again < 0 ? after : after.slice(0, again);
    const wrong = run.every((number, place) => number === place + 1) && run.length > 1 && run.length !== numberOf(said[2] as string);
    return wrong ? [counts(view, line, said, "should", `后面列了${run.length}个`)] : [];
  });
}

function outOfTurn(number: number, style: string, last: number, lastStyle: string): string {
  if (number === 1 || !last) return "";
  if (number === last + 1) return style === lastStyle ? "" : `和前面的“${lastStyle}”混用，全文统一用一种`;
  return number <= last ? "的序号和前面的重复" : "前面缺了一个";
}
