/** Lists that say how many things they name: 羽毛球、拔河、跳绳两项. */
import { from, objection, to } from "./figures";
import { numberOf } from "./lines";
import { all, isNear } from "./regex";
import type { Finding } from "./types";
import type { View } from "./view";

export function listed(view: View): Finding[] {
  const rules = view.rules.figures.lists.filter((rule) => isNear(rule, view.shown));
  return rules.flatMap((rule) => all(rule.find, view.shown)).flatMap((match) => {
    const [, list, said, unit] = match as unknown as [string, string, string, string];
    const least = list.split("、").length;
    const named = list.split(/[、和]/).length; // 和 may also join the two halves of one thing
    // Where the clause has more of the list, an item of it was too long to be told from a sentence.
    const fits = least <= numberOf(said) && numberOf(said) <= named;
    if (fits || view.clauseBefore(from(match)).includes("、")) return [];
    return [objection(view, from(match), to(match), "check", `前面列了${named}${unit}，写的是${said}${unit}`)];
  });
}
