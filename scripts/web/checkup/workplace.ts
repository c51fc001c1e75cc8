/** The parts of the page 体检 together: the draft, its text with marks, the findings, and what is done about them. */
import { el, say } from "../dom";
import { Choices } from "./choices";
import { card } from "./card";
import { empty, forget, keep, restore, Steps } from "./draft";
import { Editor } from "./editor";
import type { Result } from "./engine";
import { groups, SEVERITIES, sign, type Group } from "./groups";
import { List } from "./list";
import { openFile } from "./open_file";
import type { Given } from "./page";
import { Runner } from "./run";
import { repaired, shift } from "./shift";
import { tools, type Tools } from "./tools";
import type { Finding } from "./types";

const KEPT = "文稿只在这台电脑上检查，不会传到别处；只留在这个标签页，刷新还在，关掉就没有了。";
const NOT_KEPT = "文稿只在这台电脑上检查，不会传到别处；浏览器不让保存，刷新就没有了，请及时存为文件。";
const BUSY = "正在检查……文稿长，请等几秒。";
const FAULT = "没有查完：检查程序出了错，文稿没有动。请告诉管这个网站的人。";

export class Workplace {
  private readonly draft = restore();
  private readonly steps = new Steps();
  private result: Result | null = null;
  private shown: Finding[] = [];
  /** Whether the text before the typing that is going on has been noted as a step to go back to. */
  private noted = false;

  private readonly editor = new Editor(() => this.edited(), (place) => this.point(this.at(place)));
  private readonly list: List;
  private readonly current = el("ol", { class: "kb-check-current" });
  private readonly where = el("p", { class: "kb-check-where" });
  private readonly runner: Runner;
  private readonly choices: Choices;
  private readonly tools: Tools;
  readonly node: HTMLElement;

  constructor({ rules, units, genres }: Given) {
    this.runner = new Runner(
      rules,
      () => this.draft,
      () => this.tools.summary(BUSY, 0),
      (result) => this.checked(result),
      () => this.tools.summary(FAULT, 0),
    );
    const lastYear = Number(rules.as_of.slice(0, 4)) + 1;
    this.list = this.newList(rules.kinds);
    this.choices = new Choices(this.draft, units, genres, lastYear, () => (this.save(), this.runner.now()));
    this.tools = tools({
      text: () => this.editor.text,
      open: (file) => this.open(file),
      clear: () => this.clear(),
      back: () => this.back(),
      repairAll: () => this.repair(this.shown),
    });
    const { top, under, head, message } = this.tools;
    top.append(this.choices.node);
    const text = el("section", { class: "kb-check-text", "aria-label": "文稿" }, this.editor.box, under, this.current);
    const list = el("section", { class: "kb-check-findings", "aria-label": "意见" }, head, this.list.box);
    this.node = el("div", {}, this.where, top, message, el("div", { class: "kb-check-panes" }, text, list));
  }

  private newList(kinds: Record<string, string>): List {
    const actions = {
      kinds,
      show: (finding: Finding) => this.show(finding),
      repair: (findings: Finding[]) => this.repair(findings),
      ignore: (group: Group) => this.ignore([...this.draft.ignored, group.sign]),
    };
    return new List(actions, (name) => this.ignore(this.draft.ignored.filter((one) => one !== name)));
  }

  /** Shows what was kept of an earlier look, and checks it. */
  begin(): void {
    this.runner.follow(this.editor.area);
    this.tools.acceptDrops(this.editor.box);
    this.editor.area.value = this.draft.text;
    this.save();
    this.runner.now();
  }

  private edited(): void {
    const before = this.draft.text;
    if (this.editor.text === before) return;
    if (!this.noted) this.steps.add(before);
    this.noted = true;
    this.draft.text = this.editor.text;
    this.shown = shift(this.shown, before, this.draft.text);
    this.editor.mark(this.shown);
    this.save();
    this.runner.soon();
  }

  private change(text: string): void {
    this.noted = false;
    this.editor.text = text;
    this.edited();
    this.runner.now();
  }

  private back(): void {
    const text = this.steps.back(this.draft.text);
    if (text === null) return;
    this.noted = true; // the way back is no new step
    this.editor.text = text;
    this.edited();
    this.runner.now();
    say("已撤销");
  }

  private async open(file: File): Promise<void> {
    this.tools.tell("正在打开……");
    try {
      const { text, note } = await openFile(file);
      this.change(text);
      this.editor.box.scrollTop = 0;
      this.tools.tell(`已打开“${file.name}”。${note}`);
    } catch (error) {
      this.tools.tell(`没有打开“${file.name}”：${(error as Error).message}`);
    }
  }

  /** Takes everything away, with no step back: on a computer that is shared that is what 清空 is for. */
  private clear(): void {
    Object.assign(this.draft, empty());
    this.steps.forget();
    forget();
    this.editor.area.value = "";
    this.choices.write();
    this.tools.tell("");
    this.runner.now();
    say("已清空");
  }

  private repair(findings: Finding[]): void {
    const text = repaired(this.draft.text, findings);
    const number = findings.filter((one) => one.repair !== null).length;
    this.change(text);
    say(`改了${number}处`);
  }

  private ignore(signs: string[]): void {
    this.draft.ignored = signs;
    this.save();
    this.render();
  }

  private save(): void {
    this.where.textContent = keep(this.draft) ? KEPT : NOT_KEPT;
  }

  private checked(result: Result): void {
    this.result = result;
    this.noted = false;
    this.choices.tell(this.draft.text.trim() ? result : null);
    this.render();
  }

  private render(): void {
    const found = this.result && this.draft.text.trim() ? this.result.findings : [];
    const ignored = new Set(this.draft.ignored);
    this.shown = found.filter((one) => !ignored.has(sign(one)));
    this.editor.mark(this.shown);
    this.list.show(this.shown, found.filter((one) => ignored.has(sign(one))), !!this.draft.text.trim());
    this.point(null);
    const counts = SEVERITIES.map(([key, name]) => `${name}${this.shown.filter((one) => one.severity === key).length}处`);
    const hasText = !!this.draft.text.trim();
    this.tools.summary(hasText ? counts.join("，") : "", this.shown.filter((one) => one.repair !== null).length);
    this.tools.count(this.draft.text, this.steps.any);
  }

  private at(place: number): Finding | null {
    const inside = this.shown.filter((one) => one.start <= place && place <= one.end);
    return inside.find((one) => place < one.end) || inside[0] || null;
  }

  private show(finding: Finding): void {
    this.editor.show(finding);
    this.point(finding);
  }

  /** On a phone the list is far from the text: the entry of the place that was touched is shown under the text too. */
  private point(finding: Finding | null): void {
    this.editor.point(finding);
    this.list.point(finding);
    this.current.textContent = "";
    const group = finding && groups(this.shown).find((one) => one.sign === sign(finding));
    if (group) this.current.append(card(group, this.list.actions));
  }
}
