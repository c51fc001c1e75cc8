"""The text that the finders work on: the source without what breaks its words, in simplified characters.

What is found there is told in places of the source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from kb.intake import broken
from kb.intake.broken import Cut
from kb.intake.model import Junk, Piece
from kb.intake.read import TRADITIONAL, is_simplified, is_traditional


@dataclass(frozen=True)
class Worked:
    """A text to work on, the cuts by which it came from its source, and whether its characters were simplified."""

    source: str
    text: str
    cuts: Sequence[Cut] = ()
    simplified: bool = False

    @cached_property
    def places(self) -> list[int]:
        """Where in the text each cut was made."""
        gone = accumulate((c.end - c.start - len(c.new) for c in self.cuts), initial=0)
        return [cut.start - before for cut, before in zip(self.cuts, gone, strict=False)]

    def start(self, place: int) -> int:
        """Return where in the source something begins that begins at `place`."""
        number = bisect_right(self.places, place)
        return self.beside(number, place, 0)

    def end(self, place: int) -> int:
        """Return where in the source something ends that ends at `place`."""
        number = bisect_left(self.places, place)
        return self.beside(number, place, 1)

    def beside(self, number: int, place: int, side: int) -> int:
        """Return the place in the source behind so many cuts; within what a cut put in, one of its ends."""
        if not number:
            return place
        cut, own = self.cuts[number - 1], self.places[number - 1]
        within = place - own - len(cut.new)
        if within < 0 or (side and within == 0 and cut.new):
            return cut.end if side else cut.start
        return cut.end + within

    def back(self, made: Piece) -> Piece:
        """Return a piece told in places of the source, with the cuts in it among its junk."""
        if not self.cuts and not self.simplified:
            return made
        start, end = self.start(made.start), self.end(made.end)
        junk = [replace(j, start=self.start(j.start), end=self.end(j.end)) for j in made.junk]
        junk += [Junk(c.start, c.end, c.kind) for c in self.cuts if start <= c.start and c.end <= end]
        return replace(
            made,
            start=start,
            end=end,
            title_end=self.end(made.title_end) if made.title_end else 0,
            headings=[
                replace(h, start=self.start(h.start), end=self.end(h.end), mark_start=self.start(h.mark_start))
                for h in made.headings
            ],
            junk=sorted(junk, key=lambda j: (j.start, j.end)),
            private=[replace(p, start=self.start(p.start), text=self.written(p.start, p.end)) for p in made.private],
            rewrites=[
                replace(r, start=self.start(r.start), wrong=self.written(r.start, r.start + len(r.wrong)))
                for r in made.rewrites
            ],
            figures=[replace(f, start=self.start(f.start), end=self.end(f.end)) for f in made.figures],
            stale=[
                replace(s, start=self.start(s.start), phrase=self.written(s.start, s.start + len(s.phrase)))
                for s in made.stale
            ],
        )

    def written(self, start: int, end: int) -> str:
        """Return what stands in the source where `text[start:end]` is."""
        return self.source[self.start(start) : self.end(end)]


def worked(source: str) -> Worked:
    """Return the text to work on for a source."""
    cuts = broken.find(source)
    parts: list[str] = []
    last = 0
    for cut in cuts:
        parts += [source[last : cut.start], cut.new]
        last = cut.end
    text = "".join([*parts, source[last:]]) if cuts else source
    plain = simplified(text)
    return Worked(source, plain, cuts, plain != text)


def simplified(text: str) -> str:
    """Return a text with its lines in traditional characters made simplified ones, as far as OpenCC is installed.

    A line in which nothing tells is like the one before it. No line becomes longer or shorter.
    """
    if not any(sign in text for sign in TRADITIONAL):
        return text
    from kb.publish.search.fold import converter

    convert = converter()
    if convert is None:
        return text
    lines = text.split("\n")
    made = []
    told = is_traditional(text)
    for line in lines:
        told = is_traditional(line) or (told and not is_simplified(line))
        made.append(convert(line) if told else line)
    return "\n".join(new if len(new) == len(old) else old for new, old in zip(made, lines, strict=True))
