"""Text whose lines break in mid-sentence, made whole for the finders: a name that a line's end parts is one name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kb.intake.model import Junk

# The end of a long line after which a sentence goes on, on a line that is neither set in nor numbered.
BREAK = re.compile(
    "\n(?<=[\u4e00-\u9fff，、,]\n)(?=[\u4e00-\u9fff](?<![一二三四五六七八九十第附](?=[、.．是]))(?![、.．]))"
)
SHORTEST = 24  # characters of a line that was broken because it was full
FEWEST = 3  # such ends in a piece


@dataclass(frozen=True)
class Whole:
    """A text without the ends of lines that part its sentences; `kept` is where each character stood."""

    text: str
    kept: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the text stood."""
        return self.kept[start], self.kept[end - 1] + 1

    def junk(self, found: Sequence[Junk]) -> list[tuple[int, int]]:
        """Return the spans of sure junk in the text."""
        spans = ((bisect_left(self.kept, j.start), bisect_left(self.kept, j.end)) for j in found if j.sure)
        return [span for span in spans if span[0] < span[1]]


def whole(text: str, start: int, end: int) -> Whole:
    """Return `text[start:end]` with the sentences whole that its lines break."""
    breaks = [m.start() for m in BREAK.finditer(text, start, end) if is_full(text, start, m.start())]
    gone = frozenset(breaks if len(breaks) >= FEWEST else ())
    kept = [place for place in range(start, end) if place not in gone] if gone else range(start, end)
    return Whole("".join(text[place] for place in kept) if gone else text[start:end], kept)


def is_full(text: str, start: int, place: int) -> bool:
    """Whether a line that ends at a place is as long as one that is broken."""
    return len(text[max(start, text.rfind("\n", start, place) + 1) : place].strip()) >= SHORTEST
