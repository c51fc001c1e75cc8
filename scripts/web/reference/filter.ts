/** Filters the rows of a reference table by text, year and unit type, without a reload. */
import { button, el, say } from "../dom";

type Test = (row: HTMLTableRowElement) => boolean;

/** One control of the bar, and what it lets through now. */
interface Control {
  node: HTMLElement;
  field: HTMLInputElement | HTMLSelectElement;
  test: Test;
}

/** Full-width letters, quotation marks and spaces make no difference to a search. */
const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/[“”"‘’'\s]/g, "");

function labelled(words: string, field: HTMLInputElement | HTMLSelectElement): HTMLElement {
  field.setAttribute("aria-label", words);
  return el("label", {}, `${words} `, field);
}

function textControl(): Control {
  const field = el("input", { type: "search", autocomplete: "off", placeholder: "几个字就行" });
  const terms = () => field.value.split(/\s+/).map(fold).filter((term) => term);
  return { node: labelled("查", field), field, test: (row) => terms().every((term) => textOf(row).includes(term)) };
}

const texts = new WeakMap<HTMLElement, string>();

function textOf(row: HTMLElement): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = fold(row.textContent || "");
  texts.set(row, text);
  return text;
}

function select(options: [string, string][]): HTMLSelectElement {
  return el("select", {}, ...options.map(([value, text]) => el("option", { value }, text)));
}

const values = (rows: HTMLElement[], name: string): string[] =>
  rows.map((row) => row.dataset[name] || "").filter((value) => value);

/** A phrase counts for every year that its period touches; one that began nobody knows when, from the first. */
function yearControl(rows: HTMLTableRowElement[], asOf: string): Control | null {
  const known = values(rows, "from").map(Number);
  if (!known.length) return null;
  const years: [string, string][] = [];
  for (let year = Number(asOf.slice(0, 4)); year >= Math.min(...known); year--) years.push([`${year}`, `${year}年用的`]);
  const field = select([["", "全部"], ["now", "现在用的"], ...years]);
  const test = ({ dataset }: HTMLTableRowElement) => {
    if (!field.value) return true;
    if (field.value === "now") return dataset.now === "1";
    const dated = dataset.from || dataset.to || dataset.now;
    return !!dated && (dataset.from || "0") <= field.value && field.value <= (dataset.to || "9999");
  };
  return { node: labelled("哪一年", field), field, test };
}

function unitControl(rows: HTMLTableRowElement[]): Control | null {
  const names = new Set(values(rows, "units").flatMap((value) => value.split(" ")));
  if (!names.size) return null;
  const field = select([["", "全部"], ...Array.from(names).map((name): [string, string] => [name, name])]);
  const test = (row: HTMLElement) => !field.value || (row.dataset.units || "").split(" ").includes(field.value);
  return { node: labelled("单位类型", field), field, test };
}

function show(table: HTMLTableElement, rows: HTMLTableRowElement[], controls: Control[]): number {
  rows.forEach((row) => (row.hidden = !controls.every((control) => control.test(row))));
  Array.from(table.tBodies).forEach((body) => {
    body.hidden = Array.from(body.rows).every((row) => row.hidden || !row.dataset.entry);
  });
  return rows.filter((row) => !row.hidden).length;
}

export function mountFilter(): void {
  const table = document.querySelector<HTMLTableElement>("table.kb-reference");
  const rows = table ? Array.from(table.querySelectorAll<HTMLTableRowElement>("tr[data-entry]")) : [];
  if (!table || !rows.length) return;
  const dated = document.querySelector<HTMLElement>("[data-as-of]");
  const asOf = (dated && dated.dataset.asOf) || "";
  const controls = [textControl(), yearControl(rows, asOf), unitControl(rows)].filter((c): c is Control => c !== null);
  const count = el("span", { class: "kb-found" });
  const apply = () => {
    const left = show(table, rows, controls);
    count.textContent = left ? `${left}条` : "没有；少写几个字，或换成“全部”再试";
  };
  controls.forEach(({ field }) => field.addEventListener("input", () => (apply(), say(count.textContent || ""))));
  const all = button("全部显示", () => {
    controls.forEach(({ field }) => (field.value = ""));
    apply();
  });
  document.querySelector(".kb-reference-bar")?.append(...controls.map(({ node }) => node), all, count);
  controls[0].field.value = asked();
  apply();
}

/** What a link asks for: phrases.html#q=… leads to the rows with that text. */
function asked(): string {
  try {
    return decodeURIComponent((/^#q=(.*)$/.exec(location.hash) || ["", ""])[1]);
  } catch {
    return "";
  }
}
