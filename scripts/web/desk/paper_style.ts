/** The layout's numbers for the style sheet: put on the preview as custom properties. */
import spec from "kb-spec";
import { pageNumberLook, spacing } from "./look";
import { px } from "./measured";
import { mm, pt, ROLES, SIDES, textHeight, textWidth, type Settings } from "./settings";

const { layout } = spec;

function lengths(settings: Settings): Record<string, number> {
  const { letterhead, imprint, page_number, paper, styles, table } = layout;
  const number = pageNumberLook().pitch;
  return {
    width: mm(paper.width_mm),
    height: mm(paper.height_mm),
    "text-width": textWidth(settings),
    "text-height": textHeight(settings),
    pitch: pt(settings.line_pitch_pt),
    size: pt(styles.body.size_pt),
    "title-size": pt(styles.title.size_pt),
    spacing: spacing(styles.body.size_pt, settings),
    indent: pt(layout.indent_chars * styles.body.size_pt),
    "table-size": pt(table.size_pt),
    "table-pitch": pt(table.line_pitch_pt),
    "table-border": pt(table.border_pt),
    "number-size": pt(page_number.size_pt),
    "number-pitch": number,
    "number-side": pt(page_number.side_chars * page_number.size_pt),
    "number-below": mm(page_number.below_mm) - number / 2,
    "rule-below": mm(letterhead.rule_below_mm),
    rule: pt(letterhead.rule_pt),
    "imprint-size": pt(imprint.size_pt),
    "imprint-side": pt(imprint.side_chars * imprint.size_pt),
    thick: mm(imprint.thick_mm),
    thin: mm(imprint.thin_mm),
  };
}

/** Returns all that was put, so that a change of it can be seen. */
export function putStyle(node: HTMLElement, settings: Settings): string {
  const found: [string, string][] = Object.entries(lengths(settings)).map(([name, twips]) => [name, `${px(twips)}px`]);
  SIDES.forEach((side) => found.push([side, `${px(mm(settings.margins_mm[side]))}px`]));
  ROLES.forEach((role) => found.push([`${role}-font`, JSON.stringify(settings.fonts[role])]));
  found.push(["red", `#${layout.letterhead.color}`], ["number-font", layout.page_number.fonts.join(",")]);
  found.forEach(([name, value]) => node.style.setProperty(`--kb-a4-${name}`, value));
  return JSON.stringify(found);
}
