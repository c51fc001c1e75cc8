/** 加入组稿台: sections that wait to be put on the desk, and the way there with the number of what it holds. */
import { button, el, flash, say } from "./dom";
import { ROOT } from "./kb";
import { read, remove, write, type Area } from "./storage";

const KEY = "kb.tray";
const PAGE = "desk/index.html";

/** A section of a sample (`township/tea#organization`), a whole sample, or a text of the reader's own. */
export type Waiting = { from: string } | { sample: string } | { text: string };

const SAMPLE = /^[a-z]+(\/[a-z0-9_-]+)+$/;
const CHANGED = "kb-tray";

// Read afresh each time: not every page keeps values, and another window may have ticked 记住本机数据.
const area = (): Area => (read("localStorage", "kb.remember") === "1" ? "localStorage" : "sessionStorage");

export function readTray(): Waiting[] {
  try {
    const found = JSON.parse(read(area(), KEY) || "[]");
    return Array.isArray(found) ? found.filter(isWaiting) : [];
  } catch {
    return [];
  }
}

function isWaiting(thing: unknown): thing is Waiting {
  const { from, sample, text } = Object(thing);
  return typeof text === "string" || SAMPLE.test(String(sample)) || SAMPLE.test(String(from).split("#")[0]);
}

export const emptyTray = (): void => (remove(area(), KEY), changed());

/** Scripts of one page each have this module; the header belongs to one of them. */
export const changed = (): void => void dispatchEvent(new Event(CHANGED));

/** Returns false where the browser keeps nothing. */
function send(one: Waiting): boolean {
  const done = write(area(), KEY, JSON.stringify([...readTray(), one]));
  changed();
  return done;
}

/** Sections on the desk and those that wait; the draft is not read beyond its beginning. */
function count(): number {
  const kept = /^\{"kb":1,"count":(\d+)/.exec(read(area(), "kb.draft") || "");
  return (kept ? Number(kept[1]) : 0) + readTray().length;
}

const badge = el("span", { class: "kb-tray-count" });

function showCount(): void {
  const number = count();
  badge.textContent = number ? String(number) : "";
  badge.title = number ? `组稿台上有${number}段` : "";
}

export function addButton(from: string, name: string): HTMLButtonElement {
  const node = button("加入组稿台", (self) => {
    const done = send({ from });
    flash(self, done ? "已加入" : "浏览器不让保存", 2000);
    say(done ? `已加入组稿台，现有${count()}段` : "浏览器不让保存，没有加入");
  });
  node.setAttribute("aria-label", `加入组稿台：${name}`);
  return node;
}

/** A whole sample goes there at once. */
export const startButton = (sample: string): HTMLButtonElement => button("用这篇组稿", (self) => goWith({ sample }, self));
export const sendText = (text: string, from: HTMLButtonElement): void => goWith({ text }, from);

function goWith(one: Waiting, from: HTMLButtonElement): void {
  if (send(one)) location.href = ROOT + PAGE;
  else flash(from, "浏览器不让保存", 2000);
}

export function mountTray(): void {
  const header = document.querySelector(".md-header__inner");
  if (!header) return;
  showCount();
  header.append(el("a", { class: "kb-button kb-tray", href: ROOT + PAGE }, "组稿台", badge));
  ["pageshow", "storage", CHANGED].forEach((name) => addEventListener(name, showCount));
}
