/** One result as it is shown: where it leads, where it is from, why it was found, and copying it. */
import type { Block } from "../blocks";
import { copyBlocks } from "../copy";
import { button, el } from "../dom";
import { ROOT } from "../kb";
import { addButton } from "../tray";
import type { Names } from "./names";
import type { Hit, Line } from "./types";

/** Text with its matches in <mark>; always text nodes. */
function marked(text: string, marks: [number, number][]): Node[] {
  const nodes: Node[] = [];
  let last = 0;
  for (const [from, to] of marks) {
    nodes.push(document.createTextNode(text.slice(last, from)), el("mark", {}, text.slice(from, to)));
    last = to;
  }
  return [...nodes, document.createTextNode(text.slice(last))];
}

const path = (one: Hit, names: Names): string =>
  [names.unit.get(one.unit), names.genre.get(one.genre), one.title].filter((part) => part).join(" › ");

export function item(hits: Hit[], names: Names): HTMLElement {
  const [one, ...others] = hits;
  const link = el("a", { href: one.url, class: "kb-hit-link" }, one.heading);
  const node = el("li", { class: "kb-hit" }, link);
  if (one.why) node.append(el("span", { class: "kb-hit-why" }, one.why));
  node.append(el("div", { class: "kb-hit-path" }, path(one, names)));
  node.append(el("div", { class: "kb-hit-text" }, ...marked(one.excerpt, one.marks)));
  const blocks = toBlocks(one.lines);
  if (one.genre !== "guide" && blocks.length) node.append(el("div", { class: "kb-hit-tools" }, copyButton(one, blocks), addButton(source(one), one.heading)));
  if (others.length) node.append(more(others, names));
  return node;
}

/** Where the section stands, as the desk names it: `township/tea#organization`. */
const source = (one: Hit): string => one.url.slice(ROOT.length).replace(".html", "");

function copyButton(one: Hit, blocks: Block[]): HTMLButtonElement {
  const node = button("复制本段", (self) => void copyBlocks(blocks, self));
  node.setAttribute("aria-label", `复制本段：${one.heading}`);
  return node;
}

function more(others: Hit[], names: Names): HTMLElement {
  const rows = others.map((one) => el("li", {}, el("a", { href: one.url, class: "kb-hit-link" }, one.heading), ` ${path(one, names)}`));
  return el("details", { class: "kb-hit-more" }, el("summary", {}, `另有${others.length}处相近`), el("ul", {}, ...rows));
}

/** A section's lines as the blocks that copying knows. The first of two titles is the card's, not the document's. */
export function toBlocks(lines: Line[]): Block[] {
  const titles = lines.filter((line) => line.kind === "0");
  const blocks: Block[] = [];
  let row: string[] = [];
  for (const line of lines) {
    if (line === titles[0]) continue;
    if (line.kind === "c") row.push(line.text);
    else if (line.kind === "r") (addRow(blocks, [...row, line.text]), (row = []));
    else blocks.push(block(line));
  }
  return blocks;
}

const runs = (text: string) => [{ text, bold: false, open: false }];

function block(line: Line): Block {
  const own = { number: line.mark, runs: runs(line.text), rows: [], level: 0 };
  if (line.kind === "0") return { ...own, kind: "title", number: "" };
  if (line.kind === "i") return { ...own, kind: "item", number: /\d/.test(line.mark) ? line.mark : "" };
  return /\d/.test(line.kind) ? { ...own, kind: "heading", level: Number(line.kind) } : { ...own, kind: "body" };
}

function addRow(blocks: Block[], cells: string[]): void {
  const last = blocks[blocks.length - 1];
  const row = cells.map(runs);
  if (last && last.kind === "table") last.rows.push(row);
  else blocks.push({ kind: "table", level: 0, number: "", runs: [], rows: [row] });
}
