"""Samples -> files of the finished site. Each module returns texts; only `write_all` touches the disk."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from kb.model import Sample
from kb.publish import catalog, llms, outline, skeleton
from kb.spec import Spec


def outputs(samples: Sequence[Sample], spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield (path in the site, content) of every finished file that is made from the samples."""
    listed = catalog.build(samples, spec)
    yield "catalog.json", json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    for sample in (s for s in samples if not s.is_snippet):
        yield skeleton.path(sample), skeleton.build(sample, spec)
        yield outline.path(sample), outline.build(sample, spec)
    yield "llms.txt", llms.build(listed, spec)


def write_all(site: Path, samples: Sequence[Sample], spec: Spec) -> int:
    """Write the finished files into a built site; returns how many."""
    number = 0
    for name, content in outputs(samples, spec):
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
        number += 1
    return number
