/** Fixed terms in which a spinner has put a synonym for a part: 团体合同 for 集体合同, 员工之家 for 职工之家. */
import type { Finding, SpinRules } from "./types";
import type { View } from "./view";

const NEAR_MARK = "~";
const [ITSELF, NEAR, FOREIGN] = [0, 1, 2] as const;

interface Node {
  parts: Map<string, Node>;
  ends: boolean;
  fixed: boolean;
  /** See Lexicon.beginsOf. */
  begins: Set<string> | null;
}

/** A way to read a passage as a term: where it ends, the term, how many of its parts are how far from theirs. */
interface Reading {
  end: number;
  term: string;
  counts: [number, number, number];
  fixed: boolean;
}

/** A text, and the same with the passages blotted out in which no synonym is wrong. */
interface Masked {
  text: string;
  masked: string;
}

class Lexicon {
  readonly terms = node();
  readonly meant = new Map<string, Map<string, number>>();
  private readonly forms = new Map<string, string[]>();
  private readonly begins = new Map<string, Set<string>>();

  constructor(rules: SpinRules) {
    for (const line of linesOf(rules.words)) {
      const [part, ...synonyms] = line.split(" ") as [string, ...string[]];
      this.addForm(part, part, ITSELF);
      for (const form of synonyms)
        if (form.startsWith(NEAR_MARK)) this.addForm(form.slice(1), part, NEAR);
        else this.addForm(form, part, FOREIGN);
    }
    for (const line of linesOf(rules.terms)) this.addTerm(line.split(" "), true);
    for (const line of linesOf(rules.phrases)) for (const parts of product(line.split(" "))) this.addTerm(parts, false);
  }

  /** Return the forms at a place of a text that may go on from a node. */
  formsAt(text: string, place: number, node: Node): string[] {
    const begins = this.beginsOf(node);
    return [text.slice(place, place + 2), text.charAt(place)]
      .filter((begin, i, both) => begins.has(begin) && both.indexOf(begin) === i)
      .flatMap((begin) => (this.forms.get(begin) as string[]).filter((form) => text.startsWith(form, place)));
  }

  /** Return what a part after a node may begin with; found when first asked for, as most nodes are never met. */
  beginsOf(node: Node): Set<string> {
    return (node.begins ??= new Set([...node.parts.keys()].flatMap((part) => [...(this.begins.get(part) as Set<string>)])));
  }

  mayGoOn(node: Node, text: string, place: number): boolean {
    const begins = this.beginsOf(node);
    return begins.has(text.slice(place, place + 2)) || begins.has(text.charAt(place));
  }

  private addForm(form: string, part: string, far: number): void {
    const begin = form.slice(0, 2);
    let meant = this.meant.get(form);
    if (!meant) {
      this.meant.set(form, (meant = new Map<string, number>()));
      addTo(this.forms, begin, [form]);
    }
    if (!meant.has(part)) meant.set(part, far);
    this.begins.set(part, (this.begins.get(part) ?? new Set()).add(begin));
  }

  private addTerm(parts: string[], fixed: boolean): void {
    let place = this.terms;
    for (const part of parts) {
      this.addForm(part, part, ITSELF);
      const next = place.parts.get(part) ?? node();
      place.parts.set(part, next);
      place = next;
    }
    place.ends = true;
    place.fixed ||= fixed;
  }
}

function node(): Node {
  return { parts: new Map(), ends: false, fixed: false, begins: null };
}

function addTo(lists: Map<string, string[]>, key: string, more: string[]): void {
  lists.set(key, [...(lists.get(key) ?? []), ...more]);
}

const known = new WeakMap<SpinRules, Lexicon>();

export function spins(view: View): Finding[] {
  const rules = view.rules.spins;
  const lexicon = known.get(rules) ?? new Lexicon(rules);
  known.set(rules, lexicon);
  const text = { text: view.shown, masked: view.without(rules.legit) };
  const found: Finding[] = [];
  for (let start = 0, end = 0; start < view.shown.length; start++) {
    if (start < end || !lexicon.mayGoOn(lexicon.terms, view.shown, start)) continue;
    const read = readingsAt(lexicon, text, start);
    // What is a term as it stands is passed over whole: its second half may look like part of another one.
    end = Math.max(end, ...read.filter((r) => r.fixed && isRight(r)).map((r) => r.end));
    const spun = best(read);
    if (!spun || (!isCertain(spun) && coversCertain(lexicon, text, start, spun.end))) continue;
    end = spun.end;
    found.push(objection(view, start, spun, rules));
  }
  return found;
}

function readingsAt(lexicon: Lexicon, text: Masked, start: number): Reading[] {
  const read: Reading[] = [];
  readings(lexicon, text, lexicon.terms, { end: start, term: "", counts: [0, 0, 0], fixed: false }, read);
  return read;
}

/** Add all ways to read a term from where a reading ends; what is blotted out stands only for itself. */
function readings(lexicon: Lexicon, source: Masked, node: Node, soFar: Reading, found: Reading[]): void {
  const { text, masked } = source;
  for (const form of lexicon.formsAt(text, soFar.end, node)) {
    const end = soFar.end + form.length;
    const free = masked.startsWith(form, soFar.end);
    for (const [part, far] of lexicon.meant.get(form) as Map<string, number>) {
      const after = free || far === ITSELF ? node.parts.get(part) : undefined;
      if (!after || !(after.ends || lexicon.mayGoOn(after, text, end))) continue;
      const counts: Reading["counts"] = [...soFar.counts];
      counts[far as 0 | 1 | 2]++;
      const read = { end, term: soFar.term + part, counts, fixed: after.fixed };
      if (after.ends) found.push(read);
      readings(lexicon, source, after, read, found);
    }
  }
}

function isRight({ counts }: Reading): boolean {
  return !counts[NEAR] && !counts[FOREIGN];
}

/** Whether this is no term any more, though one can tell which: two synonyms on end are other words. */
function isSpun({ counts: [own, near, foreign], fixed }: Reading): boolean {
  return fixed ? foreign > 0 || (near > 0 && own > 0) : foreign > 0 && own > 0 && !near;
}

/** Whether a fixed term holds a word that never fits. */
function isCertain({ counts, fixed }: Reading): boolean {
  return fixed && counts[FOREIGN] > 0;
}

/** Whether a term that is spun for certain begins within a passage: 劳作竞赛 in 开展劳作竞赛. */
function coversCertain(lexicon: Lexicon, text: Masked, start: number, end: number): boolean {
  for (let place = start + 1; place < end; place++) {
    const inner = best(readingsAt(lexicon, text, place));
    if (inner && isCertain(inner)) return true;
  }
  return false;
}

/** Return the longest reading with a synonym, of equals the first of the alphabet; none when as long a passage is right. */
function best(found: Reading[]): Reading | undefined {
  const right = Math.max(0, ...found.filter(isRight).map((r) => r.end));
  const order = (r: Reading) => [r.end, Number(r.fixed), r.counts[ITSELF], r.counts[NEAR]];
  return found
    .filter((r) => r.end > right && isSpun(r))
    .sort((a, b) => (a.term < b.term ? -1 : Number(a.term > b.term)))
    .reduce<Reading | undefined>((most, r) => (most && !isMore(order(r), order(most)) ? most : r), undefined);
}

function isMore(one: number[], other: number[]): boolean {
  const place = one.findIndex((value, i) => value !== other[i]);
  return place >= 0 && (one[place] as number) > (other[place] as number);
}

/** Return the finding about a passage; only a fixed term with a word that never fits is repaired by one click. */
function objection(view: View, start: number, spun: Reading, { basis, level }: SpinRules): Finding {
  const text = view.text.slice(start, spun.end);
  const certain = isCertain(spun);
  const message = `“${text}”像是换词稿里的词，通常写“${spun.term}”`;
  const severity = certain ? "should" : "check";
  return { start, end: spun.end, text, kind: "spun_word", severity, message, basis, level, repair: certain ? spun.term : null };
}

function linesOf(lines: string): string[] {
  return lines.split("\n").filter(Boolean);
}

/** Return every choice of one alternative a part; "积极/认真 开展" gives two. */
function product(parts: string[]): string[][] {
  return parts.reduce<string[][]>(
    (found, part) => found.flatMap((begun) => part.split("/").map((choice) => [...begun, choice])),
    [[]],
  );
}
