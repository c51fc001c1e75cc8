/**
 * What the reader filled in, shared by all pages. Kept in the tab by default; ticking 记住本机数据 moves it
 * to the browser's lasting storage. Where storage is refused it lives in this page's memory, and the page says so.
 */
import { read, remove, write, type Area } from "./storage";
import { fromJson, toJson, type Values } from "./value_file";

const KEY = "kb.values";
const FLAG = "kb.remember";
/** What else belongs to a reader and goes with the values: the draft on the desk, and what waits to be put there. */
const COMPANIONS = ["kb.draft", "kb.tray"];

/** Told which values changed; undefined: it may be all of them, or where they are kept. */
export type Listener = (ids?: string[]) => void;

let values: Values = new Map();
let remembered = false;
let kept = true;
const listeners: Listener[] = [];

export const area = (): Area => (remembered ? "localStorage" : "sessionStorage");
const tell = (ids?: string[]) => listeners.forEach((listener) => listener(ids));

function load(from: Area): Values {
  try {
    return fromJson(read(from, KEY) || "");
  } catch {
    return new Map();
  }
}

function save(): void {
  kept = write(area(), KEY, toJson(values));
}

export const get = (id: string): string => values.get(id) || "";
export const all = (): Values => values;
export const isRemembered = (): boolean => remembered;
export const isKept = (): boolean => kept;
export const onChange = (listener: Listener): void => void listeners.push(listener);

export const set = (id: string, value: string): void => merge(new Map([[id, value]]));

/** Sets many in one step; an empty value takes away what was there. */
export function merge(more: Values): void {
  more.forEach((value, id) => (value ? values.set(id, value) : values.delete(id)));
  save();
  tell(Array.from(more.keys()));
}

export function clear(): void {
  values = new Map();
  save();
  tell();
}

/**
 * Moves everything to the other storage; when that one refuses, all stays where it is. A companion that has a namesake
 * there stays too: the desk finds both and asks.
 */
export function remember(on: boolean): boolean {
  const left = area();
  // The flag goes first: other tabs see these changes one by one, and must not take the removal for an emptying.
  if (!on) remove("localStorage", FLAG);
  remembered = on;
  save();
  const moved = kept && moveCompanions(left, area());
  if (moved) remove(left, KEY);
  else undo(!on);
  if (remembered) write("localStorage", FLAG, "1");
  tell();
  return moved;
}

function moveCompanions(from: Area, to: Area): boolean {
  const texts = COMPANIONS.map((key) => [key, read(from, key)] as const);
  const waiting = texts.filter(([key, text]) => text !== null && read(to, key) === null);
  const done = waiting.filter(([key, text]) => write(to, key, text!));
  const all = done.length === waiting.length;
  done.forEach(([key]) => remove(all ? from : to, key));
  return all;
}

function undo(to: boolean): void {
  remembered = to;
  save();
}

/** Another tab changed the lasting storage. */
function follow(event: StorageEvent): void {
  const ours = event.key === FLAG || (event.key === KEY && event.newValue !== null);
  if (!ours || event.storageArea !== window.localStorage) return;
  const was = remembered;
  remembered = read("localStorage", FLAG) === "1";
  if (was && remembered) values = load("localStorage");
  // Ticked elsewhere: what was filled in here joins in. Unticked elsewhere: it stays here, in this tab.
  else if (remembered) load("localStorage").forEach((value, id) => values.set(id, value));
  if (was !== remembered) save();
  tell();
}

export function open(): void {
  remembered = read("localStorage", FLAG) === "1";
  values = load(area());
  // Writing is the only way to learn whether storage works at all.
  save();
  window.addEventListener("storage", follow);
}
