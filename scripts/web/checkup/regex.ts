/** Patterns of the rules, compiled once each. */

const compiled = new Map<string, RegExp>();

/** Return a pattern for finding every match; lines and code points as in Python. */
export function regex(find: string): RegExp {
  let found = compiled.get(find);
  if (!found) {
    found = new RegExp(find, "gmu");
    compiled.set(find, found);
  }
  found.lastIndex = 0;
  return found;
}

/** Whether a pattern matches anywhere. */
export function has(find: string, text: string): boolean {
  return regex(find).test(text);
}

/** Return the match at the very start of a text. */
export function matchAt(find: string, text: string): RegExpExecArray | null {
  const found = regex(find).exec(text);
  return found && found.index === 0 ? found : null;
}

/** Return all matches. */
export function all(find: string, text: string): RegExpMatchArray[] {
  return Array.from(text.matchAll(regex(find)));
}

/** Return the first match that begins at `start` or later and ends within `size` code points of it. */
export function searchFrom(find: string, text: string, start: number, size = Infinity): RegExpMatchArray | null {
  const found = regex(find);
  found.lastIndex = start;
  return found.exec(size === Infinity ? text : text.slice(0, step(text, start, size)));
}

/** Return the place `size` code points further on, at most the end. */
export function step(text: string, place: number, size: number): number {
  for (let left = size; left > 0 && place < text.length; left--) place += (text.codePointAt(place) as number) > 0xffff ? 2 : 1;
  return place;
}

/** Return the code points before a place, as many as `size`. */
export function back(text: string, place: number, size: number): string {
  const piece = text.slice(Math.max(0, place - size * 2), place);
  return Array.from(piece).slice(-size).join("");
}

/** Whether one of the words is there without which a rule can't find anything. */
export function isNear(rule: { near?: string[] | undefined }, text: string): boolean {
  return !rule.near?.length || rule.near.some((word) => text.includes(word));
}

/** Return the lines in which a rule can find anything; all of the text as one when it names no words. */
export function linesNear(rule: { near?: string[] }, text: string): [number, number][] {
  if (!rule.near?.length) return [[0, text.length]];
  const found = new Map<number, number>();
  for (const word of rule.near) {
    for (let place = text.indexOf(word), end; place >= 0; place = text.indexOf(word, end)) {
      end = text.indexOf("\n", place);
      if (end < 0) end = text.length;
      found.set(place ? text.lastIndexOf("\n", place - 1) + 1 : 0, end);
    }
  }
  return [...found].sort((a, b) => a[0] - b[0]);
}
