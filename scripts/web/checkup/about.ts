/** Reads off a draft what nobody said of it: the unit type, the genre, the year. */
import { strip } from "./lines";
import { all, has } from "./regex";
import type { About, Rules } from "./types";

type Kind = { key: string; title: string; opening?: string };

const [TITLE_LINES, TITLE_LENGTH, OPENING, SIGNATURE] = [3, 60, 150, 120];
const SENTENCE = /[，。；,;]/;
const CLAUSES = /[，。；,;\n]/;
const YEAR = "20[0-9][0-9](?=年|[-~\\u2010-\\u2015\\uff0d\\uff5e]+20[0-9][0-9]学?年)";

/** Return what is given of a draft, with what is not given guessed from its text. */
export function guess(text: string, rules: Rules, given: Partial<About>): About & { guessed: string[] } {
  const title = titleOf(text);
  return {
    unit: given.unit || unitOf(title, text, rules),
    genre: given.genre || genreOf(title, text, rules),
    year: given.year || yearOf(title, text, rules),
    guessed: (["unit", "genre", "year"] as const).filter((name) => !given[name]),
  };
}

/** Return the first lines that have text in them, each cut short. */
export function titleOf(text: string): string {
  const lines = first(text, 2000).split("\n").map((line) => first(strip(line), TITLE_LENGTH));
  return lines.filter((line) => line).slice(0, TITLE_LINES).join("\n");
}

function first(text: string, size: number): string {
  return Array.from(text.slice(0, size * 2)).slice(0, size).join("");
}

/** A line that is a sentence names others as well (the companies of a town): only what is short as titles are counts. */
function unitOf(title: string, text: string, rules: Rules): string {
  const units = rules.about.units;
  const named = firstNamed(plain(title), units) || firstTold(opening(text, rules), units);
  if (named) return named;
  const counts = units.map((unit) => all(unit.body, text).length);
  const best = Math.max(...counts);
  return best ? (units[counts.indexOf(best)]?.key ?? "") : firstNamed([title], units);
}

/** Return the lines of a title that are no sentences. */
function plain(title: string): string[] {
  return title.split("\n").filter((line) => !SENTENCE.test(line));
}

/** Return the clauses that a text begins with, but for those that tell under whom. */
function opening(text: string, rules: Rules): string[] {
  const clauses = first(text, OPENING).split(CLAUSES).map(strip);
  return clauses.filter((clause) => !has(rules.about.led, clause));
}

/** Return the key of the kind that the first of the lines names that names any; empty when none does. */
function firstNamed(lines: string[], kinds: Kind[]): string {
  for (const line of lines) {
    const kind = kinds.find((one) => has(one.title, line));
    if (kind) return kind.key;
  }
  return "";
}

/** Return the key of the kind that clauses tell of before any other; empty when they tell of none. */
function firstTold(clauses: string[], kinds: Kind[]): string {
  for (const clause of clauses) {
    const places = kinds.map(({ opening }) => (opening ? all(opening, clause)[0]?.index ?? Infinity : Infinity));
    const first = Math.min(...places);
    if (first !== Infinity) return (kinds[places.indexOf(first)] as Kind).key;
  }
  return "";
}

function genreOf(title: string, text: string, rules: Rules): string {
  const { genres, genre } = rules.about;
  const named = firstNamed(plain(title), genres) || firstTold(opening(text, rules), genres);
  return named || firstNamed(title.split("\n"), genres) || genre;
}

function yearOf(title: string, text: string, rules: Rules): number {
  for (const place of [title, Array.from(text.slice(-SIGNATURE * 2)).slice(-SIGNATURE).join(""), text]) {
    const years = all(YEAR, place).map((match) => match[0]);
    if (years.length) return Number(place === title ? years[0] : most(years));
  }
  return Number(rules.as_of.slice(0, 4));
}

/** Return the year that is named most; of several the latest. */
function most(years: string[]): string {
  const count = (year: string): number => years.filter((y) => y === year).length;
  return [...new Set(years)].sort((a, b) => count(b) - count(a) || (a < b ? 1 : -1))[0] as string;
}
