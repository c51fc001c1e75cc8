/** Blocks and settings -> what stands on which page. */
import type { Block } from "../blocks";
import { imprint, letterhead, underLetterhead } from "./letterhead";
import { gapAbove, look, room } from "./look";
import { Column, px, type Entry, type Item } from "./measured";
import { paginate, type Atom, type Range } from "./paginate";
import { paragraph, table } from "./paper_text";
import { pt, textHeight, textWidth, type Settings } from "./settings";

/** Lines `from` up to `to` of something, on one page. */
export interface Piece {
  item: Item;
  from: number;
  to: number;
  /** Room over it. */
  before: number;
}

export interface Page {
  pieces: Piece[];
  /** 版记, on the last page only. */
  foot: Item | null;
  /** How much longer than A4 it is shown: a row of a table may be higher than a page, and is not cut off. */
  more: number;
}

export class Flow {
  readonly column = new Column();

  pages(blocks: Block[], settings: Settings): Page[] {
    const entries = [...letterhead(settings), ...blocks.map((_, at) => entry(blocks, at, settings))];
    const foot = imprint(settings);
    const items = this.column.set(foot ? [...entries, foot] : entries, px(pt(settings.line_pitch_pt)));
    const last = foot ? items.pop()! : null;
    const atoms = items.flatMap((item, at) => atomsOf(item, at ? items[at - 1].entry.after : 0));
    const height = px(textHeight(settings));
    const ranges = paginate(atoms.map((one) => one.atom), height);
    const pages = ranges.map((range): Page => ({ pieces: pieces(atoms, range), foot: null, more: Math.max(0, range.height - height) }));
    if (last) placeFoot(pages, ranges[ranges.length - 1], last, height);
    return pages;
  }
}

/** Where the last page has no room left for it, it has a page of its own. */
function placeFoot(pages: Page[], range: Range, foot: Item, height: number): void {
  if (range.height + foot.heights[0] > height) pages.push({ pieces: [], foot: null, more: 0 });
  pages[pages.length - 1].foot = foot;
}

function entry(blocks: Block[], at: number, settings: Settings): Entry {
  const block = blocks[at];
  const after = at + 1 < blocks.length ? blocks[at + 1].kind : "";
  const before = at ? blocks[at - 1].kind : "";
  const left = block.kind === "signature" ? room(blocks, settings) : 0;
  const total = textWidth(settings);
  const over = block.kind === "signature" && before && before !== "signature" ? gapAbove(settings) : 0;
  return {
    key: JSON.stringify([block, left]),
    make: (part) => (block.kind === "table" ? table(block, total, part) : paragraph(block, left, part)),
    section: block.section || "",
    before: px(over + (block.kind === "title" ? underLetterhead(settings) : 0)),
    after: block.kind === "title" ? px(look("title", settings).after) : 0,
    keep: block.kind === "title" || block.kind === "heading" || (block.kind === "signature" && after === "signature"),
  };
}

interface Line {
  atom: Atom;
  item: Item;
  line: number;
}

function atomsOf(item: Item, above: number): Line[] {
  const { entry: own, heights, node } = item;
  const isTable = node instanceof HTMLTableElement;
  return heights.map((height, line) => ({
    item,
    line,
    atom: {
      height,
      before: line ? 0 : above + own.before,
      always: own.always,
      glued: isTable ? line === 0 && heights.length > 1 : own.keep && line === heights.length - 1,
      again: isTable && line ? heights[0] : 0,
    },
  }));
}

function pieces(lines: Line[], { start, end }: Range): Piece[] {
  const found: Piece[] = [];
  lines.slice(start, end).forEach(({ item, line, atom }, at) => {
    const last = found[found.length - 1];
    if (last && last.item === item) last.to = line + 1;
    else found.push({ item, from: line, to: line + 1, before: at || atom.always ? atom.before : 0 });
  });
  return found;
}
