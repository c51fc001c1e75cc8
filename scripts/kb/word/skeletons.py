"""Samples -> skeletons as Word files in the site, made once for the same input."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from kb import cache_file, markdown_text, word
from kb.document import slot_ids
from kb.model import Sample
from kb.publish import skeleton
from kb.spec import Spec
from kb.word.blocks import Reader

if TYPE_CHECKING:
    from kb.word.writer import Writer

MISSING = "没有装 python-docx，没有生成 Word 骨架；要生成就先运行 make setup"


def path(sample: Sample) -> str:
    """Return where the Word skeleton is in the site."""
    return skeleton.path(sample).removesuffix(".md") + ".docx"


def write_all(site: Path, cache: Path, samples: Sequence[Sample], spec: Spec) -> int:
    """Write the Word skeletons into a site; returns how many. Without python-docx none, and a line says so."""
    if not word.available():
        print(MISSING, file=sys.stderr)
        return 0
    made = Made(cache / "word", spec)
    found = [s for s in samples if not s.is_snippet]
    for sample in found:
        place, content = site / path(sample), made.get(sample)
        if not (place.is_file() and place.read_bytes() == content):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    made.tidy()
    return len(found)


class Made:
    """Word skeletons that were made before, kept by the hash of all that goes into them."""

    def __init__(self, folder: Path, spec: Spec) -> None:
        self.folder = folder
        self.spec = spec
        self.used: set[str] = set()
        self.base = hashlib.sha256("\0".join(inputs(spec)).encode()).digest()

    @cached_property
    def writer(self) -> Writer:
        """What writes them; made when one is missing."""
        from kb.word.writer import Writer

        return Writer(self.spec.layout)

    def get(self, sample: Sample) -> bytes:
        """Return the Word skeleton of a sample."""
        text = "\n\n".join(skeleton.body(sample, self.spec))
        ids = {self.spec.label(i): i for i in slot_ids(sample, self.spec)}
        name = sample.path.removesuffix(".md")
        given = (name, text, json.dumps(ids))
        key = hashlib.sha256(self.base + "\0".join(given).encode()).hexdigest()
        self.used.add(key)
        with contextlib.suppress(OSError):
            return (self.folder / key).read_bytes()
        content = self.writer.write(Reader(ids, self.spec).blocks(text), name)
        cache_file.write(self.folder / key, content)
        return content

    def tidy(self) -> None:
        """Drop what is no longer made."""
        cache_file.tidy(self.folder, self.used)


def inputs(spec: Spec) -> Iterator[str]:
    """Yield all that goes into every Word skeleton: the layout, our code, the library."""
    yield json.dumps(spec.layout, ensure_ascii=False)
    code = [*sorted(Path(word.__file__).parent.glob("*.py")), Path(markdown_text.__file__)]
    yield from (p.read_text(encoding="utf-8") for p in code)
    yield version("python-docx")
