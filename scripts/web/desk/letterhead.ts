/** 版头 and 版记, for those whose text goes out as an official document. */
import spec from "kb-spec";
import { el } from "../dom";
import { clean } from "./clean";
import { px, type Entry } from "./measured";
import { mm, pt, textWidth, TWIPS_PER_PT, type Settings } from "./settings";

const { blank, letterhead: head, imprint: foot } = spec.layout;

export interface Word {
  text: string;
  open: boolean;
}

/** What was typed, or the name of what is missing, as every blank. */
export const word = (typed: string, label: string): Word => ({
  text: clean(typed).trim() || blank.before + label + blank.after,
  open: !clean(typed).trim(),
});

export const issuer = (settings: Settings): Word => word(settings.header.issuer, "发文机关标志");
export const number = (settings: Settings): Word => word(settings.header.number, "发文字号");
export const office = (settings: Settings): Word => word(settings.imprint.office, "印发机关");
export const issued = (settings: Settings): Word => word(settings.imprint.date, "印发日期");
/** The last name has a full stop after it, as the standard wants. */
export const copies = (settings: Settings): string => clean(settings.imprint.copies).trim().replace(/[^。]$/u, "$&。");

/** A longer name is set smaller, so that it stays on one line. */
export function issuerSize(settings: Settings): number {
  const signs = Array.from(issuer(settings).text).length;
  return Math.min(head.size_pt, Math.floor(textWidth(settings) / TWIPS_PER_PT / signs));
}

/** The room between the red line and the title, in twips. */
export const underLetterhead = (settings: Settings): number => (settings.header.on ? head.title_gap_lines * pt(settings.line_pitch_pt) : 0);

const node = ({ text, open }: Word): Node | string => (open ? el("span", { class: "kb-a4-open" }, text) : text);

export function letterhead(settings: Settings): Entry[] {
  if (!settings.header.on) return [];
  const size = issuerSize(settings);
  const line = (name: string, ...inside: (Node | string)[]): HTMLElement => el("p", { class: `kb-a4-once kb-a4-${name}` }, ...inside);
  const pitch = pt(settings.line_pitch_pt);
  const top = (): HTMLElement => {
    const made = line("issuer", node(issuer(settings)));
    made.style.setProperty("--kb-a4-issuer", `${size}pt`);
    return made;
  };
  const common = { section: "", after: 0, keep: true };
  return [
    { ...common, key: JSON.stringify(["issuer", issuer(settings), size]), make: top, before: px(mm(head.top_mm)), always: true },
    {
      ...common,
      key: JSON.stringify(["number", number(settings)]),
      make: () => line("number-line", node(number(settings))),
      before: px(head.gap_lines * pitch),
    },
  ];
}

export function imprint(settings: Settings): Entry | null {
  if (!settings.imprint.on) return null;
  const to = copies(settings);
  const rows = to ? [el("p", { class: "kb-a4-copies" }, foot.copies + to)] : [];
  const date = issued(settings);
  const last = el("p", { class: "kb-a4-office" }, el("span", {}, node(office(settings))), el("span", {}, node(date), foot.after));
  const made = el("div", { class: "kb-a4-once kb-a4-imprint" }, ...rows, last);
  return { key: JSON.stringify(["imprint", to, office(settings), date]), make: () => made.cloneNode(true) as HTMLElement, section: "", before: 0, after: 0, keep: false };
}
