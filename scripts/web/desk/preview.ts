/**
 * The draft as it will be printed: A4 pages in the layout of GB/T 9704-2012. Set and measured out of sight (flow.ts);
 * of the pages only those near the eye are filled, so that a long draft stays quick to type in.
 */
import spec from "kb-spec";
import type { Block } from "../blocks";
import { el } from "../dom";
import { Flow, type Page } from "./flow";
import { Leaf } from "./leaf";
import { putStyle } from "./paper_style";
import { alone } from "./print_alone";
import { bring, isSeen } from "./scroll";
import { linesPerPage, mm, type Settings } from "./settings";
import { px } from "./measured";

const PAPER = px(mm(spec.layout.paper.width_mm));

export class Preview {
  readonly node = el("div", { class: "kb-preview" });
  /** Called when somebody clicks on a blank. */
  onBlank: (slot: string, section: string) => void = () => undefined;
  /** Called before printing, whatever pane is open: to bring the preview into sight and up to date. */
  onPrint: () => void = () => undefined;
  private readonly flow = new Flow();
  private readonly note = el("p", { class: "kb-preview-note" });
  private readonly sheets = el("div", { class: "kb-preview-pages" });
  private readonly watcher = new IntersectionObserver((seen) => this.seen(seen), { rootMargin: "600px 0px" });
  private readonly inSight = new Set<Element>();
  private leaves: Leaf[] = [];
  private pages: Page[] = [];
  private wanted: { blocks: Block[]; settings: Settings } | null = null;
  private style = "";
  private width = 0;
  private frame = 0;
  private goal = "";
  private restore: () => void = () => undefined;

  constructor() {
    this.node.append(this.note, this.sheets, this.flow.column.node);
    this.node.addEventListener("click", (event) => this.clicked(event.target as HTMLElement));
    new ResizeObserver(() => this.resized()).observe(this.node);
    document.fonts.addEventListener("loadingdone", () => this.again());
    addEventListener("beforeprint", () => this.beforePrint());
    addEventListener("afterprint", () => this.restore());
  }

  /** Drawn with the next frame, and while it is in sight only. */
  show(blocks: Block[], settings: Settings): void {
    this.wanted = { blocks, settings };
    this.later();
  }

  /** Brings a section into sight, unless some of it is. */
  goTo(section: string): void {
    this.goal = section;
    this.later();
  }

  private later(): void {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (!this.node.offsetParent) return;
    this.set();
    this.follow();
  }

  private set(): void {
    if (!this.wanted) return;
    const { blocks, settings } = this.wanted;
    this.wanted = null;
    const style = putStyle(this.node, settings);
    if (style !== this.style) this.flow.column.forget();
    this.style = style;
    this.last = { blocks, settings };
    this.pages = this.flow.pages(blocks, settings);
    this.lay(settings);
  }

  private last: { blocks: Block[]; settings: Settings } | null = null;

  private lay(settings: Settings): void {
    while (this.leaves.length > this.pages.length) this.drop(this.leaves.pop()!);
    while (this.leaves.length < this.pages.length) this.add();
    this.leaves.forEach((leaf, at) => leaf.show(this.pages[at]));
    const { chars_per_line } = settings;
    this.note.textContent = `共${this.pages.length}页，每页${linesPerPage(settings)}行，每行${chars_per_line}字。点一下空格，就到填它的地方。`;
  }

  private add(): void {
    const leaf = new Leaf(this.leaves.length + 1);
    this.leaves.push(leaf);
    this.sheets.append(leaf.node);
    this.watcher.observe(leaf.node);
  }

  private drop(leaf: Leaf): void {
    this.watcher.unobserve(leaf.node);
    this.inSight.delete(leaf.node);
    leaf.node.remove();
  }

  /** A page is filled before it comes into sight: with the first one, and with its neighbours. */
  private seen(entries: IntersectionObserverEntry[]): void {
    entries.forEach(({ target, isIntersecting }) => this.inSight[isIntersecting ? "add" : "delete"](target));
    const seen = this.leaves.map((leaf) => this.inSight.has(leaf.node));
    this.leaves.forEach((leaf, at) => leaf.near(!at || seen[at] || seen[at - 1] || seen[at + 1]));
  }

  private resized(): void {
    const width = this.node.clientWidth;
    if (!width || width === this.width) return;
    this.width = width;
    this.node.style.setProperty("--kb-a4-scale", String(Math.min(1, width / PAPER)));
    this.later();
  }

  /** Fonts came: every line may break elsewhere now. */
  private again(): void {
    this.style = "";
    this.wanted = this.wanted || this.last;
    this.later();
  }

  private follow(): void {
    const at = this.pages.findIndex((page) => page.pieces.some((piece) => piece.item.entry.section === this.goal));
    const goal = this.goal;
    this.goal = "";
    if (!goal || at < 0 || this.leaves.some((leaf) => leaf.find(goal).some((one) => isSeen(one)))) return;
    this.leaves[at].near(true);
    bring(this.leaves[at].find(goal)[0] || this.leaves[at].node);
  }

  private clicked(target: HTMLElement): void {
    const slot = target.closest<HTMLElement>("[data-slot]");
    if (slot?.dataset.slot) this.onBlank(slot.dataset.slot, slot.dataset.section || "");
  }

  /** All pages at once, and nothing but them. */
  private beforePrint(): void {
    this.onPrint();
    if (!this.node.offsetParent) return;
    this.draw();
    this.leaves.forEach((leaf) => leaf.near(true));
    this.restore = alone(this.node);
  }
}
