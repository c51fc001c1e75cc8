/** Blocks → plain text, for a chat or a mail: one paragraph a line, indented by two full-width spaces. */
import spec from "kb-spec";
import type { Block, Run } from "./blocks";

const INDENT = "\u3000".repeat(spec.layout.indent_chars);

export const plain = (runs: Run[]): string => runs.map((run) => run.text).join("");

function line(block: Block): string {
  if (block.kind === "table") return block.rows.map((row) => row.map(plain).join("\t")).join("\n");
  const text = block.number + plain(block.runs);
  return block.kind === "title" || block.kind === "signature" ? text : INDENT + text;
}

export const writeText = (blocks: Block[]): string => blocks.map(line).join("\n");
