/** Headings with nothing below them, told by their siblings: those have a body or go on in their own line. */
import { length, type Line, strip } from "./lines";
import { has, matchAt } from "./regex";
import type { EmptyRules } from "./types";

/** Characters by which a heading may be longer than those beside it. */
const LONGER = 4;

/** A line with a mark: its text, how long its lead is (0: it has none), and whether anything hangs on it. */
interface Point {
  line: Line;
  text: string;
  lead: number;
  followed: boolean;
}

/** Return the offsets of those of the written lines that are headings with nothing below them. */
export function leftEmpty(lines: Line[], rules: EmptyRules): Set<number> {
  const points = lines.flatMap((line, number) => (line.level ? [pointOf(lines, number, rules)] : []));
  const groups = siblings(points);
  const alone = new Set(groups.filter((group) => group.length === 1).flat());
  const found = groups.filter((group) => group.length > 1).flatMap((group) => hollow(group, rules));
  for (const level of new Set([...alone].map((point) => point.line.level))) {
    const alike = points.filter((point) => point.line.level === level);
    found.push(...hollow(alike, rules).filter((point) => alone.has(point)));
  }
  return new Set(found.map((point) => point.line.start));
}

/** Return a line with a mark as a point: led in, with something below, or neither. */
function pointOf(lines: Line[], number: number, rules: EmptyRules): Point {
  const line = lines[number] as Line;
  const text = strip(line.text.slice(line.markEnd - line.start));
  const led = matchAt(rules.lead, text)?.[1];
  const below = belongs(line, lines[number + 1], lines[number + 2]);
  return { line, text, lead: length(led ?? (below ? text : "")), followed: led !== undefined || below };
}

/** Whether the next line hangs on a point: text, or a deeper point; no heading under which the count begins anew. */
function belongs(line: Line, below: Line | undefined, after: Line | undefined): boolean {
  if (!below) return false;
  if (below.level || !below.heading) return below.level === 0 || below.level > line.level;
  return !(after && after.number === 1 && after.level > 0 && after.level <= line.level);
}

/** Return the points that stand side by side: of one level under one parent, counted from one. */
function siblings(points: Point[]): Point[][] {
  const found: Point[][] = [];
  const within = new Map<number, Point[]>();
  for (const point of points) {
    const level = point.line.level;
    for (const below of [...within.keys()]) if (below > level) within.delete(below);
    let group = point.line.number === 1 ? undefined : within.get(level);
    if (!group) {
      group = [];
      within.set(level, group);
      found.push(group);
    }
    group.push(point);
  }
  return found;
}

/** Return the points of a group that are bare headings while most of the others are not. */
function hollow(group: Point[], rules: EmptyRules): Point[] {
  const full = group.filter((point) => point.followed);
  const bare = group.filter((point) => !point.followed);
  // Text below the last of some bare points may belong to all of them.
  const last = full.length === 1 && full[0] === group[group.length - 1];
  if (!full.length || (last && (group[0] as Point).line.level > 1)) return [];
  const longest = full.reduce((most, point) => Math.max(most, point.lead), 0);
  return bare.filter((p) => readsAsHeading(p, longest, rules) && outweigh(p, full.length, bare.length));
}

/** Whether a point reads as a heading; one below 一、 must be no longer than its siblings' leads are. */
function readsAsHeading(point: Point, longest: number, rules: EmptyRules): boolean {
  if (point.line.level > 1 && length(point.text) > longest + LONGER) return false;
  // A sentence that says how much or how many is no heading.
  return !(point.text.endsWith("。") && has(rules.substance, point.text)) && has(rules.title, point.text);
}

/** Whether points enough have something below: more where a bare one may be an item of a list. */
function outweigh(point: Point, full: number, bare: number): boolean {
  if (point.line.level > 2) return full >= 3 * bare;
  return full >= (point.text.endsWith("。") ? 2 * bare : bare);
}
