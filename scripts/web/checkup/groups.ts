/** Findings as the list shows them: the same objection to the same words is one entry, however often it occurs. */
import type { Finding, Severity } from "./types";

export const SEVERITIES: [Severity, string][] = [["must", "必须改"], ["should", "建议改"], ["check", "请核对"]];

export const KINDS: Record<string, string> = {
  stale_phrase: "过期提法",
  wrong_law: "法名文号",
  union_term: "工会用语",
  spun_word: "换词残留",
  leftover: "别家痕迹",
  figure: "数字对不上",
  numbering: "序号层次",
  numeral: "数字标点",
  tense: "已做与打算",
  private: "个人信息",
  empty: "空话空段",
};

export interface Group {
  /** What an ignored entry is known by, whatever else changes in the text. */
  sign: string;
  findings: Finding[];
}

export const sign = (one: Finding): string => [one.kind, one.text, one.message].join("|");

export function groups(findings: Finding[]): Group[] {
  const found = new Map<string, Finding[]>();
  for (const one of findings) {
    const same = found.get(sign(one));
    if (same) same.push(one);
    else found.set(sign(one), [one]);
  }
  return Array.from(found, ([name, all]) => ({ sign: name, findings: all }));
}
