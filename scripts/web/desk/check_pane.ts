/** The entry of assets/desk-check.js: the engine of 体检 with its list, for the desk. */
import { checkup } from "../checkup/engine";
import { groups, SEVERITIES, sign } from "../checkup/groups";
import { List } from "../checkup/list";
import type { Finding, Result, Rules } from "../checkup/types";
import { el } from "../dom";
import { isOpen, spanAt, type Checked } from "./check_text";
import type { CheckModule, Doing } from "./checks";

class CheckList {
  readonly node: HTMLElement;
  private readonly head = el("p", { class: "kb-check-summary", role: "status" });
  private readonly list: List;
  private ignored = new Set<string>();
  private last: { result: Result; checked: Checked } | null = null;

  constructor(rules: Rules, private readonly doing: Doing) {
    const actions = {
      kinds: rules.kinds,
      show: (finding: Finding) => this.goTo(finding),
      repair: (found: Finding[]) => doing.repair(found.map((one) => [one.start, one.end, one.repair || ""])),
      ignore: (group: { sign: string }) => (this.ignored.add(group.sign), this.again()),
    };
    this.list = new List(actions, (name) => (this.ignored.delete(name), this.again()));
    this.node = el("div", {}, this.head, this.list.box);
  }

  /** Returns how many findings are shown. What open blanks look like is no finding: they are listed beside. */
  show(result: Result, checked: Checked): number {
    this.last = { result, checked };
    const found = result.findings.filter((one) => !isOpen(checked.spans, one.start, one.end)).map((one) => this.plain(one, checked));
    const shown = found.filter((one) => !this.ignored.has(sign(one)));
    this.list.show(shown, found.filter((one) => this.ignored.has(sign(one))), !!checked.text.trim());
    this.head.textContent = SEVERITIES.map(([key, name]) => `${name}${shown.filter((one) => one.severity === key).length}处`).join("，");
    return groups(shown).length;
  }

  /** What stands in a value or across blanks is repaired in the table, not in the text. */
  private plain(one: Finding, { spans }: Checked): Finding {
    const span = spanAt(spans, one.start);
    return span && span.at >= 0 && one.end <= span.end && span.section ? one : { ...one, repair: null };
  }

  private again(): void {
    if (this.last) this.show(this.last.result, this.last.checked);
  }

  private goTo(finding: Finding): void {
    const spans = this.last ? this.last.checked.spans : [];
    const span = spanAt(spans, finding.start) || spans.find((one) => one.start >= finding.start);
    if (span) this.doing.goTo(span.section);
  }
}

const module: CheckModule = {
  run: (text, about, rules) => checkup(text, about, rules),
  list: (rules, doing) => new CheckList(rules, doing),
};
window.kb.put("desk-check", module);
