/** The page 组稿台. */
import { button, el } from "../dom";
import { Desk } from "./desk";
import { loadSpec } from "./library";

const LOST = "组稿台没有装载成功，可能是网络断了，或文件没有拷全。已放在桌上的文稿没有动。";

async function mount(place: HTMLElement): Promise<void> {
  try {
    const desk = new Desk(await loadSpec());
    place.replaceChildren(desk.node);
    await desk.begin();
  } catch (fault) {
    place.replaceChildren(el("p", { class: "kb-message", role: "alert" }, LOST), button("再试一次", () => void mount(place)));
    throw fault; // for whoever looks into the console
  }
}

const place = document.querySelector<HTMLElement>(".kb-desk");
if (place) void mount(place);
