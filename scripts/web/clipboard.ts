/** Bringing a text to the clipboard by whatever way this browser leaves open. */
import { button, el } from "./dom";

export interface Clip {
  text: string;
  html: string;
}

export type Copied = "rich" | "plain" | "";

/**
 * The copy event comes first on purpose: it works on plain http and from file://, and hands our HTML on untouched,
 * while navigator.clipboard.write of Chromium before about 120 rewrote it and dropped the mso- properties.
 */
export async function toClipboard(clip: Clip): Promise<Copied> {
  const rich = clip.html ? "rich" : "plain";
  if (byEvent(clip)) return rich;
  if (clip.html && (await attempt(() => navigator.clipboard.write([item(clip)])))) return "rich";
  return (await attempt(() => navigator.clipboard.writeText(clip.text))) ? "plain" : "";
}

/** Hands both forms to a copy event that is under way. */
export function put(event: ClipboardEvent, clip: Clip): void {
  event.preventDefault();
  event.clipboardData!.setData("text/plain", clip.text);
  if (clip.html) event.clipboardData!.setData("text/html", clip.html);
}

function byEvent(clip: Clip): boolean {
  let done = false;
  const onCopy = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    put(event, clip);
    done = true;
  };
  document.addEventListener("copy", onCopy, true);
  try {
    return document.execCommand("copy") && done;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", onCopy, true);
  }
}

function item(clip: Clip): ClipboardItem {
  const blob = (type: string, text: string) => new Blob([text], { type });
  return new ClipboardItem({ "text/plain": blob("text/plain", clip.text), "text/html": blob("text/html", clip.html) });
}

/** navigator.clipboard and ClipboardItem may be missing altogether: that throws here, and counts as a no. */
async function attempt(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch {
    return false;
  }
}

/** The last way: the text itself, selected, for the reader's own Ctrl+C. */
export function showForCopying(text: string): void {
  const area = el("textarea", { readonly: "", rows: "12", "aria-label": "要复制的文字" });
  area.value = text;
  const close = button("关闭", () => dialog.close());
  const why = el("p", {}, "没能复制：浏览器不允许网页写剪贴板。请按 Ctrl+C 复制下面的文字");
  const dialog = el("dialog", { class: "kb-dialog" }, why, area, close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  area.select();
}
