/** The page 体检. Its rules come as a script of their own (assets/check-rules.js), which calls kbCheckRules. */
import { mountAge } from "../reference/age";
import type { Rules } from "./types";
import { warmUp } from "./warm";
import { Workplace } from "./workplace";

export interface Given {
  rules: Rules;
  /** Names by key, in the order of spec/. */
  units: Record<string, string>;
  genres: Record<string, string>;
}

declare global {
  interface Window {
    kbCheckRules?: (given: Given) => void;
  }
}

mountAge();
window.kbCheckRules = (given) => {
  const place = document.querySelector(".kb-check");
  if (!place) return;
  place.textContent = "";
  const work = new Workplace(given);
  place.append(work.node);
  work.begin();
  warmUp(given.rules);
};
