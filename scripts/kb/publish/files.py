"""Samples -> files of the finished site. Each module returns texts; only `write_all` touches the disk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kb.model import Sample
from kb.publish import catalog, desk, llms, outline, skeleton
from kb.spec import Spec

Files = Iterable[tuple[str, str]]


def of_samples(samples: Sequence[Sample], spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield the files that are made of samples alone."""
    listed = catalog.build(samples, spec)
    yield "catalog.json", json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    for sample in (s for s in samples if not s.is_snippet):
        yield skeleton.path(sample), skeleton.build(sample, spec)
        yield outline.path(sample), outline.build(sample, spec)
    yield "llms.txt", llms.build(listed, spec)
    yield from desk.files(samples, spec)


def hand_written(site: Path, docs: Path, samples: Sequence[Sample]) -> dict[str, str]:
    """Return the HTML of the built pages that are no samples, by their path in the site."""
    made = {s.path for s in samples}
    sources = [p.relative_to(docs) for p in sorted(docs.rglob("*.md"))]
    names = [p.with_suffix(".html").as_posix() for p in sources if p.as_posix() not in made]
    return {n: (site / n).read_text(encoding="utf-8") for n in names if (site / n).is_file()}


def write_all(site: Path, files: Files) -> int:
    """Write finished files into a site, each as soon as it is made; returns how many."""
    folders: set[Path] = set()
    written = 0
    for name, content in files:
        path = site / name
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_text(content, encoding="utf-8", newline="\n")
        written += 1
    return written
