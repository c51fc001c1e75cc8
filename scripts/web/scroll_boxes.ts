/** Tables that are too wide lie in a box that scrolls (Material makes it): by keys only when it can have the focus. */
const BOX = ".md-typeset__scrollwrap";

function look(): void {
  document.querySelectorAll<HTMLElement>(BOX).forEach((box) => {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
}

export function mountScrollBoxes(): void {
  ["load", "resize"].forEach((name) => addEventListener(name, look));
}
