"""Projects with so many generated samples, and the same pages for Material alone."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from bench.corpus import as_markdown, pages
from bench.engines import write
from bench.generate import generate
from kb.model import Sample
from kb.paths import Project
from kb.rules.gate import sample_files
from kb.sample_file import parse_sample, read_text
from kb.site.stage import without
from kb.spec import Spec, load

ROOT = Path(__file__).resolve().parents[2]
OURS = ("hooks", "extra_css", "extra_javascript", "watch", "plugins")
SEARCH = {"无搜索": "plugins: []\n", "带搜索": "plugins:\n  - search:\n      lang: zh\n"}


@cache
def library() -> tuple[list[Sample], Spec]:
    """Return the samples of this repository, which the generated ones are made of, and the spec."""
    project = Project(ROOT)
    spec, _ = load(project.spec)
    found = [(p, project.relative(p)) for p in sample_files(project, spec)]
    return [parse_sample(read_text(path, shown)[0], shown)[0] for path, shown in found], spec


def ours(folder: Path, number: int) -> Path:
    """Write a project with the real hand-written pages and so many samples; returns its folder."""
    samples, spec = library()
    shutil.copytree(ROOT / "spec", folder / "spec")
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copyfile(ROOT / name, folder / name)
    write(folder, {"scripts/kb/site/hook.py": (ROOT / "scripts/kb/site/hook.py").read_text(encoding="utf-8")})
    (folder / "scripts" / "web").symlink_to(ROOT / "scripts" / "web")
    shutil.copytree(ROOT / ".cache" / "web", folder / ".cache" / "web")
    hand_written(folder)
    write(folder / "docs", dict(generate(number, samples, spec)))
    return folder


def hand_written(folder: Path) -> None:
    """Copy the docs without the samples."""
    samples, _ = library()
    shutil.copytree(ROOT / "docs", folder / "docs")
    for sample in samples:
        (folder / "docs" / sample.path).unlink()


def plain(folder: Path, number: int, search: str) -> Path:
    """Write the same pages for Material alone, with the same nav; returns the folder. `search` is a key of SEARCH."""
    samples, spec = library()
    hand_written(folder)
    made = [parse_sample(text, f"docs/{path}")[0] for path, text in generate(number, samples, spec)]
    write(folder / "docs", {f"{page.name}.md": as_markdown(page) for page in pages(made, spec)})
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert all(f"\n{name}:" in config for name in OURS)
    write(folder, {"mkdocs.yml": without(config, OURS) + SEARCH[search]})
    return folder
