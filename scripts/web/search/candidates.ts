/** Which sections may contain all terms, and how well each would answer: from the index alone, before any text is read. */
import { SIGNS, type Index, type Lists, type Run, type Sign } from "./index";
import { intersect, type List } from "./lists";
import type { Term } from "./query";
import type { Filter } from "./types";

/** How much each sign says that a section is about a term, not just mentions it. */
const WEIGHT: Record<Sign, number> = { heading: 4, twice: 2, often: 2, lead: 1, early: 1, page: 2 };
/** People ask for themes, unit types and genres by name. */
const NAMED = { theme: 5, keyword: 3, unit: 3, genre: 3 };
/** The title of a page says a little less of its opening than a heading of its section. */
const OPENING = -1;
/** What stands alone is rather about one thing; problems and plans touch on everything. */
const SNIPPET = 0.5;
const STRUCTURAL = -1;
/** Scores in quarters, from 0 to this. */
const HIGHEST = 511;
const SIZES = 8;

export interface Candidates {
  /** Best first. */
  order: Int32Array;
  /** Whether every one is known to contain all terms. */
  exact: boolean;
}

export const fits = (run: Run, filter: Filter, guide: boolean): boolean =>
  (!filter.unit || run.unit === filter.unit) &&
  (!filter.theme || run.theme === filter.theme) &&
  (filter.genre ? run.genre === filter.genre : guide || run.genre !== "guide");

/** Sections whose lists have every key of every term; `guide`: hand-written pages too, without being asked for. */
export async function candidates(index: Index, terms: Term[], filter: Filter, guide: boolean): Promise<Candidates> {
  const lists = await Promise.all(terms.map((term) => index.find(term.keys)));
  const each = lists.map((own) => intersect(own.map((one) => one.any), index.size));
  const kept = intersect(each, index.size).filter(inRuns(index.runs.filter((run) => fits(run, filter, guide))));
  // A rare word says more than one that is everywhere.
  const rarity = each.map((own) => Math.log(1 + index.size / Math.max(1, own.length)));
  const most = Math.max(...rarity, 0.1);
  const weights = rarity.map((own) => own / most);
  return { order: rank(index, terms, lists, weights, kept), exact: terms.every((term) => term.exact) };
}

/** Numbers come rising, so the runs are walked once. */
function inRuns(runs: Run[]): (number: number) => boolean {
  let at = 0;
  return (number) => {
    while (at < runs.length && runs[at].to <= number) at++;
    return at < runs.length && runs[at].from <= number;
  };
}

/** What the signs say of each section, by its number. A sign holds for a term when it holds for all its keys. */
function signScores(index: Index, lists: Lists[][], weights: number[]): Float32Array {
  const scores = new Float32Array(index.size);
  const opening = openings(index);
  lists.forEach((own, i) => {
    for (const name of SIGNS) {
      const found = intersect(own.map((one) => one[name]), 0);
      const weight = WEIGHT[name] * weights[i];
      for (let n = 0; n < found.length; n++) scores[found[n]] += weight;
      if (name === "heading") for (let n = 0; n < found.length; n++) if (opening[found[n]]) scores[found[n]] += OPENING;
    }
  });
  return scores;
}

function openings(index: Index): Uint8Array {
  const flags = new Uint8Array(index.size);
  index.runs.forEach((run) => run.theme || flags.fill(1, run.from, run.to));
  return flags;
}

/** Counting sort by score, then by length class, then by number. */
function rank(index: Index, terms: Term[], lists: Lists[][], weights: number[], found: List): Int32Array {
  const scores = signScores(index, lists, weights);
  const bonus = index.runs.map((run) => runScore(index, run, terms, weights));
  const buckets: number[][] = [];
  for (let i = 0, at = 0; i < found.length; i++) {
    const number = found[i];
    while (index.runs[at].to <= number) at++;
    const score = Math.round((bonus[at] + scores[number]) * 4);
    const key = (HIGHEST - Math.min(HIGHEST, Math.max(0, score))) * SIZES + index.runs[at].size;
    (buckets[key] || (buckets[key] = [])).push(number);
  }
  const order = new Int32Array(found.length);
  let count = 0;
  for (const bucket of buckets) for (const number of bucket || []) order[count++] = number;
  return order;
}

/** What a run's theme, unit type and genre say. */
function runScore(index: Index, run: Run, terms: Term[], weights: number[]): number {
  const { units, genres, themes, structural } = index.manifest;
  const row = (rows: string[][], key: string) => rows.find((one) => one[0] === key) || ["", ""];
  const [, theme, ...words] = row(themes, run.theme);
  const [[, unit], [, genre]] = [row(units, run.unit), row(genres, run.genre)];
  // One above nothing, so that a malus has room.
  const own = 1 + (run.genre === "snippet" ? SNIPPET : 0) + (structural.includes(run.theme) ? STRUCTURAL : 0);
  return terms.reduce((sum, { text }, i) => sum + weights[i] * namedScore(text, theme, words, unit, genre), own);
}

function namedScore(text: string, theme: string, words: string[], unit: string, genre: string): number {
  if (text.length < 2) return 0;
  const exact = theme.includes(text) || words.includes(text);
  const near = !exact && words.some((word) => word.includes(text) || text.includes(word));
  const named = (text === unit ? NAMED.unit : 0) + (genre.includes(text) ? NAMED.genre : 0);
  return named + (exact ? NAMED.theme : near ? NAMED.keyword : 0);
}
