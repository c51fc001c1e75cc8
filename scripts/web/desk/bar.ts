/** The buttons over the desk: steps back, leaving with the draft, files. */
import { button, el } from "../dom";
import { clearButton } from "./keep";

export interface Doing {
  undo(): void;
  redo(): void;
  word(): Promise<void>;
  copy(from: HTMLButtonElement): Promise<void>;
  markdown(): void;
  text(): void;
  print(): void;
  check(): void;
  plan(): void;
  saveFile(): void;
  openFile(file: File): Promise<void>;
  restart(): void;
  clear(): void;
}

export class Bar {
  readonly node: HTMLElement;
  readonly message = el("p", { class: "kb-message kb-desk-message", role: "status" });
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly word: HTMLButtonElement;

  constructor(private readonly doing: Doing) {
    this.undo = button("撤销", () => doing.undo());
    this.redo = button("重做", () => doing.redo());
    this.word = button("下载 Word 文件", () => void this.saveWord());
    this.word.classList.add("kb-main-button");
    const more = el("details", { class: "kb-desk-more" }, el("summary", { class: "kb-button" }, "更多"), this.menu());
    document.addEventListener("click", (event) => more.contains(event.target as Node) || (more.open = false));
    more.addEventListener("keydown", (event) => event.key === "Escape" && ((more.open = false), more.querySelector("summary")!.focus()));
    more.addEventListener("click", (event) => (event.target as Element).matches("[data-leaves]") && this.close(more));
    this.node = el("div", { class: "kb-desk-bar" }, this.undo, this.redo, this.word, button("复制全文", (self) => void doing.copy(self)), button("由总结写计划", () => doing.plan()), more);
  }

  /** What had the focus in the menu goes out of sight with it. */
  private close(more: HTMLDetailsElement): void {
    if (more.contains(document.activeElement)) more.querySelector("summary")!.focus();
    more.open = false;
  }

  private menu(): HTMLElement {
    const { doing } = this;
    const input = el("input", { type: "file", accept: ".json,.docx,.txt,.md", hidden: "", "aria-label": "打开文件" });
    input.addEventListener("change", () => {
      const file = input.files && input.files[0];
      if (file) void doing.openFile(file);
      input.value = "";
    });
    const entries: [string, () => void][] = [
      ["保存到文件", () => doing.saveFile()],
      ["从文件打开", () => input.click()],
      ["下载 Markdown", () => doing.markdown()],
      ["下载纯文本", () => doing.text()],
      ["打印", () => doing.print()],
      ["送去体检页", () => doing.check()],
      ["另起一份", () => doing.restart()],
    ];
    const buttons = entries.map(([text, run]) => button(text, run));
    buttons.forEach((one) => (one.dataset.leaves = ""));
    return el("div", { class: "kb-desk-menu" }, ...buttons, input, clearButton(() => doing.clear()));
  }

  private async saveWord(): Promise<void> {
    this.word.disabled = true;
    this.tell("正在生成 Word 文件……");
    try {
      await this.doing.word();
      this.tell("Word 文件已下载。没填的空格在文件里标了黄底。");
    } catch {
      this.tell("没有生成 Word 文件：没读到生成 Word 的脚本，可能是网络断了，或文件没有拷全。文稿没有动，请再点一次，或先“保存到文件”。");
    }
    this.word.disabled = false;
  }

  focus(): void {
    this.word.focus();
  }

  tell(words: string): void {
    this.message.textContent = words;
  }

  show(undoName: string, redoName: string): void {
    // A button that is switched off loses the focus: the other way is open then.
    const here = document.activeElement;
    this.undo.disabled = !undoName;
    this.redo.disabled = !redoName;
    if (here === this.undo && !undoName) this.redo.focus();
    if (here === this.redo && !redoName) this.undo.focus();
    this.undo.textContent = undoName ? `撤销：${undoName}` : "撤销";
    this.redo.textContent = redoName ? `重做：${redoName}` : "重做";
  }
}
