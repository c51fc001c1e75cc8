/** 版头 and 版记 in a Word file. */
import spec from "kb-spec";
import { BorderStyle, Paragraph, Tab, TextRun, type FileChild, type IBorderOptions, type IParagraphOptions } from "docx";
import { copies, issued, issuer, issuerSize, number, office, type Word } from "./letterhead";
import { mm, pt, textWidth, type Settings } from "./settings";

const { letterhead: head, imprint: foot, latin_font } = spec.layout;
const LINE = 1.3;
const THIN_PT = 5;
/** Word gives the width of borders in eighths of a point. */
const EIGHTHS_PER_MM = (72 / 25.4) * 8;
const NO_INDENT = { firstLine: 0, firstLineChars: 0 };

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

/**
 * A frame that stands on the lower margin of the page of the paragraph after it; no table: LibreOffice lets it float up.
 * Its paragraphs are made alike, and the room at their sides is text: only so are they one frame with lines as wide.
 */
export function imprint(settings: Settings): FileChild[] {
  if (!settings.imprint.on) return [];
  const side = "\u3000".repeat(foot.side_chars);
  const to = copies(settings);
  const first = framed(settings, [plain(side + foot.copies + to)]);
  const last = framed(settings, [plain(side), office(settings), TAB, issued(settings), plain(foot.after + side)]);
  return to ? [first, thinLine(settings), last] : [last];
}

/** Underlined room as wide as the text: a frame with a border between its paragraphs is none to LibreOffice. */
function thinLine(settings: Settings): Paragraph {
  const room = new TextRun({ children: [new Tab(), new Tab()], size: THIN_PT * 2, underline: {} });
  return new Paragraph({ ...frame(settings), spacing: { line: pt(THIN_PT), lineRule: "exact" }, children: [room] });
}

const TAB = "tab";
const plain = (text: string): Word => ({ text, open: false });

const line = (length: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size: Math.round(length * EIGHTHS_PER_MM), space: 0, color: "auto" });

const framed = (settings: Settings, words: (Word | typeof TAB)[]): Paragraph =>
  new Paragraph({ ...frame(settings), children: words.map((word) => (word === TAB ? new TextRun({ children: [new Tab()] }) : run(word, { size: foot.size_pt * 2 }))) });

function frame(settings: Settings): IParagraphOptions {
  const width = textWidth(settings);
  const hanging = pt((foot.side_chars + Array.from(foot.copies).length) * foot.size_pt);
  return {
    alignment: "left",
    indent: { left: hanging, hanging, firstLineChars: undefined },
    tabStops: [{ type: "right", position: width }],
    border: { top: line(foot.thick_mm), bottom: line(foot.thick_mm) },
    frame: { type: "alignment", width, wrap: "around", anchor: { horizontal: "margin", vertical: "margin" }, alignment: { x: "center", y: "bottom" } },
  };
}
