/** The panel under the box in the header. */
import { button, el } from "../dom";
import { makeView } from "./view";
import type { Filter } from "./types";

const WAIT_MS = 120;
const STEP = 8;
const RECENT = 6;

/** Only in memory: on a shared computer nobody should find what was looked for. */
const recent: string[] = [];

function remember(query: string): void {
  const text = query.trim();
  if (!text) return;
  recent.splice(0, recent.length, ...[text, ...recent.filter((other) => other !== text)].slice(0, RECENT));
}

export function attach(form: HTMLFormElement, input: HTMLInputElement): void {
  let filter: Filter = {};
  let timer = 0;
  const ask = () => void view.show(input.value, filter);
  const view = makeView({
    step: STEP,
    idle: () => idle((query) => ((input.value = query), ask(), input.focus())),
    onFilter: (chosen) => ((filter = chosen), ask()),
    more: (query, chosen) => el("a", { class: "kb-search-all", href: address(form, query, chosen) }, "看全部结果"),
  });
  const panel = el("div", { class: "kb-search-panel" }, view.root);
  panel.hidden = true;
  form.append(panel);
  const open = (shown: boolean) => (panel.hidden = !shown);
  const later = () => (clearTimeout(timer), (timer = window.setTimeout(ask, WAIT_MS)));

  // What an input method is still composing is no query yet.
  input.addEventListener("input", (event) => (event as InputEvent).isComposing || (open(true), later()));
  input.addEventListener("compositionend", () => (open(true), later()));
  input.addEventListener("focus", () => (open(true), ask()));
  panel.addEventListener("click", (event) => (event.target as Element).closest("a") && remember(input.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!input.value.trim()) return;
    location.href = address(form, input.value, filter);
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

function idle(choose: (query: string) => void): Node[] {
  if (!recent.length) return [document.createTextNode("可以写几个词，用空格分开；“单位类型、主题、文种”可以再筛。")];
  return [document.createTextNode("刚才查过："), ...recent.map((query) => button(query, () => choose(query)))];
}

export function address(form: HTMLFormElement, query: string, filter: Filter): string {
  const entries = Object.entries({ q: query.trim(), ...filter }).filter(([, value]) => value) as [string, string][];
  return `${form.action}?${new URLSearchParams(entries)}`;
}

/** Arrows walk through box and results, Esc closes. While an input method composes, its keys are its own. */
function keys(event: KeyboardEvent, form: HTMLFormElement, input: HTMLInputElement, close: () => void): void {
  if (event.isComposing || event.target instanceof HTMLSelectElement) return;
  if (event.key === "Escape") {
    if (document.activeElement === input && !input.value) input.blur();
    input === document.activeElement ? close() : input.focus();
    return event.preventDefault();
  }
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!step) return;
  const stops: HTMLElement[] = [input, ...Array.from(form.querySelectorAll<HTMLElement>(".kb-hit-link")).filter((a) => a.offsetParent)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at < 0 ? 0 : Math.min(Math.max(at + step, 0), stops.length - 1)];
  next.focus();
  event.preventDefault();
}
