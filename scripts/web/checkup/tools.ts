/** The buttons of the page 体检 and the lines in which it says how things stand. */
import { showForCopying, toClipboard } from "../clipboard";
import { button, el, flash, say, unflash } from "../dom";
import { download, fileName } from "../files";
import { sendText } from "../tray";

const ACCEPT = ".docx,.txt,.md,text/plain,text/markdown";

export interface Doing {
  text(): string;
  open(file: File): Promise<void>;
  clear(): void;
  back(): void;
  repairAll(): void;
}

export interface Tools {
  /** Over the text, under it, over the list. */
  top: HTMLElement;
  under: HTMLElement;
  head: HTMLElement;
  message: HTMLElement;
  tell(words: string): void;
  summary(words: string, repairs: number): void;
  count(text: string, canGoBack: boolean): void;
  acceptDrops(box: HTMLElement): void;
}

function fileButton(doing: Doing): HTMLElement[] {
  const input = el("input", { type: "file", accept: ACCEPT, hidden: "", "aria-label": "打开文件" });
  input.addEventListener("change", () => {
    const file = input.files && input.files[0];
    if (file) void doing.open(file);
    input.value = ""; // the same file may be chosen again
  });
  return [button("打开文件（.docx .txt .md）", () => input.click()), input];
}

/** Asks on the button itself: the second click within four seconds does it. */
function clearButton(doing: Doing): HTMLButtonElement {
  return button("清空", (self) => {
    if (self.textContent === "清空") return flash(self, "确定清空？", 4000);
    unflash(self);
    doing.clear();
  });
}

async function copyAll(text: string, from: HTMLButtonElement): Promise<void> {
  if (!(await toClipboard({ text, html: "" }))) return showForCopying(text);
  flash(from, "已复制", 2000);
  say("已复制");
}

/** The first line of a draft is its title. A mark at the beginning tells old programs that the text is UTF-8. */
function save(text: string, ending: "txt" | "md"): void {
  const title = text.trim().split("\n", 1)[0];
  const mark = ending === "txt" ? "\ufeff" : "";
  download(`${fileName(title)}.${ending}`, mark + text, ending === "txt" ? "text/plain" : "text/markdown");
}

function acceptDrops(box: HTMLElement, doing: Doing): void {
  box.addEventListener("dragover", (event) => {
    if (event.dataTransfer && event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  box.addEventListener("drop", (event) => {
    const file = event.dataTransfer && event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    void doing.open(file);
  });
}

export function tools(doing: Doing): Tools {
  const message = el("p", { class: "kb-message", role: "status" });
  const summary = el("p", { class: "kb-check-summary", role: "status" });
  const all = button("", () => doing.repairAll());
  all.classList.add("kb-check-main");
  const count = el("span", { class: "kb-check-count" });
  const back = button("撤销", () => doing.back());
  const out = [
    button("复制改好的全文", (self) => void copyAll(doing.text(), self)),
    button("存为 .txt", () => save(doing.text(), "txt")),
    button("存为 .md", () => save(doing.text(), "md")),
    button("送到组稿台", (self) => sendText(doing.text(), self)),
  ];
  return {
    top: el("div", { class: "kb-check-top" }, ...fileButton(doing), clearButton(doing)),
    under: el("div", { class: "kb-check-under" }, back, ...out, count),
    head: el("div", { class: "kb-check-head" }, summary, all),
    message,
    tell: (words) => void (message.textContent = words),
    summary(words, repairs) {
      summary.textContent = words;
      all.hidden = !repairs;
      all.textContent = `全部可改的一键改（${repairs}处）`;
    },
    count(text, canGoBack) {
      const size = text.replace(/\s/g, "").length;
      count.textContent = size ? `${size.toLocaleString("zh-CN")}字` : "";
      [...out].forEach((one) => (one.disabled = !size));
      back.disabled = !canGoBack;
    },
    acceptDrops: (box) => acceptDrops(box, doing),
  };
}
