/** Lines and table rows -> pages. Knows heights only, so that it can be tried without a browser. */

/** What no page break divides: a line, or a row of a table. */
export interface Atom {
  height: number;
  /** Room over it, which is left out where a page begins. */
  before: number;
  /** The room over it is kept where a page begins, too. */
  always?: boolean;
  /** No page break comes after it. */
  glued: boolean;
  /** The height of a table's head that is repeated when a page begins with it. */
  again?: number;
}

/** From `start` up to and without `end`. */
export interface Range {
  start: number;
  end: number;
  /** How far down the page it reaches. */
  height: number;
}

/** What browsers lose in rounding. */
const SLACK = 1;

export function paginate(atoms: Atom[], height: number): Range[] {
  const pages: Range[] = [];
  for (let start = 0; start < atoms.length; ) {
    const end = divide(atoms, start, fill(atoms, start, height));
    pages.push({ start, end, height: reach(atoms, start, end) });
    start = end;
  }
  return pages.length ? pages : [{ start: 0, end: 0, height: 0 }];
}

/** The first that finds no room; a page takes at least one. */
function fill(atoms: Atom[], start: number, height: number): number {
  let used = need(atoms, start, start);
  let end = start + 1;
  while (end < atoms.length && used + need(atoms, start, end) <= height + SLACK) used += need(atoms, start, end++);
  return end;
}

/** The nearest place before `end` where a break may be; where all is glued together it breaks all the same. */
function divide(atoms: Atom[], start: number, end: number): number {
  if (end === atoms.length) return end;
  let place = end;
  while (place > start && atoms[place - 1].glued) place--;
  return place > start ? place : end;
}

function need(atoms: Atom[], start: number, at: number): number {
  const { height, before, always, again } = atoms[at];
  if (at > start) return before + height;
  return height + (always ? before : 0) + (again || 0);
}

function reach(atoms: Atom[], start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += need(atoms, start, at);
  return sum;
}
