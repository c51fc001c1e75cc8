"""What every test has: a project tree written from what the test shows, and the real command run on it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
KB = ROOT / ".venv" / "bin" / "kb"
# A machine that is busy is no fault of what is tested.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
# `make audit` does everything as often as it takes; `make test` is to be done in ten minutes.
THOROUGH = bool(os.environ.get("KB_THOROUGH"))

SAMPLE = """---
title: 乡镇总工会年度工作总结（试验用）
heading: "{{unit_name}}{{year}}年工作总结"
unit: township
genre: annual_summary
span: year
for: 试验用
source: original
written: 2026-11-20
---

{{year=2026}}年，{{unit_name=某某镇总工会}}一年的工作如下。

## 抓建会，扩大覆盖 {: theme=organization }

今年新建基层工会{{new_unions=12}}家，明年计划新建{{new_unions@plan=15}}家。

## 抓调解，化解矛盾 {: theme=rights_law }

受理劳动争议{{dispute_in=58}}件，调解成功{{dispute_ok=52}}件，成功率{{dispute_rate=89.7}}%。
"""


def times(usual: int, thorough: int) -> int:
    """Return how often to do a thing."""
    return thorough if THOROUGH else usual


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Tree:
    """A project in a temporary folder: the real spec/ and mkdocs.yml, and the docs that the test shows."""

    root: Path

    def write(self, files: dict[str, str | bytes]) -> Tree:
        """Write files by their path in the project; text is UTF-8."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def read(self, name: str) -> str:
        """Return a file's text."""
        return (self.root / name).read_text(encoding="utf-8")

    def kb(self, *arguments: str) -> Run:
        """Run the real command in the project."""
        done = subprocess.run([KB, *arguments], cwd=self.root, capture_output=True, text=True, timeout=120, check=False)
        return Run(done.returncode, done.stdout, done.stderr)


def new_tree(root: Path) -> Tree:
    """Return an empty project in a folder that is not there yet."""
    root.mkdir()
    shutil.copytree(ROOT / "spec", root / "spec")
    # The real nav names pages that such a project has not.
    nav = "nav:\n  - 首页: index.md\n  - 乡镇: township/index.md\n"
    settings = re.sub(r"^nav:\n(?:  .*\n)+", nav, (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), flags=re.M)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return Tree(root).write({"docs/index.md": "# 首页\n"})


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Return an empty project: no docs yet but a home page."""
    return new_tree(tmp_path / "project")


@pytest.fixture
def township(tree: Tree) -> Callable[[str], Tree]:
    """Return a function that puts one township sample, docs/township/a.md, into the project."""
    return lambda text: tree.write({"docs/township/a.md": text})
