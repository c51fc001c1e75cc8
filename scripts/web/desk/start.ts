/** How a draft begins: from the recommended outline, from a sample, from one's own text, from a saved file. */
import { button, el } from "../dom";
import { ROOT } from "../kb";
import { loadUnit } from "./library";
import { takeLongPastes } from "./long_paste";
import type { DeskSpec, Listed } from "./types";

export interface Starts {
  outline(unit: string, genre: string): Promise<void>;
  sample(path: string): Promise<void>;
  file(file: File): Promise<void>;
  text(text: string): void;
}

const ACCEPT = ".docx,.txt,.md,.json,text/plain,application/json";

export class Start {
  readonly node = el("section", { class: "kb-start", "aria-label": "开始一份" });
  private readonly genres = el("div", { class: "kb-start-row", role: "group", "aria-label": "文种" });
  private readonly choices = el("div", { class: "kb-start-choices" });
  private unit = "";
  private genre = "";

  constructor(private readonly desk: DeskSpec, private readonly starts: Starts) {
    const units = el("div", { class: "kb-start-row", role: "group", "aria-label": "单位类型" });
    desk.units.forEach((one) => units.append(this.pick(units, one.name, () => this.chooseUnit(one.key))));
    this.node.append(el("h2", {}, "您是哪一类单位？"), units, this.genres, this.choices, this.own());
  }

  private pick(group: HTMLElement, text: string, run: () => void): HTMLButtonElement {
    const node = button(text, () => {
      group.querySelectorAll("button").forEach((one) => one.setAttribute("aria-pressed", String(one === node)));
      run();
    });
    node.setAttribute("aria-pressed", "false");
    return node;
  }

  private chooseUnit(unit: string): void {
    this.unit = unit;
    if (!this.genres.childElementCount) {
      const picks = this.desk.genres.map((one) => this.pick(this.genres, one.name, () => ((this.genre = one.key), void this.list())));
      this.genres.append(el("h2", {}, "写什么？"), ...picks);
    }
    if (this.genre) void this.list();
  }

  private async list(): Promise<void> {
    this.choices.replaceChildren(el("p", {}, "正在取范文……"));
    const { unit, genre } = this;
    try {
      const found = await loadUnit(unit);
      if (unit === this.unit && genre === this.genre) this.show(found.filter((one) => one.genre === genre));
    } catch {
      const again = button("再试一次", () => void this.list());
      this.choices.replaceChildren(el("p", {}, "没有读到范文，可能是网络断了，或文件没有拷全。", again));
    }
  }

  private show(found: Listed[]): void {
    const outline = this.desk.units.find((one) => one.key === this.unit)?.outlines[this.genre];
    const themes = (outline || []).map((key) => this.desk.themes.find((one) => one.key === key)?.name || key);
    const recommended = outline
      ? [this.choice("按推荐提纲搭好", "推荐提纲", themes.join("、"), () => this.starts.outline(this.unit, this.genre))]
      : [];
    const samples = found.map((one) => this.choice("从这篇开始", one.title, `适合：${one.for}（${one.sections.length}段）`, () => this.starts.sample(one.path)));
    const none = recommended.length + samples.length ? [] : [el("p", {}, "这类单位还没有这个文种的范文。可以换个文种，或把自己的稿子放上来。")];
    this.choices.replaceChildren(el("h2", {}, "从哪里开始？"), ...recommended, ...samples, ...none, this.others());
  }

  /** Of a large unit type only the first are listed here (scripts/kb/publish/desk.py). */
  private others(): HTMLElement {
    const name = this.desk.units.find((one) => one.key === this.unit)!.name;
    const there = el("a", { href: `${ROOT}${this.unit}/index.html` }, `${name}的范文页`);
    return el("p", {}, "也可以到", there, "里挑，打开以后点“用这篇组稿”。");
  }

  private choice(action: string, title: string, about: string, run: () => Promise<void>): HTMLElement {
    // Not disabled meanwhile: that would take the focus away from whoever works by keys.
    let busy = false;
    const start = button(action, () => {
      if (busy) return;
      busy = true;
      void run().catch(() => this.failed()).finally(() => (busy = false));
    });
    start.setAttribute("aria-label", `${action}：${title}`);
    return el("div", { class: "kb-start-choice" }, el("h3", {}, title), el("p", {}, about), start);
  }

  private failed(): void {
    this.choices.prepend(el("p", { class: "kb-message", role: "alert" }, "没有取到，可能是网络断了，或文件没有拷全。请再点一次。"));
  }

  private own(): HTMLElement {
    const input = el("input", { type: "file", accept: ACCEPT, hidden: "", "aria-label": "打开文件" });
    input.addEventListener("change", () => {
      const file = input.files && input.files[0];
      if (file) void this.starts.file(file);
      input.value = "";
    });
    const open = button("打开文件（.docx .txt，或本页保存的 .json）", () => input.click());
    const area = el("textarea", { rows: "3", "aria-label": "粘贴自己的稿子", placeholder: "也可以把旧稿全文粘贴到这里" });
    takeLongPastes(area);
    const paste = button("放上来", () => area.value.trim() && this.starts.text(area.value));
    const lines = [el("h2", {}, "已有自己的稿子"), el("p", {}, "打开文件，或把文件拖到这里：会按标题分成段落，全角半角、多余空格顺手理好；文字只留在这台电脑上。"), open, input, area, paste];
    return el("div", { class: "kb-start-own" }, ...lines);
  }
}
