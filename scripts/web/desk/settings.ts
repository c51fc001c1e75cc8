/** The layout as a reader may change it, with the national standard's (spec/layout.yml) as the start. */
import spec from "kb-spec";

const { layout } = spec;

export type Role = "title" | "heading1" | "heading2" | "body";
export type Side = "top" | "right" | "bottom" | "left";

/** 版头: what stands over the title of an official document. */
export interface Header {
  on: boolean;
  /** 发文机关标志 */
  issuer: string;
  /** 发文字号 */
  number: string;
}

/** 版记: what stands at the foot of the last page. */
export interface Imprint {
  on: boolean;
  /** 抄送机关; without one the line is left out. */
  copies: string;
  /** 印发机关 */
  office: string;
  /** 印发日期 */
  date: string;
}

/** The numbers that can be wrong. */
export interface Paper {
  margins_mm: Record<Side, number>;
  line_pitch_pt: number;
  chars_per_line: number;
}

export interface Settings extends Paper {
  fonts: Record<Role, string>;
  header: Header;
  imprint: Imprint;
}

export const ROLES: Role[] = ["title", "heading1", "heading2", "body"];
export const SIDES: Side[] = ["top", "bottom", "left", "right"];

export function defaults(): Settings {
  const font = (role: Role): string => layout.styles[role].fonts[0];
  return {
    fonts: { title: font("title"), heading1: font("heading1"), heading2: font("heading2"), body: font("body") },
    margins_mm: { ...layout.margins_mm },
    line_pitch_pt: layout.line_pitch_pt,
    chars_per_line: layout.chars_per_line,
    header: { on: false, issuer: "", number: "" },
    imprint: { on: false, copies: "", office: "", date: "" },
  };
}

export const TWIPS_PER_PT = 20;
const TWIPS_PER_MM = 1440 / 25.4;
/** Whole twips, as Word counts. */
export const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);
export const pt = (length: number): number => Math.round(length * TWIPS_PER_PT);

/** The width between the margins, in twips. */
export function textWidth(settings: Paper): number {
  return mm(layout.paper.width_mm) - mm(settings.margins_mm.left) - mm(settings.margins_mm.right);
}

/** The height between the margins, in twips. */
export function textHeight(settings: Paper): number {
  return mm(layout.paper.height_mm) - mm(settings.margins_mm.top) - mm(settings.margins_mm.bottom);
}

/** Rounding to twips may cost a twentieth of a point on each page; a line is not lost for that. */
export const linesPerPage = (settings: Paper): number => Math.floor((textHeight(settings) + 1) / pt(settings.line_pitch_pt));

const PITCH: [number, number] = [26, 32];
const MARGIN: [number, number] = [15, 50];
const CHARS: [number, number] = [20, 36];
/** A character may be set this much closer than it is wide before signs touch, as part of its width. */
const CLOSEST = 0.95;

const NAMES: Record<Side, string> = { top: "上边距", bottom: "下边距", left: "左边距", right: "右边距" };
const within = (value: number, [low, high]: [number, number]): boolean => value >= low && value <= high;

/** Says what is wrong with the numbers, empty when they can be printed. */
export function fault(settings: Paper): string {
  const side = SIDES.find((one) => !within(settings.margins_mm[one], MARGIN));
  if (side) return `${NAMES[side]}要填${MARGIN.join("—")}之间的毫米数`;
  if (!within(settings.line_pitch_pt, PITCH)) return `行距要填${PITCH.join("—")}之间的磅数`;
  const chars = settings.chars_per_line;
  if (!Number.isInteger(chars) || !within(chars, CHARS)) return `每行字数要填${CHARS.join("—")}之间的整数`;
  const most = Math.floor(textWidth(settings) / (pt(layout.styles.body.size_pt) * CLOSEST));
  return chars > most ? `按这样的左右边距，一行最多放${most}字；边距小一点，或每行字数少一点` : "";
}
