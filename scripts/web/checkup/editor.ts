/**
 * The text under check: a plain textarea, so that every input method works in it, over a copy of the same text in which
 * the findings are marked. Both have the same size and type, so a mark lies exactly under its words.
 */
import { el } from "../dom";
import { change } from "./shift";
import type { Finding } from "./types";

/** Beyond this the copy with its marks would cost more than it is worth. */
export const MOST_MARKED = 100_000;
/** Beyond this the browser's own way of inserting, which Ctrl+Z can take back, takes seconds. */
const MOST_INSERTED = 30_000;

export class Editor {
  readonly area = el("textarea", {
    class: "kb-check-area",
    "aria-label": "文稿",
    placeholder: "把文稿粘到这里，或点“打开文件”。边改边查。",
    spellcheck: "false",
    autocomplete: "off",
  });
  private readonly copy = el("div", { class: "kb-check-copy", "aria-hidden": "true" });
  readonly box = el("div", { class: "kb-check-box" }, el("div", { class: "kb-check-stack" }, this.copy, this.area));
  private marks = new Map<Finding, HTMLElement>();

  /** `onEdit` is told of every change that the reader makes, `onPlace` where the caret has come to stand. */
  constructor(onEdit: () => void, onPlace: (place: number) => void) {
    this.area.addEventListener("input", onEdit);
    // Clicks and keys alike: a mark is reached by moving the caret into it.
    for (const event of ["click", "keyup"]) {
      this.area.addEventListener(event, () => onPlace(this.area.selectionStart));
    }
  }

  get text(): string {
    return this.area.value;
  }

  /** Shows another text; the caret and Ctrl+Z are kept where that is possible. */
  set text(text: string) {
    const { start, end, grown } = change(this.text, text);
    const more = text.slice(start, end + grown);
    // A keyboard that springs up on a phone would be worse than a lost Ctrl+Z.
    if (text.length > MOST_INSERTED || matchMedia("(pointer: coarse)").matches || !this.insert(start, end, more)) {
      this.area.value = text;
    }
  }

  private insert(start: number, end: number, text: string): boolean {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
    const done = document.execCommand(text ? "insertText" : "delete", false, text);
    return done || start === end;
  }

  mark(findings: Finding[]): void {
    this.marks.clear();
    this.copy.textContent = "";
    const plain = this.text.length > MOST_MARKED;
    this.box.classList.toggle("kb-check-long", plain);
    if (plain) return;
    let place = 0;
    for (const one of findings) {
      if (one.start < place) continue;
      const mark = el("mark", { class: `kb-is-${one.severity}` }, this.text.slice(one.start, one.end));
      this.copy.append(this.text.slice(place, one.start), mark);
      this.marks.set(one, mark);
      place = one.end;
    }
    // A last empty line takes room in the textarea; elsewhere the last line break of a text takes none.
    this.copy.append(this.text.slice(place) + "\n");
  }

  /** Marks one finding as the one that is being looked at. */
  point(finding: Finding | null): void {
    this.marks.forEach((mark, one) => mark.classList.toggle("kb-on", one === finding));
  }

  /** Selects the words of a finding and brings them into sight. */
  show(finding: Finding): void {
    if (!matchMedia("(pointer: coarse)").matches) this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(finding.start, finding.end);
    const mark = this.marks.get(finding);
    this.box.scrollIntoView({ block: "nearest" });
    this.box.scrollTop = mark
      ? mark.offsetTop - this.box.clientHeight / 3
      : (finding.start / (this.text.length || 1)) * this.area.scrollHeight - this.box.clientHeight / 3;
  }
}
