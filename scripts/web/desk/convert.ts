/** What stands in a table cell outside -> what a blank takes: １２ is 12, 1.2万 people are 12000, 约120 is no figure. */
import { halfWidth } from "../numbers";
import { MAX_LENGTH } from "../value_file";
import type { Row } from "./rows";

export interface Converted {
  value: string;
  /** What was changed, or why it can't be taken; empty when it is taken as it stands. */
  said: string;
  refused: boolean;
}

type Target = Pick<Row, "numeric" | "unit" | "year"> & { item?: { kind: string } };

const POWERS: Record<string, number> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 };
const NONE = /^(?:[-—–―/\\]+|无|暂无|空)$/;
const BROKEN = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)$/i;
const ROUGH = /^(?:大约|约|近|超过?|逾|不足|不到|至少|最多|[<>≤≥~](?=\d))|(?:多|余|左右|以上|以下|上下)/;
const FIGURE = /^([+-]?)([\d,]*)(?:\.(\d*))?([十百千]?万|亿|千|百)?(%|[\u4e00-\u9fff]{1,2})?$/;

const taken = (value: string, said = ""): Converted => ({ value, said, refused: false });
const refused = (said: string): Converted => ({ value: "", said, refused: true });

/** `unit` is the one that the table gives for the row; empty when it gives none. */
export function convert(typed: string, target: Target, unit = ""): Converted {
  const text = typed.trim();
  if (!text) return taken("");
  if (!target.numeric) return toWords(text, target);
  const plain = halfWidth(text).replace(/\s+/g, "").replace(/[−–](?=\d)/, "-");
  if (NONE.test(plain)) return taken("", `“${brief(text)}”按没填算`);
  return toFigure(plain, text, target.unit, unit);
}

function toWords(text: string, target: Target): Converted {
  const words = text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
  const line = target.item?.kind === "date" ? halfWidth(words) : words;
  const year = target.year && /^(\d{4})(?:年度?)?$/.exec(halfWidth(line));
  const value = year ? year[1] : line;
  if (value.length > MAX_LENGTH) return refused(`有${value.length}个字，最多${MAX_LENGTH}个`);
  if (/[{}=]/.test(value)) return refused("里有 { } 或 =，空格里不能有");
  return taken(value, value === text ? "" : `${brief(text)} → ${value}`);
}

function toFigure(plain: string, text: string, own: string, given: string): Converted {
  if (/^#+$/.test(plain)) return refused("表格里列太窄，显示成了 ####；拉宽再复制");
  if (BROKEN.test(plain)) return refused(`表格里的公式出错了（${plain}）`);
  if (ROUGH.test(plain)) return refused(`“${brief(text)}”不是确数`);
  const found = FIGURE.exec(plain);
  if (!found || !/\d/.test(found[2] + (found[3] || ""))) return refused(`“${brief(text)}”不是数字`);
  if (found[2].includes(",") && !/^\d{1,3}(,\d{3})+$/.test(found[2])) return refused(`“${brief(text)}”里逗号的位置不对`);
  return scaled(found, text, own, given);
}

/** 万 alone counts whole units (1.2万 of 万元 is 1.2); else the powers of both units say how far the point moves. */
function scaled(found: RegExpExecArray, text: string, own: string, given: string): Converted {
  const [, sign, digits, after = "", mark = "", tail = ""] = found;
  if (!own && mark) return refused(`“${brief(text)}”：本项的单位写在句子里，请换算好再填`);
  const wanted = split(own);
  const written = split(tail || given || own);
  const other = written.base !== wanted.base;
  const named = brief(text) + (tail || mark ? "" : given);
  if (own && other && /[元%]/.test(written.base + wanted.base)) return refused(`写的是“${named}”，本项的单位是“${own}”`);
  const power = (mark ? POWERS[mark] : 0) + (tail || !mark ? written.power : 0) - wanted.power;
  const value = sign.replace("+", "") + shift(digits.replace(/,/g, ""), after, power);
  if (value.length > MAX_LENGTH) return refused(`数字太长，最多${MAX_LENGTH}位`);
  const how = power || mark ? `（单位是“${own}”）` : "";
  const change = value === text && !power ? [] : [`${power ? named : brief(text)} → ${value}${how}`];
  const doubt = other && (tail || given) ? [`那里的单位是“${tail || given}”，本项${own ? `是“${own}”` : "的写在句子里"}，请核对`] : [];
  return taken(value, [...change, ...doubt].join("；"));
}

/** 万元 is 10^4 of 元, 人 is 10^0 of 人. */
function split(unit: string): { power: number; base: string } {
  const found = /^([十百千]?万|亿|千|百)(.+)$/.exec(unit);
  return found ? { power: POWERS[found[1]], base: found[2] } : { power: 0, base: unit };
}

/** Moves the decimal point of a written number; 0.1 万 is exactly 1000. */
function shift(whole: string, after: string, by: number): string {
  const digits = whole + after;
  const point = whole.length + by;
  const filled = point < 0 ? digits.padStart(digits.length - point, "0") : digits.padEnd(point, "0");
  const at = Math.max(point, 0);
  const left = filled.slice(0, at).replace(/^0+(?=\d)/, "") || "0";
  const right = by ? filled.slice(at).replace(/0+$/, "") : filled.slice(at);
  return right ? `${left}.${right}` : left;
}

const brief = (text: string): string => (text.length > 20 ? text.slice(0, 20) + "…" : text).replace(/\s+/g, " ");
