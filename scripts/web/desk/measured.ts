/** Blocks set in a column out of sight, as wide as the text: how many lines each has, and where its lines begin. */
import type { Block } from "../blocks";
import { el } from "../dom";
import { paragraph, table } from "./paper_text";

export interface Item {
  block: Block;
  /** Of a signature: characters left free. */
  left: number;
  node: HTMLElement;
  /** Of a table: the heights of its rows. Of a paragraph: of each of its lines. */
  heights: number[];
}

const PX_PER_TWIP = 1 / 15;
export const px = (twips: number): number => twips * PX_PER_TWIP;

export class Column {
  readonly node = el("div", { class: "kb-a4-column", "aria-hidden": "true" });
  private items = new Map<string, Item[]>();

  /** Only what is new is set and measured. `total` is the width in twips, `pitch` a line's height in pixels. */
  set(blocks: Block[], left: number, total: number, pitch: number): Item[] {
    const before = this.items;
    const fresh: Item[] = [];
    this.items = new Map();
    const found = blocks.map((block) => {
      const key = JSON.stringify(block.kind === "signature" ? [block, left] : block);
      const known = before.get(key)?.pop();
      const item = known || { block, left, node: set(block, left, total), heights: [] };
      if (!known) fresh.push(item);
      this.items.set(key, [...(this.items.get(key) || []), item]);
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

const set = (block: Block, left: number, total: number): HTMLElement =>
  block.kind === "table" ? table(block, total) : paragraph(block, left);

function measure(item: Item, pitch: number): number[] {
  if (item.node instanceof HTMLTableElement) return Array.from(item.node.rows, (row) => row.getBoundingClientRect().height);
  const lines = Math.max(1, Math.round(item.node.getBoundingClientRect().height / pitch));
  return new Array<number>(lines).fill(pitch);
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
