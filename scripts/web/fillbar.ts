/** Under the toolbar while filling in: how far one is, what is next, and where the values are kept. */
import { button, el, flash, say, unflash } from "./dom";
import { nextBlank } from "./field";
import { download, fileInput } from "./files";
import { progress } from "./render";
import { fullLabel, type Page, type Slot } from "./slots";
import { fromJson, toJson } from "./value_file";
import * as values from "./values";

const KEPT_HERE = "所填内容只留在这个标签页，关掉就没有了，也不会传到别处。";
const REMEMBERED = "保存在这台电脑的浏览器里，共用电脑请勿勾选。";
const NOT_KEPT = "浏览器不让保存：只在本页内存里，请用“保存到文件”。";

function save(page: Page): void {
  const labels: Record<string, string> = {};
  page.slots.forEach((slot) => {
    if (values.get(slot.id)) labels[slot.id] = fullLabel(slot);
  });
  download("所填数据.json", toJson(values.all(), labels), "application/json");
}

function load(text: string, tell: (message: string) => void): void {
  try {
    const more = fromJson(text);
    values.merge(more);
    tell(`已从文件填入 ${more.size} 项。`);
  } catch (error) {
    tell(`没有打开：${(error as Error).message}，已填的内容没有改动。`);
  }
}

/** Asks on the button itself: the second click within four seconds does it. */
function clearButton(): HTMLButtonElement {
  return button("清空", (self) => {
    if (self.textContent === "清空") return flash(self, "确定清空？", 4000);
    unflash(self);
    values.clear();
    say("已清空");
  });
}

function rememberBox(tell: (message: string) => void): HTMLElement {
  const box = el("input", { type: "checkbox" });
  const show = () => (box.checked = values.isRemembered());
  box.addEventListener("change", () => {
    if (!values.remember(box.checked)) tell("浏览器不让保存在本机。");
  });
  show();
  values.onChange(show);
  return el("label", { class: "kb-remember" }, box, " 记住本机数据");
}

function where(): HTMLElement {
  const line = el("span");
  const show = () => (line.textContent = !values.isKept() ? NOT_KEPT : values.isRemembered() ? REMEMBERED : KEPT_HERE);
  show();
  values.onChange(show);
  return line;
}

function counter(page: Page): HTMLElement {
  const line = el("span", { class: "kb-count" });
  const show = () => {
    const { done, total } = progress(page);
    line.textContent = `已填 ${done}/${total} 处`;
  };
  show();
  values.onChange(show);
  return line;
}

/** The blank that had the focus last, so that 下一处空格 goes on from there. */
function lastUsed(page: Page): () => Slot | undefined {
  let last: Slot | undefined;
  document.addEventListener("focusin", (event) => {
    last = page.slots.find((slot) => slot.el.contains(event.target as Node)) || last;
  });
  return () => last;
}

export function mountFillBar(page: Page): void {
  const bar = document.querySelector(".kb-bar");
  if (!bar || !page.slots.length) return;
  const message = el("span", { class: "kb-message", role: "status" });
  const tell = (text: string) => void (message.textContent = text);
  const input = fileInput(".json,application/json", (text) => load(text, tell));
  const last = lastUsed(page);
  bar.append(
    el(
      "div",
      { class: "kb-fill" },
      counter(page),
      button("下一处空格", () => nextBlank(page, last())),
      clearButton(),
      button("保存到文件", () => save(page)),
      button("从文件打开", () => input.click()),
      input,
      rememberBox(tell),
      el("p", { class: "kb-where" }, where(), message),
    ),
  );
}
