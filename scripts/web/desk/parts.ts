/** The sections of the draft as a list: kept in step with it, moved by buttons, by hand or by finger. */
import { el, say } from "../dom";
import type { Chips } from "./chips";
import { Part, type Doing } from "./part";
import type { Draft, Section } from "./types";

export class Parts {
  readonly node = el("ol", { class: "kb-parts" });
  private parts = new Map<string, Part>();

  constructor(private readonly chips: Chips, private readonly doing: Omit<Doing, "drag">, private readonly place: (id: string, to: number) => void) {}

  show(draft: Draft): void {
    const before = this.parts;
    this.parts = new Map(draft.sections.map((section) => [section.id, this.part(before.get(section.id), section)]));
    before.forEach((part, id) => this.parts.has(id) || part.node.remove());
    this.order(Array.from(this.parts.values(), (part) => part.node));
    let number = 0;
    draft.sections.forEach((section) => (this.parts.get(section.id)!.place = section.heading ? ++number : 0));
    this.chips.sweep();
  }

  focus(id: string, scroll = true): void {
    this.parts.get(id)?.focus(scroll);
  }

  /** Ends every edit, as before a step back: the text would not be the one that is shown. */
  closeAll(): void {
    this.parts.forEach((part) => part.close());
  }

  private part(known: Part | undefined, section: Section): Part {
    if (!known) return new Part(section, this.chips, { ...this.doing, drag: (event, node, one) => this.drag(event, node, one) });
    known.update(section);
    return known;
  }

  /** Moves only what is not in its place: a field that has the focus keeps it. */
  private order(nodes: HTMLElement[]): void {
    nodes.forEach((node, at) => {
      const there = this.node.children[at];
      if (there !== node) this.node.insertBefore(node, there || null);
    });
  }

  /** Follows the pointer among the other sections; where it is let go, the section stays. */
  private drag(event: PointerEvent, node: HTMLElement, section: Section): void {
    if (event.button) return;
    event.preventDefault();
    const others = Array.from(this.node.children).filter((one) => one !== node);
    node.classList.add("kb-part-moving");
    let to = Array.from(this.node.children).indexOf(node);
    const start = to;
    const follow = (move: PointerEvent) => {
      scrollNear(move.clientY);
      to = others.filter((one) => middle(one) < move.clientY).length;
      this.mark(others, to);
    };
    const end = () => {
      removeEventListener("pointermove", follow);
      ["pointerup", "pointercancel"].forEach((name) => removeEventListener(name, end));
      node.classList.remove("kb-part-moving");
      this.mark(others, -1);
      if (to !== start) this.place(section.id, to);
      if (to !== start) say(`已移到第${to + 1}段`);
    };
    addEventListener("pointermove", follow);
    ["pointerup", "pointercancel"].forEach((name) => addEventListener(name, end));
  }

  private mark(others: Element[], to: number): void {
    others.forEach((one, at) => {
      one.classList.toggle("kb-part-before", at === to);
      one.classList.toggle("kb-part-after", to === others.length && at === to - 1);
    });
  }
}

function middle(node: Element): number {
  const box = node.getBoundingClientRect();
  return box.top + box.height / 2;
}

/** A long list must scroll while a section is carried to its end. */
function scrollNear(y: number): void {
  const edge = 70;
  if (y < edge * 2) scrollBy(0, -16);
  if (y > innerHeight - edge) scrollBy(0, 16);
}
