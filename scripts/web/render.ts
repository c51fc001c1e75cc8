/** Shows every blank in the chosen view. The text itself changes, so selecting, copying and printing stay true. */
import { makeField, showValue } from "./field";
import { view } from "./prefs";
import { blankText, valueOf, type Page, type Slot } from "./slots";
import * as values from "./values";

function render(slot: Slot): void {
  const now = view.get();
  const value = now === "fill" ? valueOf(slot) : "";
  slot.el.classList.toggle("kb-open", now === "skeleton" || (now === "fill" && !value));
  if (now === "sample") slot.el.textContent = slot.example;
  else if (now === "skeleton" || slot.from) slot.el.textContent = value || blankText(slot);
  else showValue(slot, value);
}

function enter(page: Page): void {
  page.roots.forEach((root) => (root.dataset.view = view.get()));
  // The fill bar hangs on this one, so that it comes and goes in the same step as the text.
  document.documentElement.dataset.kbView = view.get();
  page.slots.forEach((slot) => {
    slot.el.textContent = "";
    if (view.get() === "fill" && !slot.from) makeField(slot, page);
    render(slot);
  });
}

/** What is left to fill, each thing counted once however often it is mentioned. */
export function progress(page: Page): { done: number; total: number } {
  const ids = new Set(page.slots.filter((slot) => !slot.from).map((slot) => slot.id));
  return { done: Array.from(ids).filter((id) => values.get(id)).length, total: ids.size };
}

export function mountViews(page: Page): void {
  enter(page);
  view.onChange(() => keepPlace(page, () => enter(page)));
  values.onChange(() => {
    if (view.get() === "fill") page.slots.forEach(render);
  });
}

/** Changes the text without losing the line that is being read: its distance from the toolbar stays the same. */
function keepPlace(page: Page, change: () => void): void {
  // On a phone the toolbar alone stays, and the bar around it has no box.
  const bars = Array.from(document.querySelectorAll(".kb-bar, .kb-tools"));
  const edge = () => Math.max(0, ...bars.map((bar) => bar.getBoundingClientRect().bottom));
  const lines = page.roots.flatMap((root) => Array.from(root.querySelectorAll("p,h2,h3,h4,h5,li,tr")));
  const line = lines.find((node) => node.getBoundingClientRect().bottom > edge());
  const before = line ? line.getBoundingClientRect().top - edge() : 0;
  change();
  // Above the first line nothing is being read yet, and the page's head should not jump away.
  if (line && line !== lines[0]) window.scrollBy(0, line.getBoundingClientRect().top - edge() - before);
}
