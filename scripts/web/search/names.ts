/** Names of unit types, themes and genres, as the index knows them. */
import { open } from "./engine";

export type Facet = "unit" | "theme" | "genre";
export type Names = Record<Facet, Map<string, string>>;
export const FACETS: [Facet, string][] = [["unit", "单位类型"], ["theme", "主题"], ["genre", "文种"]];

const byKey = (rows: string[][]): Map<string, string> => new Map(rows.map(([key, name]) => [key, name]));

export async function names(): Promise<Names> {
  const { units, themes, genres } = (await open()).manifest;
  return { unit: byKey(units), theme: byKey(themes), genre: byKey(genres) };
}
