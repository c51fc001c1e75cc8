/** What can be said of a number that a reader typed. Everything here advises; nothing blocks. */
import type { Slot } from "./slots";

export const isNumeric = (slot: Slot): boolean => /^(count|money|rate)$/.test(slot.kind);

/** Chinese input methods leave full-width digits and signs behind: １２．５ becomes 12.5. */
export function halfWidth(text: string): string {
  const plain = text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return plain.replace(/\u3000/g, " ").trim();
}

export function toNumber(text: string): number {
  const plain = halfWidth(text);
  return /^-?\d[\d,]*(\.\d+)?$/.test(plain) ? Number(plain.replace(/,/g, "")) : NaN;
}

export function doubt(slot: Slot, value: string): string {
  if (!value || !isNumeric(slot)) return "";
  const number = toNumber(value);
  if (isNaN(number)) return "不像数字，请核对";
  return number < slot.low || number > slot.high ? "超出经验范围，请核对" : "";
}

export function usualRange(slot: Pick<Slot, "low" | "high">): string {
  const low = isFinite(slot.low);
  const high = isFinite(slot.high);
  if (!low && !high) return "";
  const range = low && high ? `${slot.low}—${slot.high}` : low ? `${slot.low}以上` : `${slot.high}以下`;
  return `经验范围 ${range}，仅供核对`;
}

/** The quotient to one decimal, rounded half up; a hair is added because 0.345 is stored as a little less. */
export function quotient(part: string, whole: string, percent: boolean): string {
  const value = (toNumber(part) / toNumber(whole)) * (percent ? 100 : 1);
  return isFinite(value) ? String(Math.floor(value * 10 + 0.5 + 1e-9) / 10) : "";
}
