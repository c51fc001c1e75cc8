"""The desk's pure functions over drafts (text, files, plans), bundled and run by Node."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from checkup_twin import WEB, node
from kb.publish import desk
from kb.sample_file import parse_sample
from published import real_spec

RUNNER = """
import { readFileSync } from "fs";
import { blocksOf, withDerived } from "./desk/blocks_of";
import { checkText, repairIn, spanAt } from "./desk/check_text";
import { fromSample, usedIds } from "./desk/draft";
import { fromFile, fromText, toFile, toText } from "./desk/draft_file";
import { fromText as linesFrom, Names, toText as linesTo } from "./desk/edit_text";
import { importText, tidy } from "./desk/import_text";
import { planSections } from "./desk/plan";
import { outlineDraft } from "./desk/skeleton";

const { spec, files, calls } = JSON.parse(readFileSync(0, "utf8"));
globalThis.window = { kb: { load: async (name) => {
  if (!(name in files)) throw new Error(name);
  return files[name];
} } };
const plain = (blocks) => blocks.map((one) => [one.kind, one.level, one.kind === "table"
  ? one.rows.map((row) => row.map((cell) => cell.map((run) => run.text).join("")))
  : one.number + one.runs.map((run) => run.text).join("")]);
const value = (values) => withDerived(spec, (id) => values[id] || "");
const draftOf = (path) => fromSample(files["desk/" + path]);
const names = (ids = []) => new Names(spec, ids);
const bare = (draft) => ({ ...draft, sections: draft.sections.map(({ id, ...rest }) => rest) });
const failed = (run) => { try { return run(); } catch (fault) { return fault.message; } };
const does = {
  blocks: (path, values = {}) => plain(blocksOf(draftOf(path), spec, value(values))),
  roundTrip: (path) => {
    const draft = draftOf(path);
    const all = names(usedIds(draft, spec.signature));
    return draft.sections.map(({ lines }) => [lines, linesFrom(linesTo(lines, all), all)]);
  },
  lines: (text) => linesFrom(text, names()),
  tidy,
  imported: (text) => { const { draft, note } = importText(text, names()); return { draft: bare(draft), note }; },
  stored: (path) => {
    const draft = draftOf(path);
    return JSON.stringify(fromText(toText(draft))) === JSON.stringify(draft);
  },
  file: (text) => failed(() => {
    const { values, draft } = fromFile(text);
    return { values: Object.fromEntries(values), draft: draft && bare(draft) };
  }),
  saved: (path, values) => toFile(draftOf(path), new Map(Object.entries(values)), {}),
  plan: async (path) => {
    const found = await planSections(draftOf(path), spec);
    return found.map(({ theme, heading, lines }) => [theme, heading, lines.map((line) => line.text)]);
  },
  outline: async (unit, genre) => bare(await outlineDraft(unit, genre, spec)),
  checked: (path, values) => checkText(draftOf(path), spec, value(values)).text,
  repaired: (path, values, words, repair) => {
    const draft = draftOf(path);
    const { text, spans } = checkText(draft, spec, value(values));
    const start = text.indexOf(words);
    const span = spanAt(spans, start);
    const section = draft.sections.find((one) => one.id === span.section);
    const found = section && repairIn(section, span, start, start + words.length, repair);
    return found && [found.heading, ...found.lines.map((line) => line.text)];
  },
};
const run = async () => {
  const results = [];
  for (const [name, ...args] of calls) results.push(await does[name](...args));
  process.stdout.write(JSON.stringify(results));
};
run();
"""


@cache
def bundled(folder: Path) -> Path:
    """Return the functions with their runner as one script."""
    script = folder / "draft.cjs"
    page = folder / "spec.json"
    page.write_text(json.dumps({"layout": real_spec().layout, "genres": {}}), encoding="utf-8")
    command = [WEB / "node_modules" / ".bin" / "esbuild", "--bundle", "--platform=node", "--target=chrome86"]
    arguments = [*command, "--loader=ts", f"--alias:kb-spec={page}", f"--outfile={script}", "--log-level=error"]
    subprocess.run(arguments, input=RUNNER, cwd=WEB, text=True, check=True)
    return script


class Drafts:
    """The desk's functions over files of a site that holds the samples given, as texts by their path in docs/."""

    def __init__(self, folder: Path, samples: dict[str, str]) -> None:
        self.folder = folder
        parsed = [parse_sample(text, path)[0] for path, text in samples.items()]
        self.files = {path: body for path, body in map(handed_over, desk.files(parsed, real_spec()))}

    def all(self, calls: list[list[Any]]) -> list[Any]:
        """Return the results of several calls [name, argument, …] of what RUNNER offers."""
        program = node()
        assert program, "没有 Node，先运行 make setup"
        given = {"spec": desk.of_spec(real_spec()), "files": self.files, "calls": calls}
        text = json.dumps(given, ensure_ascii=False)
        done = subprocess.run([program, bundled(self.folder)], input=text, capture_output=True, text=True, check=True)
        return list(json.loads(done.stdout))

    def __call__(self, name: str, *arguments: Any) -> Any:
        """Return the result of one call."""
        return self.all([[name, *arguments]])[0]


def handed_over(file: tuple[str, str]) -> tuple[str, Any]:
    """Return the name under which a script of the desk hands its data over, and the data."""
    path, text = file
    name = path.removeprefix("assets/").removesuffix(".js")
    start = f'kb.put("{name}",'
    assert text.startswith(start)
    assert text.endswith(")\n")
    return name, json.loads(text[len(start) : -2])
