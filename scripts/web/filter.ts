/** On a theme's page: only the sections of one unit type or genre, without a reload. */
import spec from "kb-spec";
import { el, say } from "./dom";
import type { Page } from "./slots";

/** Names as the page shows them: a unit type's heading stands before its sections, a genre's name is in the data. */
const GENRES: Record<string, string> = spec.genres;

function choice(label: string, names: [string, string][], changed: () => void): HTMLSelectElement {
  const select = el("select", { "aria-label": label }, el("option", { value: "" }, `全部${label}`));
  names.forEach(([value, text]) => select.append(el("option", { value }, text)));
  select.addEventListener("change", changed);
  return select;
}

const distinct = (roots: HTMLElement[], name: "unit" | "genre"): string[] =>
  Array.from(new Set(roots.map((root) => root.dataset[name] || "")));

const unitHeading = (unit: string): HTMLElement | null => document.querySelector(`p.kb-piece-unit#${unit}`);

/** Hides what does not match; returns how many sections are left. */
function show(roots: HTMLElement[], unit: string, genre: string): number {
  roots.forEach((root) => {
    root.hidden = (unit !== "" && root.dataset.unit !== unit) || (genre !== "" && root.dataset.genre !== genre);
  });
  distinct(roots, "unit").forEach((one) => {
    const heading = unitHeading(one);
    if (heading) heading.hidden = roots.every((root) => root.hidden || root.dataset.unit !== one);
  });
  return roots.filter((root) => !root.hidden).length;
}

export function mountFilter(page: Page): void {
  const roots = page.roots.filter((root) => root.matches(".kb-piece"));
  const bar = document.querySelector(".kb-tools");
  if (!roots.length || !bar) return;
  const count = el("span", { class: "kb-found" }, `${roots.length}段`);
  const apply = () => {
    count.textContent = `${show(roots, units.value, genres.value)}段`;
    say(count.textContent);
  };
  const unitNames = distinct(roots, "unit").map((key): [string, string] => [key, unitHeading(key)?.textContent || key]);
  const genreNames = distinct(roots, "genre").map((key): [string, string] => [key, GENRES[key] || key]);
  const units = choice("单位类型", unitNames, apply);
  const genres = choice("文种", genreNames, apply);
  bar.append(el("span", { class: "kb-filter" }, units, genres, count));
}
