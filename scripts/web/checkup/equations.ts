/** Figures that have to give one another: a stock and what came and went, what is left. */
import { type Amount, ONE, amounts, written } from "./amounts";
import { from, objection, to } from "./figures";
import { all, has, isNear } from "./regex";
import type { EquationRule, Finding } from "./types";
import type { View } from "./view";

export function equations(view: View): Finding[] {
  const rules = view.rules.figures.equations.filter((rule) => isNear(rule, view.shown));
  return rules.flatMap((rule) =>
    all(rule.find, view.shown)
      .filter((match) => rule.veto === undefined || !has(rule.veto, match[0]))
      .flatMap((match) => failed(view, match, rule)),
  );
}

function failed(view: View, match: RegExpMatchArray, rule: EquationRule): Finding[] {
  const found = amounts(match);
  const last = found[found.length - 1] as Amount;
  const right = BigInt(rule.whole ?? 0) * ONE + balance(found, rule.terms);
  const fits = rule.whole === undefined ? last.value === right : last.value <= right;
  if (right < 0n || fits || !(rule.mixed || ofOneUnit(found))) return [];
  const message = `${rule.name}：算出来是${written(right, last)}，写的是${last.shown}`;
  return [objection(view, from(match), to(match), rule.severity, message)];
}

/** Return what the figures before the last add up to. */
function balance(found: Amount[], signs: number[]): bigint {
  return signs.reduce((sum, sign, place) => sum + BigInt(sign) * (found[place] as Amount).value, 0n);
}

function ofOneUnit(found: Amount[]): boolean {
  return new Set(found.map((amount) => amount.unit).filter((unit) => unit)).size === 1;
}
