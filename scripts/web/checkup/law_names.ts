/** Names of laws in 《》 that no law has, but that look much like the name of one. */
import { from, to } from "./figures";
import { all, has, regex } from "./regex";
import type { Finding, LawNames } from "./types";
import type { View } from "./view";

export function lawNames(view: View): Finding[] {
  const rules = view.rules.law_names;
  if (!view.shown.includes("《")) return [];
  const lookedUp = new Map<string, string>();
  return all(rules.find, view.shown).flatMap((match) => {
    const name = match[1] as string;
    const right = lookedUp.get(name) ?? nearest(name, rules);
    lookedUp.set(name, right);
    const [start, end] = [from(match), to(match)];
    if (!right || has(rules.local, view.clauseBefore(start))) return [];
    // A body may make its own 办法 and 规定, but not its own 法 or 条例.
    const severity = has(rules.of_state, name) ? "should" : "check";
    const message = `没有查到“${name}”，名称相近的是“${right}”，请核对`;
    const { basis, level } = rules;
    return [{ start, end, text: match[0], kind: "wrong_law", severity, message, basis, level, repair: null }];
  });
}

/** Return the law that a wrong name comes nearest to; empty when it is right, or near to none. */
function nearest(name: string, rules: LawNames): string {
  if (rules.known.includes(name) || has(rules.own, name)) return "";
  const base = name.replace(regex(rules.kinds), "");
  let [least, found] = [Infinity, ""];
  for (const law of rules.official) {
    const far = unlike(base, law.replace(regex(rules.kinds), ""));
    if (far >= 0 && far < least) [least, found] = [far, law];
  }
  return found;
}

/** Return how many characters two names do not share, whatever their order; -1 when they are too far apart. */
function unlike(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  const size = left.length + right.length;
  if (left.length < 3 || Math.abs(left.length - right.length) > 3) return -1;
  let shared = 0;
  for (const sign of left) {
    const place = right.indexOf(sign);
    if (place < 0) continue;
    right.splice(place, 1);
    shared++;
  }
  const far = size - 2 * shared;
  return far <= 3 && far * 4 <= size ? far : -1;
}
