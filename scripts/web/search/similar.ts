/** Results that say nearly the same are shown once. */
import type { Hit } from "./types";

const ALIKE = 0.7;

const body = (one: Hit): string => one.lines.map((line) => line.text).join("\n");

/** Pairs of neighbouring characters. */
function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}

function alike(a: Set<string>, b: Set<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (!small.size || small.size < large.size * ALIKE) return false;
  let shared = 0;
  small.forEach((pair) => (shared += large.has(pair) ? 1 : 0));
  return shared >= ALIKE * large.size;
}

/** Groups of hits, the first of each in the order given; the others are near-copies of it. */
export function groups(hits: Hit[]): Hit[][] {
  const found: { own: Set<string>; hits: Hit[] }[] = [];
  for (const one of hits) {
    const own = pairs(body(one));
    const same = found.find((group) => alike(group.own, own));
    if (same) same.hits.push(one);
    else found.push({ own, hits: [one] });
  }
  return found.map((group) => group.hits);
}
