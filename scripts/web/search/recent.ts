/** What was looked for lately. Only in memory: on a shared computer nobody should find it. */
import { button } from "../dom";

const MOST = 6;
const recent: string[] = [];

export function remember(query: string): void {
  const text = query.trim();
  if (!text) return;
  recent.splice(0, recent.length, ...[text, ...recent.filter((other) => other !== text)].slice(0, MOST));
}

/** The latest first, each a button; `help` while there is none. */
export function recentOr(help: string, choose: (query: string) => void): Node[] {
  if (!recent.length) return [document.createTextNode(help)];
  return [document.createTextNode("刚才查过："), ...recent.map((query) => button(query, () => choose(query)))];
}
