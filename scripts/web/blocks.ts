/** The text of a page as a list of plain blocks: made from the DOM once, then written as Word, text or Markdown. */
export interface Run {
  text: string;
  bold: boolean;
  /** A blank that is still open. */
  open: boolean;
  /** On the desk: the id of the blank, filled or open. */
  slot?: string;
}

export type Kind = "title" | "heading" | "body" | "item" | "table" | "signature";

export interface Block {
  kind: Kind;
  level: number;
  /** The enumerator in front: 一、 of a heading, 1. of a numbered list. */
  number: string;
  runs: Run[];
  /** Of a table only: rows of cells. */
  rows: Run[][][];
  /** On the desk: the section that it belongs to. */
  section?: string;
}

const BLOCK = /^(P|H[1-6]|UL|OL|LI|DIV|TABLE|ARTICLE|SECTION|BLOCKQUOTE|HR|PRE)$/;
const OURS = ".headerlink, .kb-tool, .kb-num, .kb-piece-from";

const make = (kind: Kind, runs: Run[], level = 0, number = ""): Block => ({ kind, level, number, runs, rows: [] });

/** Loose text between blocks (a selection within one paragraph) becomes a paragraph of its own. */
export function toBlocks(nodes: Iterable<Node>): Block[] {
  const found: Block[] = [];
  let loose: Node[] = [];
  const flush = () => {
    found.push(make("body", trim(loose.flatMap((node) => toRuns(node)))));
    loose = [];
  };
  for (const node of nodes) {
    if (!(node instanceof HTMLElement && BLOCK.test(node.tagName))) loose.push(node);
    else {
      flush();
      found.push(...fromElement(node));
    }
  }
  flush();
  return found.filter((block) => block.runs.length || block.rows.length);
}

function fromElement(node: HTMLElement): Block[] {
  if (node.matches(OURS)) return [];
  if (node.matches(".kb-title")) return [make("title", runsOf(node))];
  if (node.matches(".kb-signature")) return [make("signature", runsOf(node))];
  if (/^H/.test(node.tagName)) return [heading(node)];
  if (/^[UO]L$/.test(node.tagName)) return list(node);
  if (node.tagName === "P") return [make("body", runsOf(node))];
  if (node instanceof HTMLTableElement) return [{ ...make("table", []), rows: cells(node) }];
  return toBlocks(Array.from(node.childNodes));
}

/** h2 is level 1: the page's h1 names the card and is no part of the document. */
function heading(node: HTMLElement): Block {
  const number = node.querySelector(".kb-num");
  return make("heading", runsOf(node), Number(node.tagName[1]) - 1, number ? number.textContent || "" : "");
}

function list(node: HTMLElement): Block[] {
  const ordered = node.tagName === "OL";
  return Array.from(node.children).flatMap((item, index) => {
    const number = ordered ? `${index + 1}.` : "";
    const inner = toBlocks(Array.from(item.childNodes));
    return inner.map((block, at) => (block.kind === "body" ? make("item", block.runs, 0, at ? "" : number) : block));
  });
}

function cells(table: HTMLTableElement): Run[][][] {
  return Array.from(table.rows).map((row) => Array.from(row.cells).map(runsOf));
}

const runsOf = (node: Node): Run[] => trim(toRuns(node));

function toRuns(node: Node, bold = false): Run[] {
  if (node.nodeType === Node.TEXT_NODE) return [{ text: squeeze(node.textContent), bold, open: false }];
  if (!(node instanceof HTMLElement) || node.matches(OURS)) return [];
  if (node.matches(".kb-slot")) return [slotRun(node, bold)];
  const strong = bold || /^(B|STRONG|TH)$/.test(node.tagName);
  return Array.from(node.childNodes).flatMap((child) => toRuns(child, strong));
}

/** In 填写 the text stands in the mirror beside the input; read from the DOM so that a copied piece works as well. */
function slotRun(node: HTMLElement, bold: boolean): Run {
  const text = (node.querySelector(".kb-mirror") || node).textContent || "";
  return { text, bold, open: node.matches(".kb-open") };
}

/** Not \s: the full-width space is a character of the text. */
const squeeze = (text: string | null): string => (text || "").replace(/[ \t\r\n]+/g, " ");

function trim(runs: Run[]): Run[] {
  const kept = runs.filter((run) => run.text);
  if (kept.length) {
    kept[0].text = kept[0].text.replace(/^ /, "");
    kept[kept.length - 1].text = kept[kept.length - 1].text.replace(/ $/, "");
  }
  return kept.filter((run) => run.text);
}
