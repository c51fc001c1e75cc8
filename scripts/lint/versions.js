// What Chrome had when, from MDN's tables.
import { createRequire } from "node:module";

const data = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** The first version of Chrome with a feature, Infinity when none has it without a flag. */
function since(support) {
  const open = [support ?? []].flat().filter((one) => !one.flags && one.version_added && one.version_added !== "preview");
  return Math.min(...open.map((one) => parseFloat(String(one.version_added).replace("≤", "")) || 0), Infinity);
}

/** The same of an entry of the tables; 0 for what they do not know. */
const first = (entry) => (entry && entry.__compat ? since(entry.__compat.support.chrome) : 0);

/** Names of members (methods, properties) by the first version in which anything had them. */
export function members() {
  const found = new Map();
  const visit = (holder) => {
    for (const [key, entry] of Object.entries(holder)) {
      if (key === "__compat" || key.endsWith("_event") || key.startsWith("@@")) continue;
      const name = key.replace(/_static$/, "");
      if (entry.__compat) found.set(name, Math.min(found.get(name) ?? Infinity, first(entry)));
      visit(entry);
    }
  };
  visit(data.api);
  visit(data.javascript.builtins);
  return found;
}

const { "at-rules": atRules, properties, selectors } = data.css;

export const atRule = (name) => first(atRules[name]);
export const selector = (name, part) => first(part ? (selectors[name] ?? {})[part] : selectors[name]);
export const property = (name) => first(properties[name]);
/** A word in the value of a property: `overflow: clip`. */
export const keyword = (name, word) => first((properties[name] ?? {})[word]);
