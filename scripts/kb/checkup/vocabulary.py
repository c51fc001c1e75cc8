"""Words of another kind of body, wrong law names, private data: patterns of spec/ that need no other knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.checkup.finding import Finding, Pattern


@dataclass(frozen=True)
class Watch:
    """A pattern with the sentence that it calls for; `units` limits it to unit types, empty means all."""

    pattern: Pattern
    message: str
    sure: bool
    units: tuple[str, ...] = ()


def find(text: str, watches: Iterable[Watch], unit: str = "") -> Iterator[Finding]:
    """Yield what the patterns find in a text of a unit type; an unknown unit type gets only the general ones."""
    for watch in watches:
        if not watch.units or unit in watch.units:
            for m in watch.pattern.find.finditer(text):
                message = watch.message.replace("{}", m.group())
                yield Finding(m.start(), m.end(), m.group(), message, watch.sure, watch.pattern.repair(m))
