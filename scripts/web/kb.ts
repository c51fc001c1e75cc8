/** `window.kb`: what is loaded on demand. Every file is a plain script that calls `kb.put`, over http and file:// alike. */
import type { Options, Result, SearchModule } from "./search/types";

declare global {
  interface Window {
    kb: Kb;
  }
}

interface Kb {
  /** Called by each data file, with its path below assets/ and without .js. */
  put(name: string, value: unknown): void;
  /** Gives what a file hands over; loads it when nobody has yet, or `anew`. Rejects when it can't be had. */
  load(name: string, anew?: boolean): Promise<unknown>;
  search(query: string, options?: Options): Promise<Result[]>;
  suggest(query: string, options?: Options): Promise<Result[]>;
}

/** The site's root, wherever it is put: this script lies in assets/. */
const own = document.currentScript as HTMLScriptElement | null;
export const ROOT = new URL("../", own ? own.src : location.href).href;

export class LoadError extends Error {
  constructor(readonly file: string) {
    super(`没有读到 ${file}`);
  }
}

const values = new Map<string, unknown>();
const loading = new Map<string, Promise<unknown>>();

function fetchScript(name: string, anew: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const file = `assets/${name}.js`;
    const script = document.createElement("script");
    script.src = ROOT + file + (anew ? `?${Date.now()}` : "");
    const settle = () => {
      script.remove();
      if (values.has(name)) return resolve(values.get(name));
      loading.delete(name);
      reject(new LoadError(file));
    };
    script.onload = script.onerror = settle;
    document.head.append(script);
  });
}

function load(name: string, anew = false): Promise<unknown> {
  if (anew) values.delete(name);
  let found = anew ? undefined : loading.get(name);
  if (!found) loading.set(name, (found = values.has(name) ? Promise.resolve(values.get(name)) : fetchScript(name, anew)));
  return found;
}

export const searchModule = (): Promise<SearchModule> => load("search") as Promise<SearchModule>;

export function openKb(): void {
  window.kb = {
    put: (name, value) => void values.set(name, value),
    load,
    search: (query, options) => searchModule().then((module) => module.search(query, options)),
    suggest: (query, options) => searchModule().then((module) => module.suggest(query, options)),
  };
}
