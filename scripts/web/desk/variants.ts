/** 换一种 and 加一段: sections of the library to take, listed with what they are for, previewed before they are taken. */
import { button, el } from "../dom";
import { ROOT } from "../kb";
import { take } from "./draft";
import { openDialog } from "./dialog";
import { headingToText, Names, toText } from "./edit_text";
import { loadSample, loadUnit } from "./library";
import { sourcesOf, type Source } from "./skeleton";
import type { DeskSpec, Listed, Section } from "./types";

interface Asked {
  title: string;
  theme: string;
  unit: string;
  genre: string;
  /** The section that is there now: not offered. */
  from: string;
  action: string;
}

/** Calls `onTake` with a copy of the section that was chosen. */
export function offer(desk: DeskSpec, asked: Asked, onTake: (section: Section) => void): void {
  const dialog = openDialog(asked.title);
  const list = el("div", { class: "kb-variants" });
  const units = choice("单位类型", desk.units, asked.unit);
  const themes = choice("主题", desk.themes, asked.theme);
  const more = el("a", {}, "这个主题的页面");
  const show = () => {
    more.href = `${ROOT}themes/${themes.value}.html#${units.value}`;
    void fill(list, desk, { ...asked, theme: themes.value, unit: units.value }, (found) => (dialog.close(), onTake(found)));
  };
  units.addEventListener("change", show);
  themes.addEventListener("change", show);
  dialog.body.append(el("p", { class: "kb-start-row" }, el("label", {}, "单位类型 ", units), el("label", {}, "主题 ", themes)), list);
  dialog.body.append(el("p", {}, "还有别的写法，在", more, "上，点“加入组稿台”就到桌上来。"));
  show();
}

/** The first one where a draft from a file names what there is not. */
function choice(name: string, all: { key: string; name: string }[], chosen: string): HTMLSelectElement {
  const node = el("select", { "aria-label": name }, ...all.map((one) => el("option", { value: one.key }, one.name)));
  node.value = all.some((one) => one.key === chosen) ? chosen : all[0].key;
  return node;
}

async function fill(list: HTMLElement, desk: DeskSpec, asked: Asked, onTake: (section: Section) => void): Promise<void> {
  list.replaceChildren("正在取……");
  try {
    const listed = await loadUnit(asked.unit);
    const found = sourcesOf(asked.theme, asked.genre, listed).filter((one) => `${one.path}#${one.anchor}` !== asked.from);
    const cards = found.map((one) => card(one, listed, desk, asked.action, onTake));
    list.replaceChildren(...(cards.length ? cards : ["这类单位没有这个主题的其他写法，可以换一类单位看看。"]));
  } catch {
    list.replaceChildren("没有读到，可能是网络断了，或文件没有拷全。");
  }
}

function card(source: Source, listed: Listed[], desk: DeskSpec, action: string, onTake: (section: Section) => void): HTMLElement {
  const sample = listed.find((one) => one.path === source.path)!;
  const part = sample.sections.find((one) => one.anchor === source.anchor)!;
  const text = el("div", { class: "kb-variant-text" });
  const fetched = () => loadSample(source.path).then((found) => take(found, source.anchor)!);
  const look = button("看全文", () => void fetched().then((one) => (look.remove(), text.append(...paragraphs(one, desk)))));
  const use = button(action, () => void fetched().then(onTake));
  const about = `${part.for || sample.for}（${part.characters}字）`;
  return el("article", { class: "kb-variant" }, el("h3", {}, part.heading), el("p", {}, `适合：${about}`), el("p", { class: "kb-start-row" }, use, look), text);
}

function paragraphs(one: Section, desk: DeskSpec): HTMLElement[] {
  const names = new Names(desk, []);
  return [headingToText(one.heading, names), ...toText(one.lines, names).split("\n")].map((line) => el("p", {}, line));
}
