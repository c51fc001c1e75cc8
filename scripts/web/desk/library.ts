/** What the build hands over, loaded when it is needed and kept. */
import type { DeskSpec, Listed, Sample } from "./types";

const samples = new Map<string, Sample>();

export async function loadSpec(): Promise<DeskSpec> {
  const spec = (await window.kb.load("desk/spec")) as DeskSpec;
  Object.values(spec.items).forEach((item) => [item.examples, item.ranges].forEach(bare));
  [spec.items, ...spec.units.map((unit) => unit.outlines)].forEach(bare);
  return spec;
}

export const loadUnit = (unit: string): Promise<Listed[]> => window.kb.load(`desk/units/${unit}`) as Promise<Listed[]>;

/** Without what every object inherits: a draft from a file may name a blank or a genre `constructor`. */
const bare = (named: object): void => void Object.setPrototypeOf(named, null);

/** A file that was opened may name anything. */
const PATH = /^[a-z]+(\/[a-z0-9_-]+)+$/;

/** Rejects when the build has no such sample (any more). */
export async function loadSample(path: string): Promise<Sample> {
  if (!PATH.test(path)) throw new Error(`no sample: ${path}`);
  const found = (await window.kb.load(`desk/${path}`)) as Sample;
  bare(found.examples);
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
