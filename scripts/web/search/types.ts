/** What a search is asked and what it gives. */
export interface Filter {
  unit?: string;
  theme?: string;
  /** "guide" are the hand-written pages, which are found only when they are asked for. */
  genre?: string;
}

export interface Options extends Filter {
  /** Without it, all. */
  limit?: number;
}

export interface Result {
  url: string;
  title: string;
  heading: string;
  unit: string;
  theme: string;
  genre: string;
  excerpt: string;
  /** Places in the excerpt that match, as [start, end]. */
  marks: [number, number][];
  /** Of a suggestion: in what way it is near. */
  why?: string;
}

/** Counts by key, for the three ways to narrow a search. `exact`: verified, else an upper bound. */
export interface Counts {
  total: number;
  exact: boolean;
  unit: Record<string, number>;
  theme: Record<string, number>;
  genre: Record<string, number>;
}

/** One paragraph of a section: kind as in kb.publish.search.entries. */
export interface Line {
  kind: string;
  mark: string;
  text: string;
}

/** A result with what the page needs to show and copy it. */
export interface Hit extends Result {
  lines: Line[];
}

export interface Found {
  hits: Hit[];
  counts: Counts;
}

export interface SearchModule {
  search(query: string, options?: Options): Promise<Result[]>;
  suggest(query: string, options?: Options): Promise<Result[]>;
  /** Gives the box in the header its panel. */
  attach(form: HTMLFormElement, input: HTMLInputElement): void;
  /** Fills the page of results from its address. */
  openPage(place: HTMLElement): void;
}
