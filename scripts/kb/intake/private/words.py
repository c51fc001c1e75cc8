"""The word lists of words.txt, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("words.txt")


@cache
def sections() -> dict[str, tuple[str, ...]]:
    """Return the words of every section by its name."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in SOURCE.read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line[1 : line.index("]")]
        elif name:
            found.setdefault(name, []).extend(line.split())
    return {key: tuple(words) for key, words in found.items()}


def section(name: str) -> tuple[str, ...]:
    """Return the words of a section in their order."""
    return sections()[name]


def words(name: str) -> frozenset[str]:
    """Return the words of a section."""
    return frozenset(section(name))
