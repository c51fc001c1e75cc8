/** The check-up: a draft and what is known of it -> what a superior would object to. scripts/kb/checkup is its twin. */
import { guess } from "./about";
import { bounds } from "./bounds";
import { breakdown } from "./breakdown";
import { dates } from "./dates";
import { equations } from "./equations";
import { figures } from "./figures";
import { items } from "./items";
import { lawNames } from "./law_names";
import { length } from "./lines";
import { listed } from "./listed";
import { nearTerms } from "./near_terms";
import { ofWhich } from "./of_which";
import { pairs } from "./pairs";
import { patterns } from "./patterns";
import { places } from "./places";
import { products } from "./products";
import { sections } from "./sections";
import { sequence } from "./sequence";
import { shares } from "./shares";
import { spins } from "./spins";
import { sums } from "./sums";
import { swapped } from "./swapped";
import type { About, Finding, Result, Rules } from "./types";
import { oneBreak, View } from "./view";

export type { About, Finding, Result, Rules, Severity } from "./types";

const FINDERS: ((view: View) => Finding[])[] = [
  patterns,
  spins,
  nearTerms,
  pairs,
  figures,
  ofWhich,
  breakdown,
  sums,
  products,
  shares,
  equations,
  listed,
  items,
  swapped,
  bounds,
  sequence,
  sections,
  places,
  lawNames,
  dates,
];
const GRAVITY = { must: 0, should: 1, check: 2 };

/** Return the findings in `text`; what is not given of unit type, genre and year is guessed from it. */
export function checkup(text: string, about: Partial<About>, rules: Rules): Result {
  const { unit, genre, year, guessed } = guess(oneBreak(text), rules, about);
  const view = new View(text, rules, { unit, genre, year });
  return { unit, genre, year, guessed, findings: inOrder(FINDERS.flatMap((find) => find(view))) };
}

/** Return the findings by place; of those of one kind that overlap only the first, gravest, longest. */
function inOrder(found: Finding[]): Finding[] {
  const ends = new Map<string, number>();
  const sorted = found.sort((a, b) => a.start - b.start || GRAVITY[a.severity] - GRAVITY[b.severity] || b.end - a.end);
  return sorted.filter((finding) => {
    const free = finding.start >= (ends.get(finding.kind) ?? 0);
    if (free) ends.set(finding.kind, finding.end);
    return free;
  });
}

/** Return findings with the offsets of `kb checkup`: code points, which differ from a string's indices after an emoji. */
export function inCodePoints(text: string, findings: Finding[]): Finding[] {
  return findings.map((f) => ({ ...f, start: length(text.slice(0, f.start)), end: length(text.slice(0, f.end)) }));
}
