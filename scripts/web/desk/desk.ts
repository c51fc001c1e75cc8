/** The desk: sections on the left; data table, preview, open blanks and check-up beside them. */
import type { Block } from "../blocks";
import { button, el, say } from "../dom";
import { download } from "../files";
import * as values from "../values";
import { acceptFiles } from "./accept_files";
import { Bar } from "./bar";
import { blocksOf, withDerived, type Value } from "./blocks_of";
import { checkText, repairIn, spanAt } from "./check_text";
import { Checks } from "./checks";
import { Chips } from "./chips";
import { add, isEmpty, move, replace, usedIds, without } from "./draft";
import { toFile } from "./draft_file";
import { Names } from "./edit_text";
import { Keep } from "./keep";
import { known, loadSources } from "./library";
import { OpenBlanks, openBlanks } from "./open_blanks";
import { copyAll, saveMarkdown, saveText, saveWord, nameOf } from "./outputs";
import { NARROW, Panes } from "./panes";
import { Parts } from "./parts";
import { Preview } from "./preview";
import { SettingsPanel } from "./settings_panel";
import { label } from "./slot_text";
import { Start } from "./start";
import { Starting } from "./starting";
import { Store } from "./store";
import { DataTable } from "./table";
import { Title } from "./title";
import type { DeskSpec, Draft, Section } from "./types";
import { offer } from "./variants";
import { writeText } from "../write_text";

export class Desk {
  readonly node = el("div", { class: "kb-desk-frame" });
  private readonly value: Value;
  private readonly store = new Store(() => this.render(), () => say("另一个窗口改了文稿，这里已跟上"));
  private readonly chips: Chips;
  private readonly parts: Parts;
  private readonly title: Title;
  private readonly bar: Bar;
  private readonly keep: Keep;
  private readonly panes: Panes;
  private readonly table = new DataTable();
  private readonly preview = new Preview();
  private readonly settings = new SettingsPanel();
  private readonly blanks = new OpenBlanks((section, slot) => this.toBlank(section, slot));
  private readonly starting: Starting;
  private readonly startBox: HTMLElement;
  private readonly work: HTMLElement;

  constructor(private readonly spec: DeskSpec) {
    this.value = withDerived(spec, values.get);
    this.chips = new Chips(spec, this.value, () => this.draft.unit);
    this.title = new Title(this.chips, () => this.names(), (change, name) => this.store.change({ ...this.draft, ...change }, name));
    this.parts = new Parts(this.chips, this.partDoing(), (id, to) => this.store.change(move(this.draft, id, to), "移动段落"));
    this.bar = new Bar(this.barDoing());
    this.keep = new Keep(this.store, () => this.saveFile(this.draft), () => this.store.other && this.saveFile(this.store.other));
    this.starting = new Starting(spec, this.store, () => this.names(), (words) => this.bar.tell(words));
    const start = new Start(spec, this.starting);
    this.startBox = start.node;
    this.startBox.hidden = true;
    const addOne = button("加一段", () => this.addOne());
    const [over, back] = [skip("跳过各段，到数据表", () => this.panes.focus()), skip("跳过各段，到上面的按钮", () => this.bar.focus())];
    const left = el("section", { class: "kb-desk-left", "aria-label": "文稿" }, over, this.title.node, this.parts.node, el("p", {}, addOne), back);
    const checks = this.newChecks();
    const preview = el("section", { "aria-label": "预览" }, this.settings.node, this.preview.node);
    this.panes = new Panes(
      [
        { key: "text", name: "文稿", node: left, refresh: () => undefined },
        { key: "table", name: "数据表", node: this.table.node, refresh: () => this.isBare || this.table.show(this.draft, this.spec, known()) },
        { key: "preview", name: "预览", node: preview, refresh: () => this.preview.show(this.blocks(), this.settings.settings) },
        { key: "blanks", name: "没填的", node: this.blanks.node, refresh: () => this.blanks.show(this.blocks()) },
        { key: "checks", name: "体检", node: checks.node, refresh: () => checks.refresh(), pause: 1000 },
      ],
      this.node,
    );
    this.work = el("div", { class: "kb-desk-work" }, this.bar.node, this.panes.columns);
    this.node.append(this.keep.node, this.bar.message, this.startBox, this.work);
  }

  private get draft(): Draft {
    return this.store.draft;
  }

  /** Nothing on the desk, and nothing that could come back: there is only a beginning to be made. */
  private get isBare(): boolean {
    return isEmpty(this.draft) && !this.store.undoName && !this.store.redoName;
  }

  /** Shows what was kept, and what other pages sent here. */
  async begin(): Promise<void> {
    values.open();
    values.onChange((ids) => this.valuesChanged(ids));
    this.store.open();
    this.table.onPlace = (section) => this.goTo(section);
    this.parts.node.addEventListener("focusin", (event) => this.follow(event.target as HTMLElement));
    this.preview.onPrint = () => this.work.hidden || this.panes.open("preview");
    this.preview.onBlank = (slot, section) => this.toBlank(section, slot);
    this.settings.onChange = () => this.panes.refresh();
    document.addEventListener("keydown", (event) => this.key(event));
    acceptFiles(this.node, (file) => void this.starting.file(file));
    await loadSources(this.draft.sections.map((one) => one.from));
    this.render();
    await this.starting.takeTray();
  }

  /** The preview shows the section that is worked on. */
  private follow(place: HTMLElement): void {
    const section = place.closest<HTMLElement>("[data-section]")?.dataset.section;
    if (section && this.panes.isOpen("preview")) this.preview.goTo(section);
  }

  private render(): void {
    const empty = isEmpty(this.draft);
    this.work.hidden = this.isBare;
    const begins = !empty && this.startBox.contains(document.activeElement);
    this.startBox.hidden = !empty;
    this.title.show(this.draft);
    this.parts.show(this.draft);
    this.bar.show(this.store.undoName, this.store.redoName);
    this.keep.show();
    this.panes.soon();
    this.judgeSoon();
    if (begins) this.title.focus();
  }

  private valuesChanged(ids?: string[]): void {
    this.chips.update(ids);
    this.keep.show();
    this.panes.soon();
    this.judgeSoon();
  }

  private judging = 0;

  private judgeSoon(): void {
    clearTimeout(this.judging);
    this.judging = window.setTimeout(() => this.judge(), 200);
  }

  /** How many blanks are open, and which figures in the text contradict each other or are unusual. */
  private judge(): void {
    if (this.isBare) return;
    const open = openBlanks(this.blocks()).length;
    this.panes.rename("blanks", open ? `没填的（${open}）` : "没填的");
    this.table.show(this.draft, this.spec, known());
    const found = this.table.problems();
    this.chips.doubt(found);
    this.panes.rename("table", found.length ? `数据表（${found.length}处要看）` : "数据表");
  }

  private blocks(): Block[] {
    return blocksOf(this.draft, this.spec, this.value);
  }

  private names(): Names {
    return new Names(this.spec, usedIds(this.draft, this.spec.signature));
  }

  private partDoing(): ConstructorParameters<typeof Parts>[1] {
    return {
      names: () => this.names(),
      theme: (key) => this.spec.themes.find((one) => one.key === key)?.name || key,
      change: (section, change, name) => this.store.change(replace(this.draft, section.id, change), name),
      move: (section, by) => this.moveBy(section, by),
      remove: (section) => this.remove(section),
      swap: (section) => this.swap(section),
    };
  }

  private moveBy(section: Section, by: number): void {
    const to = this.draft.sections.indexOf(section) + by;
    if (to < 0 || to >= this.draft.sections.length) return say(by < 0 ? "已经在最前面" : "已经在最后面");
    const focus = document.activeElement as HTMLElement | null;
    this.store.change(move(this.draft, section.id, to), "移动段落");
    focus?.focus();
    say(`已移到第${to + 1}段`);
  }

  /** Whoever works by keys goes on with the section that took the place of the one that is gone. */
  private remove(section: Section): void {
    const at = this.draft.sections.indexOf(section);
    this.store.change(without(this.draft, section.id), "删去一段");
    const next = this.draft.sections[at] || this.draft.sections[at - 1];
    if (next) this.parts.focus(next.id, false);
    else this.title.focus();
    say("已删去一段，可以撤销");
  }

  private swap(section: Section): void {
    const asked = { title: "换一种写法", theme: section.theme, from: section.from, action: "换成这一段", unit: this.draft.unit, genre: this.draft.genre };
    offer(this.spec, asked, (found) => {
      this.store.change(replace(this.draft, section.id, { ...found, id: section.id }), "换一种写法");
      this.goTo(section.id);
    });
  }

  private addOne(): void {
    const { unit, genre, sections } = this.draft;
    const outline = this.spec.units.find((one) => one.key === unit)?.outlines[genre] || [];
    const missing = outline.find((theme) => !sections.some((one) => one.theme === theme));
    const asked = { title: "加一段", theme: missing || outline[0] || "", from: "", action: "加入组稿台", unit, genre };
    offer(this.spec, asked, (found) => {
      this.store.change(add(this.draft, [found]), "加一段");
      this.goTo(found.id);
    });
  }

  private goTo(section: string): void {
    if (!this.panes.isOpen("text") && matchMedia(NARROW).matches) this.panes.open("text");
    if (section) this.parts.focus(section);
    else this.title.node.scrollIntoView({ block: "center" });
  }

  private toBlank(section: string, slot: string): void {
    this.goTo(section);
    const within = section ? this.parts.node.querySelector(`[data-section="${CSS.escape(section)}"]`) : this.title.node;
    const chip = within?.querySelector<HTMLElement>(`button[data-slot="${CSS.escape(slot)}"]`);
    if (!chip) return this.panes.open("table"), this.table.focus(slot);
    chip.scrollIntoView({ block: "center" });
    chip.click();
  }

  private newChecks(): Checks {
    const read = () => ({ checked: checkText(this.draft, this.spec, this.value), draft: this.draft, year: Number(values.get("year")) || 0 });
    const repair = (changes: [number, number, string][]) => this.repair(changes);
    return new Checks(read, { goTo: (section) => this.goTo(section), repair }, (count) => this.panes.rename("checks", count ? `体检（${count}）` : "体检"));
  }

  /** From the last to the first, so that the places of the others stay true. */
  private repair(changes: [number, number, string][]): void {
    const { spans } = checkText(this.draft, this.spec, this.value);
    let draft = this.draft;
    for (const [start, end, words] of [...changes].sort((a, b) => b[0] - a[0])) {
      const span = spanAt(spans, start);
      const section = span && draft.sections.find((one) => one.id === span.section);
      const changed = span && section && repairIn(section, span, start, end, words);
      if (changed) draft = replace(draft, changed.id, changed);
    }
    this.store.change(draft, "按体检意见修改");
    this.panes.refresh();
  }

  private barDoing(): ConstructorParameters<typeof Bar>[0] {
    return {
      undo: () => this.step(() => this.store.undo()),
      redo: () => this.step(() => this.store.redo()),
      word: () => saveWord(this.blocks(), this.settings.settings),
      copy: (from) => copyAll(this.blocks(), from),
      markdown: () => saveMarkdown(this.blocks()),
      text: () => saveText(this.blocks()),
      print: () => (this.panes.open("preview"), requestAnimationFrame(() => print())),
      check: () => this.starting.toCheckup(writeText(this.blocks()), Number(values.get("year")) || 0),
      plan: () => this.starting.plan(),
      saveFile: () => this.saveFile(this.draft),
      openFile: (file) => this.starting.file(file),
      restart: () => this.starting.restart(),
      clear: () => (values.clear(), this.store.clear(), this.bar.tell("已清空：文稿和数据都没有了。")),
    };
  }

  private step(run: () => void): void {
    this.parts.closeAll();
    run();
  }

  private saveFile(draft: Draft): void {
    const ids = usedIds(draft, this.spec.signature).filter((id) => values.get(id));
    const labels = Object.fromEntries(ids.map((id) => [id, label(id, this.spec)]));
    download(`${nameOf(blocksOf(draft, this.spec, this.value))}.json`, toFile(draft, values.all(), labels), "application/json");
    this.bar.tell("已保存到文件（文稿和数据都在里面）；换电脑、换浏览器，用“更多→从文件打开”接着写。");
  }

  /** Within a field these keys belong to the field. */
  private key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as Element).tagName)) return;
    const pressed = event.key.toLowerCase();
    const back = pressed === "z" && !event.shiftKey;
    if (!back && !(pressed === "y" || pressed === "z")) return;
    event.preventDefault();
    this.step(() => (back ? this.store.undo() : this.store.redo()));
  }
}

/** Every blank in the text is a stop for whoever works by keys: a way past them, in sight only while it has the focus. */
function skip(text: string, go: () => void): HTMLButtonElement {
  const node = button(text, go);
  node.classList.add("kb-skip");
  return node;
}
