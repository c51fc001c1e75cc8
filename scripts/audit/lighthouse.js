// Lighthouse on some pages, as a phone on a slow net and as a desktop; prints one JSON line a page and device.
// node lighthouse.js BROWSER URL…
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const RUNS = 3; // the speed differs from run to run: the one in the middle counts
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const DEVICES = { phone: undefined, desktop: desktopConfig };

async function run(url, device, port) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: "error" }, DEVICES[device]);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
  const counted = CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs.filter((ref) => ref.weight).map((ref) => ref.id));
  const short = counted.map((id) => lhr.audits[id]).filter((audit) => audit.score !== null && audit.score < 1);
  return {
    scores,
    metrics: METRICS.map((id) => lhr.audits[id].displayValue),
    power: Math.round(lhr.environment.benchmarkIndex),
    bytes: lhr.audits["total-byte-weight"].numericValue,
    short: short.map((audit) => `${audit.id} ${audit.displayValue || ""}`.trim()),
  };
}

const [program, ...urls] = process.argv.slice(2);
const chrome = await launch({ chromePath: program, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
try {
  for (const url of urls) {
    for (const device of Object.keys(DEVICES)) {
      const runs = [];
      for (let at = 0; at < RUNS; at++) runs.push(await run(url, device, chrome.port));
      runs.sort((a, b) => a.scores[0] - b.scores[0]);
      console.log(JSON.stringify({ url, device, ...runs[Math.floor(RUNS / 2)] }));
    }
  }
} finally {
  await chrome.kill();
}
