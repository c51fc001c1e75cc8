/** Totals and their parts: 其中 and what follows it, 合计 and what stands before it. */
import { Amount, written } from "./amounts";
import { from, objection, SENTENCE, to } from "./figures";
import { length } from "./lines";
import { all, has } from "./regex";
import type { Finding } from "./types";
import type { View } from "./view";

interface Count {
  start: number;
  end: number;
  amount: Amount;
  label: string;
}

export function sums(view: View): Finding[] {
  const rules = view.rules.figures;
  return all(SENTENCE, view.shown).flatMap((match) => {
    const sentence = match[0];
    if (!sentence.includes("其中") && !has(rules.total, sentence)) return [];
    const counts = counted(sentence, rules.count);
    return [...ofWhich(view, sentence, from(match), counts), ...altogether(view, sentence, from(match), counts)];
  });
}

function counted(sentence: string, count: string): Count[] {
  let end = 0;
  return all(count, sentence).map((match) => {
    const amount = new Amount(match[1] as string, match[2] ?? "", match[3]);
    const found = { start: from(match), end: to(match), amount, label: sentence.slice(end, from(match)) };
    end = to(match);
    return found;
  });
}

function ofWhich(view: View, sentence: string, offset: number, counts: Count[]): Finding[] {
  const rules = view.rules.figures;
  const found: Finding[] = [];
  for (const match of all("其中[：:，]?", sentence)) {
    const whole = counts.filter((c) => c.end <= from(match)).pop();
    if (!whole || length(sentence.slice(whole.end, from(match))) > 8) continue;
    const parts = partsOf(sentence, to(match), whole, counts);
    const last = parts[parts.length - 1];
    const total = sum(parts);
    if (!last || total === whole.amount.value || has(rules.overlap, sentence)) continue;
    const shared = parts.some((c) => has(rules.shared, c.label));
    const more = total > whole.amount.value;
    if (more || (!shared && looksWhole(sentence, parts, total, whole))) {
      const shown = parts.map((c) => c.amount.digits + c.amount.times).join("＋");
      const message = `其中各项${shown}＝${written(total, whole.amount)}，总数写的是${whole.amount.shown}`;
      const severity = more && !shared ? "must" : "check";
      found.push(objection(view, offset + whole.start, offset + last.end, severity, message));
    }
  }
  return found;
}

function sum(counts: Count[]): bigint {
  return counts.reduce((total, c) => total + c.amount.value, 0n);
}

/** Whether parts that do not reach their total seem to be meant as all of it. */
function looksWhole(sentence: string, parts: Count[], total: bigint, whole: Count): boolean {
  const after = sentence.charAt((parts[parts.length - 1] as Count).end);
  return parts.length > 1 && total * 2n >= whole.amount.value && after !== "等";
}

function partsOf(sentence: string, start: number, whole: Count, counts: Count[]): Count[] {
  const found: Count[] = [];
  for (const count of counts.filter((c) => c.start >= start)) {
    const label = sentence.slice(start, count.start);
    const joined = !found.length || /^(?:[、和及]|以及)/.test(label);
    if (count.amount.unit !== whole.amount.unit || !joined || length(label) > 16 || label.includes("，")) break;
    found.push({ ...count, label });
    start = count.end;
  }
  return found;
}

function altogether(view: View, sentence: string, offset: number, counts: Count[]): Finding[] {
  return all(view.rules.figures.total, sentence).flatMap((match) => {
    const total = counts.find((c) => c.start === to(match));
    if (!total) return [];
    const parts = counts.filter((c) => c.end <= from(match) && c.amount.unit === total.amount.unit);
    if (parts.length < 2) return [];
    const runs = parts.map((_, place) => sum(parts.slice(place))).slice(0, -1);
    if (runs.includes(total.amount.value)) return [];
    const said = `前面各项加起来是${written(runs[0] as bigint, total.amount)}，${match[0]}写的是${total.amount.shown}`;
    return [objection(view, offset + (parts[0] as Count).start, offset + total.end, "should", said)];
  });
}
