"""Spans that must not overlap, and how they are found fast."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

from kb import quick_regex

Found = TypeVar("Found")
FORWARD = 160  # characters behind a sign that a match may have


def apart(found: Iterable[Found], span: Callable[[Found], tuple[int, int]]) -> list[Found]:
    """Return what overlaps nothing before it in `found`, by place; `span` gives start and end."""
    taken: set[int] = set()
    kept = []
    for one in found:
        place = range(*span(one))
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(one)
    return sorted(kept, key=span)


def around(text: str, slow: str, sign: re.Pattern[str], reach: int) -> Iterator[re.Match[str]]:
    """Yield the matches of a slow pattern about the places where a quick one says that it can match.

    The slow one matches line by line; it is compiled when its sign is met first, for most texts have few of them.
    """
    last = 0
    for hint in sign.finditer(text):
        if hint.start() < last:
            continue
        match = compiled(slow).search(text, max(last, hint.start() - reach), min(len(text), hint.end() + FORWARD))
        if match and match.end() > match.start():
            yield match
            last = match.end()


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern for texts of many lines."""
    return quick_regex.compiled(pattern, re.M)
