/** Puts off what would move the page while a mouse button or finger is down: a click must arrive where it began. */
export function afterPress(run: () => void): () => void {
  let down = false;
  let asked = false;
  const soon = (): void => {
    asked = true;
    setTimeout(() => {
      if (down || !asked) return;
      asked = false;
      run();
    });
  };
  const up = (): void => {
    down = false;
    if (asked) soon();
  };
  addEventListener("pointerdown", () => (down = true), true);
  addEventListener("pointerup", up, true);
  addEventListener("pointercancel", up, true);
  return soon;
}
