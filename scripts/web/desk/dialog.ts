/** A dialog with a title and a way out; what is behind it waits. */
import { button, el } from "../dom";

export interface Dialog {
  readonly body: HTMLElement;
  close(): void;
}

/** `onClose` is called however it was closed. */
export function openDialog(title: string, onClose: () => void = () => undefined): Dialog {
  const body = el("div", { class: "kb-desk-dialog-body" });
  const close = button("关闭", () => dialog.close());
  const head = el("div", { class: "kb-desk-dialog-head" }, el("h2", {}, title), close);
  const dialog = el("dialog", { class: "kb-dialog kb-desk-dialog", "aria-label": title }, head, body);
  dialog.addEventListener("close", () => (dialog.remove(), onClose()));
  document.body.append(dialog);
  dialog.showModal();
  return { body, close: () => dialog.close() };
}
