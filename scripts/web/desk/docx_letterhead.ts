/** 版头 and 版记 in a Word file. */
import spec from "kb-spec";
import { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type FileChild, type IBorderOptions } from "docx";
import { copies, issued, issuer, issuerSize, number, office, type Word } from "./letterhead";
import { mm, pt, textWidth, type Settings } from "./settings";

const { letterhead: head, imprint: foot, latin_font } = spec.layout;
const LINE = 1.3;
/** Word gives the width of borders in eighths of a point. */
const EIGHTHS_PER_MM = (72 / 25.4) * 8;
const NO_INDENT = { firstLine: 0, firstLineChars: 0 };
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, space: 0, color: "auto" };

const run = ({ text, open }: Word, more: object = {}): TextRun =>
  new TextRun({ text, highlight: open ? "yellow" : undefined, font: { hint: "eastAsia" }, characterSpacing: 0, ...more });

/** 发文机关标志 in red, 发文字号, the red line. The title after it leaves the room that `underLetterhead` says. */
export function letterhead(settings: Settings): FileChild[] {
  if (!settings.header.on) return [];
  const size = issuerSize(settings);
  const font = { ascii: latin_font, hAnsi: latin_font, cs: latin_font, eastAsia: settings.fonts.title, hint: "eastAsia" };
  const common = { alignment: "center" as const, indent: NO_INDENT, keepNext: true };
  const line = { style: BorderStyle.SINGLE, size: Math.round(head.rule_pt * 8), space: Math.round(mm(head.rule_below_mm) / 20), color: head.color };
  return [
    new Paragraph({
      ...common,
      spacing: { before: mm(head.top_mm), line: pt(size * LINE), lineRule: "exact" },
      children: [run(issuer(settings), { size: size * 2, color: head.color, font })],
    }),
    new Paragraph({
      ...common,
      spacing: { before: head.gap_lines * pt(settings.line_pitch_pt) },
      border: { bottom: line },
      children: [run(number(settings))],
    }),
  ];
}

/** A table that stands on the lower margin of the page of the paragraph after it. */
export function imprint(settings: Settings): FileChild[] {
  if (!settings.imprint.on) return [];
  const width = textWidth(settings);
  const to = copies(settings);
  const rows = to ? [row([[{ text: foot.copies + to, open: false }]], width, settings)] : [];
  const date = [issued(settings), { text: foot.after, open: false }];
  const line = (length: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size: Math.round(length * EIGHTHS_PER_MM), space: 0, color: "auto" });
  return [
    new Table({
      float: { horizontalAnchor: "margin", verticalAnchor: "margin", relativeHorizontalPosition: "center", relativeVerticalPosition: "bottom", overlap: "never" },
      layout: "fixed",
      width: { size: width, type: WidthType.DXA },
      columnWidths: [Math.floor(width / 2), width - Math.floor(width / 2)],
      borders: { top: line(foot.thick_mm), bottom: line(foot.thick_mm), left: NONE, right: NONE, insideHorizontal: line(foot.thin_mm), insideVertical: NONE },
      rows: [...rows, row([[office(settings)], date], width, settings)],
    }),
  ];
}

function row(cells: Word[][], width: number, settings: Settings): TableRow {
  const side = pt(foot.side_chars * foot.size_pt);
  const children = cells.map(
    (words, at) =>
      new TableCell({
        columnSpan: cells.length === 1 ? 2 : 1,
        width: { size: Math.floor(width / cells.length), type: WidthType.DXA },
        margins: { left: 0, right: 0 },
        children: [
          new Paragraph({
            alignment: at ? "right" : "left",
            // What goes on in the next line begins under the first sign after the colon.
            indent: { ...NO_INDENT, left: side, right: side, ...(cells.length === 1 ? { left: side + pt(3 * foot.size_pt), hanging: pt(3 * foot.size_pt), firstLine: undefined } : {}) },
            spacing: { line: pt(settings.line_pitch_pt), lineRule: "exact" },
            children: words.map((word) => run(word, { size: foot.size_pt * 2 })),
          }),
        ],
      }),
  );
  return new TableRow({ cantSplit: true, children });
}
