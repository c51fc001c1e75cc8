/** The findings as a list, by gravity; under it what the reader has chosen not to see. */
import { button, el } from "../dom";
import { card, type Actions } from "./card";
import { groups, SEVERITIES, sign, type Group } from "./groups";
import type { Finding } from "./types";

/** More would make the page slow; they come by a press of a button. */
const AT_ONCE = 60;

const NOTHING = "按现有的规则没有查到要改的地方。没有查到不等于没有问题，交稿前自己再念一遍。";
const NO_TEXT = "还没有文稿。粘进来以后，意见列在这里。";

export class List {
  readonly box = el("div", { class: "kb-check-list" });
  private cards = new Map<string, HTMLElement>();
  private focused = -1;

  constructor(
    readonly actions: Actions,
    private readonly onRestore: (sign: string) => void,
  ) {
    // Before the button itself is told: what it does may take the entry away at once.
    this.box.addEventListener("click", () => (this.focused = this.focusedCard()), true);
  }

  /** `findings` are those that count; `hidden` those that the reader ignores. */
  show(findings: Finding[], hidden: Finding[], hasText: boolean): void {
    const focused = this.focused;
    this.focused = -1;
    this.cards.clear();
    this.box.textContent = "";
    if (!hasText) return this.box.append(el("p", {}, NO_TEXT));
    if (!findings.length) this.box.append(el("p", {}, NOTHING));
    for (const [severity, name] of SEVERITIES) this.section(name, findings.filter((one) => one.severity === severity));
    if (hidden.length) this.box.append(this.ignored(groups(hidden)));
    if (focused >= 0) this.focusCard(focused);
  }

  private section(name: string, findings: Finding[]): void {
    if (!findings.length) return;
    const list = el("ol", { class: "kb-check-cards" });
    const head = el("h2", {}, `${name} `, el("span", {}, `${findings.length}处`));
    this.box.append(head, list);
    this.fill(list, groups(findings));
  }

  private fill(list: HTMLElement, entries: Group[]): void {
    entries.slice(0, AT_ONCE).forEach((group) => {
      const node = card(group, this.actions);
      this.cards.set(group.sign, node);
      list.append(node);
    });
    const rest = entries.slice(AT_ONCE);
    if (!rest.length) return;
    const more = button(`还有${rest.length}条，再列${Math.min(AT_ONCE, rest.length)}条`, () => {
      more.remove();
      this.fill(list, rest);
    });
    list.after(more);
  }

  private ignored(entries: Group[]): HTMLElement {
    const lines = entries.map((group) => {
      const [first] = group.findings;
      return el("li", {}, `“${first.text.slice(0, 20)}” `, button("恢复", () => this.onRestore(group.sign)));
    });
    return el("details", {}, el("summary", {}, `已忽略${entries.length}条`), el("ul", {}, ...lines));
  }

  /** Shows which entry belongs to the place in the text where the reader is; scrolls only the list. */
  point(finding: Finding | null): HTMLElement | null {
    const wanted = finding ? this.cards.get(sign(finding)) : undefined;
    this.cards.forEach((node) => node.classList.toggle("kb-on", node === wanted));
    if (!wanted) return null;
    const [top, bottom] = [wanted.offsetTop, wanted.offsetTop + wanted.offsetHeight];
    const { scrollTop, clientHeight } = this.box;
    if (top < scrollTop || bottom > scrollTop + clientHeight) this.box.scrollTop = top - 8;
    return wanted;
  }

  private focusedCard(): number {
    const all = Array.from(this.cards.values());
    return all.findIndex((node) => node.contains(document.activeElement));
  }

  /** An entry that was dealt with is gone: whoever works by keys goes on with the one that took its place. */
  private focusCard(at: number): void {
    const all = Array.from(this.cards.values());
    const next = all[Math.min(at, all.length - 1)];
    if (next) next.querySelector("button")!.focus({ preventScroll: true });
  }
}
