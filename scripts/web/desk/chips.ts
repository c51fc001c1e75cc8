/** Blanks within the text on the desk: a button that shows the value, and becomes an input when it is used. */
import { button, el } from "../dom";
import { halfWidth } from "../numbers";
import { MAX_LENGTH } from "../value_file";
import * as values from "../values";
import type { Value } from "./blocks_of";
import { label, open, parts, pieces } from "./slot_text";
import type { DeskSpec, SlotText } from "./types";

const NUMERIC = /^(count|money|rate)$/;

export class Chips {
  private readonly all = new Map<string, Set<HTMLElement>>();
  private doubts = new Map<string, string>();

  constructor(private readonly desk: DeskSpec, private readonly value: Value, private readonly unit: () => string) {}

  /** Returns a text as nodes. */
  nodes(text: SlotText): (Node | string)[] {
    return pieces(text).map((piece) => (piece.slot ? this.chip(piece.slot) : piece.text));
  }

  /** Shows what the values are now; all of them when no ids are given. */
  update(ids?: string[]): void {
    const asked = ids ? [...ids, ...this.derivedFrom(ids)] : Array.from(this.all.keys());
    asked.forEach((id) => this.all.get(id)?.forEach((node) => this.show(node, id)));
  }

  /** Marks figures that contradict others or are unusual, with what is said of them. */
  doubt(found: { ids: string[]; text: string }[]): void {
    const before = this.doubts;
    this.doubts = new Map(found.flatMap((one) => one.ids.map((id): [string, string] => [id, one.text])));
    const changed = new Set([...before.keys(), ...this.doubts.keys()]);
    changed.forEach((id) => before.get(id) !== this.doubts.get(id) && this.all.get(id)?.forEach((node) => this.show(node, id)));
  }

  /** Forgets chips that are no longer on the page. */
  sweep(): void {
    this.all.forEach((nodes, id) => {
      nodes.forEach((node) => node.isConnected || nodes.delete(node));
      if (!nodes.size) this.all.delete(id);
    });
  }

  private derivedFrom(ids: string[]): string[] {
    return Array.from(this.all.keys()).filter((id) => ids.includes(this.desk.items[id]?.from || ""));
  }

  private chip(id: string): HTMLElement {
    const derived = !!this.desk.items[id]?.from;
    const node = derived ? el("span", { class: "kb-chip" }) : button("", () => this.edit(node, id));
    node.className = "kb-chip";
    node.dataset.slot = id;
    if (!this.all.has(id)) this.all.set(id, new Set());
    this.all.get(id)!.add(node);
    this.show(node, id);
    return node;
  }

  private show(node: HTMLElement, id: string): void {
    const now = this.value(id);
    const text = now || open(id, this.desk);
    if (node.textContent !== text) node.textContent = text;
    node.classList.toggle("kb-open", !now);
    node.classList.toggle("kb-doubt", this.doubts.has(id));
    node.title = this.doubts.get(id) || this.about(id);
  }

  private about(id: string): string {
    const item = this.desk.items[parts(id).key];
    const example = item?.examples[this.unit()];
    const hints = [label(id, this.desk), item?.unit && `单位：${item.unit}`, example && `例：${example}`];
    return hints.filter(Boolean).join("，");
  }

  private edit(node: HTMLElement, id: string): void {
    const item = this.desk.items[parts(id).key];
    const input = el("input", { type: "text", class: "kb-chip-input", autocomplete: "off", maxlength: String(MAX_LENGTH) });
    input.setAttribute("aria-label", this.about(id));
    input.placeholder = label(id, this.desk);
    input.value = values.get(id);
    if (item && NUMERIC.test(item.kind)) input.inputMode = "decimal";
    const done = () => this.leave(node, input, id, item ? NUMERIC.test(item.kind) : false);
    input.addEventListener("input", () => values.set(id, input.value.trim()));
    input.addEventListener("blur", done);
    input.addEventListener("keydown", (event) => this.key(event, node, input));
    node.replaceWith(input);
    input.select();
    input.focus();
  }

  private leave(node: HTMLElement, input: HTMLInputElement, id: string, numeric: boolean): void {
    if (!input.isConnected) return;
    const value = numeric ? halfWidth(input.value) : input.value.trim();
    input.replaceWith(node);
    if (value !== values.get(id)) values.set(id, value);
    this.show(node, id);
  }

  /** Enter goes to the next blank that is open; the one that ends a composition belongs to the input method. */
  private key(event: KeyboardEvent, node: HTMLElement, input: HTMLInputElement): void {
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    input.blur();
    if (event.key === "Escape") return node.focus();
    const chips = Array.from(document.querySelectorAll<HTMLElement>("button.kb-chip"));
    const next = chips.slice(chips.indexOf(node) + 1).find((one) => one.classList.contains("kb-open"));
    (next || node).focus();
    if (next) next.click();
  }
}
