/** 体检 on the desk: the rules of the page 体检, loaded when somebody asks for them. */
import { button, el } from "../dom";
import type { Result, Rules } from "../checkup/types";
import type { Checked } from "./check_text";
import type { Draft } from "./types";

interface Given {
  rules: Rules;
}

/** What assets/desk-check.js hands over. */
export interface CheckModule {
  run(text: string, about: { unit: string; genre: string; year: number }, rules: Rules): Result;
  list(rules: Rules, doing: Doing): { node: HTMLElement; show(result: Result, checked: Checked): number };
}

export interface Doing {
  goTo(section: string): void;
  /** Each [start, end, words instead] of the text that was checked. */
  repair(changes: [number, number, string][]): void;
}

const LOST = "没有读到体检的规则，可能是网络断了，或文件没有拷全。";

export class Checks {
  readonly node = el("section", { class: "kb-desk-checks kb-check", "aria-label": "体检" });
  private loading: Promise<[CheckModule, Given]> | null = null;
  private list: ReturnType<CheckModule["list"]> | null = null;

  constructor(
    private readonly read: () => { checked: Checked; draft: Draft; year: number },
    private readonly doing: Doing,
    private readonly onCount: (findings: number) => void,
  ) {}

  refresh(): void {
    if (!this.list) this.node.replaceChildren("正在取规则……");
    this.load().then(([module, given]) => this.check(module, given), () => this.lost());
  }

  private load(): Promise<[CheckModule, Given]> {
    // The rules call a function of this name, as they do on the page 体检.
    window.kbCheckRules = (given) => window.kb.put("check-rules", given);
    this.loading ??= Promise.all([window.kb.load("desk-check") as Promise<CheckModule>, window.kb.load("check-rules") as Promise<Given>]);
    return this.loading;
  }

  private lost(): void {
    this.loading = null;
    this.node.replaceChildren(el("p", {}, LOST), button("再试一次", () => this.refresh()));
  }

  private check(module: CheckModule, { rules }: Given): void {
    if (!this.list) {
      this.list = module.list(rules, this.doing);
      this.node.replaceChildren(this.list.node);
    }
    const { checked, draft, year } = this.read();
    const result = module.run(checked.text, { unit: draft.unit, genre: draft.genre, year }, rules);
    this.onCount(this.list.show(result, checked));
  }
}
