/** The search box in the header, in the place of Material's own. All behind it is loaded when somebody goes there. */
import { button, el } from "./dom";
import { ROOT, searchModule } from "./kb";

const PAGE = "search.html";

function makeForm(): HTMLFormElement {
  const input = el("input", { type: "search", name: "q", autocomplete: "off", placeholder: "搜索范文和段落（按 / ）", "aria-label": "搜索范文和段落" });
  const form = el("form", { class: "kb-search", role: "search", action: ROOT + PAGE }, input);
  let ready = false;
  input.addEventListener("focus", () => {
    if (ready) return;
    ready = true;
    searchModule().then(
      (module) => module.attach(form, input),
      () => ((ready = false), form.append(failure("kb-search-panel", () => input.focus()))),
    );
  });
  return form;
}

/** Said where the answer would stand; gone when the reader tries again. */
function failure(name: string, again: () => void): HTMLElement {
  const retry = button("重试", () => (notice.remove(), again()));
  const notice = el("div", { class: name, role: "alert" }, "搜索没有装载成功，可能是网络断了，或文件没有拷全。", retry);
  return notice;
}

function fillPage(page: HTMLElement): void {
  searchModule().then(
    (module) => module.openPage(page),
    () => page.replaceChildren(failure("kb-search-status", () => fillPage(page))),
  );
}

/** On a narrow screen the box is behind a word. */
function opener(form: HTMLFormElement): HTMLButtonElement {
  const node = el("button", { type: "button", class: "kb-button kb-search-opener", "aria-expanded": "false" }, "搜索");
  node.addEventListener("click", () => {
    const open = form.classList.toggle("kb-search-open");
    node.setAttribute("aria-expanded", String(open));
    if (open) form.querySelector("input")!.focus();
  });
  return node;
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function mountSearchBox(): void {
  const header = document.querySelector(".md-header__inner");
  if (!header) return;
  const form = makeForm();
  const open = opener(form);
  header.append(open, form);
  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !typing(event.target) && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!slash && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    if (!form.classList.contains("kb-search-open") && open.offsetParent) open.click();
    else form.querySelector("input")!.focus();
  });
  const page = document.querySelector<HTMLElement>(".kb-search-page");
  if (page) fillPage(page);
}
