/**
 * The outline of next year's plan out of a summary: each theme used, each figure as the base of a target, each problem to
 * be met. What is to be done stays blank: nobody else's plan can know it; 换一种 offers how others wrote theirs.
 */
import { section, take, texts } from "./draft";
import { OWN } from "./edit_text";
import { loadSample, loadUnit } from "./library";
import { filled, parts, slot, slotsIn } from "./slot_text";
import type { DeskSpec, Draft, Line, Section, SlotText } from "./types";

const NUMERIC = /^(count|money)$/;
const TARGETS_IN_A_LINE = 6;
const LONGEST_PROBLEM = 40;

const body = (text: SlotText): Line => ({ kind: "body", level: 0, mark: "", text });
const own = (label: string): SlotText => slot(`${OWN}#${label}`);

/** The sections of a plan, in the order of the unit type's outline. */
export async function planSections(draft: Draft, desk: DeskSpec): Promise<Section[]> {
  const outline = desk.units.find((one) => one.key === draft.unit)?.outlines.plan || [];
  const used = Array.from(new Set(draft.sections.map((one) => one.theme).filter((theme) => isField(theme, desk))));
  const fields = [...outline.filter((theme) => used.includes(theme)), ...used.filter((theme) => !outline.includes(theme))];
  const [goal, guarantee] = await Promise.all(["plan_goal", "plan_guarantee"].map((theme) => frame(theme, draft.unit, outline)));
  return [...goal, ...fields.map((theme) => themeSection(theme, draft, desk)), ...problemSection(draft), ...guarantee];
}

const isField = (theme: string, desk: DeskSpec): boolean => desk.themes.some((one) => one.key === theme && !one.structural);

/** Aims and means are written alike everywhere: a loose section of the unit type, where the outline has one. */
async function frame(theme: string, unit: string, outline: string[]): Promise<Section[]> {
  if (!outline.includes(theme)) return [];
  const listed = (await loadUnit(unit)).find((one) => one.genre === "snippet" && one.sections.some((part) => part.theme === theme));
  const found = listed && take(await loadSample(listed.path), listed.sections.find((part) => part.theme === theme)!.anchor);
  return found ? [found] : [];
}

function themeSection(theme: string, draft: Draft, desk: DeskSpec): Section {
  const name = desk.themes.find((one) => one.key === theme)?.name || theme;
  const figures = draft.sections.filter((one) => one.theme === theme).flatMap(texts).flatMap(slotsIn);
  const targets = Array.from(new Set(figures)).filter((id) => isTarget(id, desk));
  const lines = groups(targets).map((ids, at) => body(targetLine(ids, desk, at === 0)));
  return section("", theme, name, [...lines, body(`${own(`${name}的做法`)}。${deed(name)}`)]);
}

const deed = (name: string): SlotText => `${own(`${name}的完成时限`)}前完成，由${own(`${name}的责任人`)}负责。`;

function groups(ids: string[]): string[][] {
  const number = Math.ceil(ids.length / TARGETS_IN_A_LINE);
  return Array.from({ length: number }, (_, at) => ids.slice(at * TARGETS_IN_A_LINE, (at + 1) * TARGETS_IN_A_LINE));
}

function isTarget(id: string, desk: DeskSpec): boolean {
  const { owner, period } = parts(id);
  return !owner && !period && NUMERIC.test(desk.items[id]?.kind || "");
}

function targetLine(ids: string[], desk: DeskSpec, first: boolean): SlotText {
  const targets = ids.map((id) => {
    const { label, unit } = desk.items[id];
    return `${label}由${slot(id)}${unit}到${slot(`${id}@plan`)}${unit}`;
  });
  return `${first ? `以${slot("year")}年为基数，${slot("next_year")}年：` : ""}${targets.join("；")}。`;
}

/** What the summary called a problem comes back as something to do, by whom and when. */
function problemSection(draft: Draft): Section[] {
  const problems = draft.sections.filter((one) => one.theme === "problems").flatMap((one) => one.lines);
  const lines = problems.filter((line) => line.kind !== "row").map((line, at) => body(problemLine(line.text, at + 1)));
  return lines.length ? [section("", "plan_tasks", "针对存在的问题，逐项整改", lines)] : [];
}

function problemLine(text: SlotText, number: number): SlotText {
  const first = /^[^。；]+/.exec(text)?.[0] || text;
  const short = filled(first, () => "").length > LONGEST_PROBLEM ? `第${number}个问题` : `“${first}”的问题`;
  return `针对${short}，${own(`整改措施${number}`)}。${deed(`整改${number}`)}`;
}
