/** The line over the data table: how far one is, what is shown, ways in and out for whole tables. */
import { button, el, say } from "../dom";
import type { Exchange } from "./exchange";

export class TableTools {
  readonly node: HTMLElement;
  private readonly count = el("span", { class: "kb-count" });
  private readonly message = el("span", { class: "kb-message", role: "status" });

  constructor(doing: Exchange, onlyOpen: (on: boolean) => void) {
    const only = el("input", { type: "checkbox" });
    only.addEventListener("change", () => onlyOpen(only.checked));
    const file = el("input", { type: "file", accept: ".csv,.tsv,.txt", hidden: "", multiple: "", "aria-label": "打开数据表" });
    file.addEventListener("change", () => {
      const chosen = Array.from(file.files || []);
      if (chosen.length) void doing.load(chosen);
      // The same file may be chosen again.
      file.value = "";
    });
    this.node = el(
      "div",
      { class: "kb-dt-tools" },
      this.count,
      el("label", { class: "kb-dt-only" }, only, " 只看没填的"),
      button("粘贴表格", () => doing.paste()),
      button("导出数据表", () => doing.save()),
      button("导入数据表", () => file.click()),
      button("复制为表格", () => void doing.copy()),
      file,
      this.message,
    );
  }

  progress(done: number, total: number): void {
    const text = `已填 ${done}/${total}`;
    if (this.count.textContent !== text) this.count.textContent = text;
  }

  /** Says what was done, with a way to take it back where there is one. */
  tell(text: string, undo?: () => void): void {
    this.message.replaceChildren(text, ...(undo ? [" ", button("撤销", undo)] : []));
    say(text);
  }
}
