/** Names of another place or body of the same kind as the one that the draft is about. */
import { titleOf } from "./about";
import { all, has, isNear, matchAt, searchFrom } from "./regex";
import type { Finding, Rules } from "./types";
import type { View } from "./view";

const LED = 40; // how far behind a name the words stand that make it the draft's own superior
const SIZES = [1, 2, 3, 4]; // of words that no name begins with

type Rule = { find: string; near?: string[] };

export function places(view: View): Finding[] {
  const rules = view.rules.places;
  const title = titleOf(view.shown);
  // By its own keys: a unit from a file may be called __proto__.
  const kind = Object.entries(rules.units).find(([unit]) => unit === view.about.unit)?.[1];
  const own = kind && all(kind.own, title)[0];
  const found: Finding[] = [];
  if (kind && own)
    for (const match of strangers(view, kind, lineAround(title, own.index as number)))
      found.push(objection(view, match, `标题里是“${own[0]}”`));
  // A title without a name stands for a model: then no name belongs in the text.
  const nameless = has(rules.nameless, title);
  for (const other of rules.others) {
    const names = strangers(view, other, title.split("\n", 1)[0] as string);
    const first = names[0]?.[1] ?? "";
    for (const match of names)
      if (nameless || match[1] !== first) found.push(objection(view, match, nameless ? "标题里没有写名称" : `前面是“${first}”`));
  }
  return found;
}

/** Return the line of a text in which a place lies. */
function lineAround(text: string, place: number): string {
  return text.slice(text.lastIndexOf("\n", place - 1) + 1).split("\n", 1)[0] as string;
}

/** Return the names that the title does not have, where nothing tells why another one is named. */
function strangers(view: View, rule: Rule, title: string): RegExpMatchArray[] {
  const { veto, certain } = view.rules.places;
  return names(view, rule).filter((match) => {
    const [start, end] = span(match);
    if (title.includes((match[1] as string).slice(0, 2))) return false;
    return matchAt(certain, view.ahead(end, LED)) !== null || !has(veto, view.sentence(start, end));
  });
}

/** Return what a rule finds, but for what begins with a word that no name begins with: 依靠社区. */
function names(view: View, rule: Rule): RegExpMatchArray[] {
  if (!isNear(rule, view.shown)) return [];
  const unlike = noNames(view.rules);
  const found: RegExpMatchArray[] = [];
  for (let place = 0, match; (match = searchFrom(rule.find, view.shown, place)); ) {
    const [start, end] = span(match);
    const led = SIZES.some((size) => unlike.has((match as RegExpMatchArray)[1]!.slice(0, size)));
    place = led ? start + 1 : Math.max(end, (match.index as number) + match[0].length);
    if (!led) found.push(match);
  }
  return found;
}

let known: { rules: Rules; words: Set<string> } | null = null;

function noNames(rules: Rules): Set<string> {
  if (known?.rules !== rules) known = { rules, words: new Set(rules.places.no_names.split(" ")) };
  return known.words;
}

function span(match: RegExpMatchArray): [number, number] {
  const start = (match.index as number) + match[0].indexOf(match[1] as string);
  return [start, start + (match[1] as string).length];
}

function objection(view: View, match: RegExpMatchArray, against: string): Finding {
  const [start, end] = span(match);
  const message = `这里是“${match[1]}”，${against}，看看是不是别家稿子留下的`;
  const { basis, level } = view.rules.places;
  return { start, end, text: match[1] as string, kind: "leftover", severity: "should", message, basis, level, repair: null };
}
