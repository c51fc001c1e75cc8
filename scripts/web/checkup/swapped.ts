/** Figures of two places that differ in the order of two digits only, where the same is told: 会员5260人, 会员5620人. */
import { areAlike, type Count, counted } from "./counts";
import { objection } from "./figures";
import { all, has, regex } from "./regex";
import type { Finding } from "./types";
import type { View } from "./view";

/** How much around a figure tells what is counted. */
const [BEFORE, AFTER] = [14, 6];
/** Of digits: two in another order are often another number. */
const LEAST = 3;
/** By the digits: how long a text the two places must share to tell of the same. */
const SHARED = [0, 0, 0, 4, 2];

/** A figure of a draft, the words around it and the sentence it stands in. */
interface Told {
  count: Count;
  around: string;
  sentence: string;
}

export function swapped(view: View): Finding[] {
  const { count, breakdown } = view.rules.figures;
  const found = new Map<string, Told[]>();
  for (const one of counted(view.shown, count)) {
    const { digits, times, unit } = one.amount;
    if (bare(digits).length < LEAST || breakdown.never.includes(unit)) continue;
    const key = Array.from(digits).sort().join("") + times;
    found.set(key, [...(found.get(key) ?? []), told(view, one)]);
  }
  return [...found.values()].flatMap((like) => slips(view, like));
}

function slips(view: View, like: Told[]): Finding[] {
  return like.flatMap((later, place) => {
    const earlier = like.slice(0, place).find((one) => isSlip(view, one, later));
    if (!earlier) return [];
    const message = `这里写的是${later.count.amount.shown}，前面写的是${earlier.count.amount.shown}，有一处像是写颠倒了`;
    return [objection(view, later.count.start, later.count.end, "check", message)];
  });
}

/** Return a figure with what is around it in its clause. */
function told(view: View, count: Count): Told {
  const before = view.clauseBefore(count.start, BEFORE);
  const after = view.ahead(count.end, AFTER).split(regex(view.rules.figures.swapped.ends))[0] as string;
  return { count, around: `${before}\n${after}`, sentence: view.sentence(count.start, count.end) };
}

/** Whether two figures tell of the same thing, in two sentences, and neither is of another time. */
function isSlip(view: View, one: Told, other: Told): boolean {
  const { figures } = view.rules;
  const [a, b] = [one.count.amount, other.count.amount];
  if (!isSwap(a.digits, b.digits) || !areAlike(figures, a.unit, b.unit) || one.sentence === other.sentence) return false;
  if ([one, other].some((t) => has(figures.swapped.unlike, t.around))) return false;
  const [kinds, others] = [one, other].map((t) => new Set(all(figures.swapped.kinds, t.around).map(([kind]) => kind)));
  if ([...(kinds ?? [])].sort().join() !== [...(others ?? [])].sort().join()) return false;
  return share(figures.swapped.common, one.around, other.around, SHARED[Math.min(4, bare(a.digits).length)] as number);
}

const bare = (digits: string): string => digits.replace(".", "");

/** Whether two numbers differ in the order of two digits side by side, a point between them left aside. */
function isSwap(one: string, other: string): boolean {
  if (one.indexOf(".") !== other.indexOf(".")) return false;
  const [a, b] = [bare(one), bare(other)];
  const [first = 0, second, ...more] = Array.from(a, (_, place) => place).filter((place) => a[place] !== b[place]);
  return second !== undefined && !more.length && second - first === 1 && a[first] === b[second];
}

/** Whether two texts share so many characters in a row that say what is counted. */
function share(common: string, one: string, other: string, size: number): boolean {
  const [a, b] = [one, other].map((text) => Array.from(text.replace(regex(common), "\n"))) as [string[], string[]];
  const text = b.join("");
  const pieces = a.slice(0, Math.max(0, a.length - size + 1)).map((_, place) => a.slice(place, place + size).join(""));
  return pieces.some((piece) => !piece.includes("\n") && text.includes(piece));
}
