/** Printing one part of a page and nothing else, wherever it stands. */

/** Marks everything beside the way from the page down to `node`; returns what takes the marks away. */
export function alone(node: HTMLElement): () => void {
  const marked: [Element, string][] = [];
  const mark = (one: Element, name: string): void => {
    one.setAttribute(name, "");
    marked.push([one, name]);
  };
  for (let at: Element = node; at !== document.body && at.parentElement; at = at.parentElement) {
    Array.from(at.parentElement.children).forEach((other) => other !== at && mark(other, "data-kb-unprinted"));
    mark(at.parentElement, "data-kb-print-path");
  }
  return () => marked.forEach(([one, name]) => one.removeAttribute(name));
}
