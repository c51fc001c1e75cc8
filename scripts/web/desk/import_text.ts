/** A text of the reader's own -> a draft: title found, sections by their headings, the text tidied. */
import { halfWidth } from "../numbers";
import { EMPTY, section } from "./draft";
import { fromHeading, fromText, type Names } from "./edit_text";
import type { Draft, Section } from "./types";

const LEVEL1 = /^[一二三四五六七八九十]{1,3}[、.．,，]\s*/;
const MARKDOWN = /^##\s+(?=\S)/;
/** A title has no full stop, stands alone, and mostly says what kind of document it is. */
const TITLE = /(总结|计划|报告|要点|安排|汇报|小结|方案|打算)([（(].{1,30}[）)])?$/;
const LONGEST_TITLE = 60;
const LONGEST_HEADING = 45;
const CHINESE = "\\u3400-\\u9fff";

/** Half-width punctuation between Chinese characters becomes full-width, stray spaces between them go. */
export function tidy(text: string): string {
  const marks: Record<string, string> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" };
  return text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) => halfWidth(c))
    .replace(new RegExp(`([${CHINESE}，。；：、”）])[ \\u00a0]+(?=[${CHINESE}，。；：、“（])`, "g"), "$1")
    .replace(new RegExp(`(?<=[${CHINESE}”）])[,;:?!](?!\\d)`, "g"), (c) => marks[c])
    .replace(new RegExp(`\\((?=[^()\\n]*[${CHINESE}])([^()\\n]*)\\)`, "g"), "（$1）");
}

export interface Imported {
  draft: Draft;
  /** What was done to it, for the reader. */
  note: string;
}

export function importText(typed: string, names: Names): Imported {
  const lines = typed.replace(/^\ufeff/, "").split(/\r\n?|\n/).map((line) => tidy(line.replace(/[\u3000 ]+$/, "")).replace(/^[\u3000 \u00a0]+/, ""));
  const filled = lines.filter((line) => line.trim());
  const title = isTitle(filled[0] || "") ? filled.shift()!.replace(/^#\s+/, "") : "";
  const groups = split(filled);
  const sections = groups.map(([heading, body]) => make(heading, body, names)).filter((one) => one.heading || one.lines.length);
  const changed = lines.join("\n") !== typed.split(/\r\n?|\n/).join("\n");
  const found = sections.filter((one) => one.heading).length;
  const note = `已放上来：${found ? `按一级标题分成${found}段` : "没有找到“一、”这样的标题，先放成一段"}${changed ? "；全角半角和多余空格已理好" : ""}。`;
  return { draft: { ...EMPTY, heading: fromHeading(title, names), sections, signed: false }, note };
}

const isTitle = (line: string): boolean => line.length <= LONGEST_TITLE && (TITLE.test(line.trim()) || /^#\s+\S/.test(line)) && !/[。；]/.test(line) && !LEVEL1.test(line);

/** [heading with its mark, lines under it]; what stands before the first heading has none. */
function split(lines: string[]): [string, string[]][] {
  const groups: [string, string[]][] = [["", []]];
  for (const line of lines) {
    if (isHeading(line)) groups.push([line, []]);
    else groups[groups.length - 1][1].push(line);
  }
  return groups;
}

const isHeading = (line: string): boolean => (MARKDOWN.test(line) || LEVEL1.test(line)) && line.length <= LONGEST_HEADING && !/[。；]./.test(line);

function make(heading: string, body: string[], names: Names): Section {
  const plain = heading.replace(MARKDOWN, "").replace(LEVEL1, "").replace(/[。；]$/, "");
  return section("", "", fromHeading(plain, names), fromText(body.map((line) => line.replace(/^#{3,5}\s+/, "")).join("\n"), names));
}
