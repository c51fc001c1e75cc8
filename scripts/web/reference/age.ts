/** A notice once the data of a page is older than half a year: reckoned here, so that a site built once still says so. */
import { el } from "../dom";

const MONTHS = 6;

export function isOld(asOf: string, now: Date): boolean {
  const [year, month, day] = asOf.split("-").map(Number);
  return now.getTime() > new Date(year, month - 1 + MONTHS, day + 1).getTime();
}

export function mountAge(): void {
  document.querySelectorAll<HTMLElement>("[data-as-of]").forEach((line) => {
    if (!isOld(line.dataset.asOf || "", new Date())) return;
    const words = "这份数据已经超过半年没有更新，这以后的会议、文件和新提法都不在里面，用前请核对最新的文件。";
    line.before(el("p", { class: "kb-old", role: "note" }, words));
  });
}
