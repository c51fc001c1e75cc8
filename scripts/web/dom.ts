/** Making elements. Text always becomes a text node, so nothing a reader typed is ever parsed as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attrs: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const name of Object.keys(attrs)) node.setAttribute(name, attrs[name]);
  node.append(...children);
  return node;
}

export function button(text: string, onClick: (self: HTMLButtonElement) => void): HTMLButtonElement {
  const node = el("button", { type: "button", class: "kb-button" }, text);
  node.addEventListener("click", () => onClick(node));
  return node;
}

/** Shows another text on a button for a while. The next click starts the time anew. */
const waiting = new WeakMap<HTMLElement, { timer: number; text: string }>();

export function flash(node: HTMLElement, text: string, ms: number): void {
  const before = waiting.get(node);
  if (before) clearTimeout(before.timer);
  const own = before ? before.text : node.textContent || "";
  node.textContent = text;
  waiting.set(node, { text: own, timer: window.setTimeout(() => unflash(node), ms) });
}

export function unflash(node: HTMLElement): void {
  const before = waiting.get(node);
  if (!before) return;
  clearTimeout(before.timer);
  waiting.delete(node);
  node.textContent = before.text;
}

/** One polite live region for the page: what a sighted reader sees happen, said aloud. */
let live: HTMLElement | undefined;

export function say(text: string): void {
  if (!live) document.body.append((live = el("div", { class: "kb-live", role: "status", "aria-live": "polite" })));
  live.textContent = text;
}
