/** A draft as the finders see it: line ends made one, protected phrases masked, cut into lines and parts. */
import { linesOf, type Line } from "./lines";
import { back, has, step } from "./regex";
import type { About, Rules } from "./types";

const BREAKS = /[\r\v\f\x85\u2028\u2029]/g;
const HIDDEN = "\ue010";
const WINDOW = 200;
const PARAGRAPH = /[^。！]{15}[。！][ \u3000\t]*$/u;
const SEVERAL = 4;
const LED = 400; // how far back a paragraph is read
const AHEAD = 6;

/** Return a text, as long as before, with one kind of line break. */
export function oneBreak(text: string): string {
  return text.replace(BREAKS, "\n");
}

export class View {
  readonly shown: string;
  private masked: string | null = null;
  private cut: Line[] | null = null;
  private closing: Line | null | undefined;

  constructor(
    readonly text: string,
    readonly rules: Rules,
    readonly about: About,
  ) {
    this.shown = oneBreak(text);
  }

  /** The text without the phrases in which spun words are right. */
  get hidden(): string {
    this.masked ??= this.without(this.rules.protected);
    return this.masked;
  }

  /** Return the text, as long as before, with phrases blotted out. */
  without(phrases: string[]): string {
    return phrases.reduce((text, phrase) => text.split(phrase).join(HIDDEN.repeat(phrase.length)), this.shown);
  }

  /** Every line with its mark and part. */
  get lines(): Line[] {
    this.cut ??= linesOf(this.shown, this.rules.structure, this.about.genre, this.about.year);
    return this.cut;
  }

  sentence(start: number, end: number): string {
    const before = back(this.shown, start, WINDOW).split(/[。！？；\n]/).pop();
    const after = this.ahead(end, WINDOW).split(/[。！？；\n]/, 1)[0];
    return before + this.shown.slice(start, end) + after;
  }

  clauseBefore(start: number, size = 20): string {
    return back(this.shown, start, size).split(/[，。；：！？\n]/).pop() as string;
  }

  /** Return the code points from a place on, as many as `size`. */
  ahead(place: number, size: number): string {
    return this.shown.slice(place, step(this.shown, place, size));
  }

  lineAt(place: number): Line {
    let [low, high] = [0, this.lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle] as Line).start <= place) low = middle;
      else high = middle - 1;
    }
    return this.lines[low] as Line;
  }

  /** Return the part in which a place lies: a paragraph may turn to problems, and from problems to plans. */
  partAt(place: number): string {
    const { inner, owned, closing, recalled } = this.rules.structure;
    const line = this.lineAt(place);
    const led = back(this.shown.slice(line.start, place), place - line.start, LED);
    if (line.part === "done") {
      const closes = line === this.last && has(closing, led + this.ahead(place, AHEAD));
      return closes || has(owned, led) ? "problem" : "done";
    }
    if (line.part === "plan") {
      const { genre, year } = this.about;
      const last = recalled.replace("{last}", String(year - 1)).replace("{year}", String(year));
      return genre === "plan" && has(last, led) ? "done" : "plan";
    }
    const turn = inner.replace("{next}", String(this.about.year + 1));
    return line.part === "problem" && has(turn, led) ? "plan" : line.part;
  }

  /** The last paragraph, in which a text of several closes with promises. */
  private get last(): Line | null {
    if (this.closing === undefined) {
      const found = this.lines.filter((line) => PARAGRAPH.test(line.text));
      this.closing = found.length >= SEVERAL ? (found[found.length - 1] as Line) : null;
    }
    return this.closing;
  }
}
