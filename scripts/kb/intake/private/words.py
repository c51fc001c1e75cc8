"""The word lists of words.txt."""

from __future__ import annotations

from pathlib import Path

from kb.intake.word_lists import sections

SOURCE = Path(__file__).with_name("words.txt")


def section(name: str) -> tuple[str, ...]:
    """Return the words of a section in their order."""
    return sections(SOURCE)[name]


def words(name: str) -> frozenset[str]:
    """Return the words of a section."""
    return frozenset(section(name))
