"""The pure functions of the desk's data table, bundled and run by Node."""

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
import { layoutOf } from "./desk/columns";
import { combine } from "./desk/combine";
import { convert } from "./desk/convert";
import { Derive } from "./desk/derive";
import { fromSample } from "./desk/draft";
import { Judge } from "./desk/judge";
import { fold, Index } from "./desk/match";
import { readDown, readTable } from "./desk/paste";
import { broken, faults } from "./desk/relations";
import { rowsOf } from "./desk/rows";
import { guard, readSheet, toCsv, toTsv } from "./desk/sheet";
import { toRows } from "./desk/table_file";
import { uses } from "./desk/uses";

const { spec, samples, calls } = JSON.parse(readFileSync(0, "utf8"));
const from = (values) => (id) => values[id] || "";
const known = new Map(samples.map((sample) => [sample.path, sample]));
const draft = samples.length ? fromSample(samples[0]) : null;
if (draft) for (const more of samples.slice(1)) draft.sections.push(...fromSample(more).sections);
const used = draft ? uses(draft, spec, known) : [];
const rows = rowsOf(used, spec);
const own = samples.flatMap((sample) => sample.relations);
const places = new Map(draft ? draft.sections.map((section, at) => [section.id, at]) : []);
const derive = (values) => new Derive(rows, own, spec, from(values));
const row = (key) => rows.find((one) => one.key === key);
const cell = (id) => rows.flatMap((one) => one.cells).find((one) => one.id === id);
const pasted = (cells, get) => readTable(cells, layoutOf(cells, "2026"), new Index(rows), get);
const opened = ([name, text]) => ({ name, cells: readSheet(text) });
const marked = (one) => one.id + (one.needed ? "!" : "");
const sheet = (text) => { try { return readSheet(text); } catch (fault) { return fault.message; } };
const does = {
  broken: (relations, values) => broken(relations, from(values), spec).map((fault) => fault.text),
  faults: (unit, values, more) => faults(Object.keys(values), unit, from(values), spec, more),
  convert, fold, guard, sheet, toCsv, toTsv,
  layout: (text, year) => layoutOf(readSheet(text), year),
  paste: (text, values) => pasted(readSheet(text), from(values)),
  down: (text, start, values) => readDown(readSheet(text), rows, cell(start), from(values)),
  combine: (files, values) => combine(files.map(opened), rows, new Index(rows), "2026", from(values)),
  uses: () => used.map((use) => ({ ...use, places: use.places.map((place) => place.name) })),
  rows: () => rows.map((one) => [one.group, one.label, one.numeric, one.cells.map(marked)]),
  exact: (id, values) => derive(values).exact(cell(id)),
  start: (id, values) => derive(values).start(row(id.split("@")[0]), cell(id)),
  averages: (id, values) => derive(values).averages(cell(id)),
  growth: (key, values) => derive(values).growth(row(key)),
  problems: (values) => new Judge(rows, draft.unit, own, spec, from(values)).problems()
    .map((one) => ({ ...one, sections: one.sections.map((id) => id && places.get(id)) })),
  csv: (values) => toCsv(toRows(rows, from(values))),
};
process.stdout.write(JSON.stringify(calls.map(([name, ...args]) => does[name](...args))));
"""


@cache
def bundled(folder: Path) -> Path:
    """Return the functions with their runner as one script."""
    script = folder / "desk.cjs"
    page = folder / "spec.json"
    page.write_text(json.dumps({"layout": real_spec().layout, "genres": {}}), encoding="utf-8")
    command = [WEB / "node_modules" / ".bin" / "esbuild", "--bundle", "--platform=node", "--target=chrome86"]
    arguments = [*command, "--loader=ts", f"--alias:kb-spec={page}", f"--outfile={script}", "--log-level=error"]
    subprocess.run(arguments, input=RUNNER, cwd=WEB, text=True, check=True)
    return script


class Desk:
    """The table of a draft that was put together from samples, which are given as files' texts by their path."""

    def __init__(self, folder: Path, samples: dict[str, str] | None = None) -> None:
        self.folder = folder
        parsed = [parse_sample(text, path)[0] for path, text in (samples or {}).items()]
        self.data = {"spec": desk.of_spec(real_spec()), "samples": [desk.whole(s, real_spec()) for s in parsed]}

    def all(self, calls: list[list[Any]]) -> list[Any]:
        """Return the results of several calls [name, argument, …] of what RUNNER offers."""
        program = node()
        assert program, "没有 Node，先运行 make setup"
        given = json.dumps({**self.data, "calls": calls}, ensure_ascii=False)
        done = subprocess.run([program, bundled(self.folder)], input=given, capture_output=True, text=True, check=True)
        return list(json.loads(done.stdout))

    def __call__(self, name: str, *arguments: Any) -> Any:
        """Return the result of one call."""
        return self.all([[name, *arguments]])[0]
