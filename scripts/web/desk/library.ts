/** What the build hands over, loaded when it is needed and kept. */
import type { DeskSpec, Listed, Sample } from "./types";

const samples = new Map<string, Sample>();

export const loadSpec = async (): Promise<DeskSpec> => bare((await window.kb.load("desk/spec")) as DeskSpec);
export const loadUnit = (unit: string): Promise<Listed[]> => window.kb.load(`desk/units/${unit}`) as Promise<Listed[]>;

/** Without what every object inherits: a draft from a file may name a blank, a unit type or a theme `constructor`. */
function bare<T>(thing: T): T {
  if (typeof thing !== "object" || thing === null) return thing;
  if (!Array.isArray(thing)) Object.setPrototypeOf(thing, null);
  Object.values(thing).forEach(bare);
  return thing;
}

/** A file that was opened may name anything. */
const PATH = /^[a-z]+(\/[a-z0-9_-]+)+$/;

/** Rejects when the build has no such sample (any more). */
export async function loadSample(path: string): Promise<Sample> {
  if (!PATH.test(path)) throw new Error(`no sample: ${path}`);
  const found = bare((await window.kb.load(`desk/${path}`)) as Sample);
  samples.set(path, found);
  return found;
}

/** Samples that were loaded so far, by path: their blanks' examples and relations are known. */
export const known = (): Map<string, Sample> => samples;

/** Loads the samples that sections were taken from; one that is gone is left out. */
export async function loadSources(froms: string[]): Promise<void> {
  const paths = new Set(froms.map((from) => from.split("#")[0]).filter((path) => path && !samples.has(path)));
  await Promise.all(Array.from(paths, (path) => loadSample(path).catch(() => undefined)));
}
