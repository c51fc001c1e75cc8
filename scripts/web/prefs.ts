/** What the reader chose (view, copy format). No personal data, so it is always kept, beyond the session too. */
import { read, write } from "./storage";

export type View = "sample" | "skeleton" | "fill";
export type Format = "word" | "text" | "markdown";

function choice<T extends string>(key: string, allowed: T[]) {
  const kept = read("localStorage", key) as T;
  let current = allowed.indexOf(kept) < 0 ? allowed[0] : kept;
  const listeners: (() => void)[] = [];
  return {
    get: () => current,
    set(value: T) {
      current = value;
      write("localStorage", key, value);
      listeners.forEach((tell) => tell());
    },
    onChange: (tell: () => void) => listeners.push(tell),
  };
}

export const view = choice<View>("kb.view", ["sample", "skeleton", "fill"]);
export const format = choice<Format>("kb.format", ["word", "text", "markdown"]);
