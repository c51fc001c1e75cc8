"""Phrases, laws and dates of a piece that are out of their period today."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checkup import patterns
from kb.checkup.finding import About
from kb.checkup.view import View
from kb.intake.model import Stale
from kb.spec import Spec

KINDS = ("stale_phrase", "wrong_law")


def find(text: str, start: int, end: int, spec: Spec, year: int) -> list[Stale]:
    """Return what in `text[start:end]` no longer holds in `year`, by place; of overlapping ones the longest."""
    rules = [rule for rule in spec.checkup["patterns"] if rule["kind"] in KINDS]  # type: ignore[attr-defined]
    view = View(text[start:end], {**spec.checkup, "patterns": rules}, About(year=year))
    found = sorted(patterns.find(view), key=lambda f: (f.start, -f.end))
    return list(apart(Stale(start + f.start, f.text, f.message.replace("{}", f.text)) for f in found))


def apart(found: Iterator[Stale] | list[Stale]) -> Iterator[Stale]:
    """Yield those that begin after the end of the one before."""
    last = 0
    for stale in found:
        if stale.start >= last:
            last = stale.start + len(stale.phrase)
            yield stale
