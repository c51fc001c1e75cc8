/** What the draft is: unit type, genre, year. What the reader leaves open is read off the text, and shown as such. */
import { el } from "../dom";
import type { Draft } from "./draft";
import type { Result } from "./engine";

type Names = Record<string, string>;

const FIRST_YEAR = 2000;

/** A choice whose first option stands for what the text itself says. */
class Choice {
  private readonly auto = el("option", { value: "" }, "自动");
  readonly field: HTMLSelectElement;
  readonly node: HTMLElement;

  constructor(label: string, private readonly names: [string, string][], onChange: () => void) {
    this.field = el("select", { "aria-label": label }, this.auto);
    names.forEach(([value, text]) => this.field.append(el("option", { value }, text)));
    this.field.addEventListener("change", onChange);
    this.node = el("label", {}, `${label} `, this.field);
  }

  guess(value: string): void {
    const found = this.names.find(([name]) => name === value);
    this.auto.textContent = found ? `猜：${found[1]}` : value ? `猜：${value}` : "看不出，请选";
  }

  reset(): void {
    this.auto.textContent = "自动";
  }
}

export class Choices {
  private readonly unit: Choice;
  private readonly genre: Choice;
  private readonly year: Choice;
  private readonly said = el("span");
  readonly node: HTMLElement;

  constructor(private readonly draft: Draft, units: Names, genres: Names, lastYear: number, onChange: () => void) {
    const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, at) => String(lastYear - at));
    const changed = () => (this.read(), onChange());
    this.unit = new Choice("单位类型", Object.entries(units), changed);
    this.genre = new Choice("文种", Object.entries(genres), changed);
    this.year = new Choice("年度", years.map((year): [string, string] => [year, `${year}年`]), changed);
    this.node = el("div", { class: "kb-check-about" }, ...this.all.map((one) => one.node), this.said);
    this.write();
  }

  private get all(): Choice[] {
    return [this.unit, this.genre, this.year];
  }

  private read(): void {
    Object.assign(this.draft, { unit: this.unit.field.value, genre: this.genre.field.value });
    this.draft.year = Number(this.year.field.value);
  }

  /** Shows what the draft says. */
  write(): void {
    this.unit.field.value = this.draft.unit;
    this.genre.field.value = this.draft.genre;
    this.year.field.value = this.draft.year ? String(this.draft.year) : "";
  }

  /** Shows what was read off the text; without text nothing was. */
  tell(result: Result | null): void {
    this.all.forEach((choice) => choice.reset());
    this.said.textContent = result && result.guessed.length ? "“猜”的若不对，请在这里改。" : "";
    if (!result) return;
    if (result.guessed.includes("unit")) this.unit.guess(result.unit);
    if (result.guessed.includes("genre")) this.genre.guess(result.genre);
    if (result.guessed.includes("year")) this.year.guess(String(result.year));
  }
}
