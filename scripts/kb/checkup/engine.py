"""The check-up: a draft and what is known of it -> what a superior would object to. scripts/web/checkup is its twin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kb.checkup import (
    bounds,
    breakdown,
    dates,
    equations,
    figures,
    items,
    law_names,
    listed,
    near_terms,
    of_which,
    pairs,
    patterns,
    places,
    products,
    sections,
    sequence,
    shares,
    spins,
    sums,
    swapped,
)
from kb.checkup.about import guess
from kb.checkup.finding import Finding, Result
from kb.checkup.rulebook import Rules
from kb.checkup.view import View, one_break

FINDERS: tuple[Callable[[View], Iterator[Finding]], ...] = (
    patterns.find,
    spins.find,
    near_terms.find,
    pairs.find,
    figures.find,
    of_which.find,
    breakdown.find,
    sums.find,
    products.find,
    shares.find,
    equations.find,
    listed.find,
    items.find,
    swapped.find,
    bounds.find,
    sequence.find,
    sections.find,
    places.find,
    law_names.find,
    dates.find,
)
GRAVITY = {"must": 0, "should": 1, "check": 2}


def checkup(text: str, rules: Rules, unit: str = "", genre: str = "", year: int = 0) -> Result:
    """Return the findings in `text`; what is empty or 0 of unit type, genre and year is guessed from it."""
    about = guess(one_break(text), rules, unit, genre, year)
    view = View(text, rules, about)
    found = [finding for finder in FINDERS for finding in finder(view)]
    return Result(about, tuple(in_order(found)))


def in_order(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings by place; of those of one kind that overlap only the first, gravest, longest."""
    ends: dict[str, int] = {}
    for finding in sorted(found, key=lambda f: (f.start, GRAVITY[f.severity], -f.end)):
        if finding.start >= ends.get(finding.kind, 0):
            ends[finding.kind] = finding.end
            yield finding
