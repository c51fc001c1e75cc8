/** Steps back and forth. A step is a whole draft; drafts share what did not change, so many of them are cheap. */
import type { Draft } from "./types";

const MOST = 200;

export class History {
  private back: { draft: Draft; name: string }[] = [];
  private forth: { draft: Draft; name: string }[] = [];

  constructor(private now: Draft) {}

  get draft(): Draft {
    return this.now;
  }

  /** `name` says what was done, for the button that takes it back. */
  change(draft: Draft, name: string): void {
    this.back.push({ draft: this.now, name });
    if (this.back.length > MOST) this.back.shift();
    this.forth = [];
    this.now = draft;
  }

  /** Goes on with the step that is under way. */
  amend(draft: Draft): void {
    this.forth = [];
    this.now = draft;
  }

  /** What the next step back would take back; empty when there is none. */
  get last(): string {
    return this.back.length ? this.back[this.back.length - 1].name : "";
  }

  get next(): string {
    return this.forth.length ? this.forth[this.forth.length - 1].name : "";
  }

  undo(): boolean {
    return this.step(this.back, this.forth);
  }

  redo(): boolean {
    return this.step(this.forth, this.back);
  }

  /** Begins anew, with nothing to go back to. */
  forget(draft: Draft): void {
    this.back = [];
    this.forth = [];
    this.now = draft;
  }

  private step(from: { draft: Draft; name: string }[], to: { draft: Draft; name: string }[]): boolean {
    const step = from.pop();
    if (!step) return false;
    to.push({ draft: this.now, name: step.name });
    this.now = step.draft;
    return true;
  }
}
