/** The panel under the box in the header. */
import { el } from "../dom";
import { write } from "./address";
import { recentOr, remember } from "./recent";
import { makeView } from "./view";
import type { Filter } from "./types";

const WAIT_MS = 120;
const STEP = 8;
const HELP = "可以写几个词，用空格分开；“单位类型、主题、文种”可以再筛。";

export function attach(form: HTMLFormElement, input: HTMLInputElement): void {
  let filter: Filter = {};
  let timer = 0;
  let asked = "";
  const ask = () => void view.show((asked = input.value), filter);
  const view = makeView({
    step: STEP,
    idle: () => recentOr(HELP, (query) => ((input.value = query), ask(), input.focus())),
    onFilter: (chosen) => ((filter = chosen), ask()),
    more: (query, chosen) => el("a", { class: "kb-search-all", href: write(form.action, query, chosen) }, "看全部结果"),
  });
  const panel = el("div", { class: "kb-search-panel" }, view.root);
  panel.hidden = true;
  form.append(panel);
  const open = (shown: boolean) => (panel.hidden = !shown);
  const later = () => (clearTimeout(timer), (timer = window.setTimeout(ask, WAIT_MS)));

  // What an input method is still composing is no query yet.
  input.addEventListener("compositionstart", () => clearTimeout(timer));
  input.addEventListener("input", (event) => (event as InputEvent).isComposing || (open(true), later()));
  input.addEventListener("compositionend", () => (open(true), later()));
  // Coming back from a result, what is shown stays: shown anew, it would take the focus from the next one.
  input.addEventListener("focus", () => (open(true), (asked && asked === input.value) || ask()));
  // Opened here or in a tab of its own, copied: it was of use.
  panel.addEventListener("click", (event) => (event.target as Element).closest(".kb-hit a, .kb-hit button") && remember(input.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!input.value.trim()) return;
    location.href = write(form.action, input.value, filter);
  });
  form.addEventListener("keydown", (event) => keys(event, form, input, () => open(false)));
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget as Node) || away(form, () => open(false)));
  document.addEventListener("pointerdown", (event) => form.contains(event.target as Node) || open(false));
  if (document.activeElement === input) (open(true), ask());
}

/** A click on plain text of the panel takes the focus nowhere; that is no leaving. */
function away(form: HTMLFormElement, close: () => void): void {
  setTimeout(() => {
    const active = document.activeElement;
    if (active && active !== document.body && !form.contains(active)) close();
  });
}

/** Arrows walk through box and results, Esc closes. While an input method composes, its keys are its own. */
function keys(event: KeyboardEvent, form: HTMLFormElement, input: HTMLInputElement, close: () => void): void {
  if (event.isComposing || event.target instanceof HTMLSelectElement) return;
  if (event.key === "Escape") {
    // From a result back to the box, from the box away.
    document.activeElement === input ? close() : input.focus();
    return event.preventDefault();
  }
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!step) return;
  const links = Array.from(form.querySelectorAll<HTMLElement>(".kb-hit-link")).filter(shown);
  const stops: HTMLElement[] = [input, ...links];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at < 0 ? 0 : Math.min(Math.max(at + step, 0), stops.length - 1)];
  next.focus();
  event.preventDefault();
}

/** What a closed <details> holds can't be focused, though it has a place. */
const shown = (link: HTMLElement): boolean => Boolean(link.offsetParent && !link.closest("details:not([open])"));
