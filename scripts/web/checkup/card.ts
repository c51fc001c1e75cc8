/** One entry of the list: what stands there, why that is no good, on what basis, and what can be done about it. */
import { button, el } from "../dom";
import type { Group } from "./groups";
import type { Finding } from "./types";

const LONGEST = 24;

/** The names of kinds, and what the buttons of an entry do. */
export interface Actions {
  kinds: Record<string, string>;
  show(finding: Finding): void;
  repair(findings: Finding[]): void;
  ignore(group: Group): void;
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? line.slice(0, LONGEST) + "……" : line;
};

export function card(group: Group, actions: Actions): HTMLElement {
  const [first] = group.findings;
  const basis = el("p", { class: "kb-check-basis" }, `依据：${first.basis}（${first.level}）`);
  const buttons = el("p", { class: "kb-check-actions" });
  if (first.repair !== null) buttons.append(repairButton(group, actions));
  buttons.append(showButton(group, actions), button("忽略", () => actions.ignore(group)));
  if (first.kind === "stale_phrase") buttons.append(tableLink(first.text));
  return el("li", { class: `kb-check-card kb-is-${first.severity}` }, head(first, actions.kinds), why(first), basis, buttons);
}

function head({ text, kind }: Finding, kinds: Record<string, string>): HTMLElement {
  const name = el("span", { class: "kb-check-kind" }, kinds[kind] || kind);
  return el("p", { class: "kb-check-words" }, name, text.trim() ? el("b", {}, short(text)) : "");
}

const why = ({ message }: Finding): HTMLElement => el("p", {}, message);

function repairButton(group: Group, actions: Actions): HTMLButtonElement {
  const { findings } = group;
  const many = findings.length > 1 ? `这${findings.length}处` : "";
  const into = findings[0].repair || "";
  const words = into ? `${many}改为“${short(into)}”` : `删去${many}`;
  const node = button(words, () => actions.repair(findings));
  node.classList.add("kb-check-main");
  return node;
}

/** Each press goes on to the next of several places. */
function showButton({ findings }: Group, actions: Actions): HTMLButtonElement {
  let next = 0;
  const words = () => (findings.length > 1 ? `看第${next + 1}处（共${findings.length}处）` : "看原文");
  const node = button(words(), () => {
    actions.show(findings[next]);
    next = (next + 1) % findings.length;
    node.textContent = words();
  });
  return node;
}

function tableLink(text: string): HTMLElement {
  return el("a", { href: `phrases.html#q=${encodeURIComponent(text)}`, target: "_blank" }, "查提法时效表");
}
