/** The one hint line, placed under the input that has the focus: what is asked, what is usual, what can be computed. */
import { button, el } from "./dom";
import { doubt, quotient, usualRange } from "./numbers";
import { fullLabel, type Page, type Slot } from "./slots";
import * as values from "./values";

let hint: HTMLElement | undefined;
let page: Page | undefined;

function line(): HTMLElement {
  if (!hint) {
    hint = el("span", { class: "kb-hint", id: "kb-hint" });
    // A click on the offer must not take the focus away, or the line would be gone before the click arrives.
    hint.addEventListener("mousedown", (event) => event.preventDefault());
    hint.addEventListener("focusout", hideHint);
  }
  return hint;
}

export function showHint(slot: Slot, on?: Page): void {
  page = on || page;
  const value = values.get(slot.id);
  const words = [fullLabel(slot), usualRange(slot), doubt(slot, value)].filter((word) => word);
  const box = line();
  box.textContent = words.join(" · ");
  const rate = offer(slot);
  if (rate && rate.value !== value) box.append(" · ", button(rate.text, () => accept(slot, rate.value)));
  slot.el.append(box);
  slot.el.querySelector("input")!.setAttribute("aria-describedby", box.id);
  keepOnScreen(box);
}

function accept(slot: Slot, value: string): void {
  slot.el.querySelector("input")!.focus();
  values.set(slot.id, value);
}

/** Waits a moment, to stay while the focus only moves on to the offer inside the line. */
export function hideHint(): void {
  setTimeout(() => {
    const place = hint && hint.parentElement;
    if (!hint || !place || place.contains(document.activeElement)) return;
    hint.remove();
    place.querySelector("input")!.removeAttribute("aria-describedby");
  });
}

function keepOnScreen(box: HTMLElement): void {
  box.style.left = "0";
  const over = box.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
  if (over > 0) box.style.left = -over + "px";
}

/** A rate that can be computed is offered, never written by itself: the reader's own figure may be the right one. */
function offer(slot: Slot): { value: string; text: string } | null {
  if (slot.ratio.length !== 2) return null;
  const [part, whole] = slot.ratio.map((name) => partValue(slot, name));
  const value = quotient(part, whole, slot.percent);
  return value ? { value, text: `由 ${part}÷${whole} 算得 ${value}，点此填入` } : null;
}

/** A part is named as in the relation: of the rate's own period, and perhaps a free-text blank of the same sample. */
function partValue(slot: Slot, name: string): string {
  const period = slot.name.split("@")[1];
  const full = period && name.indexOf("@") < 0 ? `${name}@${period}` : name;
  const sample = slot.el.closest("[data-sample]");
  const found = page && page.slots.find((other) => other.name === full && sample && sample.contains(other.el));
  return values.get(found ? found.id : full);
}
