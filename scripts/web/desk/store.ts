/**
 * Where the draft lives: in the tab, or on this computer when 记住本机数据 is ticked (values.ts says which). Another tab
 * may write there too: what it wrote is taken over as long as nothing was changed here, else the reader is asked.
 */
import { read, remove, write } from "../storage";
import { changed as countChanged } from "../tray";
import * as values from "../values";
import { add, EMPTY, isEmpty, texts } from "./draft";
import { fromText, toText } from "./draft_file";
import { History } from "./history";
import type { Draft } from "./types";

const KEY = "kb.draft";
const PAUSE = 250;

export type Choice = "mine" | "theirs" | "both";

export class Store {
  private readonly history = new History(EMPTY);
  /** What was last read or written: anything else there is from another tab. */
  private seen: string | null = null;
  private dirty = false;
  private timer = 0;
  /** The draft of another tab, while the reader has not said what to do with it. */
  private rival: Draft | null = null;
  private kept = true;

  /** `tell` is called after every change; `follow` when another tab's draft was taken over. */
  constructor(private readonly tell: () => void, private readonly follow: () => void) {}

  get draft(): Draft {
    return this.history.draft;
  }

  get other(): Draft | null {
    return this.rival;
  }

  /** Whether the browser keeps what is on the desk. */
  get isKept(): boolean {
    return this.kept && values.isKept();
  }

  get undoName(): string {
    return this.history.last;
  }

  get redoName(): string {
    return this.history.next;
  }

  open(): void {
    this.seen = read(values.area(), KEY);
    this.history.forget(fromText(this.seen) || EMPTY);
    if (values.isRemembered()) this.meet(read("sessionStorage", KEY));
    addEventListener("storage", (event) => event.key === KEY && event.storageArea === localStorage && this.heard());
    addEventListener("pagehide", () => this.flush());
    document.addEventListener("visibilitychange", () => document.hidden && this.flush());
    values.onChange((ids) => ids || this.flush(true));
  }

  /** `name` says what was done; without one the change belongs to the step before (typing goes on). */
  change(draft: Draft, name = ""): void {
    if (draft === this.draft) return;
    if (name) this.history.change(draft, name);
    else this.history.amend(draft);
    this.changed(!name);
  }

  undo(): void {
    if (this.history.undo()) this.changed(false);
  }

  redo(): void {
    if (this.history.redo()) this.changed(false);
  }

  /** Takes everything away, with no step back: on a computer that is shared that is what 清空 is for. */
  clear(): void {
    this.history.forget(EMPTY);
    this.rival = null;
    this.seen = read(values.area(), KEY);
    remove("sessionStorage", KEY);
    this.changed(false);
  }

  resolve(choice: Choice): void {
    const theirs = this.rival;
    if (!theirs) return;
    this.rival = null;
    this.seen = read(values.area(), KEY);
    if (values.isRemembered()) remove("sessionStorage", KEY);
    if (choice === "theirs") this.history.change(theirs, "换成另一份");
    if (choice === "both") this.history.change(both(this.draft, theirs), "两份合在一起");
    this.changed(false);
  }

  /** Writes now what waits to be written, or anew (`always`), as when the place changed. */
  flush(always = false): void {
    clearTimeout(this.timer);
    if (this.rival || !(this.dirty || always)) return;
    const there = read(values.area(), KEY);
    if (there !== this.seen && this.meet(there)) return this.tell();
    const text = toText(this.draft);
    this.kept = write(values.area(), KEY, text);
    if (this.kept) this.seen = text;
    this.dirty = !this.kept;
    countChanged();
    this.tell();
  }

  private changed(later: boolean): void {
    this.dirty = true;
    clearTimeout(this.timer);
    if (later) this.timer = window.setTimeout(() => this.flush(), PAUSE);
    else this.flush();
    if (later) this.tell();
  }

  private heard(): void {
    if (!values.isRemembered() || this.rival) return;
    const text = read("localStorage", KEY);
    if (text === this.seen) return;
    if (this.dirty) return this.flush();
    const theirs = fromText(text);
    if (!theirs) return;
    this.seen = text;
    this.history.change(theirs, "另一个窗口的改动");
    this.follow();
    this.tell();
  }

  /** Returns whether there is a question to ask. */
  private meet(text: string | null): boolean {
    const theirs = fromText(text);
    if (!theirs || isEmpty(theirs) || same(theirs, this.draft)) return false;
    if (isEmpty(this.draft)) this.history.change(theirs, "取出另一份");
    else this.rival = theirs;
    return this.rival !== null;
  }
}

const content = (draft: Draft): string => JSON.stringify([draft.unit, draft.genre, draft.heading, draft.signed, draft.sections.map(texts)]);
const same = (a: Draft, b: Draft): boolean => content(a) === content(b);

/** Everything of mine, then what only they have. */
function both(mine: Draft, theirs: Draft): Draft {
  const known = new Set(mine.sections.map((one) => JSON.stringify(texts(one))));
  const ids = new Set(mine.sections.map((one) => one.id));
  const more = theirs.sections.filter((one) => !known.has(JSON.stringify(texts(one))));
  return add({ ...mine, heading: mine.heading || theirs.heading }, more.map((one) => (ids.has(one.id) ? { ...one, id: `${one.id}-b` } : one)));
}
