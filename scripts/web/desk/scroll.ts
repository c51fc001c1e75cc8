/** Scrolling within a box that scrolls by itself, so that the page around it stays where the reader works. */
const MARGIN = 40;

function scroller(node: HTMLElement): HTMLElement | null {
  for (let at = node.parentElement; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return null;
}

function view(node: HTMLElement): { top: number; bottom: number } {
  const box = scroller(node);
  return box ? box.getBoundingClientRect() : { top: 0, bottom: innerHeight };
}

export function isSeen(node: HTMLElement): boolean {
  const { top, bottom } = node.getBoundingClientRect();
  const frame = view(node);
  return bottom > frame.top && top < frame.bottom;
}

export function bring(node: HTMLElement): void {
  const box = scroller(node) || document.documentElement;
  box.scrollTop += node.getBoundingClientRect().top - Math.max(0, view(node).top) - MARGIN;
}
