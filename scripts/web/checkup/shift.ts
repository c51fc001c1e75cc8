/** Findings moved along with an edit, so that marks stay in place until the text has been checked anew. */
import type { Finding } from "./types";

/** Moves them in place, because the list holds the same ones; returns those that the edit did not touch. */
export function shift(findings: Finding[], before: string, after: string): Finding[] {
  const { start, end, grown } = change(before, after);
  const left = findings.filter((one) => one.end <= start || one.start >= end);
  left.filter((one) => one.end > start).forEach((one) => {
    one.start += grown;
    one.end += grown;
  });
  return left;
}

/** The part of `before` that an edit replaced, and by how much the text has grown. */
export function change(before: string, after: string): { start: number; end: number; grown: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, grown: after.length - before.length };
}

/** The text with every repair in it; of repairs that overlap only the first, and none whose words have changed. */
export function repaired(text: string, findings: Finding[]): string {
  let [done, place] = ["", 0];
  for (const one of [...findings].sort((a, b) => a.start - b.start)) {
    if (one.repair === null || one.start < place || text.slice(one.start, one.end) !== one.text) continue;
    done += text.slice(place, one.start) + one.repair;
    place = one.end;
  }
  return done + text.slice(place);
}
