/** The page of results: its address says what is asked, so that it can be sent to somebody. */
import { button, el } from "../dom";
import { read, write } from "./address";
import { recentOr, remember } from "./recent";
import { makeView } from "./view";
import type { Filter } from "./types";

const STEP = 20;
const HELP = "写几个词，用空格分开；连在一起的一句话用英文引号括起来。";

function toAddress(query: string, filter: Filter): void {
  try {
    history.replaceState(null, "", write(location.pathname, query, filter));
  } catch {
    // From file:// some browsers refuse; the search itself goes on.
  }
}

export function openPage(place: HTMLElement): void {
  let { query, filter } = read(location);
  const ask = () => void view.show(query, filter);
  const view = makeView({
    step: STEP,
    idle: () => recentOr(HELP, (chosen) => ((input.value = chosen), submit())),
    onFilter: (chosen) => ((filter = chosen), toAddress(query, filter), ask()),
    more: (_query, _filter, showMore) => button("再显示一些", showMore),
  });
  const input = el("input", { type: "search", name: "q", autocomplete: "off", "aria-label": "要查的词" });
  const form = el("form", { class: "kb-search-form", role: "search" }, input, el("button", { class: "kb-button" }, "查"));
  input.value = query;
  const submit = () => {
    query = input.value;
    remember(query);
    toAddress(query, filter);
    ask();
  };
  form.addEventListener("submit", (event) => (event.preventDefault(), submit()));
  place.replaceChildren(form, view.root);
  remember(query);
  ask();
  if (!query) input.focus();
}
