/** How each kind of paragraph looks, in the twips that Word counts in; the same as scripts/kb/word/layout.py. */
import spec from "kb-spec";
import type { Block } from "../blocks";
import { pt, textWidth, type Settings } from "./settings";

const { layout } = spec;
const DEEPEST = 4;

export interface Look {
  font: string;
  latin: string;
  size_pt: number;
  align: string;
  /** Height of a line. */
  pitch: number;
  /** Added to each character. */
  spacing: number;
  /** Characters left free on the left of the first line, and of all lines. */
  indent: number;
  left: number;
  before: number;
  after: number;
}

export type StyleName = "title" | "heading1" | "heading2" | "heading3" | "heading4" | "body" | "signature";

export function styleName(block: Block): StyleName {
  if (block.kind === "heading") return `heading${Math.max(1, Math.min(block.level, DEEPEST))}` as StyleName;
  return block.kind === "title" || block.kind === "signature" ? block.kind : "body";
}

/** What is added to each character of the body's size so that a line holds its number; nothing for other sizes. */
export function spacing(size_pt: number, settings: Settings): number {
  if (size_pt !== layout.styles.body.size_pt) return 0;
  return Math.floor(textWidth(settings) / settings.chars_per_line - pt(size_pt));
}

const plain = (font: string, size_pt: number, align: string, pitch: number): Look => ({
  font,
  latin: layout.latin_font,
  size_pt,
  align,
  pitch,
  spacing: 0,
  indent: 0,
  left: 0,
  before: 0,
  after: 0,
});

export function look(name: StyleName, settings: Settings): Look {
  const { size_pt, align, indent } = layout.styles[name];
  const { fonts } = settings;
  const font = name === "title" || name === "heading1" || name === "heading2" ? fonts[name] : fonts.body;
  const pitch = pt(settings.line_pitch_pt);
  const found = { ...plain(font, size_pt, align, pitch), spacing: spacing(size_pt, settings), indent: indent ? layout.indent_chars : 0 };
  if (name === "title") return { ...found, after: Math.round(layout.title_block.gap_lines * pitch) };
  return name === "signature" ? { ...found, align: "center", left: layout.signature_block.left_chars } : found;
}

export function cellLook(head: boolean, settings: Settings): Look {
  const { size_pt, line_pitch_pt } = layout.table;
  return plain(head ? settings.fonts.heading1 : settings.fonts.body, size_pt, head ? "center" : "left", pt(line_pitch_pt));
}

/** All in its own font. Its line is as high as such a font's line usually is. */
export function pageNumberLook(): Look {
  const { fonts, size_pt } = layout.page_number;
  return { ...plain(fonts[0], size_pt, "right", pt(size_pt * 1.3)), latin: fonts[0] };
}

/** The room over the signature, in twips. */
export const gapAbove = (settings: Settings): number => Math.round(layout.signature_block.gap_lines * pt(settings.line_pitch_pt));

/** How many characters wide a text is: Latin letters and digits are half as wide as Chinese ones. */
export function width(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign > "~" ? 1 : 0.5), 0);
}

export function lineText(block: Block): string {
  return block.number + block.runs.map((run) => run.text).join("");
}

/** The characters left of a signature: fewer when its longest line needs the room, of which one is spare. */
export function room(blocks: Block[], settings: Settings): number {
  const longest = Math.max(0, ...blocks.filter((block) => block.kind === "signature").map((block) => width(lineText(block))));
  return Math.max(0, Math.min(layout.signature_block.left_chars, settings.chars_per_line - 1 - Math.ceil(longest)));
}
