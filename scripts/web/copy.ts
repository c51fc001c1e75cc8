/** 复制全文, 复制本段, and the reader's own selection in 填写. */
import { toBlocks, type Block } from "./blocks";
import { put, showForCopying, toClipboard, type Clip } from "./clipboard";
import { button, el, flash, say } from "./dom";
import { format, view } from "./prefs";
import type { Page } from "./slots";
import { addButton as deskButton } from "./tray";
import { writeMarkdown } from "./write_markdown";
import { writeText } from "./write_text";
import { writeWord } from "./write_word";

function toClip(blocks: Block[]): Clip {
  if (format.get() === "markdown") return { text: writeMarkdown(blocks), html: "" };
  return { text: writeText(blocks), html: format.get() === "word" ? writeWord(blocks) : "" };
}

export const pageBlocks = (page: Page): Block[] => toBlocks(page.roots);

export async function copyBlocks(blocks: Block[], from: HTMLButtonElement): Promise<void> {
  const clip = toClip(blocks);
  const copied = await toClipboard(clip);
  if (!copied) return showForCopying(clip.text);
  const how = copied === "rich" ? "含格式" : format.get() === "markdown" ? "Markdown" : "纯文本";
  flash(from, `已复制（${how}）`, 2000);
  say(`已复制（${how}）`);
}

/** A level-1 section: its heading with all that follows, up to the next one or the signature. */
function sectionNodes(head: Element): Node[] {
  const nodes: Node[] = [head];
  let next = head.nextElementSibling;
  while (next && !next.matches(".kb-head, .kb-signature")) {
    nodes.push(next);
    next = next.nextElementSibling;
  }
  return nodes;
}

/** The button stands beside the heading, not in it: it is no part of the heading's name. */
function addButtons(root: HTMLElement, heading: Element): void {
  const head = el("div", { class: "kb-head" });
  heading.replaceWith(head);
  const copy = button("复制本段", (self) => void copyBlocks(toBlocks(sectionNodes(head)), self));
  copy.setAttribute("aria-label", `复制本段：${label(heading)}`);
  head.append(heading, el("div", { class: "kb-tool" }, copy, deskButton(source(root, heading), label(heading))));
}

/** On theme pages anchors carry the sample's name before their own. */
function source(root: HTMLElement, heading: Element): string {
  const sample = root.dataset.sample || "";
  const before = root.matches(".kb-piece") ? sample.split("/").join("-") + "-" : "";
  return `${sample}#${heading.id.slice(before.length)}`;
}

const label = (heading: Element): string => {
  const number = heading.querySelector(".kb-num");
  return number ? (number.textContent || "").replace(/、$/, "") : (heading.textContent || "").slice(0, 12);
};

/** Inputs are left out when a browser copies a selection; a blank must never vanish, so the text is written here. */
function copySelection(event: ClipboardEvent): void {
  const selection = getSelection();
  if (view.get() !== "fill" || !selection || selection.isCollapsed || event.target instanceof HTMLInputElement) return;
  put(event, toClip(toBlocks(Array.from(selection.getRangeAt(0).cloneContents().childNodes))));
}

export function mountCopy(page: Page): void {
  page.roots.forEach((root) => {
    root.querySelectorAll("h2").forEach((heading) => addButtons(root, heading));
    root.addEventListener("copy", copySelection);
  });
}
