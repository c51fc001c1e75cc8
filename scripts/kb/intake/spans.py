"""Spans that must not overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Found = TypeVar("Found")


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
