"""The browser's engine of the check-up, bundled and run by Node, for tests that hold it against Python's."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from conftest import ROOT
from kb.checkup import checkup
from published import real_spec

WEB = ROOT / "scripts" / "web"
RUNNER = """
import { readFileSync } from "fs";
import { checkup, inCodePoints } from "./checkup/engine";
const { rules, cases } = JSON.parse(readFileSync(0, "utf8"));
const results = cases.map(({ text, about }) => {
  const started = process.hrtime.bigint();
  const found = checkup(text, about, rules);
  const took = Number(process.hrtime.bigint() - started) / 1e6;
  return { took, ...found, findings: inCodePoints(text, found.findings) };
});
process.stdout.write(JSON.stringify(results));
"""
Case = dict[str, Any]


def node() -> str | None:
    """Return Node's path; the tests that need it say so when there is none."""
    here = ROOT / ".venv" / "bin" / "node"
    return str(here) if here.exists() else shutil.which("node")


@cache
def bundled(folder: Path) -> Path:
    """Return the engine with its runner as one script."""
    script = folder / "engine.cjs"
    command = [WEB / "node_modules" / ".bin" / "esbuild", "--bundle", "--platform=node", "--target=chrome86"]
    arguments = [*command, "--loader=ts", f"--outfile={script}", "--log-level=error"]
    subprocess.run(arguments, input=RUNNER, cwd=WEB, text=True, check=True)
    return script


def in_browser(cases: list[Case], folder: Path) -> list[Case]:
    """Return what the browser's engine finds in texts, offsets as in Python; `took` is in milliseconds."""
    given = json.dumps({"rules": real_spec().checkup, "cases": cases}, ensure_ascii=False)
    program = node()
    assert program, "没有 Node，先运行 make setup"
    done = subprocess.run([program, bundled(folder)], input=given, capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


def in_python(text: str, about: dict[str, Any]) -> Case:
    """Return what Python's engine finds in a text, as the JSON of `kb checkup` has it."""
    found = checkup(text, real_spec().checkup, **about)
    said = dataclasses.asdict(found.about)
    findings = [dataclasses.asdict(f) for f in found.findings]
    return {**said, "guessed": list(said["guessed"]), "findings": findings}
