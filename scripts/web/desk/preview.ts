/** The draft as it will be printed: A4 pages in the layout of GB/T 9704-2012. */
import type { Block } from "../blocks";
import { el } from "../dom";
import type { Settings } from "./settings";

export class Preview {
  readonly node = el("div", { class: "kb-preview" });
  /** Called when somebody clicks on a blank. */
  onBlank: (slot: string, section: string) => void = () => undefined;

  show(_blocks: Block[], _settings: Settings): void {}

  /** Brings the page into sight on which a section begins. */
  goTo(_section: string): void {}
}
