/** What a search shows, in the panel of the header and on its page: how many, ways to narrow, results, what is near. */
import { button, el, say } from "../dom";
import { find, open, settle } from "./engine";
import { item } from "./item";
import { FACETS, names, type Names } from "./names";
import { groups } from "./similar";
import { near } from "./suggest";
import type { Counts, Filter, Hit } from "./types";

/** Fewer results than this, and what is near is shown as well. */
const FEW = 3;
const SLOW_MS = 300;

export interface View {
  root: HTMLElement;
  /** Searches and shows; a later call makes an earlier one's answer void. */
  show(query: string, filter: Filter): Promise<void>;
}

export interface Settings {
  /** Results at first, and so many more each time. */
  step: number;
  /** What stands there when nothing is asked. */
  idle(): Node[];
  /** The reader narrowed the search. */
  onFilter(filter: Filter): void;
  /** What follows the results, when there are more. */
  more(query: string, filter: Filter, showMore: () => void): Node;
}

export function makeView(settings: Settings): View {
  const status = el("div", { class: "kb-search-status" });
  const facets = el("div", { class: "kb-search-facets" });
  const list = el("ol", { class: "kb-hits" });
  const rest = el("div", { class: "kb-search-rest" });
  const root = el("div", { class: "kb-search-view" }, status, facets, list, rest);
  let turn = 0;

  async function show(query: string, filter: Filter, limit = settings.step): Promise<void> {
    const mine = ++turn;
    const current = () => mine === turn;
    if (!query.trim()) return clear(settings.idle());
    const slow = setTimeout(() => current() && (status.textContent = "正在查……"), SLOW_MS);
    try {
      const known = await names();
      const found = await find(query, { ...filter, limit });
      if (!current()) return;
      list.textContent = rest.textContent = "";
      list.append(...groups(found.hits).map((group) => item(group, known)));
      showCounts(found.counts, query, filter, known, found.hits.length);
      say(status.textContent || "");
      if (found.counts.total > limit && found.hits.length === limit) {
        rest.append(settings.more(query, filter, () => void showMore(query, filter, limit + settings.step)));
      }
      if (!found.hits.length && FACETS.some(([name]) => filter[name])) rest.append(button("不筛选再查", () => settings.onFilter({})));
      if (found.hits.length < FEW) await showNear(query, filter, known, current);
      const counts = await settle(query, filter);
      if (current()) showCounts(counts, query, filter, known, found.hits.length);
    } catch (fault) {
      if (current()) clear(failure(fault, () => void open(true).then(() => show(query, filter), () => show(query, filter))));
    } finally {
      clearTimeout(slow);
    }
  }

  /** The button that was pressed is gone; the first new result takes the focus. */
  async function showMore(query: string, filter: Filter, limit: number): Promise<void> {
    const before = list.children.length;
    await show(query, filter, limit);
    const first = list.children[before];
    if (first) first.querySelector("a")!.focus();
  }

  function clear(instead: Node[]): void {
    [status, facets, list, rest].forEach((node) => (node.textContent = ""));
    status.append(...instead);
  }

  function showCounts(counts: Counts, query: string, filter: Filter, known: Names, shown: number): void {
    status.textContent = shown ? `共${counts.exact ? "" : "约"}${counts.total}段` : `没有找到“${query.trim().slice(0, 40)}”`;
    const some = FACETS.filter(([name]) => filter[name] || Object.keys(counts[name]).length);
    const boxes = some.map(([name, label]) => facet(name, label, counts, filter, known));
    const focused = facets.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.facet : "";
    facets.replaceChildren(...boxes);
    const again = focused && facets.querySelector<HTMLElement>(`[data-facet="${focused}"]`);
    if (again) again.focus();
  }

  function facet(name: "unit" | "theme" | "genre", label: string, counts: Counts, filter: Filter, known: Names): HTMLElement {
    const about = counts.exact ? "" : "约";
    const options = Array.from(known[name], ([key, text]) => ({ key, text, number: counts[name][key] || 0 }));
    const select = el("select", { "aria-label": label, "data-facet": name }, el("option", { value: "" }, `全部${label}`));
    // A link may name what there is not; the reader sees it and can choose something else.
    const own = filter[name] || "";
    if (own && !known[name].has(own)) options.push({ key: own, text: own, number: 0 });
    for (const { key, text, number } of options) {
      if (number || own === key) select.append(el("option", { value: key }, `${text}（${about}${number}）`));
    }
    select.value = own;
    select.addEventListener("change", () => settings.onFilter({ ...filter, [name]: select.value }));
    return select;
  }

  async function showNear(query: string, filter: Filter, known: Names, current: () => boolean): Promise<void> {
    const found: Hit[] = await near(query, filter);
    if (!current()) return;
    const list = el("ol", { class: "kb-hits" }, ...found.map((one) => item([one], known)));
    const none = el("p", {}, "换一个短一点的词，或从“按主题”里找。");
    rest.append(el("div", { class: "kb-near" }, el("p", { class: "kb-near-head" }, "相关"), found.length ? list : none));
  }

  return { root, show: (query, filter) => show(query, filter) };
}

function failure(fault: unknown, again: () => void): Node[] {
  const what = fault instanceof Error ? fault.message : String(fault);
  const text = `搜索没有做成：${what}。网站可能刚更新过，或文件没有拷全。`;
  return [el("span", { role: "alert" }, text), button("重试", again)];
}
