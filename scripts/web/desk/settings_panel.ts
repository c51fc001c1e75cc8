/** 版式设置: fonts that this computer has, margins, line pitch, 版头 and 版记. What cannot be printed is said, and not applied. */
import spec from "kb-spec";
import { button, el, say } from "../dom";
import * as values from "../values";
import { MAX_LENGTH } from "../value_file";
import { best, choices, isInstalled } from "./fonts";
import { fault, linesPerPage, ROLES, SIDES, type Role, type Settings, type Side } from "./settings";
import { IDS, isStandard, load, save, standard, withTexts, type Kept } from "./settings_kept";

const FONT_NAMES: Record<Role, string> = { title: "大标题", heading1: "一级标题", heading2: "二级标题", body: "正文" };
const SIDE_NAMES: Record<Side, string> = { top: "上", bottom: "下", left: "左", right: "右" };
const TEXTS: Record<keyof typeof IDS, [string, string]> = {
  issuer: ["发文机关标志", "单位全称加“文件”"],
  number: ["发文字号", "如：某总工发〔2026〕1号"],
  copies: ["抄送机关", "没有就不填"],
  office: ["印发机关", "不填就用单位全称"],
  date: ["印发日期", "不填就用成文日期"],
};

export class SettingsPanel {
  onChange: (settings: Settings) => void = () => undefined;
  private kept: Kept = load();
  private readonly state = el("span", { class: "kb-settings-state" });
  private readonly message = el("p", { class: "kb-settings-message", role: "alert" });
  private readonly lines = el("p", { class: "kb-settings-lines" });
  private readonly numbers = new Map<string, HTMLInputElement>();
  private readonly fonts = new Map<Role, HTMLSelectElement>();
  private readonly texts = new Map<string, HTMLInputElement>();
  private readonly header = this.tick("header");
  private readonly imprint = this.tick("imprint");
  private readonly headerBox = el("div", { class: "kb-settings-row" }, this.text("issuer"), this.text("number"));
  private readonly imprintBox = el("div", { class: "kb-settings-row" }, this.text("copies"), this.text("office"), this.text("date"));
  readonly node = el(
    "details",
    { class: "kb-settings" },
    el("summary", {}, "版式设置", this.state),
    this.fontBox(),
    this.group("页边距（毫米）", ...SIDES.map((side) => this.number(side, SIDE_NAMES[side]))),
    this.group("行和字", this.number("pitch", "行距（磅）"), this.number("chars", "每行字数"), this.lines),
    this.message,
    el("fieldset", {}, el("legend", {}, "版头和版记"), this.tickLabel(this.header, "加版头"), this.headerBox, this.tickLabel(this.imprint, "加版记"), this.imprintBox),
    button("恢复国标", () => this.reset()),
  );

  constructor() {
    this.node.addEventListener("toggle", () => this.show());
    values.onChange((ids) => this.valuesChanged(ids));
    this.show();
  }

  get settings(): Settings {
    return withTexts(this.kept, spec.layout.letterhead.after);
  }

  private group(name: string, ...children: Node[]): HTMLElement {
    return el("fieldset", {}, el("legend", {}, name), el("div", { class: "kb-settings-row" }, ...children));
  }

  private fontBox(): HTMLElement {
    const note = "Word 文件里只写字体的名称：换一台没有这种字体的电脑，显示会走样。";
    const box = this.group("字体", ...ROLES.map((role) => this.font(role)));
    box.append(el("p", { class: "kb-settings-note" }, note));
    return box;
  }

  private font(role: Role): HTMLElement {
    const select = el("select", {});
    select.addEventListener("change", () => this.apply({ ...this.kept, fonts: { ...this.kept.fonts, [role]: select.value } }));
    this.fonts.set(role, select);
    return el("label", {}, FONT_NAMES[role], select);
  }

  private number(name: string, label: string): HTMLElement {
    const input = el("input", { type: "text", inputmode: "decimal", maxlength: "8", autocomplete: "off" });
    input.addEventListener("change", () => this.numberTyped());
    this.numbers.set(name, input);
    return el("label", {}, label, input);
  }

  private tick(name: "header" | "imprint"): HTMLInputElement {
    const input = el("input", { type: "checkbox" });
    input.addEventListener("change", () => this.apply({ ...this.kept, [name]: input.checked }));
    return input;
  }

  private tickLabel(input: HTMLInputElement, text: string): HTMLElement {
    return el("label", { class: "kb-settings-tick" }, input, text);
  }

  private text(name: keyof typeof IDS): HTMLElement {
    const [label, placeholder] = TEXTS[name];
    const input = el("input", { type: "text", maxlength: String(MAX_LENGTH), placeholder, autocomplete: "off" });
    input.addEventListener("input", () => values.set(IDS[name], input.value.trim()));
    this.texts.set(IDS[name], input);
    return el("label", {}, label, input);
  }

  /** All fields together: whether one margin can be printed depends on the others. */
  private numberTyped(): void {
    const margins = Object.fromEntries(SIDES.map((side) => [side, this.read(side)])) as Record<Side, number>;
    this.apply({ ...this.kept, margins_mm: margins, line_pitch_pt: this.read("pitch"), chars_per_line: this.read("chars") });
  }

  /** Full-width digits are digits; anything else is no number. */
  private read(name: string): number {
    const text = this.numbers.get(name)!.value.normalize("NFKC").trim();
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  }

  private apply(kept: Kept): void {
    const wrong = fault(kept);
    this.message.textContent = wrong && `${wrong}。没有改动版式。`;
    if (wrong) return;
    this.kept = kept;
    save(kept);
    this.show();
    this.onChange(this.settings);
  }

  private reset(): void {
    this.apply(standard());
    say("版式已恢复国标");
  }

  private show(): void {
    const { kept } = this;
    SIDES.forEach((side) => (this.numbers.get(side)!.value = String(kept.margins_mm[side])));
    this.numbers.get("pitch")!.value = String(kept.line_pitch_pt);
    this.numbers.get("chars")!.value = String(kept.chars_per_line);
    if (this.node.open) ROLES.forEach((role) => this.showFont(role));
    this.header.checked = kept.header;
    this.imprint.checked = kept.imprint;
    this.headerBox.hidden = !kept.header;
    this.imprintBox.hidden = !kept.imprint;
    this.state.textContent = isStandard(kept) ? "国标（GB/T 9704-2012）" : "已改动";
    this.lines.textContent = `每页${linesPerPage(kept)}行`;
    this.showTexts();
  }

  /** Which fonts there are is found out when somebody looks. */
  private showFont(role: Role): void {
    const select = this.fonts.get(role)!;
    const name = (font: string): string => (isInstalled(font) ? font : `${font}（本机没有）`);
    if (!select.length) select.append(...choices(role).map((font) => el("option", { value: font }, name(font))));
    select.value = this.kept.fonts[role] || best(role);
  }

  private showTexts(): void {
    this.texts.forEach((input, id) => {
      if (input !== document.activeElement) input.value = values.get(id);
    });
  }

  private valuesChanged(ids?: string[]): void {
    this.showTexts();
    if (!ids || ids.some((id) => this.texts.has(id))) this.onChange(this.settings);
  }
}
