/** Blocks -> the paragraphs and tables of a Word file. */
import spec from "kb-spec";
import { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type FileChild, type IParagraphOptions } from "docx";
import type { Block, Run } from "../blocks";
import { clean } from "./clean";
import { columnWidths } from "./column_widths";
import { imprint, letterhead } from "./docx_letterhead";
import { underLetterhead } from "./letterhead";
import { gapAbove, room, styleName } from "./look";
import { pt, textWidth, type Settings } from "./settings";

const { layout } = spec;
const IDS: Record<string, string | undefined> = { title: "Title", signature: "Signature", body: undefined };
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
  const after = at + 1 < blocks.length ? blocks[at + 1].kind : "";
  const own = block.kind === "signature" ? signature(blocks, at, settings) : block.kind === "title" ? title(settings) : {};
  const number = { text: block.number, bold: false, open: false };
  return styled(styleId(block), [number, ...block.runs], { ...own, keepNext: after === "signature" || undefined });
}

function title(settings: Settings): IParagraphOptions {
  const before = underLetterhead(settings);
  return before ? { spacing: { before } } : {};
}

function styleId(block: Block): string | undefined {
  const name = styleName(block);
  return name in IDS ? IDS[name] : name.replace("heading", "Heading");
}

/** Apart from the text, and with room enough for its longest line. */
function signature(blocks: Block[], at: number, settings: Settings): IParagraphOptions {
  const first = at > 0 && blocks[at - 1].kind !== "signature";
  const left = room(blocks, settings);
  const { size_pt } = layout.styles.signature;
  return {
    spacing: first ? { before: gapAbove(settings) } : undefined,
    indent: left === layout.signature_block.left_chars ? undefined : { left: pt(left * size_pt) },
  };
}

const styled = (style: string | undefined, runs: Run[], own: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ style, ...own, children: runs.flatMap(textRun) });

/** Every run names the script that a sign of no script is in, else Word sets “” and … in the Latin font. */
function textRun(run: Run): TextRun[] {
  const text = clean(run.text);
  return text ? [new TextRun({ text, font: HINT, bold: run.bold || undefined, highlight: run.open ? "yellow" : undefined })] : [];
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
