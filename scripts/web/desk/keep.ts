/** Says where the draft is kept, offers to keep it longer, and asks what to do when two windows differ. */
import { button, el, flash, unflash } from "../dom";
import * as values from "../values";
import { openDialog } from "./dialog";
import type { Choice, Store } from "./store";

const HERE = "文稿和数据只留在这个标签页，换页、刷新都还在，关掉就没有了；不会传到别处。";
const REMEMBERED = "文稿和数据保存在这台电脑的浏览器里，关机、换窗口都还在；共用电脑请勿勾选。";
const REFUSED = "浏览器不让保存（关了存储，或已存满）：现在只在本页内存里，请马上“保存到文件”。";

export class Keep {
  readonly node: HTMLElement;
  private readonly line = el("span", { role: "status" });
  private readonly box = el("input", { type: "checkbox" });
  private readonly rescue: HTMLButtonElement;
  private asking = false;

  constructor(private readonly store: Store, saveFile: () => void, private readonly saveTheirs: () => void) {
    this.rescue = button("保存到文件", saveFile);
    this.box.addEventListener("change", () => {
      if (!values.remember(this.box.checked)) this.line.textContent = "浏览器不让保存在本机，还是只留在这个标签页。";
      else this.show();
    });
    this.node = el("p", { class: "kb-desk-where" }, el("label", {}, this.box, " 记住本机数据"), " ", this.line, " ", this.rescue);
  }

  show(): void {
    this.box.checked = values.isRemembered();
    const text = !this.store.isKept ? REFUSED : values.isRemembered() ? REMEMBERED : HERE;
    if (this.line.textContent !== text) this.line.textContent = text;
    this.line.classList.toggle("kb-message", !this.store.isKept);
    this.rescue.hidden = this.store.isKept;
    if (this.store.other && !this.asking) this.ask();
  }

  private ask(): void {
    this.asking = true;
    const other = this.store.other!;
    const dialog = openDialog("两个窗口里的文稿不一样", () => ((this.asking = false), this.store.other && this.show()));
    const choose = (text: string, choice: Choice) => button(text, () => (this.store.resolve(choice), dialog.close()));
    const about = `这个窗口里有${this.store.draft.sections.length}段，另一份有${other.sections.length}段。两边都改过，留哪一份？没选以前，这边的改动不会写进浏览器。`;
    const choices = [choose("留这个窗口的", "mine"), choose("用另一份", "theirs"), choose("合在一起（另一份多出的段落接在后面）", "both")];
    dialog.body.append(el("p", {}, about), el("p", { class: "kb-start-row" }, ...choices), el("p", {}, button("先把另一份保存到文件", this.saveTheirs)));
  }
}

/** Asks on the button itself: the second click within four seconds does it. */
export function clearButton(clear: () => void): HTMLButtonElement {
  return button("清空全部", (self) => {
    if (self.textContent === "清空全部") return flash(self, "确定清空文稿和数据？", 4000);
    unflash(self);
    clear();
  });
}
