"""A finding in a text, and the small tools that all finders share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")
HIDDEN = "\ue010"


@dataclass(frozen=True)
class Finding:
    """One objection: offsets into the text, what stands there, why, and the text that may replace it (None: no repair).

    sure: whether it is a fault for certain; otherwise a person has to look.
    """

    start: int
    end: int
    text: str
    message: str
    sure: bool
    repair: str | None = None


@dataclass(frozen=True)
class Pattern:
    """A regex in the part of the syntax that Python and ES2018 share, and what replaces a match.

    parts: texts as they are, numbers for the match's groups; empty when there is no replacement.
    """

    find: re.Pattern[str]
    parts: tuple[str | int, ...] = ()

    def repair(self, match: re.Match[str]) -> str | None:
        """Return what would stand in place of a match."""
        return "".join(p if isinstance(p, str) else match[p] or "" for p in self.parts) if self.parts else None


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, sentence) of a text; together they are the text."""
    return ((m.start(), m.group()) for m in SENTENCE.finditer(text) if m.group())


def hide(text: str, phrases: Iterable[str]) -> str:
    """Return `text`, as long as before, with phrases blotted out that no finder may touch."""
    for phrase in phrases:
        text = text.replace(phrase, HIDDEN * len(phrase))
    return text
