// What built scripts and styles use that the oldest browser has not: node compat.js FILE…
// One line each (file: what), exit code 1 when there is one. Syntax is not looked at: esbuild writes it for that browser.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Linter } from "eslint";
import compat from "eslint-plugin-compat";
import stylelint from "stylelint";
import unsupported from "stylelint-no-unsupported-browser-features";
import { newerMembers } from "./newer_members.js";
import { NAME as NEWER_STYLES, newerStyles } from "./newer_styles.js";

const OLDEST = 86;
const BROWSERS = [`chrome ${OLDEST}`];
// Methods of the library for Word that a browser's objects bear too: of its streams.
const OURS = new Set(["destroy"]);
// The plugin takes a comma behind :not(…) for one within it; newer-styles looks within.
const MISTAKEN = ["css-not-sel-list"];

// An older browser leaves them out, and nothing is lost: the first two switch off what it has not, the third is a nicety.
const SPARED = ["text-autospace", "text-spacing-trim", "text-underline-offset"];

const SCRIPTS = {
  languageOptions: { ecmaVersion: 2022, sourceType: "script" },
  plugins: { compat, own: { rules: { "newer-members": newerMembers(OLDEST, OURS) } } },
  rules: { "compat/compat": "error", "own/newer-members": "error" },
  settings: { targets: BROWSERS, browserslistOpts: { ignoreUnknownVersions: true } },
};
const STYLES = {
  plugins: [unsupported, newerStyles],
  rules: {
    "plugin/no-unsupported-browser-features": [true, { browsers: BROWSERS, ignorePartialSupport: true, ignore: MISTAKEN }],
    [NEWER_STYLES]: [OLDEST, SPARED],
  },
};

const inScript = (file) => new Linter().verify(readFileSync(file, "utf8"), SCRIPTS, { filename: "built.js" }).map((one) => one.message);

async function inStyle(file) {
  const { results } = await stylelint.lint({ code: readFileSync(file, "utf8"), config: STYLES });
  return results.flatMap((one) => [...one.warnings, ...one.parseErrors].map((warning) => warning.text.replace(/ \(\S+\)$/, "")));
}

const found = [];
for (const file of process.argv.slice(2)) {
  const messages = file.endsWith(".css") ? await inStyle(file) : inScript(file);
  new Set(messages).forEach((message) => found.push(`${basename(file)}: ${message}`));
}
if (found.length) console.log(found.join("\n"));
process.exitCode = found.length ? 1 : 0;
