/**
 * Blocks → HTML as Word and WPS like to paste it. Every style is inline, because neither reads ours. Headings are
 * <h1>…: both map them to their own heading styles, so the navigation pane works, and the inline style keeps
 * the looks of the layout. Latin letters and digits get spans of their own, as Word itself writes them: WPS ignores
 * mso-ascii-font-family, and from a list "Times New Roman",仿宋 both take Times for the Chinese as well.
 */
import spec from "kb-spec";
import type { Block, Run } from "./blocks";

const { layout } = spec;
const LATIN = /([!-~]+(?: +[!-~]+)*)/;

function styleName(block: Block): string {
  if (block.kind === "heading") return `heading${Math.min(block.level, 4)}`;
  return block.kind === "title" || block.kind === "signature" ? block.kind : "body";
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function span(run: Run, name: string): string {
  const { fonts, size_pt } = layout.styles[name];
  const rest = `font-size:${size_pt}pt;color:#000;font-weight:${run.bold ? "bold" : "normal"}${run.open ? ";background:yellow;mso-highlight:yellow" : ""}`;
  const far = `mso-fareast-font-family:${fonts[0]}`;
  const face = (latin: boolean) => (latin ? `'${layout.latin_font}'` : fonts.join(","));
  const pieces = run.text.split(LATIN).map((text, at) => ({ text, latin: at % 2 === 1 }));
  return pieces
    .filter((piece) => piece.text)
    .map((piece) => `<span style="font-family:${face(piece.latin)};${far};${rest}">${escape(piece.text)}</span>`)
    .join("");
}

function content(block: Block, runs: Run[]): string {
  const number = { text: block.number, bold: false, open: false };
  return [number, ...runs].map((run) => span(run, styleName(block))).join("");
}

/** An empty line under the title and above the signature, as the standard has it. */
function margins(name: string, before: string): string {
  const line = `${layout.line_pitch_pt}pt`;
  if (name === "title") return `0 0 ${line}`;
  return name === "signature" && before !== name ? `${line} 0 0` : "0";
}

function paragraphStyle(name: string, before: string): string {
  const { size_pt, align, indent } = layout.styles[name];
  const chars = layout.indent_chars;
  const first = indent ? `text-indent:${chars * size_pt}pt;mso-char-indent-count:${chars}` : "text-indent:0";
  return `margin:${margins(name, before)};text-align:${align};${first};line-height:${layout.line_pitch_pt}pt;mso-line-height-rule:exactly`;
}

function table(block: Block): string {
  const cell = (runs: Run[]) => `<td style="border:1px solid #000;padding:0 5pt">${content(block, runs)}</td>`;
  const rows = block.rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
  return `<table border="1" cellspacing="0" style="border-collapse:collapse">${rows.join("")}</table>`;
}

function paragraph(block: Block, at: number, blocks: Block[]): string {
  if (block.kind === "table") return table(block);
  const tag = block.kind === "heading" ? `h${Math.min(block.level, 4)}` : "p";
  const style = paragraphStyle(styleName(block), at ? blocks[at - 1].kind : "signature");
  return `<${tag} style="${style}">${content(block, block.runs)}</${tag}>`;
}

export const writeWord = (blocks: Block[]): string => blocks.map(paragraph).join("\n");
