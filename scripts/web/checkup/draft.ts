/** The draft under check and what the reader said of it; kept in this tab until it is closed, and nowhere else. */
import { read, remove, write } from "../storage";

const KEY = "kb.check";
const MOST_STEPS = 50;
/** So that many steps of a very long text do not fill the memory. */
const MOST_KEPT = 5_000_000;

export interface Draft {
  text: string;
  /** Empty or 0: read it off the text. */
  unit: string;
  genre: string;
  year: number;
  /** Findings that the reader does not want to see again (see `sign` in findings.ts). */
  ignored: string[];
}

export const empty = (): Draft => ({ text: "", unit: "", genre: "", year: 0, ignored: [] });

export function restore(): Draft {
  try {
    const kept = JSON.parse(read("sessionStorage", KEY) || "{}");
    return isDraft(kept) ? kept : empty();
  } catch {
    return empty();
  }
}

function isDraft(kept: unknown): kept is Draft {
  const { text, unit, genre, year, ignored } = Object(kept);
  const strings = [text, unit, genre].every((value) => typeof value === "string");
  return strings && typeof year === "number" && Array.isArray(ignored) && ignored.every((i) => typeof i === "string");
}

/** Returns false where the browser refuses to keep anything. */
export function keep(draft: Draft): boolean {
  return write("sessionStorage", KEY, JSON.stringify(draft));
}

export const forget = (): void => remove("sessionStorage", KEY);

/** Texts to go back to. */
export class Steps {
  private before: string[] = [];

  /** Notes the text as it was before a change. */
  add(text: string): void {
    if (this.before[this.before.length - 1] === text) return;
    this.before.push(text);
    while (this.before.length > MOST_STEPS || this.size() > MOST_KEPT) this.before.shift();
  }

  /** Returns the text before the last change that made it differ from what is there now; null when there is none. */
  back(now: string): string | null {
    let text = this.before.pop();
    while (text === now) text = this.before.pop();
    return text ?? null;
  }

  forget(): void {
    this.before = [];
  }

  get any(): boolean {
    return this.before.length > 0;
  }

  private size(): number {
    return this.before.length > 1 ? this.before.reduce((sum, text) => sum + text.length, 0) : 0;
  }
}
