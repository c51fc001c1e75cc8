/** Blocks -> the paragraphs and tables of a Word file. */
import spec from "kb-spec";
import { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type FileChild, type IParagraphOptions } from "docx";
import type { Block, Run } from "../blocks";
import { clean } from "./clean";
import { columnWidths } from "./column_widths";
import { imprint, letterhead } from "./docx_letterhead";
import { paragraph as raw, w } from "./docx_xml";
import { underLetterhead } from "./letterhead";
import { gapAbove, room, styleName } from "./look";
import { pt, textWidth, type Settings } from "./settings";

const { layout } = spec;
const IDS: Record<string, string | undefined> = { title: "Title", body: undefined };
const HINT = { hint: "eastAsia" };

/** 版记 is anchored to the last paragraph. Where a document ends in a table an empty one follows: Word needs it. */
export function body(blocks: Block[], settings: Settings): FileChild[] {
  const last = blocks[blocks.length - 1];
  const found = blocks.flatMap((block, at) => (block.kind === "table" ? table(block, settings) : [paragraph(blocks, at, settings)]));
  const foot = imprint(settings);
  if ((last && last.kind === "table") || (foot.length && !last)) found.push(new Paragraph({}));
  return [...letterhead(settings), ...found.slice(0, -1), ...foot, ...found.slice(-1)];
}

function paragraph(blocks: Block[], at: number, settings: Settings): Paragraph {
  const block = blocks[at];
  const before = block.kind === "title" ? underLetterhead(settings) : 0;
  if (block.kind === "signature") return signature(blocks, at, settings);
  return styled(styleId(block), withNumber(block), before ? { spacing: { before } } : {});
}

const withNumber = (block: Block): Run[] => [{ text: block.number, bold: false, open: false }, ...block.runs];

function styleId(block: Block): string | undefined {
  const name = styleName(block);
  return name in IDS ? IDS[name] : name.replace("heading", "Heading");
}

/** Apart from the text, together with the lines after it, and with room enough for its longest line. */
function signature(blocks: Block[], at: number, settings: Settings): Paragraph {
  const more = at + 1 < blocks.length && blocks[at + 1].kind === "signature";
  const first = at > 0 && blocks[at - 1].kind !== "signature";
  const left = room(blocks, settings);
  const usual = left === layout.signature_block.left_chars;
  const properties = [
    w("pStyle", { val: "Signature" }),
    more ? w("keepNext") : null,
    first ? w("spacing", { before: gapAbove(settings) }) : null,
    usual ? null : w("ind", { leftChars: left * 100, left: pt(left * layout.styles.signature.size_pt) }),
  ];
  return raw(properties, textRuns(withNumber(blocks[at])));
}

const styled = (style: string | undefined, runs: Run[], own: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ style, ...own, children: textRuns(runs) });

/** Every run names the script that a sign of no script is in, else Word sets “” and … in the Latin font. */
const textRuns = (runs: Run[]): TextRun[] =>
  joined(runs).map(({ text, bold, open }) => new TextRun({ text, font: HINT, bold: bold || undefined, highlight: open ? "yellow" : undefined }));

/** Neighbours of one look are one run: what is put together by hand later is then found as one. */
function joined(runs: Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const text = clean(run.text);
    const last = found[found.length - 1];
    if (last && last.bold === run.bold && last.open === run.open) last.text += text;
    else if (text) found.push({ text, bold: run.bold, open: run.open });
  }
  return found;
}

function table(block: Block, settings: Settings): FileChild[] {
  const count = Math.max(0, ...block.rows.map((row) => row.length));
  if (!count) return [];
  const rows = block.rows.map((row) => Array.from({ length: count }, (_, at) => row[at] || []));
  const widths = columnWidths(rows, textWidth(settings));
  const line = { style: BorderStyle.SINGLE, size: Math.round(layout.table.border_pt * 8), space: 0, color: "auto" };
  const borders = { top: line, left: line, bottom: line, right: line, insideHorizontal: line, insideVertical: line };
  return [
    new Table({
      style: "TableGrid",
      width: { size: 100, type: WidthType.PERCENTAGE },
      alignment: "center",
      borders,
      columnWidths: widths,
      rows: rows.map((row, at) => tableRow(row, widths, at === 0)),
    }),
  ];
}

/** No page break divides a row; the head is repeated on every page. */
function tableRow(row: Run[][], widths: number[], head: boolean): TableRow {
  const cell = (runs: Run[], at: number): TableCell =>
    new TableCell({
      width: { size: widths[at], type: WidthType.DXA },
      verticalAlign: "center",
      children: [styled(head ? "TableHead" : "TableText", runs)],
    });
  return new TableRow({ cantSplit: true, tableHeader: head || undefined, children: row.map(cell) });
}
