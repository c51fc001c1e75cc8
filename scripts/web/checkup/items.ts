/** One data item with two values: what is said of the same thing in two places, and what is planned below what is. */
import { type Amount, distance, first } from "./amounts";
import { counted } from "./counts";
import { from, objection, to } from "./figures";
import { all, has, isNear } from "./regex";
import type { Finding, ItemRule } from "./types";
import type { View } from "./view";

export interface Fact {
  start: number;
  end: number;
  amount: Amount;
  text: string;
}

export function items(view: View): Finding[] {
  const byLabel = new Map<string, Fact[]>();
  const near = view.rules.figures.items.filter((rule) => isNear(rule, view.shown));
  for (const rule of near) byLabel.set(rule.label, [...(byLabel.get(rule.label) ?? []), ...facts(view, rule)]);
  const rising = near.filter((rule) => view.rules.figures.rising.includes(rule.label));
  return [...twice(view, byLabel), ...rising.flatMap((rule) => goals(view, rule, byLabel.get(rule.label) ?? []))];
}

/** Return the later one of two values of an item. */
function twice(view: View, byLabel: Map<string, Fact[]>): Finding[] {
  return [...byLabel].flatMap(([label, found]) => {
    const [said, ...later] = found.sort((a, b) => a.start - b.start);
    return later.flatMap((fact) => {
      if (!said || fact.amount.value === said.amount.value || isGrown(view, said, fact)) return [];
      const message = `${label}这里写的是“${fact.text}”，前面写的是“${said.text}”`;
      return [objection(view, fact.start, fact.end, "must", message)];
    });
  });
}

/** Whether what stands between two values tells of just as many that came or went. */
function isGrown(view: View, one: Fact, other: Fact): boolean {
  const { changed, count } = view.rules.figures;
  const moved = counted(view.shown.slice(one.end, other.start), count).filter((c) => has(changed, c.label));
  return moved.some((c) => c.amount.value === distance(one.amount.value, other.amount.value));
}

/** Return what is to be reached by plan though it is passed already. */
function goals(view: View, rule: ItemRule, said: Fact[]): Finding[] {
  const [now] = [...said].sort((a, b) => a.start - b.start);
  return all(rule.find, view.shown).flatMap((match) => {
    const planned = view.lineAt(from(match)).part === "plan" && match[0].includes("到");
    if (!now || !planned || first(match).value >= now.amount.value) return [];
    const message = `打算里的“${match[0]}”比前面写的“${now.text}”还少`;
    return [objection(view, from(match), to(match), "check", message)];
  });
}

export function facts(view: View, rule: ItemRule): Fact[] {
  const { limited: anywhere, limited_in, elsewhere } = view.rules.figures;
  const within = limited_in[view.about.unit];
  const limited = within ? `${anywhere}|${within}` : anywhere;
  return all(rule.find, view.shown).flatMap((match) => {
    const [start, end] = [from(match), to(match)];
    if (has(elsewhere, view.sentence(start, end)) || has(limited, view.clauseBefore(start, 30))) return [];
    if (view.lineAt(start).part !== "done" || /[余多约近]/.test(match[0])) return [];
    return [{ start, end, amount: first(match), text: match[0] }];
  });
}
