"""Word lists in text files: `[name] remark` begins a section, words stand between blanks below it."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def sections(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the words of every section of a file by its name."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line[1 : line.index("]")]
        elif name:
            found.setdefault(name, []).extend(line.split())
    return {key: tuple(words) for key, words in found.items()}
