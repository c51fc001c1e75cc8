/** Figures that a stock told anywhere in a draft bounds: more members than workers, more new unions than there are. */
import { first } from "./amounts";
import { from, objection, to } from "./figures";
import { type Fact, facts } from "./items";
import { isFor } from "./patterns";
import { all, has, isNear } from "./regex";
import type { BoundRule, Finding } from "./types";
import type { View } from "./view";

export function bounds(view: View): Finding[] {
  const rules = view.rules.figures.bounds;
  return rules.flatMap((rule) => (isFor(rule, view.about) && isNear(rule, view.shown) ? above(view, rule) : []));
}

/** Return the parts of a rule that are more than the largest value of its whole. */
function above(view: View, rule: BoundRule): Finding[] {
  const parts = all(rule.find, view.shown).filter((match) => view.lineAt(from(match)).part === "done");
  const items = view.rules.figures.items.filter((item) => item.label === rule.whole);
  const wholes = parts.length ? items.flatMap((item) => (isNear(item, view.shown) ? facts(view, item) : [])) : [];
  const [whole] = wholes.sort((a, b) => larger(a, b) || a.start - b.start);
  return parts.flatMap((match) => {
    if (!whole || first(match).value <= whole.amount.value) return [];
    if (rule.veto !== undefined && has(rule.veto, view.sentence(from(match), to(match)))) return [];
    const message = `${rule.name}：“${match[0]}”，多于别处写的“${whole.text}”`;
    return [objection(view, from(match), to(match), rule.severity, message)];
  });
}

function larger(a: Fact, b: Fact): number {
  return a.amount.value === b.amount.value ? 0 : a.amount.value > b.amount.value ? -1 : 1;
}
