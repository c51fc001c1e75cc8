/** The piece of a section that shows why it was found. */
import { folded, type Fold } from "./fold";
import type { Text } from "./index";
import type { Term } from "./query";

const BEFORE = 18;
const LENGTH = 72;

export interface Excerpt {
  excerpt: string;
  marks: [number, number][];
}

/** Of the line with the most terms, body before headings; its beginning when a term stands only in a heading. */
export function excerptOf(text: Text, terms: Term[], fold: Fold): Excerpt {
  const body = text.lines.map((line, i) => ({ line, folded: text.folded[i] })).filter(({ line }) => !/\d/.test(line.kind));
  const lines = body.length ? body : text.lines.map((line, i) => ({ line, folded: text.folded[i] }));
  const score = (one: string) => terms.filter((term) => one.includes(term.text)).length;
  const best = lines.reduce((a, b) => (score(b.folded) > score(a.folded) ? b : a), lines[0]);
  return best ? cut(best.line.text, terms, fold) : { excerpt: "", marks: [] };
}

function cut(text: string, terms: Term[], fold: Fold): Excerpt {
  const places = marksIn(text, terms, fold);
  const first = places.length ? places[0][0] : 0;
  const start = text.length <= LENGTH ? 0 : Math.max(0, Math.min(first - BEFORE, text.length - LENGTH));
  const end = Math.min(text.length, start + LENGTH);
  const before = start ? "…" : "";
  const inside = places.filter(([from, to]) => from >= start && to <= end);
  const shift = before.length - start;
  return {
    excerpt: before + text.slice(start, end) + (end < text.length ? "…" : ""),
    marks: inside.map(([from, to]) => [from + shift, to + shift]),
  };
}

/** Every place of every term, without overlaps. */
export function marksIn(text: string, terms: Term[], fold: Fold): [number, number][] {
  const plain = folded(text, fold);
  if (!plain) return [];
  const found: [number, number][] = [];
  for (const term of terms) {
    for (let at = plain.text.indexOf(term.text); at >= 0; at = plain.text.indexOf(term.text, at + term.text.length)) {
      found.push([plain.places[at], plain.places[at + term.text.length]]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([from], i) => i === 0 || found.slice(0, i).every((other) => from >= other[1]));
}
