/** Text with blanks, taken apart; how a blank is called. */
import spec from "kb-spec";
import type { DeskSpec, SlotText } from "./types";

/** The id of a blank: a key of spec/, or a label that belongs to one sample (`township/tea#品牌名`), and a period. */
const ID = "(?:[a-z][a-z0-9_]*|[a-z0-9/_-]+#[^\\s{}=@【】\\[\\]`<>\"#,;|*]{1,30})(?:@(?:last|plan))?";
const SLOT = new RegExp(`\\{\\{(${ID})\\}\\}`, "g");
const WHOLE = new RegExp(`^${ID}$`);

export type Piece = { text: string; slot: "" } | { text: ""; slot: string };

export const isId = (id: string): boolean => WHOLE.test(id);
export const slot = (id: string): SlotText => `{{${id}}}`;

export function pieces(text: SlotText): Piece[] {
  return text.split(SLOT).map((part, at): Piece => (at % 2 ? { text: "", slot: part } : { text: part, slot: "" }));
}

export const slotsIn = (text: SlotText): string[] => text.split(SLOT).filter((_, at) => at % 2);

/** What a text reads like with `value` for every blank. */
export const filled = (text: SlotText, value: (id: string) => string): string =>
  text.replace(SLOT, (_, id: string) => value(id));

/** Parts an id: owner is the sample of a free-text blank, empty for an item of spec/. */
export function parts(id: string): { owner: string; key: string; period: string } {
  const [name, period = ""] = id.split("@");
  const at = name.indexOf("#");
  return { owner: at < 0 ? "" : name.slice(0, at), key: name.slice(at + 1), period };
}

/** How a blank is called in print: `new_unions@plan` is 明年计划·新建基层工会. */
export function label(id: string, desk: DeskSpec): string {
  const { owner, key, period } = parts(id);
  const before = period === "last" || period === "plan" ? spec.layout.blank[period] : "";
  return before + ((!owner && desk.items[key]?.label) || key);
}

export const open = (id: string, desk: DeskSpec): string =>
  spec.layout.blank.before + label(id, desk) + spec.layout.blank.after;
