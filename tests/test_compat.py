"""The built scripts and styles use nothing that the oldest browser has not."""

from __future__ import annotations

import subprocess
from pathlib import Path

from conftest import ROOT, Run
from kb.paths import Project
from kb.site.web import RULES, TARGET, bundle
from published import real_spec

LINT = ROOT / "scripts" / "lint" / "compat.js"
NEWER = """
const list = [1, 2].at(-1), text = "aa".replaceAll("a", "b");
Object.hasOwn(structuredClone({}), new Intl.Segmenter("zh"), document.body.checkVisibility());
const mine = { at: 1, group: [] };
mine.group.findLast((one) => one.showPopover());
"""
NEWER_STYLE = "p:has(b) { aspect-ratio: 1; inset: 0; width: 10dvh }\n@container (width > 1px) { p { color: red } }\n"


def compat(*files: Path) -> Run:
    """Run the lint on built files."""
    command = ["node", LINT, *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return Run(done.returncode, done.stdout, done.stderr)


def test_the_built_files_run_in_the_oldest_browser() -> None:
    assert f"const OLDEST = {TARGET.removeprefix('chrome')};" in LINT.read_text(encoding="utf-8")
    built = [path for path in bundle(Project(ROOT), real_spec()) if path.name != RULES]
    assert len(built) > 8
    assert compat(*built) == Run(0, "", "")


def test_the_lint_would_tell(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(NEWER, encoding="utf-8")
    (tmp_path / "a.css").write_text(NEWER_STYLE, encoding="utf-8")
    done = compat(tmp_path / "a.js", tmp_path / "a.css")
    assert (done.code, done.err) == (1, "")
    for name in ("structuredClone", "hasOwn", "Segmenter", "checkVisibility", "findLast", "showPopover"):
        assert name in done.out
    for name in ("css-has", "aspect-ratio", "container"):
        assert name in done.out
