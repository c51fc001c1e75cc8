/** Blocks set in a column out of sight, as wide as the text: how many lines each has, and where its lines begin. */
import { el } from "../dom";
import type { Part } from "./paper_text";

/** Something to be set: a block, or a line of 版头 or 版记. */
export interface Entry {
  /** The same for what looks the same. */
  key: string;
  make(part?: Part): HTMLElement;
  section: string;
  /** Room over and under it, in pixels. */
  before: number;
  after: number;
  /** The room over it is kept where a page begins. */
  always?: boolean;
  /** On one page with what follows. */
  keep: boolean;
}

export interface Item {
  entry: Entry;
  node: HTMLElement;
  /** Of a table: the heights of its rows. Of a paragraph: of each of its lines. */
  heights: number[];
}

const PX_PER_TWIP = 1 / 15;
export const px = (twips: number): number => twips * PX_PER_TWIP;

export class Column {
  readonly node = el("div", { class: "kb-a4-column", "aria-hidden": "true" });
  private items = new Map<string, Item[]>();

  /** Only what is new is set and measured. `pitch` is a line's height in pixels. */
  set(entries: Entry[], pitch: number): Item[] {
    const before = this.items;
    const fresh: Item[] = [];
    this.items = new Map();
    const found = entries.map((entry) => {
      const known = before.get(entry.key)?.pop();
      const item: Item = known ? { ...known, entry } : { entry, node: entry.make(), heights: [] };
      if (!known) fresh.push(item);
      const same = this.items.get(entry.key);
      if (same) same.push(item);
      else this.items.set(entry.key, [item]);
      return item;
    });
    before.forEach((rest) => rest.forEach((item) => item.node.remove()));
    this.node.append(...fresh.map((item) => item.node));
    fresh.forEach((item) => (item.heights = measure(item, pitch)));
    return found;
  }

  /** After a change of fonts or margins everything is set anew. */
  forget(): void {
    this.items = new Map();
    this.node.replaceChildren();
  }
}

function measure({ node }: Item, pitch: number): number[] {
  const { height } = node.getBoundingClientRect();
  if (node instanceof HTMLTableElement) return Array.from(node.rows, (row) => row.getBoundingClientRect().height);
  if (!node.matches(".kb-a4-p")) return [height];
  return new Array<number>(Math.max(1, Math.round(height / pitch))).fill(pitch);
}

/** The place in the text at which a line of a paragraph begins. */
export function lineStart(item: Item, line: number): number {
  if (line <= 0) return 0;
  if (line >= item.heights.length) return Infinity;
  const texts = textNodes(item.node);
  let low = 0;
  let high = texts.reduce((sum, text) => sum + text.length, 0);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineAt(item, texts, middle) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function textNodes(node: Node): Text[] {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

function lineAt(item: Item, texts: Text[], offset: number): number {
  let rest = offset;
  const text = texts.find((one) => rest < one.length || ((rest -= one.length), false));
  if (!text) return item.heights.length;
  // The second half of a sign outside the basic plane has no place of its own.
  const from = rest && /[\udc00-\udfff]/.test(text.data[rest]) ? rest - 1 : rest;
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, rest + 1);
  const { top, height } = range.getBoundingClientRect();
  return Math.floor((top + height / 2 - item.node.getBoundingClientRect().top) / item.heights[0]);
}
