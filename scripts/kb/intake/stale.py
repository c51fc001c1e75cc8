"""Phrases and laws of a piece that are out of their period today: the check-up's rules about both, as of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.checkup import patterns
from kb.checkup.finding import About
from kb.checkup.rulebook import Rules, index, regex
from kb.checkup.view import View
from kb.intake.model import Stale
from kb.intake.spec_words import near_of_spec
from kb.once import once
from kb.spec import Spec
from kb.word_index import WordIndex

KINDS = ("stale_phrase", "wrong_law")


def find(text: str, start: int, end: int, spec: Spec, year: int) -> list[Stale]:
    """Return what in `text[start:end]` no longer holds in `year`, by place; of overlapping ones the longest."""
    piece = text[start:end]
    view = View(piece, spec.checkup, About(year=year))
    found = []
    for rule in near(spec, piece):
        if patterns.is_for(rule, view.about):
            for match in regex(rule["find"]).finditer(view.shown):
                if patterns.holds(rule, match, 0, view):
                    found.append(Stale(start + match.start(), match[0], patterns.said(rule, match[0])))
    return list(apart(sorted(found, key=lambda s: (s.start, -len(s.phrase)))))


@once
def rules(spec: Spec) -> WordIndex[Rules]:
    """Return the check-up's rules about phrases and laws; a year beside them excuses nothing in a draft of today."""
    every: list[Rules] = spec.checkup["patterns"]  # type: ignore[assignment]
    return index({k: v for k, v in rule.items() if k != "history"} for rule in every if rule["kind"] in KINDS)


near = near_of_spec(rules)


def apart(found: Iterable[Stale]) -> Iterator[Stale]:
    """Yield those that begin after the end of the one before."""
    last = 0
    for stale in found:
        if stale.start >= last:
            last = stale.start + len(stale.phrase)
            yield stale
