"""Bundles scripts/web into .cache/web when its sources or what they take from spec/ are newer."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from kb.paths import Project
from kb.site.checkup_page import rules_script
from kb.spec import Spec

# Only kb.js and kb.css are on every page; the others are named by the pages that need them.
ENTRIES = {
    "kb.js": "main.ts",
    "kb.css": "kb.css",
    "search.js": "search/main.ts",
    "check.css": "checkup/check.css",
    "desk.css": "desk/desk.css",
    "desk.js": "desk/page.ts",
    "desk-check.js": "desk/check_pane.ts",
    "word.js": "desk/word.ts",
    "check.js": "checkup/page.ts",
    "reference.js": "reference/page.ts",
}
RULES = "check-rules.js"
OUTPUTS = (*ENTRIES, RULES)
TARGET = "chrome86"


class BundleError(Exception):
    """The browser side can't be bundled; the text is a Chinese sentence that says what to run."""


def bundle(project: Project, spec: Spec) -> list[Path]:
    """Return the finished script and style. Raises BundleError when they are stale and can't be made here."""
    folder = project.cache / "web"
    outputs = [folder / name for name in OUTPUTS]
    data = json.dumps(
        {"layout": spec.layout, "genres": {g.key: g.name for g in spec.genres.values()}}, ensure_ascii=False
    )
    rules = rules_script(spec)
    stamp = folder / "inputs.sha256"
    wanted = fingerprint(project.web, data + rules)
    if all(f.is_file() for f in outputs) and stamp.is_file() and stamp.read_text() == wanted:
        return outputs
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "spec.json").write_text(data, encoding="utf-8")
    (folder / RULES).write_text(rules, encoding="utf-8")
    for name, entry in ENTRIES.items():
        run_esbuild(project.web, entry, folder / name, folder / "spec.json")
    stamp.write_text(wanted)
    return outputs


def fingerprint(web: Path, data: str) -> str:
    """Return the hash of everything that the bundle is made from."""
    found = hashlib.sha256(data.encode())
    for path in sorted(sources(web)):
        found.update(path.relative_to(web).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def sources(web: Path) -> Iterator[Path]:
    """Yield the files that bundles are made from, those in folders for one page's script too."""
    for folder in (web, *(f for f in web.iterdir() if f.is_dir() and f.name != "node_modules")):
        yield from (p for p in folder.iterdir() if p.suffix in (".ts", ".css") or p.name == "package-lock.json")


def run_esbuild(web: Path, entry: str, output: Path, spec: Path) -> None:
    """Bundle one entry. Raises BundleError."""
    program = web / "node_modules" / ".bin" / "esbuild"
    if not program.exists():
        raise BundleError("网页脚本还没有生成，也没有装好 esbuild；请先运行 make setup")
    arguments = [entry, "--bundle", "--minify", "--charset=utf8", f"--target={TARGET}", f"--outfile={output}"]
    if entry.endswith(".ts"):
        arguments += ["--format=iife", f"--alias:kb-spec={spec}"]
    # The npm package is a script that needs node; make puts the one it found on PATH.
    result = subprocess.run([program, *arguments], cwd=web, capture_output=True, text=True, check=False)
    if result.returncode:
        raise BundleError(f"网页脚本打包失败（esbuild {entry}）：\n{result.stderr.strip()}")
