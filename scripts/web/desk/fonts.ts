/** Which fonts this computer has. */
import spec from "kb-spec";
import type { Role } from "./settings";

/** Latin letters, whose widths tell fonts apart; Chinese ones are as wide in every font. */
const PROBE = "mmmmmmmmmmlli0.";
const BASES = ["serif", "sans-serif", "monospace"];

const known = new Map<string, boolean>();
const widths = new Map<string, number>();
let canvas: CanvasRenderingContext2D | null = null;

/** Measuring takes the browser longer than all else here. */
function width(family: string): number {
  const kept = widths.get(family);
  if (kept !== undefined) return kept;
  const found = measured(family);
  widths.set(family, found);
  return found;
}

function measured(family: string): number {
  canvas = canvas || document.createElement("canvas").getContext("2d");
  if (!canvas) return 0;
  canvas.font = `72px ${family}`;
  return canvas.measureText(PROBE).width;
}

/** Asked for with each of the bases behind it: where all give the base's own width, there is no such font. */
export function isInstalled(font: string): boolean {
  const kept = known.get(font);
  if (kept !== undefined) return kept;
  const found = BASES.some((base) => width(`${JSON.stringify(font)}, ${base}`) !== width(base));
  known.set(font, found);
  return found;
}

/** The fonts to choose from; spec names some twice, in Chinese and in English. */
export const choices = (role: Role): string[] => spec.layout.styles[role].fonts.filter((font) => /[\u4e00-\u9fff]/.test(font));

/** The first of the layout's fonts that is there, and without any the first. */
export const best = (role: Role): string => choices(role).find(isInstalled) || choices(role)[0];
