/** One section on the desk: its text with blanks, its tools, and the field in which it is edited. */
import { button, el } from "../dom";
import { Counter, enumerator } from "../numbering";
import type { Chips } from "./chips";
import { fromHeading, fromText, headingToText, toText, type Names } from "./edit_text";
import { takeLongPastes } from "./long_paste";
import type { Line, Section } from "./types";

export interface Doing {
  names(): Names;
  /** `name` opens a new step, as the first key of an edit does. */
  change(section: Section, change: Partial<Section>, name: string): void;
  move(section: Section, by: number): void;
  remove(section: Section): void;
  swap(section: Section): void;
  theme(key: string): string;
  drag(event: PointerEvent, node: HTMLElement, section: Section): void;
}

export class Part {
  readonly node = el("li", { class: "kb-part" });
  private readonly number = el("span", { class: "kb-part-number" });
  private editing = false;

  constructor(private section: Section, private readonly chips: Chips, private readonly doing: Doing) {
    this.node.dataset.section = section.id;
    this.render();
  }

  get isEditing(): boolean {
    return this.editing;
  }

  /** Shows a changed section; one that is being edited here has its text already. */
  update(section: Section): void {
    if (section === this.section) return;
    this.section = section;
    if (!this.editing) this.render();
  }

  set place(number: number) {
    this.number.textContent = this.section.heading ? enumerator(1, number) : "";
  }

  focus(scroll: boolean): void {
    if (scroll) this.node.scrollIntoView({ block: "start" });
    this.node.querySelector<HTMLElement>("h2")!.focus({ preventScroll: true });
  }

  private render(): void {
    const heading = this.section.heading ? this.chips.nodes(this.section.heading) : ["开头"];
    const title = el("h2", { class: "kb-part-title", tabindex: "-1" }, this.number, ...heading);
    if (!this.section.heading) title.classList.add("kb-part-opening");
    const body = el("div", { class: "kb-part-body" }, ...this.lines());
    this.node.replaceChildren(title, this.tools(), body);
  }

  private tools(): HTMLElement {
    const name = this.section.theme ? this.doing.theme(this.section.theme) : this.section.heading ? "自己的段落" : "开头";
    const handle = el("span", { class: "kb-part-handle", "aria-hidden": "true", title: "按住拖动，换个位置" }, "⠿");
    handle.addEventListener("pointerdown", (event) => this.doing.drag(event, this.node, this.section));
    const buttons = [
      this.tool("上移", () => this.doing.move(this.section, -1)),
      this.tool("下移", () => this.doing.move(this.section, 1)),
      this.tool("改文字", () => this.edit()),
      ...(this.section.theme ? [this.tool("换一种", () => this.doing.swap(this.section))] : []),
      this.tool("删去", () => this.doing.remove(this.section)),
    ];
    return el("div", { class: "kb-part-tools" }, handle, el("span", { class: "kb-part-theme" }, name), ...buttons);
  }

  private tool(text: string, run: () => void): HTMLButtonElement {
    const node = button(text, run);
    node.dataset.tool = text;
    node.setAttribute("aria-label", `${text}：${this.section.heading ? headingToText(this.section.heading, this.doing.names()) : "开头"}`);
    return node;
  }

  private lines(): HTMLElement[] {
    const counter = new Counter();
    counter.next(1);
    const found: HTMLElement[] = [];
    for (const line of this.section.lines) {
      const table = found[found.length - 1];
      if (line.kind === "row" && table instanceof HTMLTableElement) table.append(this.row(line));
      else found.push(this.line(line, counter));
    }
    return found;
  }

  private line(line: Line, counter: Counter): HTMLElement {
    const words = this.chips.nodes(line.text);
    if (line.kind === "row") return el("table", {}, this.row(line));
    if (line.kind === "item") return el("p", { class: "kb-part-item" }, `${line.mark === "-" ? "·" : line.mark} `, ...words);
    if (line.kind === "body") return el("p", {}, ...words);
    return el("p", { class: `kb-part-heading kb-part-heading${line.level}` }, enumerator(line.level, counter.next(line.level)), ...words);
  }

  private row(line: Line): HTMLElement {
    return el("tr", {}, ...line.text.split("\t").map((cell) => el("td", {}, ...this.chips.nodes(cell))));
  }

  /** The text stays live while it is typed; one edit is one step back. */
  private edit(): void {
    const names = this.doing.names();
    const heading = el("input", { type: "text", "aria-label": "本段标题", placeholder: "本段标题（留空就是开头）" });
    heading.value = headingToText(this.section.heading, names);
    const area = el("textarea", { "aria-label": "本段文字", rows: String(Math.min(24, this.section.lines.length * 4 + 3)) });
    area.value = toText(this.section.lines, names);
    takeLongPastes(area);
    let noted = "改文字";
    const typed = () => {
      const change = { heading: fromHeading(heading.value, names), lines: fromText(area.value, names) };
      this.doing.change(this.section, change, noted);
      noted = "";
    };
    heading.addEventListener("input", typed);
    area.addEventListener("input", typed);
    this.open(heading, area);
  }

  private open(heading: HTMLInputElement, area: HTMLTextAreaElement): void {
    this.editing = true;
    const done = button("改好了", () => this.close());
    const note = el("p", { class: "kb-part-note" }, "一行是一个自然段。行首写（一）、1. 就是小标题；【】里写名称就是空格，同名的空格填一次，处处都有。");
    this.node.replaceChildren(el("div", { class: "kb-part-edit" }, heading, area, note, done));
    this.node.addEventListener("keydown", this.escape);
    area.focus();
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing) this.close();
  };

  close(): void {
    if (!this.editing) return;
    this.editing = false;
    this.node.removeEventListener("keydown", this.escape);
    this.render();
    this.node.querySelector<HTMLElement>("[data-tool='改文字']")?.focus();
  }
}
