/** One A4 page of the preview. Empty until it comes near the eye. */
import spec from "kb-spec";
import { el } from "../dom";
import type { Page, Piece } from "./flow";
import { lineStart } from "./measured";
import { WHOLE, type Part } from "./paper_text";

const { before, after } = spec.layout.page_number;

export class Leaf {
  readonly node: HTMLElement;
  private readonly text = el("div", { class: "kb-a4-text" });
  private page: Page = { pieces: [], foot: null, more: 0 };
  private wanted = "";
  private shown = "";
  private isNear = false;

  constructor(number: number) {
    const mark = el("p", { class: "kb-a4-page-number" }, `${before}${number}${after}`);
    const paper = el("div", { class: number % 2 ? "kb-a4 kb-a4-odd" : "kb-a4 kb-a4-even" }, this.text, mark);
    this.node = el("div", { class: "kb-leaf", role: "group", "aria-label": `第${number}页` }, paper);
  }

  show(page: Page): void {
    this.page = page;
    this.node.style.setProperty("--kb-a4-more", `${page.more < 2 ? 0 : page.more}px`);
    this.wanted = JSON.stringify([page.pieces.map(({ item, from, to, before: over }) => [item.entry.key, from, to, over]), page.foot?.entry.key]);
    this.draw();
  }

  near(isNear: boolean): void {
    this.isNear = isNear;
    this.draw();
  }

  /** What is shown of a section. */
  find(section: string): HTMLElement[] {
    return Array.from(this.text.children as HTMLCollectionOf<HTMLElement>).filter((one) => one.dataset.section === section);
  }

  private draw(): void {
    if (this.wanted === this.shown) return;
    if (!this.isNear) return this.empty();
    const { pieces, foot } = this.page;
    this.text.replaceChildren(...pieces.map(draw), ...(foot ? [foot.entry.make()] : []));
    this.shown = this.wanted;
  }

  private empty(): void {
    if (this.shown) this.text.replaceChildren();
    this.shown = "";
  }
}

function draw(piece: Piece): HTMLElement {
  const node = piece.item.entry.make(part(piece));
  if (piece.before) node.style.marginTop = `${piece.before}px`;
  return node;
}

function part({ item, from, to }: Piece): Part {
  if (!from && to === item.heights.length) return WHOLE;
  if (item.node instanceof HTMLTableElement) return { from, to };
  return { from: lineStart(item, from), to: lineStart(item, to) };
}
