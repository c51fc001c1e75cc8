/** Which blanks a draft uses, in the order they are printed, and where. */
import { texts } from "./draft";
import { filled, label, open, parts, slotsIn } from "./slot_text";
import type { DeskSpec, Draft, Item, Sample, Section } from "./types";

export interface Place {
  /** Id of a section; empty for the title and the signature. */
  section: string;
  name: string;
}

export interface Use {
  id: string;
  /** As printed in an open blank: 明年计划·新建基层工会. */
  label: string;
  unit: string;
  /** Key of spec/themes.yml; a free-text blank has that of the section where it first stands. */
  theme: string;
  example: string;
  places: Place[];
}

/** The item of spec/ that a blank is a value of; none for a free-text blank. */
export function itemOf(id: string, spec: DeskSpec): Item | undefined {
  const { owner, key } = parts(id);
  return owner ? undefined : spec.items[key];
}

/** One for every blank of the draft, in the order in which it first stands. */
export function uses(draft: Draft, spec: DeskSpec, samples: Map<string, Sample>): Use[] {
  const found = new Map<string, Use>();
  const sources = pathsOf(draft).flatMap((path) => samples.get(path) || []);
  for (const { ids, place, theme } of spots(draft, spec)) {
    for (const id of ids) {
      const use = found.get(id) || started(id, theme, draft.unit, spec, sources);
      found.set(id, use);
      use.places.push(place);
    }
  }
  return Array.from(found.values());
}

interface Spot {
  ids: string[];
  place: Place;
  theme: string;
}

function spots(draft: Draft, spec: DeskSpec): Spot[] {
  const sections = draft.sections.map((section) => ({
    ids: idsOf(section),
    place: { section: section.id, name: filled(section.heading, (id) => open(id, spec)) || "开头" },
    theme: section.theme,
  }));
  const outer = (name: string, ids: string[]): Spot => ({ ids: Array.from(new Set(ids)), place: { section: "", name }, theme: "" });
  return [outer("标题", slotsIn(draft.heading)), ...sections, outer("落款", draft.signed ? spec.signature : [])];
}

/** Sections are never changed in place: what one holds is looked for once. */
const kept = new WeakMap<Section, string[]>();

function idsOf(section: Section): string[] {
  const known = kept.get(section) || Array.from(new Set(texts(section).flatMap(slotsIn)));
  kept.set(section, known);
  return known;
}

function started(id: string, theme: string, unit: string, spec: DeskSpec, sources: Sample[]): Use {
  const item = itemOf(id, spec);
  const own = sources.find((sample) => sample.examples[id] !== undefined);
  const example = own?.examples[id] || item?.examples[unit] || "";
  return { id, label: label(id, spec), unit: item?.unit || "", theme: item ? item.theme : theme, example, places: [] };
}

/** The samples that sections were taken from, in order. */
export function pathsOf(draft: Draft): string[] {
  return Array.from(new Set(draft.sections.map((section) => section.from.split("#")[0]).filter((path) => path)));
}
