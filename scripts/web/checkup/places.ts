/** Names of another place or body of the same kind as the one that the draft is about. */
import { titleOf } from "./about";
import { all, has } from "./regex";
import type { Finding } from "./types";
import type { View } from "./view";

export function places(view: View): Finding[] {
  const rules = view.rules.places;
  const kind = rules.units[view.about.unit];
  const own = kind && all(kind.own, titleOf(view.shown))[0]?.[0];
  if (!kind || !own) return [];
  return all(kind.find, view.shown).flatMap((match) => {
    const name = match[1] as string;
    const start = (match.index as number) + match[0].indexOf(name);
    const end = start + name.length;
    if (name === own || has(rules.veto, view.sentence(start, end))) return [];
    const message = `这里是“${name}”，标题里是“${own}”，看看是不是别家稿子留下的`;
    const { basis, level } = rules;
    return [{ start, end, text: name, kind: "leftover", severity: "should", message, basis, level, repair: null }];
  });
}
