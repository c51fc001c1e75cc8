/** Next year's plan out of a summary: each theme used, each figure as the base of a target, each problem to be met. */
import { section, take, texts } from "./draft";
import { OWN } from "./edit_text";
import { loadSample, loadUnit } from "./library";
import { sourcesOf } from "./skeleton";
import { filled, parts, slot, slotsIn } from "./slot_text";
import type { DeskSpec, Draft, Line, Section, SlotText } from "./types";

const NUMERIC = /^(count|money)$/;
const MOST_TARGETS = 6;
const LONGEST_PROBLEM = 40;

const body = (text: SlotText): Line => ({ kind: "body", level: 0, mark: "", text });

/** The sections of a plan, in the order of the unit type's outline. */
export async function planSections(draft: Draft, desk: DeskSpec): Promise<Section[]> {
  const outline = desk.units.find((one) => one.key === draft.unit)?.outlines.plan || [];
  const used = Array.from(new Set(draft.sections.map((one) => one.theme).filter((theme) => isField(theme, desk))));
  const fields = [...outline.filter((theme) => used.includes(theme)), ...used.filter((theme) => !outline.includes(theme))];
  const before = outline.includes("plan_goal") ? ["plan_goal"] : [];
  const after = outline.includes("plan_guarantee") ? ["plan_guarantee"] : [];
  const made = await Promise.all([...before, ...fields, ...after].map((theme) => themeSection(theme, draft, desk)));
  const problems = problemSection(draft);
  return [...made.slice(0, made.length - after.length), ...(problems ? [problems] : []), ...made.slice(made.length - after.length)];
}

const isField = (theme: string, desk: DeskSpec): boolean => desk.themes.some((one) => one.key === theme && !one.structural);

/** A section of a plan sample where there is one, and the summary's own figures as the base of its targets. */
async function themeSection(theme: string, draft: Draft, desk: DeskSpec): Promise<Section> {
  const name = desk.themes.find((one) => one.key === theme)?.name || theme;
  const model = await planModel(theme, draft.unit);
  const made = model || section("", theme, name, []);
  const has = new Set(texts(made).flatMap(slotsIn));
  const figures = draft.sections.filter((one) => one.theme === theme).flatMap(texts).flatMap(slotsIn);
  const targets = Array.from(new Set(figures)).filter((id) => isTarget(id, desk) && !has.has(`${id}@plan`)).slice(0, MOST_TARGETS);
  return targets.length ? { ...made, lines: [...made.lines, body(targetLine(targets, desk))] } : made;
}

async function planModel(theme: string, unit: string): Promise<Section | null> {
  const listed = (await loadUnit(unit)).filter((one) => one.genre === "plan");
  const found = sourcesOf(theme, "plan", listed)[0];
  return found ? take(await loadSample(found.path), found.anchor) : null;
}

function isTarget(id: string, desk: DeskSpec): boolean {
  const { owner, period } = parts(id);
  return !owner && !period && NUMERIC.test(desk.items[id]?.kind || "");
}

function targetLine(ids: string[], desk: DeskSpec): SlotText {
  const targets = ids.map((id) => {
    const { label, unit } = desk.items[id];
    return `${label}由${slot(id)}${unit}到${slot(`${id}@plan`)}${unit}`;
  });
  return `以${slot("year")}年为基数，${slot("next_year")}年：${targets.join("；")}。`;
}

/** What the summary called a problem comes back as something to do, by whom and when. */
function problemSection(draft: Draft): Section | null {
  const problems = draft.sections.filter((one) => one.theme === "problems").flatMap((one) => one.lines);
  const lines = problems.filter((line) => line.kind !== "row").map((line, at) => body(problemLine(line.text, at + 1)));
  return lines.length ? section("", "plan_tasks", "针对存在的问题，逐项整改", lines) : null;
}

function problemLine(text: SlotText, number: number): SlotText {
  const first = /^[^。；]+/.exec(text)?.[0] || text;
  const short = filled(first, () => "").length > LONGEST_PROBLEM ? `第${number}个问题` : `“${first}”的问题`;
  const own = (label: string): string => slot(`${OWN}#${label}${number}`);
  return `针对${short}，${own("整改措施")}，${own("完成时限")}前完成，由${own("责任人")}负责。`;
}
