/** Makes the patterns ready while the page has nothing else to do: the first check would take four times as long. */
import { checkup } from "./engine";
import type { Rules } from "./types";

/** So many that none keeps the page from answering a key. */
const SLICES = 20;
const ABOUT = { unit: "township", genre: "annual_summary" };

export function warmUp(rules: Rules): void {
  const words = [...new Set((rules.patterns ?? []).flatMap((rule) => rule.near?.slice(0, 1) ?? []))];
  const size = Math.ceil(words.length / SLICES);
  const next = (from: number): void => {
    if (from >= words.length) return;
    checkup(words.slice(from, from + size).join("，"), ABOUT, rules);
    requestIdleCallback(() => next(from + size));
  };
  requestIdleCallback(() => next(0));
}
