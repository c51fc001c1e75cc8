/** Enumerators of headings (一、（一）1.（1）), made on output and never typed; the same as scripts/kb/numbering.py. */
import spec from "kb-spec";

const DIGITS = "零一二三四五六七八九";

function chinese(number: number): string {
  const tens = Math.floor(number / 10);
  const head = tens === 0 ? "" : tens === 1 ? "十" : DIGITS[tens] + "十";
  return head + (number % 10 ? DIGITS[number % 10] : "");
}

/** Returns the mark of the heading with this number on its level; nothing on levels that have none. */
export function enumerator(level: number, number: number): string {
  const style = spec.layout.numbering.find((one) => one.level === level);
  if (!style) return "";
  const digits = style.digits === "chinese" && number < 100 ? chinese(number) : String(number);
  return style.before + digits + style.after;
}

/** Counts headings among their siblings: a higher one starts the lower ones anew. */
export class Counter {
  private counts: number[] = [];

  next(level: number): number {
    this.counts.length = level + 1;
    return (this.counts[level] = (this.counts[level] || 0) + 1);
  }
}
