/** Findings as the list shows them: the same objection to the same words is one entry, however often it occurs. */
import type { Finding, Severity } from "./types";

export const SEVERITIES: [Severity, string][] = [["must", "必须改"], ["should", "建议改"], ["check", "请核对"]];

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
