/** A draft after the recommended outline of a unit type and genre, each theme from the sample that is nearest to it. */
import { section, take } from "./draft";
import { OWN } from "./edit_text";
import { loadSample, loadUnit } from "./library";
import { slot } from "./slot_text";
import type { DeskSpec, Draft, Listed, Section } from "./types";

export interface Source {
  path: string;
  anchor: string;
}

/** The sections of one theme, nearest first: samples of the genre, loose sections, samples of other genres. */
export function sourcesOf(theme: string, genre: string, listed: Listed[]): Source[] {
  const rank = (one: Listed): number => (one.genre === genre ? 0 : one.genre === "snippet" ? 1 : 2);
  const ordered = [...listed].sort((a, b) => rank(a) - rank(b));
  return ordered.flatMap((one) => one.sections.filter((part) => part.theme === theme).map((part) => ({ path: one.path, anchor: part.anchor })));
}

/** One sample may give several sections: they fit each other better than sections of many. */
function choose(themes: string[], genre: string, listed: Listed[]): (Source | null)[] {
  const best = listed.filter((one) => one.genre === genre).sort((a, b) => covered(b, themes) - covered(a, themes))[0];
  return themes.map((theme) => {
    const found = sourcesOf(theme, genre, listed);
    return found.find((one) => best && one.path === best.path) || found[0] || null;
  });
}

const covered = (one: Listed, themes: string[]): number => themes.filter((theme) => one.sections.some((part) => part.theme === theme)).length;

/** Where nobody has written on a theme yet, an open blank keeps its place. */
function toWrite(theme: string, desk: DeskSpec): Section {
  const name = desk.themes.find((one) => one.key === theme)?.name || theme;
  return section("", theme, name, [{ kind: "body", level: 0, mark: "", text: `${slot(`${OWN}#${name}的做法和数字`)}。` }]);
}

export async function outlineDraft(unit: string, genre: string, desk: DeskSpec): Promise<Draft> {
  const listed = await loadUnit(unit);
  const themes = desk.units.find((one) => one.key === unit)?.outlines[genre] || [];
  const sources = choose(themes, genre, listed);
  const samples = await Promise.all(sources.map((one) => one && loadSample(one.path)));
  const sections = themes.map((theme, at): Section => {
    const found = samples[at] && take(samples[at]!, sources[at]!.anchor);
    return found || toWrite(theme, desk);
  });
  const about = desk.genres.find((one) => one.key === genre)!;
  const opening = about.opening ? [section("", "", "", [{ kind: "body", level: 0, mark: "", text: about.opening }])] : [];
  return { unit, genre, span: about.spans[0], heading: about.heading, signed: true, sections: [...opening, ...sections] };
}
