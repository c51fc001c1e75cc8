/** Fixed terms with one character that is not theirs: 厂务公示 for 厂务公开. */
import { has } from "./regex";
import type { Finding, SpinRules } from "./types";
import type { View } from "./view";

type Places = Map<string, [string, number][]>;
const known = new WeakMap<SpinRules, Places>();

export function nearTerms(view: View): Finding[] {
  const rules = view.rules.spins;
  const { basis, level } = rules;
  const places = known.get(rules) ?? byPairs(rules.exact);
  known.set(rules, places);
  const shown = view.without([...rules.exact, ...rules.legit, ...rules.neighbours]);
  const inside = new Set(rules.inside);
  const joints = rules.joints.join("");
  const found: Finding[] = [];
  let told = 0;
  for (let place = 0; place < shown.length; place++)
    for (const [term, before] of places.get(shown.slice(place, place + 2)) ?? []) {
      const start = place - before;
      const end = start + term.length;
      if (start < told || !isNear(shown.slice(start, end), term, joints)) continue;
      if (cutsWord(shown, start, end, inside)) continue;
      told = end;
      const text = view.text.slice(start, end);
      const message = `“${text}”和固定用语“${term}”差一个字，请核对`;
      found.push({ start, end, text, kind: "spun_word", severity: "check", message, basis, level, repair: null });
    }
  return found;
}

/** Whether a passage is a term but for one character, which is one of a word: 职工的精神 is no 工匠精神. */
function isNear(written: string, term: string, joints: string): boolean {
  if (written.length !== term.length) return false;
  const [other, ...more] = Array.from(written).filter((sign, place) => sign !== term[place]);
  return other !== undefined && more.length === 0 && !joints.includes(other) && has("[一-鿿]", other);
}

/** Whether a passage begins or ends in the middle of a word: 会送岗位 in 工会送岗位. */
function cutsWord(shown: string, start: number, end: number, inside: Set<string>): boolean {
  return inside.has(shown.slice(Math.max(start - 1, 0), start + 1)) || inside.has(shown.slice(end - 1, end + 1));
}

/** Return where each pair of characters stands in terms: one wrong character leaves one of the two pairs whole. */
function byPairs(terms: string[]): Places {
  const found: Places = new Map();
  for (const term of terms.filter((t) => t.length > 3))
    for (const before of [0, 2]) {
      const pair = term.slice(before, before + 2);
      found.set(pair, [...(found.get(pair) ?? []), [term, before]]);
    }
  return found;
}
