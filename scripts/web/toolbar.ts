/** The toolbar over the text: which view, copying, the Markdown file, printing. */
import { copyBlocks, pageBlocks } from "./copy";
import { button, el } from "./dom";
import { download, fileName } from "./files";
import { format, view, type Format, type View } from "./prefs";
import type { Page } from "./slots";
import { startButton } from "./tray";
import { writeMarkdown } from "./write_markdown";
import { plain } from "./write_text";

const VIEWS: [View, string][] = [["sample", "范文"], ["skeleton", "骨架"], ["fill", "填写"]];
const FORMATS: [Format, string][] = [["word", "Word 格式"], ["text", "纯文本"], ["markdown", "Markdown"]];

function viewButtons(): HTMLElement {
  const group = el("div", { class: "kb-views", role: "group", "aria-label": "视图" });
  for (const [name, text] of VIEWS) {
    const one = button(text, () => name !== view.get() && view.set(name));
    const show = () => one.setAttribute("aria-pressed", String(name === view.get()));
    show();
    view.onChange(show);
    group.append(one);
  }
  return group;
}

function formatChoice(): HTMLElement {
  const select = el("select", {}, ...FORMATS.map(([name, text]) => el("option", { value: name }, text)));
  select.value = format.get();
  select.addEventListener("change", () => format.set(select.value as Format));
  return el("label", { class: "kb-format" }, "复制为 ", select);
}

function saveMarkdown(page: Page): void {
  const blocks = pageBlocks(page);
  const title = blocks.find((block) => block.kind === "title");
  download(fileName(title ? plain(title.runs) : document.title) + ".md", writeMarkdown(blocks), "text/markdown");
}

export function mountToolbar(page: Page): void {
  const first = page.roots[0];
  const bar = el("div", { class: "kb-tools" }, viewButtons());
  const whole = [
    startButton(first.dataset.sample || ""),
    button("复制全文", (self) => void copyBlocks(pageBlocks(page), self)),
    formatChoice(),
    button("下载 Markdown", () => saveMarkdown(page)),
    button("打印", () => window.print()),
  ];
  // The sections of a theme page are no document: they are copied one by one.
  bar.append(...(first.matches(".kb-piece") ? [formatChoice()] : whole));
  const start = document.querySelector(".kb-piece-unit") || first;
  start.before(el("div", { class: "kb-bar" }, bar));
}
