/** The figures of a sentence that have a unit, and which units count alike. */
import { Amount } from "./amounts";
import { all } from "./regex";
import type { FigureRules } from "./types";

/** A figure with its unit in a sentence; label is what stands between it and the figure before. */
export interface Count {
  start: number;
  end: number;
  amount: Amount;
  label: string;
}

export function counted(sentence: string, count: string): Count[] {
  let end = 0;
  return all(count, sentence).map((match) => {
    const start = match.index as number;
    const found = { start, end: start + match[0].length, amount: amountOf(match), label: sentence.slice(end, start) };
    end = found.end;
    return found;
  });
}

function amountOf(match: RegExpMatchArray): Amount {
  return new Amount(match[1] as string, match[2] ?? "", match[3]);
}

/** Whether two units count the same; `more` are units that do so only in what a finder compares. */
export function areAlike(figures: FigureRules, one: string, other: string, more: string[][] = []): boolean {
  return one === other || [...figures.alike, ...more].some((units) => units.includes(one) && units.includes(other));
}

export function sum(counts: Count[]): bigint {
  return counts.reduce((total, c) => total + c.amount.value, 0n);
}
