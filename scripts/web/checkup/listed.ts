/** Lists that say how many things they name: 羽毛球、拔河、跳绳两项; 三个社团：合唱、书法. */
import { from, objection, to } from "./figures";
import { numberOf } from "./lines";
import { all, has, isNear, regex } from "./regex";
import type { Finding, ListRule } from "./types";
import type { View } from "./view";

type Match = RegExpMatchArray;

export function listed(view: View): Finding[] {
  const rules = view.rules.figures.lists.filter((rule) => isNear(rule, view.shown));
  return rules.flatMap((rule) => all(rule.find, view.shown).flatMap((match) => miscounted(view, match, rule)));
}

function miscounted(view: View, match: Match, rule: ListRule): Finding[] {
  const [, one, two, three] = match as unknown as [string, string, string, string];
  const [said, unit, names] = rule.after ? [one, two, three] : [two, three, one];
  const [least, most] = named(view, match, rule, names, numberOf(said));
  if (!least || (least <= numberOf(said) && numberOf(said) <= most)) return [];
  const message = `${rule.after ? "后面" : "前面"}列了${most}${unit}，写的是${said}${unit}`;
  return [objection(view, from(match), to(match), "check", message)];
}

/** Return how many things a list names, at least and at most; zeros where it is not clear where it ends. */
function named(view: View, match: Match, rule: ListRule, names: string, said: number): [number, number] {
  const bare = names.replace(regex(view.rules.figures.breakdown.brackets), "");
  const least = bare.split("、").length;
  // 和 may also join the two halves of one thing.
  const most = least + (bare.match(/[和与及]/g) ?? []).length + Number(/[和与及]/.test(view.shown.charAt(from(match) - 1)));
  if (rule.after) {
    const further = view.shown.charAt(to(match)) === "，" && most < said;
    return bare.includes("等") || further ? [0, 0] : [least, most];
  }
  // Where the clause has more of the list, an item of it was too long to be told from a sentence.
  const part = view.clauseBefore(from(match)).includes("、") || (rule.led !== undefined && has(rule.led, names));
  return part ? [0, 0] : [least, most];
}
