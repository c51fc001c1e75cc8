/**
 * Long texts into a field: Chromium takes seconds to insert a thousand lines as typing. Set as a whole they are there at
 * once; the field's own Ctrl+Z can't take that back, but the desk's 撤销 can.
 */
const LONG = 10_000;

export function takeLongPastes(area: HTMLTextAreaElement): void {
  area.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") || "";
    if (text.length < LONG) return;
    event.preventDefault();
    area.setRangeText(text.replace(/\r\n?/g, "\n"), area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
