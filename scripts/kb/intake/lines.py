"""The lines of a source text that hold anything, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What is no text: blanks of every width, byte order marks, zero-width characters.
BLANK = " \t\r\f\v\x1c\x1d\x1e\x1f\x85\u3000\xa0\u2002\u2003\u2009\u2028\u2029\u200b\u200c\u200d\u2060\ufeff"
LINE = re.compile(rf"[^\n{BLANK}](?:[^\n]*[^\n{BLANK}])?")
LETTER = re.compile(r"[\u3400-\u9fff0-9A-Za-z]")
NO_LETTERS = re.compile(r"[^\u3400-\u9fff0-9A-Za-z]+")


@dataclass(frozen=True)
class Line:
    """A line without the blanks around it: `text` is `source[start:end]`."""

    start: int
    end: int
    text: str


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Return the lines with text in `text[start:end]`; offsets are those of `text`."""
    return [Line(*m.span(), m.group()) for m in LINE.finditer(text, start, len(text) if end is None else end)]


def merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans in order, those that touch or overlap as one."""
    start = end = -1
    for a, b in sorted(spans):
        if a > end:
            if end > start:
                yield start, end
            start, end = a, b
        end = max(end, b)
    if end > start:
        yield start, end
