/** The search, loaded when somebody first searches. */
import { attach } from "./box";
import { hits } from "./engine";
import { openPage } from "./page";
import { near } from "./suggest";
import type { Hit, Result, SearchModule } from "./types";

/** What programs get: a result without what only the page needs. */
function plain(one: Hit): Result {
  const { lines: _lines, ...result } = one;
  return result;
}

const text = (query: unknown): string => (typeof query === "string" ? query : "");

const module: SearchModule = {
  search: async (query, options) => (await hits(text(query), options || {})).map(plain),
  suggest: async (query, options) => (await near(text(query), options || {})).map(plain),
  attach,
  openPage,
};

window.kb.put("search", module);
