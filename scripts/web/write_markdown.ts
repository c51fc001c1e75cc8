/** Blocks → Markdown. What stands in the text stays text: signs that Markdown would read as its own are escaped. */
import type { Block, Run } from "./blocks";

function escape(text: string): string {
  return text.replace(/[\\`*_[\]{}]/g, "\\$&").replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** Signs that mean something only where a paragraph begins: a list, a heading, a quotation, a fence, an extension's block. */
function guard(text: string): string {
  const escaped = text.replace(/^(\d+)(?=[.)](\s|$))/, "$1\\").replace(/^[#>+!-]/, "\\$&");
  return escaped.replace(/^[~/](?=[~/]{2})/, (sign) => `&#${sign.charCodeAt(0)};`);
}

function runs(list: Run[]): string {
  return list.map((run) => (run.bold ? `**${escape(run.text)}**` : escape(run.text))).join("").replace(/\*{4}/g, "");
}

function table(block: Block): string {
  const rows = block.rows.map((row) => `| ${row.map((cell) => runs(cell).replace(/\|/g, "\\|")).join(" | ")} |`);
  const rule = `|${" --- |".repeat(block.rows[0].length)}`;
  return [rows[0], rule, ...rows.slice(1)].join("\n");
}

function paragraph(block: Block): string {
  const text = runs(block.runs);
  if (block.kind === "table") return table(block);
  if (block.kind === "title") return `# ${text}`;
  if (block.kind === "heading") return `${"#".repeat(block.level + 1)} ${block.number}${text}`;
  if (block.kind === "item") return `${block.number || "-"} ${guard(text)}`;
  return guard(text);
}

export function writeMarkdown(blocks: Block[]): string {
  return blocks.map((block, at) => gap(block, blocks[at - 1]) + paragraph(block)).join("") + "\n";
}

/** The items of one list stand together; everything else has an empty line before it. */
function gap(block: Block, before?: Block): string {
  if (!before) return "";
  return block.kind === "item" && before.kind === "item" ? "\n" : "\n\n";
}
