"""Fixed terms with a synonym for a part, by the check-up's table of parts: only clauses with one are read in full."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, product

from kb.checkup import spins
from kb.checkup.finding import About
from kb.checkup.view import View
from kb.intake.model import Rewrite
from kb.intake.spec_words import of_spec
from kb.spec import Spec

CLAUSE = re.compile("[^，。；：！？,;:!?\\s]{4,}")
SIZE = 4  # with so many characters a spun term is looked up


def find(piece: str, spec: Spec) -> Iterator[Rewrite]:
    """Yield the terms of `piece` that were spun for certain, with the terms as they are."""
    places = sorted(signs(spec).by_place(piece))
    clauses = [match for match in CLAUSE.finditer(piece) if is_any_within(places, *match.span())] if places else []
    starts = [0, *accumulate(len(match[0]) + 1 for match in clauses)]
    view = View("\n".join(match[0] for match in clauses), spec.checkup, About())
    for found in spins.find(view) if clauses else ():
        if found.repair:
            place = bisect_right(starts, found.start) - 1
            start = clauses[place].start() + found.start - starts[place]
            yield Rewrite(start, found.text, found.repair)


def is_any_within(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the rising places lies in a passage."""
    after = bisect_left(places, start)
    return after < len(places) and places[after] < end


@of_spec
def signs(spec: Spec) -> Iterable[str]:
    """Return what ends in a synonym that never fits, in each fixed term with one: of SIZE characters.

    The part before it may be spun too, with a synonym that never fits either.
    """
    table = spec.checkup.get("spins")
    if not isinstance(table, dict):
        return ()
    meant = {part: foreign(forms) for part, *forms in rows(table["words"])}
    terms = (parts for row in rows(table["terms"]) for parts in product(*(choice.split("/") for choice in row)))
    return [sign for parts in terms for sign in signs_of(parts, meant)]


def signs_of(parts: Sequence[str], meant: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the signs of a term."""
    for place, part in enumerate(parts):
        last = parts[place - 1] if place else ""
        first, after = "".join(parts[: max(0, place - 1)]), "".join(parts[place + 1 :])
        for beside, form in product((last, *meant.get(last, ())), meant.get(part, ())):
            before = f"{first}{beside}{form}"
            yield f"{before}{after[: max(0, SIZE - len(before))]}"[-SIZE:]


def rows(lines: str) -> list[list[str]]:
    """Return the words of each line."""
    return [line.split(" ") for line in lines.split("\n") if line]


def foreign(forms: Sequence[str]) -> list[str]:
    """Return the synonyms that never fit."""
    return [form for form in forms if not form.startswith(spins.NEAR_MARK)]
