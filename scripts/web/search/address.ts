/** What is asked, as it stands in the address of the page of results. */
import { FACETS } from "./names";
import type { Filter } from "./types";

/** Web servers refuse longer addresses; what stands behind # is never sent to them. */
const LONGEST = 2000;

export function write(page: string, query: string, filter: Filter): string {
  const entries = Object.entries({ q: query.trim(), ...filter }).filter(([, value]) => value) as [string, string][];
  const written = String(new URLSearchParams(entries));
  return page + (written.length > LONGEST ? "#" : "?") + written;
}

export function read(address: Location): { query: string; filter: Filter } {
  const given = new URLSearchParams(address.search || address.hash.slice(1));
  const filter: Filter = {};
  FACETS.forEach(([name]) => (filter[name] = given.get(name) || ""));
  return { query: given.get("q") || "", filter };
}
