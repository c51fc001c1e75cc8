/** When to check: a moment after the last key, never while an input method is composing, long texts with a busy line. */
import { checkup, type Result, type Rules } from "./engine";
import type { Draft } from "./draft";

const PAUSE = 400;
/** From this length on a check is long enough to be noticed. */
const LONG = 30_000;

export class Runner {
  private timer = 0;
  private composing = false;

  constructor(
    private readonly rules: Rules,
    private readonly draft: () => Draft,
    private readonly onBusy: () => void,
    private readonly onResult: (result: Result) => void,
    private readonly onFault: () => void,
  ) {}

  /** Follows the input method of a field. */
  follow(field: HTMLElement): void {
    field.addEventListener("compositionstart", () => (this.composing = true));
    field.addEventListener("compositionend", () => {
      this.composing = false;
      this.soon();
    });
  }

  soon(): void {
    clearTimeout(this.timer);
    if (!this.composing) this.timer = window.setTimeout(() => this.now(), PAUSE);
  }

  now(): void {
    clearTimeout(this.timer);
    if (this.draft().text.length < LONG) return this.check();
    this.onBusy();
    // Twice, so that the busy line has been painted before the check takes the page.
    requestAnimationFrame(() => (this.timer = window.setTimeout(() => this.check(), 30)));
  }

  private check(): void {
    const { text, unit, genre, year } = this.draft();
    let result;
    try {
      result = checkup(text, { unit, genre, year }, this.rules);
    } catch (fault) {
      this.onFault();
      throw fault; // for whoever looks into the console
    }
    this.onResult(result);
  }
}
