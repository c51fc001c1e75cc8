/** One blank as an input, in the view 填写. */
import { el, say } from "./dom";
import { hideHint, showHint } from "./hint";
import { doubt, halfWidth, isNumeric } from "./numbers";
import { blankText, fullLabel, type Page, type Slot } from "./slots";
import * as values from "./values";
import { MAX_LENGTH } from "./value_file";

export function makeField(slot: Slot, page: Page): void {
  const input = el("input", {
    type: "text",
    autocomplete: "off",
    enterkeyhint: "next",
    maxlength: String(MAX_LENGTH),
    placeholder: slot.label,
    "aria-label": fullLabel(slot),
  });
  if (isNumeric(slot) || /^\d+$/.test(slot.example)) input.inputMode = "decimal";
  input.addEventListener("input", () => values.set(slot.id, input.value.trim()));
  input.addEventListener("focus", () => showHint(slot, page));
  input.addEventListener("blur", () => leave(slot, input));
  input.addEventListener("keydown", (event) => {
    // Enter that ends a Chinese input method's composition belongs to the method.
    if (event.key === "Enter" && !event.isComposing) nextBlank(page, slot);
  });
  // The mirror is what is printed and copied: an input has no text of its own.
  slot.el.append(input, el("span", { class: "kb-mirror" }));
}

function leave(slot: Slot, input: HTMLInputElement): void {
  const typed = input.value;
  const value = slot.kind === "text" ? typed.trim() : halfWidth(typed);
  input.value = value;
  if (value !== values.get(slot.id)) values.set(slot.id, value);
  mark(slot, input);
  hideHint();
}

export function showValue(slot: Slot, value: string): void {
  const input = slot.el.querySelector("input")!;
  const typing = document.activeElement === input;
  if (!typing || input.value.trim() !== value) input.value = value;
  input.style.width = width(input.value || slot.label) + 0.5 + "ch";
  slot.el.querySelector(".kb-mirror")!.textContent = value || blankText(slot);
  // While a number is being typed it is too small nearly every time: the mark waits for its end.
  if (typing) showHint(slot);
  else mark(slot, input);
}

function mark(slot: Slot, input: HTMLInputElement): void {
  const notice = doubt(slot, input.value);
  input.classList.toggle("kb-doubt", !!notice);
  input.title = notice;
}

/** In the fonts of a Chinese document a Chinese character is as wide as two digits. */
function width(text: string): number {
  return Array.from(text).reduce((sum, c) => sum + (c > "\u00ff" ? 2 : 1), 0);
}

/** Goes to the next empty blank after the given one, from the end back to the start. */
export function nextBlank(page: Page, after?: Slot): void {
  const start = after ? page.slots.indexOf(after) + 1 : 0;
  const order = page.slots.slice(start).concat(page.slots.slice(0, start));
  const next = order.find((slot) => !slot.from && !values.get(slot.id));
  if (!next) return say("没有空格了");
  const input = next.el.querySelector("input")!;
  input.focus({ preventScroll: true });
  input.scrollIntoView({ block: "center" });
}
