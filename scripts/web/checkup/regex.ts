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
