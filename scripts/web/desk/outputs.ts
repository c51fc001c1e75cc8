/** Leaving with the draft: Word, Markdown, text, copy, print. What is still open stays visible in all of them. */
import type { Block } from "../blocks";
import { showForCopying, toClipboard } from "../clipboard";
import { flash, say } from "../dom";
import { download, fileName } from "../files";
import { writeMarkdown } from "../write_markdown";
import { plain, writeText } from "../write_text";
import { writeWord } from "../write_word";
import type { Settings } from "./settings";

interface WordModule {
  docx(blocks: Block[], settings: Settings): Promise<Blob>;
}

export function nameOf(blocks: Block[]): string {
  const title = blocks.find((block) => block.kind === "title");
  return fileName(title ? plain(title.runs) : "文稿");
}

/** Rejects when the Word part of the site can't be loaded. */
export async function saveWord(blocks: Block[], settings: Settings): Promise<void> {
  const word = (await window.kb.load("word")) as WordModule;
  saveBlob(`${nameOf(blocks)}.docx`, await word.docx(blocks, settings));
}

function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

export const saveMarkdown = (blocks: Block[]): void => download(`${nameOf(blocks)}.md`, writeMarkdown(blocks), "text/markdown");

/** The mark at the beginning tells old programs that the text is UTF-8. */
export const saveText = (blocks: Block[]): void => download(`${nameOf(blocks)}.txt`, `\ufeff${writeText(blocks)}\n`, "text/plain");

export async function copyAll(blocks: Block[], from: HTMLButtonElement): Promise<void> {
  const clip = { text: writeText(blocks), html: writeWord(blocks) };
  const copied = await toClipboard(clip);
  if (!copied) return showForCopying(clip.text);
  const how = copied === "rich" ? "已复制（含格式）" : "已复制（纯文本）";
  flash(from, how, 2000);
  say(how);
}
