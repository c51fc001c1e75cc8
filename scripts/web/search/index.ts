/** The index as it lies on the server: the manifest, and files of lists and texts that are read when they are needed. */
import { folding, type Fold } from "./fold";
import { NONE, unpack, unpackRising, type List } from "./lists";
import type { Line } from "./types";

interface Manifest {
  folder: string;
  pairs: number;
  singles: number;
  heavy: string[];
  units: string[][];
  genres: string[][];
  /** Key, name, then the words by which people name it. */
  themes: string[][];
  /** Keys of themes that are parts of every document, like problems and plans. */
  structural: string[];
  runs: string;
  texts: string;
  traditional: string;
}

/** Where a key stands: at all, in headings, twice, often, at the beginning, early; and the sections whose page is known by it. */
export const SIGNS = ["heading", "twice", "often", "lead", "early", "page"] as const;
export type Sign = (typeof SIGNS)[number];
export type Lists = Record<Sign | "any", List>;

/** A section's text. `same` are the numbers of all sections of its page. */
export interface Text {
  page: string;
  anchor: string;
  title: string;
  heading: string;
  lines: Line[];
  folded: string[];
  same: List;
}

/** Sections in a row that share these facts; each is a place in the list of its keys. */
export interface Run {
  from: number;
  to: number;
  unit: string;
  genre: string;
  theme: string;
  size: number;
}

const hash = (key: string): number => {
  let value = 0x811c9dc5;
  for (const letter of key) value = Math.imul(value ^ (letter.codePointAt(0) as number), 0x01000193);
  return value >>> 0;
};

export class Index {
  readonly fold: Fold;
  readonly runs: Run[];
  readonly size: number;
  private readonly heavy = new Map<string, number>();
  private readonly starts: number[] = [];
  private readonly lists = new Map<string, Lists>();
  private readonly texts = new Map<number, Text[]>();

  constructor(readonly manifest: Manifest) {
    this.fold = folding(manifest.traditional);
    this.runs = readRuns(manifest);
    this.size = this.runs.length ? this.runs[this.runs.length - 1].to : 0;
    manifest.heavy.forEach((key, i) => this.heavy.set(key, manifest.pairs + manifest.singles + i));
    unpack(manifest.texts).reduce((start, number) => (this.starts.push(start), start + number), 0);
  }

  static async open(anew: boolean): Promise<Index> {
    return new Index((await window.kb.load("search/index", anew)) as Manifest);
  }

  private file(key: string): number {
    const { pairs, singles } = this.manifest;
    const alone = this.heavy.get(key);
    if (alone !== undefined) return alone;
    return Array.from(key).length === 2 ? hash(key) % pairs : pairs + (hash(key) % singles);
  }

  /** The lists of some keys, in their order. */
  async find(keys: string[]): Promise<Lists[]> {
    const missing = keys.filter((key) => !this.lists.has(key));
    const files = await Promise.all(missing.map((key) => this.load(`p${this.file(key)}`)));
    missing.forEach((key, i) => this.lists.set(key, readLists((files[i] as Record<string, string>)[key] || "")));
    return keys.map((key) => this.lists.get(key) as Lists);
  }

  /** The texts of some sections, in their order. */
  async read(numbers: List | number[]): Promise<Text[]> {
    const places = Array.from(numbers, (number) => this.place(number));
    const files = Array.from(new Set(places)).filter((file) => !this.texts.has(file));
    await Promise.all(files.map(async (file) => {
      this.texts.set(file, ((await this.load(`t${file}`)) as unknown[][]).map((row) => readText(row, this.fold)));
    }));
    return places.map((file, i) => (this.texts.get(file) as Text[])[numbers[i] - this.starts[file]]);
  }

  private place(number: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= number) low = middle;
      else high = middle;
    }
    return low;
  }

  private load(name: string): Promise<unknown> {
    return window.kb.load(`search/${this.manifest.folder}/${name}`);
  }

  run(number: number): Run {
    let low = 0;
    let high = this.runs.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.runs[middle].from <= number) low = middle;
      else high = middle;
    }
    return this.runs[low];
  }
}

function readRuns(manifest: Manifest): Run[] {
  const facts = unpack(manifest.runs);
  const key = (rows: string[][], i: number) => (rows[i] ? rows[i][0] : "");
  const runs: Run[] = [];
  for (let i = 0, from = 0; i < facts.length; i += 5) {
    const to = from + facts[i + 4];
    const [unit, genre] = [key(manifest.units, facts[i]), key(manifest.genres, facts[i + 1])];
    runs.push({ from, to, unit, genre, theme: key(manifest.themes, facts[i + 2] - 1), size: facts[i + 3] });
    from = to;
  }
  return runs;
}

function readLists(written: string): Lists {
  const [any, ...signs] = written.split(".").map(unpackRising);
  const lists = { any } as Lists;
  SIGNS.forEach((name, i) => (lists[name] = signs[i] || NONE));
  return lists;
}

function readText(row: unknown[], fold: Fold): Text {
  const [page, anchor, title, heading, body, same] = row as [string, string, string, string, string, number[]];
  const lines = body ? body.split("\n").map(readLine) : [];
  const folded = lines.map((line) => fold(line.text));
  return { page, anchor, title, heading, lines, folded, same: Int32Array.from(same) };
}

function readLine(written: string): Line {
  const tab = written.indexOf("\t");
  return { kind: written[0], mark: written.slice(1, tab), text: written.slice(tab + 1) };
}
