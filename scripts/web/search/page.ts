/** The page of results: its address says what is asked, so that it can be sent to somebody. */
import { button, el } from "../dom";
import { FACETS } from "./names";
import { makeView } from "./view";
import type { Filter } from "./types";

const STEP = 20;

function fromAddress(): { query: string; filter: Filter } {
  const given = new URLSearchParams(location.search);
  const filter: Filter = {};
  FACETS.forEach(([name]) => (filter[name] = given.get(name) || ""));
  return { query: given.get("q") || "", filter };
}

function toAddress(query: string, filter: Filter): void {
  const entries = Object.entries({ q: query.trim(), ...filter }).filter(([, value]) => value) as [string, string][];
  try {
    history.replaceState(null, "", `${location.pathname}?${new URLSearchParams(entries)}`);
  } catch {
    // From file:// some browsers refuse; the search itself goes on.
  }
}

export function openPage(place: HTMLElement): void {
  let { query, filter } = fromAddress();
  const ask = () => void view.show(query, filter);
  const view = makeView({
    step: STEP,
    idle: () => [document.createTextNode("写几个词，用空格分开；连在一起的一句话用英文引号括起来。")],
    onFilter: (chosen) => ((filter = chosen), toAddress(query, filter), ask()),
    more: (_query, _filter, showMore) => button("再显示一些", showMore),
  });
  const input = el("input", { type: "search", name: "q", autocomplete: "off", "aria-label": "要查的词" });
  const form = el("form", { class: "kb-search-form", role: "search" }, input, el("button", { class: "kb-button" }, "查"));
  input.value = query;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    query = input.value;
    toAddress(query, filter);
    ask();
  });
  place.replaceChildren(form, view.root);
  ask();
  if (!query) input.focus();
}
