/** Searching: candidates from the index, best first, each held against its text before it is given. */
import { ROOT } from "../kb";
import { candidates, fits, type Candidates } from "./candidates";
import { excerptOf } from "./excerpt";
import { Index, type Text } from "./index";
import { parse, type Term } from "./query";
import type { Counts, Filter, Found, Hit, Options } from "./types";

/** Above it, counts stay what the index says. */
const VERIFIED = 200;
/** Candidates that are read at first, and at most, at a time: what is shown comes first, the rest in ever larger portions. */
const BATCH = 10;
const LARGEST = 320;

let opened: Promise<Index> | undefined;

/** `anew`: the index may have been built again since this page was opened. */
export function open(anew = false): Promise<Index> {
  if (!opened || anew) {
    opened = Index.open(anew);
    opened.catch(() => (opened = undefined));
  }
  return opened;
}

export const contains = (text: Text, terms: Term[]): boolean =>
  terms.every((term) => text.folded.some((line) => line.includes(term.text)));

export async function* verified(index: Index, terms: Term[], found: Candidates): AsyncGenerator<[number, Text]> {
  const { order } = found;
  for (let at = 0, size = 0; at < order.length; at += size) {
    size = at ? Math.min(size * 2, LARGEST) : BATCH;
    const numbers = order.slice(at, at + size);
    const texts = await index.read(numbers);
    for (let i = 0; i < texts.length; i++) if (found.exact || contains(texts[i], terms)) yield [numbers[i], texts[i]];
  }
}

export function hit(index: Index, number: number, text: Text, terms: Term[]): Hit {
  const { unit, theme, genre } = index.run(number);
  const url = ROOT + text.page + (text.anchor ? "#" + text.anchor : "");
  return { url, title: text.title, heading: text.heading, unit, theme, genre, ...excerptOf(text, terms, index.fold), lines: text.lines };
}

/** The sections that contain every term: the guide's only when they are asked for, unless `guide`. */
export async function hits(query: string, options: Options, guide = false): Promise<Hit[]> {
  const index = await open();
  const terms = parse(query, index.fold);
  if (!terms.length) return [];
  const found = await candidates(index, terms, options, guide);
  const result: Hit[] = [];
  if (options.limit === 0) return result;
  for await (const [number, text] of verified(index, terms, found)) {
    result.push(hit(index, number, text, terms));
    if (result.length === options.limit) break;
  }
  return result;
}

export async function find(query: string, options: Options): Promise<Found> {
  const index = await open();
  const terms = parse(query, index.fold);
  const all = terms.length ? await candidates(index, terms, {}, true) : { order: new Int32Array(0), exact: true };
  return { hits: await hits(query, options, true), counts: count(index, all.order, all.exact, options) };
}

/** As the counts of `find`, after the texts of all candidates have been read - if they are few enough for it. */
export async function settle(query: string, options: Filter): Promise<Counts> {
  const index = await open();
  const terms = parse(query, index.fold);
  const all = terms.length ? await candidates(index, terms, {}, true) : { order: new Int32Array(0), exact: true };
  if (all.exact || all.order.length > VERIFIED) return count(index, all.order, all.exact, options);
  const numbers: number[] = [];
  for await (const [number] of verified(index, terms, all)) numbers.push(number);
  return count(index, numbers, true, options);
}

/** Each way to narrow is counted with the other two in force, so that a choice shows what the next one would give. */
function count(index: Index, numbers: ArrayLike<number>, exact: boolean, filter: Filter): Counts {
  const counts: Counts = { total: 0, exact, unit: {}, theme: {}, genre: {} };
  const others = { unit: { ...filter, unit: "" }, theme: { ...filter, theme: "" }, genre: { ...filter, genre: "" } };
  for (let i = 0; i < numbers.length; i++) {
    const run = index.run(numbers[i]);
    if (fits(run, filter, true)) counts.total++;
    for (const name of ["unit", "theme", "genre"] as const) {
      if (run[name] && fits(run, others[name], true)) counts[name][run[name]] = (counts[name][run[name]] || 0) + 1;
    }
  }
  return counts;
}
