/** The lines of a draft: which are headings, of what level and number, and what part of the draft they are in. */
import { has, matchAt } from "./regex";
import type { Structure } from "./types";

export interface Line {
  start: number;
  end: number;
  text: string;
  level: number;
  number: number;
  markEnd: number;
  heading: boolean;
  part: string;
}

const DIGITS = "零一二三四五六七八九";
const OTHERS = new Map([["两", 2], ["首先", 1], ["其次", 2], ["再次", 3]]);

export function linesOf(text: string, structure: Structure, genre: string, year: number): Line[] {
  const found: Line[] = [];
  const begins = structure.begins[genre] ?? "done";
  const stays = structure.plan_stays.includes(genre);
  let [start, part, since, above] = [0, begins, 0, 0];
  for (const written of text.split("\n")) {
    const [level, number, markEnd] = markOf(written, structure);
    const heading = isHeading(written, level, structure);
    const turn = partOf(written, heading ? structure.parts : structure.turns, year);
    if (turn) [part, since] = [turn, heading ? level : above];
    else if (heading && 0 < level && level <= since && !(part === "plan" && stays)) [part, since] = [begins, 0];
    if (heading) above = level;
    const end = start + written.length;
    found.push({ start, end, text: written, level, number, markEnd: start + markEnd, heading, part });
    start = end + 1;
  }
  return found;
}

function markOf(line: string, structure: Structure): [number, number, number] {
  for (const mark of structure.marks) {
    const found = matchAt(mark.find, line);
    if (found) return [mark.level, numberOf(found[1] ?? ""), found[0].length];
  }
  return [0, 0, 0];
}

function isHeading(line: string, level: number, structure: Structure): boolean {
  const bare = strip(line);
  if (!bare || length(bare) > structure.heading_length || (bare.endsWith("。") && bare.includes("，"))) return false;
  return level > 0 || has(structure.bare_heading, bare);
}

function partOf(line: string, parts: Structure["parts"], year: number): string {
  return parts.find((p) => has(p.find.split("{next}").join(String(year + 1)), line))?.part ?? "";
}

export function numberOf(written: string): number {
  if (/^[0-9]+$/.test(written)) return Number(written.slice(0, 6));
  const other = OTHERS.get(written);
  if (other) return other;
  const ten = written.lastIndexOf("十");
  if (ten < 0) return written.length === 1 ? DIGITS.indexOf(written) : 0;
  const [tens, ones] = [written.slice(0, ten), written.slice(ten + 1)];
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

/** Return a line without the blanks around it. */
export function strip(line: string): string {
  return line.replace(/^[ \u3000\t]+/, "").replace(/[ \u3000\t]+$/, "");
}

/** Return how many code points a text has. */
export function length(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
