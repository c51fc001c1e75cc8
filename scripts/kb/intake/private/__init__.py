"""Private data of a piece: finders give spans (a module a kind), `pseudonyms` what stands for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kb.intake.model import Junk, Private
from kb.intake.private import bodies, contacts, names, persons, short_forms
from kb.intake.private.pseudonyms import pseudonyms
from kb.intake.private.punctuation import full_width
from kb.intake.private.terms import COUNTIES
from kb.intake.private.wrapped import whole
from kb.intake.spans import apart

__all__ = ["find"]
NOTE = "source_note"
LINKS = frozenset("和由沿")  # surnames that stand before the name of a body, too
Span = tuple[int, int]


class Mention(NamedTuple):
    """A span, what it is, and the full name that is meant."""

    kind: str
    start: int
    end: int
    full: str

    def touches(self, spans: Iterable[Span]) -> bool:
        """Whether it has a place in common with one of some spans."""
        return any(first < self.end and self.start < last for first, last in spans)

    def is_cut_by(self, person: Mention) -> bool:
        """Whether a person is named here rather than a body: by the same words, or by some within and some beyond."""
        if self.start >= person.end or person.start >= self.end:
            return False
        if (self.start, self.end) == (person.start, person.end):
            return self.full[-1] not in COUNTIES
        if person.full[0] in LINKS and self.start == person.start + 1 and self.end > person.end:
            return False  # 和明理 before 律师事务所
        return self.start > person.start or self.end < person.end

    def is_begun_by(self, person: Mention, sure: tuple[str, ...]) -> bool:
        """Whether a person's name runs into this one: 由云溪 before 县, or 高云溪 where 云溪县 is `sure` elsewhere."""
        if not person.start < self.start < person.end < self.end:
            return False
        led = self.start == person.start + 1 and person.full[0] in names.PLAIN
        return self.full.startswith(sure) or (led and self.full[person.end - self.start] in COUNTIES)


def find(text: str, start: int, end: int, junk: Sequence[Junk] = ()) -> list[Private]:
    """Return the private data in `text[start:end]` by place with its replacements.

    None of it is inside sure junk, but for the persons of a note that says who wrote: such notes may be the author's.
    """
    flow = whole(text, start, end)
    cut, notes = (flow.junk([j for j in junk if (j.kind == NOTE) == is_note]) for is_note in (False, True))
    every = mentions(full_width(flow.text), 0, len(flow.text), cut, notes)
    written = [(m.kind, flow.text[m.start : m.end], m.full) for m in every]
    found = []
    for mention, (kind, _, _), replacement in zip(every, written, pseudonyms(written), strict=True):
        first, last = flow.span(mention.start, mention.end)
        found.append(Private(kind, text[first:last], first, replacement))
    return found


def mentions(text: str, start: int, end: int, cut: Sequence[Span], notes: Sequence[Span]) -> list[Mention]:
    """Return the mentions in `text[start:end]` by place, none of them in what is `cut`, only persons in `notes`."""
    first = [Mention(*found, text[found[1] : found[2]]) for found in contacts.find(text, start, end)]
    found = [Mention("person", a, b, text[a:b]) for a, b in persons.find(text, start, end)]
    named = [Mention(b.kind, b.start, b.end, text[b.start : b.end]) for b in bodies.find(text, start, end)]
    sure = tuple({b.full for b in named if b.full[-1] in COUNTIES and not any(map(b.is_cut_by, found))})
    found = [p for p in found if not any(body.is_begun_by(p, sure) for body in named)]
    kept = [body for body in named if not any(map(body.is_cut_by, found))]
    spans = {body[1:3] for body in kept}
    found = [*kept, *(person for person in found if person[1:3] not in spans)]
    known = meant(first_and_longest([m for m in found if not m.touches(f[1:3] for f in first)]))
    more = (Mention(*m) for m in short_forms.further(text, start, end, [m[:3] for m in known]))
    every = first_and_longest([*first, *known], more)
    return [m for m in every if not m.touches(cut) and (m.kind == "person" or not m.touches(notes))]


def meant(found: list[Mention]) -> list[Mention]:
    """Return mentions with the full name where one is the given name of another: 云建 is 张云建."""
    whole = {m.full[1:]: m.full for m in found if m.kind == "person" and len(m.full) == 3}
    return [m._replace(full=whole.get(m.full, m.full)) if m.kind == "person" else m for m in found]


def first_and_longest(first: Iterable[Mention], more: Iterable[Mention] = ()) -> list[Mention]:
    """Return mentions by place: of those that overlap the longest, and none of `more` that overlaps another."""
    return apart([*sorted(first, key=lambda m: m.start - m.end), *more], lambda m: (m.start, m.end))
