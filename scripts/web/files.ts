/** Files to and from the reader's disk, without any server. */
import { el } from "./dom";

export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Taken back later: some browsers begin to read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** Signs that Windows refuses in a file name. */
export const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, "").slice(0, 80) || "文稿";

/** An input that hands over the text of the file chosen with it; the same file may be chosen twice. */
export function fileInput(accept: string, onText: (text: string) => void): HTMLInputElement {
  const input = el("input", { type: "file", accept, hidden: "" });
  input.addEventListener("change", () => {
    const file = input.files && input.files[0];
    if (file) void file.text().then(onText, () => onText(""));
    input.value = "";
  });
  return input;
}
