/** How things come onto the desk: a skeleton, a sample, a text, a file, sections sent from other pages, a plan. */
import { openFile } from "../checkup/open_file";
import { empty as noCheck, keep as keepForCheck } from "../checkup/draft";
import { button, el } from "../dom";
import { ROOT } from "../kb";
import * as values from "../values";
import { openDialog } from "./dialog";
import { add, fromSample, isEmpty, take } from "./draft";
import { fromFile } from "./draft_file";
import type { Names } from "./edit_text";
import { importText } from "./import_text";
import { loadSample, loadSources } from "./library";
import { planSections } from "./plan";
import { outlineDraft } from "./skeleton";
import type { Starts } from "./start";
import type { Store } from "./store";
import { emptyTray, readTray } from "../tray";
import type { DeskSpec, Draft, Section } from "./types";

export class Starting implements Starts {
  constructor(
    private readonly spec: DeskSpec,
    private readonly store: Store,
    private readonly names: () => Names,
    private readonly tell: (words: string) => void,
  ) {}

  async outline(unit: string, genre: string): Promise<void> {
    this.put(await outlineDraft(unit, genre, this.spec), "按推荐提纲搭好");
    this.tell("已按推荐提纲搭好。不合适的段落可以“换一种”或“删去”；先在数据表里填数，处处都会跟着变。");
  }

  async sample(path: string): Promise<void> {
    this.put(fromSample(await loadSample(path)), "取用范文");
    this.tell("范文已放上来，数字都成了空格。先在数据表里填数，处处都会跟着变。");
  }

  text(text: string): void {
    const { draft, note } = importText(text, this.names());
    const { unit, genre, span } = this.store.draft;
    this.put({ ...draft, unit, genre, span }, "放上自己的稿子");
    this.tell(note);
  }

  async file(file: File): Promise<void> {
    try {
      if (/\.json$/i.test(file.name)) await this.draftFile(await file.text());
      else this.append((await openFile(file)).text);
    } catch (fault) {
      this.tell(`没有打开“${file.name}”：${(fault as Error).message.replace(/。$/, "")}。桌上的文稿没有动。`);
    }
  }

  private async draftFile(text: string): Promise<void> {
    const { values: found, draft } = fromFile(text);
    if (draft) await loadSources(draft.sections.map((one) => one.from));
    values.merge(found);
    if (draft) this.put(draft, "打开文件");
    this.tell(draft ? `已打开：${draft.sections.length}段，数据${found.size}项。` : `文件里只有数据：已填入${found.size}项。`);
  }

  private put(draft: Draft, name: string): void {
    this.store.change(draft, name);
  }

  /** Sections that other pages sent here go to the end; a text that 体检 sent takes the place of nothing. */
  async takeTray(): Promise<void> {
    const waiting = readTray();
    if (!waiting.length) return;
    const found = await Promise.all(waiting.map((one) => ("from" in one ? this.fetch(one.from) : [])));
    const sections = found.flat();
    emptyTray();
    if (sections.length) this.put(await this.joined(sections), "加入组稿台");
    if (sections.length) this.tell(`刚才加入的${sections.length}段已放在最后。`);
    for (const one of waiting) {
      if ("sample" in one) await this.wholeSample(one.sample);
      if ("text" in one) this.append(one.text);
    }
  }

  private async wholeSample(path: string): Promise<void> {
    if (isEmpty(this.store.draft)) return this.sample(path).catch(() => this.tell("没有读到这篇范文，可能是文件没有拷全。"));
    const { sections } = fromSample(await loadSample(path));
    this.put(add(this.store.draft, sections), "加入一篇范文");
    this.tell(`桌上原来就有文稿，这篇范文的${sections.length}段接在后面；不要的可以撤销。`);
  }

  /** The first section that comes to an empty desk says what kind of document it is to be. */
  private async joined(sections: Section[]): Promise<Draft> {
    const draft = this.store.draft;
    if (!isEmpty(draft)) return add(draft, sections);
    const { unit, genre, span } = await loadSample(sections[0].from.split("#")[0]);
    const about = this.spec.genres.find((one) => one.key === genre) || this.spec.genres[0];
    return add({ ...draft, unit, genre: about.key, span: genre === about.key ? span : about.spans[0], heading: about.heading }, sections);
  }

  private append(text: string): void {
    if (isEmpty(this.store.draft)) return this.text(text);
    const { draft, note } = importText(text, this.names());
    this.put(add(this.store.draft, draft.sections), "放上自己的稿子");
    this.tell(`${note}放在最后。`);
  }

  /** Nothing when the library has no such section (any more). */
  private async fetch(from: string): Promise<Section[]> {
    const [path, anchor = ""] = from.split("#");
    const found = await loadSample(path).then((sample) => take(sample, anchor), () => null);
    return found ? [found] : [];
  }

  async plan(): Promise<void> {
    const { draft } = this.store;
    const sections = await planSections(draft, this.spec).catch(() => null);
    if (!sections) return this.tell("没有取到计划的范文，可能是网络断了，或文件没有拷全。");
    const dialog = openDialog("由总结写计划");
    const genre = (key: string) => this.spec.genres.find((one) => one.key === key)!;
    const choose = (text: string, made: () => Draft) => button(text, () => (this.put(made(), "由总结写计划"), dialog.close()));
    const alone = choose("另起一份计划（桌上换成计划）", () => ({ ...draft, genre: "plan", heading: genre("plan").heading, sections }));
    const after = choose("接在总结后面", () => ({ ...draft, genre: "summary_and_plan", heading: genre("summary_and_plan").heading, sections: [...draft.sections, ...sections] }));
    const themes = sections.map((one) => el("li", {}, this.spec.themes.find((theme) => theme.key === one.theme)?.name || "逐项整改"));
    const about = "总结里写到的每个主题、每个问题，都成为计划的一段；今年的数作为明年的基数，已经填过的不用再填。随时可以撤销；总结还没保存的，请先“保存到文件”。";
    dialog.body.append(el("p", {}, about), el("ol", {}, ...themes), el("p", { class: "kb-start-row" }, alone, after));
  }

  restart(): void {
    const { draft } = this.store;
    this.put({ ...draft, heading: "", sections: [] }, "另起一份");
    this.tell("桌面已空出来；要回到刚才那份，点“撤销”。填过的数据还在。");
  }

  /** Hands the text to the page 体检, in this tab. */
  toCheckup(text: string, year: number): void {
    const { unit, genre } = this.store.draft;
    this.store.flush();
    if (!keepForCheck({ ...noCheck(), text, unit, genre, year })) return this.tell("浏览器不让保存，送不过去。请“复制全文”，到体检页粘贴。");
    location.href = `${ROOT}check/index.html`;
  }
}
