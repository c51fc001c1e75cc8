"""Fixed terms with a synonym for a part, by the check-up's table of parts: only clauses with one are read in full."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, product

from kb.checkup import spins
from kb.checkup.finding import About
from kb.checkup.view import View
from kb.intake.model import Rewrite
from kb.once import once
from kb.spec import Spec

CLAUSE = re.compile("[^，。；：！？,;:!?\\s]{4,}")
SIZE = 4  # with so many characters a spun term is looked up


def find(piece: str, spec: Spec) -> Iterator[Rewrite]:
    """Yield the terms of `piece` that were spun for certain, with the terms as they are."""
    begun = beginnings(spec)
    clauses = [match for match in CLAUSE.finditer(piece) if not begun.isdisjoint(quads(match[0]))]
    starts = [0, *accumulate(len(match[0]) + 1 for match in clauses)]
    view = View("\n".join(match[0] for match in clauses), spec.checkup, About())
    for found in spins.find(view) if clauses else ():
        if found.repair:
            place = bisect_right(starts, found.start) - 1
            start = clauses[place].start() + found.start - starts[place]
            yield Rewrite(start, found.text, found.repair)


def quads(clause: str) -> Iterator[str]:
    """Yield every run of SIZE characters."""
    return (clause[place : place + SIZE] for place in range(len(clause) - SIZE + 1))


@once
def beginnings(spec: Spec) -> frozenset[str]:
    """Return the first characters of every fixed term with a synonym that never fits in place of one part."""
    table = spec.checkup.get("spins")
    if not isinstance(table, dict):
        return frozenset()
    meant = {part: foreign(forms) for part, *forms in rows(table["words"])}
    return frozenset(
        "".join((*parts[:place], form, *parts[place + 1 :]))[:SIZE]
        for row in rows(table["terms"])
        for parts in product(*(choice.split("/") for choice in row))
        for place, part in enumerate(parts)
        for form in meant.get(part, ())
    )


def rows(lines: str) -> list[list[str]]:
    """Return the words of each line."""
    return [line.split(" ") for line in lines.split("\n") if line]


def foreign(forms: Sequence[str]) -> list[str]:
    """Return the synonyms that never fit."""
    return [form for form in forms if not form.startswith(spins.NEAR_MARK)]
