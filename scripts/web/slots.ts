/** The blanks of a page, read once from the HTML that the build made. */
import spec from "kb-spec";
import * as values from "./values";

export interface Slot {
  el: HTMLElement;
  /** key, or key@period: the name that relations use. */
  name: string;
  /** The name under which the value is stored; a free-text blank belongs to its sample alone. */
  id: string;
  label: string;
  unit: string;
  example: string;
  kind: string;
  low: number;
  high: number;
  /** Not typed but made from another value, like 下一年度. */
  from: string;
  add: number;
  ratio: string[];
  percent: boolean;
}

/** Everything on one page that shows sample text: one article, or the pieces of a theme page. */
export interface Page {
  roots: HTMLElement[];
  slots: Slot[];
}

export function readPage(): Page {
  const roots = Array.from(document.querySelectorAll<HTMLElement>("[data-sample]"));
  return { roots, slots: roots.flatMap(readSlots) };
}

function readSlots(root: HTMLElement): Slot[] {
  const found = Array.from(root.querySelectorAll<HTMLElement>(".kb-slot"));
  return found.map((node) => readSlot(node, root.dataset.sample || ""));
}

function readSlot(node: HTMLElement, sample: string): Slot {
  const data = node.dataset;
  const name = (data.key || "") + (data.period ? "@" + data.period : "");
  return {
    el: node,
    name,
    id: data.free === undefined ? name : sample + "#" + name,
    label: data.label || name,
    unit: data.unit || "",
    example: node.textContent || "",
    kind: data.kind || "text",
    low: parseFloat(data.low || "-Infinity"),
    high: parseFloat(data.high || "Infinity"),
    from: data.from || "",
    add: parseInt(data.add || "0", 10),
    ratio: data.ratio ? data.ratio.split("/") : [],
    percent: data.percent !== undefined,
  };
}

export function valueOf(slot: Slot): string {
  if (!slot.from) return values.get(slot.id);
  const base = values.get(slot.from);
  return /^\d{4}$/.test(base) ? String(Number(base) + slot.add) : "";
}

/** How an open blank reads in every output: 【新建基层工会】. */
export function blankText(slot: Slot): string {
  return spec.layout.blank.before + slot.label + spec.layout.blank.after;
}

export const fullLabel = (slot: Slot): string => slot.label + (slot.unit ? `（${slot.unit}）` : "");
