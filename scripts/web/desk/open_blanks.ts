/** What is still blank, as a list whose entries lead to their places. */
import type { Block } from "../blocks";
import { button, el } from "../dom";
import { parts } from "./slot_text";

interface Place {
  slot: string;
  label: string;
  section: string;
}

/** Every blank once, at its first place. */
export function openBlanks(blocks: Block[]): Place[] {
  const found = new Map<string, Place>();
  for (const block of blocks) {
    for (const run of [...block.runs, ...block.rows.flat(2)]) {
      if (run.open && run.slot && !found.has(run.slot)) found.set(run.slot, { slot: run.slot, label: run.text, section: block.section || "" });
    }
  }
  return Array.from(found.values());
}

export class OpenBlanks {
  readonly node = el("section", { class: "kb-open-blanks", "aria-label": "没填的空格" });

  private shown: string | null = null;

  constructor(private readonly goTo: (section: string, slot: string) => void) {}

  show(blocks: Block[]): void {
    const open = openBlanks(blocks);
    const key = open.map((one) => one.slot + one.section).join();
    if (key === this.shown) return;
    this.shown = key;
    const entries = open.map((one) => el("li", {}, this.entry(one)));
    const head = open.length ? `还有${open.length}个空格没填，点一下就到。` : "空格都填好了。";
    this.node.replaceChildren(el("p", {}, head), el("ol", { class: "kb-open-list" }, ...entries));
  }

  private entry(place: Place): HTMLButtonElement {
    const node = button(place.label, () => this.goTo(place.section, place.slot));
    if (parts(place.slot).owner) node.classList.add("kb-open-free");
    return node;
  }
}
