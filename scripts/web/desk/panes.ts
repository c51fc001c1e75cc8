/** What stands beside the sections, one at a time: 数据表, 预览, 没填的, 体检. On a phone the sections are one of them. */
import { button, el } from "../dom";

export interface Pane {
  key: string;
  name: string;
  node: HTMLElement;
  /** Brings it up to date; called only while it is in sight. */
  refresh(): void;
  /** How long to wait after the last key, in milliseconds; what takes long must not come between two keys. */
  pause?: number;
}

const PAUSE = 120;
/** Where there is no room for two columns; the same in frame.css. */
export const NARROW = "(max-width: 60em)";

export class Panes {
  private readonly tabs = el("div", { class: "kb-desk-tabs", role: "tablist", "aria-label": "看什么" });
  private readonly box = el("div", { class: "kb-desk-panes" });
  /** The sections, the tabs and what they show. */
  readonly columns = el("div", { class: "kb-desk-columns" });
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private current: Pane;
  private timer = 0;

  /** The first pane is the list of sections, which has a tab on narrow screens only. */
  constructor(private readonly panes: Pane[], private readonly frame: HTMLElement) {
    this.current = panes[matchMedia(NARROW).matches ? 0 : 1];
    panes.forEach((pane) => this.addTab(pane));
    this.box.append(...panes.slice(1).map((pane) => pane.node));
    this.tabs.addEventListener("keydown", (event) => this.arrow(event));
    this.arrange();
    matchMedia(NARROW).addEventListener("change", () => this.arrange());
    this.open(this.current.key);
  }

  /** For whoever works by keys, what a tab shows comes right behind the tabs. */
  private arrange(): void {
    const sections = this.panes[0].node;
    const narrow = matchMedia(NARROW).matches;
    this.columns.append(...(narrow ? [this.tabs, sections, this.box] : [sections, this.tabs, this.box]));
  }

  private addTab(pane: Pane): void {
    const tab = button(pane.name, () => this.open(pane.key));
    tab.setAttribute("role", "tab");
    tab.id = `kb-tab-${pane.key}`;
    tab.dataset.pane = pane.key;
    pane.node.setAttribute("role", "tabpanel");
    pane.node.setAttribute("aria-labelledby", tab.id);
    this.buttons.set(pane.key, tab);
    this.tabs.append(tab);
  }

  open(key: string): void {
    this.current = this.panes.find((pane) => pane.key === key) || this.current;
    this.frame.dataset.pane = this.current.key;
    this.panes.forEach((pane) => {
      const chosen = pane === this.current;
      const tab = this.buttons.get(pane.key)!;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (pane !== this.panes[0]) pane.node.hidden = !chosen;
    });
    this.refresh();
  }

  /** Goes to the tabs. */
  focus(): void {
    this.buttons.get(this.current.key)!.focus();
  }

  isOpen(key: string): boolean {
    return this.current.key === key;
  }

  /** The name of a tab may carry a count. */
  rename(key: string, name: string): void {
    const tab = this.buttons.get(key)!;
    if (tab.textContent !== name) tab.textContent = name;
  }

  refresh(): void {
    clearTimeout(this.timer);
    this.current.refresh();
  }

  /** A moment after the last key, so that typing stays quick. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.refresh(), this.current.pause ?? PAUSE);
  }

  private arrow(event: KeyboardEvent): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    const shown = this.panes.filter((pane) => this.buttons.get(pane.key)!.offsetParent);
    const next = shown[(shown.indexOf(this.current) + step + shown.length) % shown.length];
    this.open(next.key);
    this.buttons.get(next.key)!.focus();
  }
}
