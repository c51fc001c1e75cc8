/** The printed title over the sections, and whether unit and date stand under the text. */
import { button, el } from "../dom";
import type { Chips } from "./chips";
import { fromHeading, headingToText, type Names } from "./edit_text";
import type { Draft, SlotText } from "./types";

export class Title {
  readonly node = el("div", { class: "kb-desk-title" });
  private shown: SlotText | null = null;
  private editing = false;
  private readonly signed = el("input", { type: "checkbox" });
  private readonly text = el("div", { class: "kb-desk-title-text" });

  constructor(
    private readonly chips: Chips,
    private readonly names: () => Names,
    private readonly change: (change: Partial<Draft>, name: string) => void,
  ) {
    this.signed.addEventListener("change", () => this.change({ signed: this.signed.checked }, "改落款"));
    this.node.append(this.text, el("label", { class: "kb-desk-signed" }, this.signed, " 文末有落款和日期"));
  }

  show(draft: Draft): void {
    this.signed.checked = draft.signed;
    if (this.editing || draft.heading === this.shown) return;
    this.shown = draft.heading;
    const edit = button("改标题", () => this.edit(draft.heading));
    this.text.replaceChildren(el("h2", { tabindex: "-1" }, ...(draft.heading ? this.chips.nodes(draft.heading) : ["（还没有标题）"])), edit);
  }

  focus(): void {
    this.text.querySelector<HTMLElement>("h2, input")!.focus({ preventScroll: true });
  }

  private edit(heading: SlotText): void {
    const names = this.names();
    const input = el("input", { type: "text", "aria-label": "标题" });
    input.value = headingToText(heading, names);
    let noted = "改标题";
    input.addEventListener("input", () => {
      this.change({ heading: fromHeading(input.value, names) }, noted);
      noted = "";
    });
    input.addEventListener("keydown", (event) => {
      if (!event.isComposing && (event.key === "Enter" || event.key === "Escape")) this.close(names, input);
    });
    this.editing = true;
    this.text.replaceChildren(input, button("改好了", () => this.close(names, input)));
    input.focus();
  }

  private close(names: Names, input: HTMLInputElement): void {
    if (!this.editing) return;
    this.editing = false;
    this.shown = null;
    this.change({ heading: fromHeading(input.value, names) }, "");
    this.text.querySelector("button")?.focus();
  }
}
