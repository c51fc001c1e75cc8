"""The browser's writer of Word files, bundled and run by Node, for tests that hold it against Python's."""

from __future__ import annotations

import base64
import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from checkup_twin import WEB, node
from published import real_spec

RUNNER = """
import { readFileSync } from "fs";
import { docx } from "./desk/docx";
import { defaults } from "./desk/settings";
const write = async ({ blocks, settings }) => {
  const blob = await docx(blocks, { ...defaults(), ...settings });
  return Buffer.from(await blob.arrayBuffer()).toString("base64");
};
const run = async () => {
  const files = [];
  for (const one of JSON.parse(readFileSync(0, "utf8"))) files.push(await write(one));
  process.stdout.write(JSON.stringify(files));
};
run();
"""
Draft = dict[str, Any]


@cache
def bundled(folder: Path) -> Path:
    """Return the writer with its runner as one script."""
    (folder / "spec.json").write_text(json.dumps({"layout": real_spec().layout}, default=str), encoding="utf-8")
    script = folder / "word.cjs"
    command = [WEB / "node_modules" / ".bin" / "esbuild", "--bundle", "--platform=node", "--target=chrome86"]
    more = ["--loader=ts", f"--alias:kb-spec={folder / 'spec.json'}", f"--outfile={script}", "--log-level=error"]
    subprocess.run([*command, *more], input=RUNNER, cwd=WEB, text=True, check=True)
    return script


def in_browser(drafts: list[Draft], folder: Path) -> list[bytes]:
    """Return the .docx that the browser's writer makes of each draft: its blocks, and settings unlike the usual."""
    program = node()
    assert program, "没有 Node，先运行 make setup"
    given = json.dumps(drafts, ensure_ascii=False)
    done = subprocess.run([program, bundled(folder)], input=given, capture_output=True, text=True, check=True)
    return [base64.b64decode(one) for one in json.loads(done.stdout)]
