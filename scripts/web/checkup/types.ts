/** What the check-up takes and gives. The twin of scripts/kb/checkup: same names, same order, same findings. */

export type Severity = "must" | "should" | "check";

/** One objection; offsets are indices into the JavaScript string (see inCodePoints for those of `kb checkup`). */
export interface Finding {
  start: number;
  end: number;
  text: string;
  kind: string;
  severity: Severity;
  message: string;
  basis: string;
  level: string;
  repair: string | null;
}

/** What is known of a draft; an unknown unit type is empty. */
export interface About {
  unit: string;
  genre: string;
  year: number;
}

export interface Result extends About {
  /** Names of what was read off the text: unit, genre, year. */
  guessed: string[];
  findings: Finding[];
}

/** Drafts that a rule is about. */
export interface Bounded {
  units?: string[];
  genres?: string[];
  years?: [number, number];
}

export interface PatternRule extends Bounded {
  kind: string;
  severity: Severity;
  find: string;
  message: string;
  basis: string;
  level: string;
  parts?: (string | number)[];
  part?: string;
  veto?: string;
  before?: string;
  after?: string;
  not_before?: string;
  unless?: string;
  along?: string;
  history?: number;
  verify?: string;
  near?: string[];
  hidden?: boolean;
}

export interface OrdinalRule {
  name: string;
  severity: Severity;
  find: string;
  near?: string[];
}

export interface PairRule {
  near?: string[];
  near_part?: string[];
  name: string;
  whole: string;
  part: string;
  rate?: string;
  /** What a rate tells of that stands elsewhere. */
  subject?: string;
}

export interface GrowthRule {
  near?: string[];
  find: string;
  before?: number;
  now: number;
  /** Which of the figures is the rise or fall, where the earlier value is not said. */
  by?: number;
}

export interface PerHeadRule {
  near?: string[];
  about: string;
  people: string;
  money: string;
  low: number;
  high: number;
  text: string;
}

export interface ItemRule {
  label: string;
  near?: string[];
  find: string;
}

/** A figure that is part of an item told elsewhere in the draft. */
export interface BoundRule extends Bounded {
  near?: string[];
  name: string;
  /** The item's label. */
  whole: string;
  find: string;
  severity: Severity;
  veto?: string;
}

export interface EquationRule {
  near?: string[];
  name: string;
  find: string;
  severity: Severity;
  /** Signs of the figures before the last, which they give. */
  terms: number[];
  /** What all figures come to at most. */
  whole?: number;
  veto?: string;
  mixed?: boolean;
}

export interface ListRule {
  near?: string[];
  find: string;
  /** What a list does not end with: the number after it tells of something else. */
  led?: string;
  /** Whether the list stands after its number. */
  after?: boolean;
}

export interface ProductRules {
  name: string;
  each: string;
  total: string;
  alike: string[][];
  inexact: string;
  months: { find: string; number: number }[];
}

export interface FigureRules {
  count: string;
  passage: string;
  total: string;
  overlap: string;
  besides: string;
  compared: string;
  /** Units that count the same. */
  alike: string[][];
  breakdown: { opens: string; brackets: string; written: string; aside: string; ends: string; never: string[] };
  crossing: string;
  shared: string;
  limited: string;
  /** What more limits a figure to a part, by unit type. */
  limited_in: Record<string, string>;
  elsewhere: string;
  each: string;
  prize: string;
  apart: string;
  shares: { alike: string[][]; moved: string; of: string; part: string; rate: string };
  up: string;
  down: string;
  products: ProductRules;
  pairs: PairRule[];
  growth: GrowthRule[];
  per_head: PerHeadRule[];
  items: ItemRule[];
  rising: string[];
  bounds: BoundRule[];
  grown: string;
  carried: string;
  together: string;
  gathered: string;
  numbered: string;
  changed: string;
  swapped: { ends: string; unlike: string; kinds: string; common: string };
  other_rate: string;
  equations: EquationRule[];
  lists: ListRule[];
}

export interface EmptyRules {
  substance: string;
  actions: string;
  phrases: string;
  least: number;
  alone: number;
  outweighs: number;
  share: number;
  acted_share: number;
  beside: number;
  short: number;
  title: string;
  lead: string;
  stub: string;
  attached: string;
  signature: string;
  exempt: string;
  guiding: string;
  opening: string;
}

export interface DateRules {
  /** Genres whose date is looked for under the text. */
  genres: string[];
  signature: string;
  /** The first month in which a date is that of a summary of its own year. */
  earliest: number;
  /** The last day of a genre's time, as month and day in one number. */
  ends: Record<string, number>;
  unless: string;
  leap_day: string;
  find: string;
  /** Names of days, with the first day that each can be. */
  named: Record<string, number>;
  done: string;
  veto: string;
}

export interface LawNames {
  level: string;
  basis: string;
  find: string;
  kinds: string;
  local: string;
  of_state: string;
  own: string;
  known: string[];
  official: string[];
}

export interface PlaceRules {
  level: string;
  basis: string;
  veto: string;
  no_names: string;
  units: Record<string, { own: string; find: string; near?: string[] }>;
  nameless: string;
  certain: string;
  others: { find: string; near?: string[] }[];
}

/** Tables as texts, a line for each entry (see spec/rewrites.yml, spins). */
export interface SpinRules {
  words: string;
  terms: string;
  phrases: string;
  legit: string[];
  exact: string[];
  neighbours: string[];
  inside: string[];
  joints: string[];
  level: string;
  basis: string;
}

export interface Structure {
  heading_length: number;
  bare_heading: string;
  level_names: string[];
  marks: { level: number; find: string }[];
  ordinals: OrdinalRule[];
  announces: string;
  besides: string;
  promises: string;
  begins: Record<string, string>;
  plan_stays: string[];
  parts: { part: string; find: string }[];
  turns: { part: string; find: string }[];
  /** Where a paragraph of problems goes on to what is planned. */
  inner: string;
  recalled: string;
  owned: string;
  closing: string;
}

/** The rules that the build makes from spec/ (kb.spec.checkup_rules). */
export interface Rules {
  as_of: string;
  patterns: PatternRule[];
  protected: string[];
  spins: SpinRules;
  /** Chinese names of the kinds. */
  kinds: Record<string, string>;
  about: {
    led: string;
    units: { key: string; title: string; body: string; opening?: string }[];
    genres: { key: string; title: string; opening?: string }[];
    genre: string;
  };
  structure: Structure;
  figures: FigureRules;
  empty: EmptyRules;
  dates: DateRules;
  places: PlaceRules;
  law_names: LawNames;
}
