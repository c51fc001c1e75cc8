/** Rising lists of section numbers: unpacked from the index, intersected, looked up. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Uint8Array(128);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

export type List = Int32Array;
export const NONE: List = new Int32Array(0);

export function unpack(text: string): List {
  const values = new Int32Array(text.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = VALUES[text.charCodeAt(i)];
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      values[count++] = value;
      value = shift = 0;
    }
  }
  return values.slice(0, count);
}

/** The first number as it is, then what lies between two neighbours. */
export function unpackRising(text: string): List {
  const list = unpack(text);
  for (let i = 1; i < list.length; i++) list[i] += list[i - 1] + 1;
  return list;
}

/** What all lists have; every number up to `all` when there is no list. */
export function intersect(lists: List[], all: number): List {
  if (!lists.length) return Int32Array.from({ length: all }, (_, i) => i);
  const sorted = lists.slice().sort((a, b) => a.length - b.length);
  return sorted.reduce((a, b) => (a === b ? a : both(a, b)));
}

/** Lists of like length are walked in step; in a much longer one each number is looked up. */
function both(small: List, large: List): List {
  const found = new Int32Array(small.length);
  const inStep = large.length < small.length * 8;
  let count = 0;
  let j = 0;
  for (let i = 0; i < small.length && j < large.length; i++) {
    const value = small[i];
    if (inStep) while (j < large.length && large[j] < value) j++;
    else j = reach(large, j, value);
    if (j < large.length && large[j] === value) found[count++] = value;
  }
  return found.slice(0, count);
}

/** The first place from `from` on whose number is not below `value`: strides that double, then halves. */
export function reach(list: List, from: number, value: number): number {
  let step = 1;
  let low = from;
  while (low + step < list.length && list[low + step] < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, list.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function has(list: List, value: number): boolean {
  const place = reach(list, 0, value);
  return place < list.length && list[place] === value;
}
