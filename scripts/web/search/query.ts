/** A query as terms, and the keys of the index that tell where a term may stand. */
import type { Fold } from "./fold";

/** "…" is one phrase, blanks and all; a mark without its partner is a character like any other. */
const TERM = /"([^"]+)"(?=\s|$)|\S+/g;
/** So many keys tell enough: each is a file to load, and what they leave is verified against the text. */
const MOST_KEYS = 8;

export interface Term {
  text: string;
  keys: string[];
  /** Whether the keys alone say that a section contains the term. */
  exact: boolean;
}

export function parse(query: string, fold: Fold): Term[] {
  const found: string[] = [];
  for (const match of fold(query).matchAll(TERM)) found.push((match[1] || "").trim() || match[0]);
  const texts = Array.from(new Set(found));
  const share = Math.max(1, Math.floor(MOST_KEYS / texts.length));
  return texts.map((text, n) => term(text, n < MOST_KEYS ? share : 0));
}

function term(text: string, most: number): Term {
  const letters = Array.from(text);
  if (letters.length === 1) return { text, keys: most ? [text] : [], exact: most > 0 };
  const pairs = letters.slice(1).map((letter, i) => letters[i] + letter);
  return { text, keys: spread(Array.from(new Set(pairs)), most), exact: pairs.length === 1 && most > 0 };
}

/** Some of a list, evenly spread over it. */
function spread(list: string[], most: number): string[] {
  if (list.length <= most) return list;
  if (most < 2) return list.slice(0, most);
  return Array.from({ length: most }, (_, i) => list[Math.round((i * (list.length - 1)) / (most - 1))]);
}
