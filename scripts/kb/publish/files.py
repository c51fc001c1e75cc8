"""Samples -> files of the finished site. Each module returns texts; only `write_all` touches the disk."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from kb.model import Sample
from kb.publish import catalog, desk, llms, outline, search, skeleton
from kb.spec import Spec

Files = Iterable[tuple[str, str]]
QUICK = 1  # of zlib's levels


def prepared(samples: Sequence[Sample], spec: Spec, cache: Path | None = None) -> Callable[[Mapping[str, str]], Files]:
    """Do what can be done while no page is built; return what gives (path in the site, content) of every finished file.

    It is given the HTML of the hand-written pages by their path in the site.
    """
    # Packed while they wait: as text, the files of ten thousand samples take half a gigabyte.
    files = [(name, zlib.compress(text.encode(), QUICK)) for name, text in of_samples(samples, spec)]
    found = search.prepared(samples, spec, cache)
    return lambda built: chain(((name, zlib.decompress(packed).decode()) for name, packed in files), found(built))


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
    """Write the finished files into a built site; returns how many."""
    written = []
    for name, content in files:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
        written.append(name)
    return len(written)
