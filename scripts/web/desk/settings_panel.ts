/** 版式设置: fonts that this computer has, margins, line pitch, 版头 and 版记. */
import { el } from "../dom";
import { defaults, type Settings } from "./settings";

export class SettingsPanel {
  readonly node = el("details", { class: "kb-settings" }, el("summary", {}, "版式设置"));
  onChange: (settings: Settings) => void = () => undefined;

  get settings(): Settings {
    return defaults();
  }
}
