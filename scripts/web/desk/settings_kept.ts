/** The reader's layout between visits. What was typed into 版头 and 版记 lies with the other values: it may name a unit. */
import { read, remove, write } from "../storage";
import * as values from "../values";
import { best, choices } from "./fonts";
import { defaults, fault, ROLES, SIDES, type Role, type Settings } from "./settings";

const KEY = "kb.layout";

/** Where what is typed is kept, by the element's name. */
export const IDS = {
  issuer: "版式#发文机关标志",
  number: "版式#发文字号",
  copies: "版式#抄送机关",
  office: "版式#印发机关",
  date: "版式#印发日期",
};

/** What is kept of the layout: numbers, the fonts that were chosen, and whether there is 版头 and 版记. */
export interface Kept {
  fonts: Partial<Record<Role, string>>;
  margins_mm: Settings["margins_mm"];
  line_pitch_pt: number;
  chars_per_line: number;
  header: boolean;
  imprint: boolean;
}

export function standard(): Kept {
  const { margins_mm, line_pitch_pt, chars_per_line } = defaults();
  return { fonts: {}, margins_mm, line_pitch_pt, chars_per_line, header: false, imprint: false };
}

export function isStandard(kept: Kept): boolean {
  const usual = standard();
  const { line_pitch_pt, chars_per_line, header, imprint } = kept;
  const same = line_pitch_pt === usual.line_pitch_pt && chars_per_line === usual.chars_per_line && !header && !imprint;
  return same && !Object.keys(kept.fonts).length && SIDES.every((side) => kept.margins_mm[side] === usual.margins_mm[side]);
}

/** With what stands in for what was not typed: the unit's name, the date of signing. */
export function withTexts(kept: Kept, after: string): Settings {
  const fonts = Object.fromEntries(ROLES.map((role) => [role, kept.fonts[role] || best(role)])) as Record<Role, string>;
  const unit = values.get("unit_name");
  return {
    fonts,
    margins_mm: kept.margins_mm,
    line_pitch_pt: kept.line_pitch_pt,
    chars_per_line: kept.chars_per_line,
    header: { on: kept.header, issuer: values.get(IDS.issuer) || (unit && unit + after), number: values.get(IDS.number) },
    imprint: {
      on: kept.imprint,
      copies: values.get(IDS.copies),
      office: values.get(IDS.office) || unit,
      date: values.get(IDS.date) || values.get("sign_date"),
    },
  };
}

/** What was kept, as far as it can be used: the file may be of another version, or damaged. */
export function load(): Kept {
  const found = parse(read("localStorage", KEY) || "");
  const kept = standard();
  for (const role of ROLES) if (choices(role).includes(String(found.fonts?.[role]))) kept.fonts[role] = String(found.fonts?.[role]);
  const tried = {
    ...kept,
    margins_mm: Object.fromEntries(SIDES.map((side) => [side, Number(found.margins_mm?.[side] ?? kept.margins_mm[side])])) as Kept["margins_mm"],
    line_pitch_pt: Number(found.line_pitch_pt ?? kept.line_pitch_pt),
    chars_per_line: Number(found.chars_per_line ?? kept.chars_per_line),
    header: found.header === true,
    imprint: found.imprint === true,
  };
  return fault(tried) ? kept : tried;
}

function parse(text: string): Partial<Kept> {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null ? (found as Partial<Kept>) : {};
  } catch {
    return {};
  }
}

export function save(kept: Kept): void {
  if (isStandard(kept)) remove("localStorage", KEY);
  else write("localStorage", KEY, JSON.stringify(kept));
}
