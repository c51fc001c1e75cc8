"""Names of persons: by likelihood, by lists, by their sounds; one that is certain is found wherever it stands."""

from __future__ import annotations

import re

from kb.intake.private import names
from kb.intake.private.guesses import ENOUGH, Guess, guesses, likeliest, with_last
from kb.intake.private.person_lists import beside_others, ended
from kb.intake.private.spelled import dotted, rendered, spaced, titled
from kb.intake.spans import apart


def find(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of persons' names in `text[start:end]` by place."""
    certain = likeliest(g for g in with_last(text, guesses(text, start, end)) if g.lead >= ENOUGH)
    certain = likeliest([*certain, *ended(text, start, end), *rendered(text, start, end)])
    certain = likeliest(
        [
            *certain,
            *beside_others(text, start, end, certain),
            *dotted(text, start, end),
            *spaced(text, start, end),
        ]
    )
    return apart([*everywhere(text, start, end, certain), *titled(text, start, end)], lambda span: span)


def everywhere(text: str, start: int, end: int, certain: list[Guess]) -> list[tuple[int, int]]:
    """Return every place of every certain name, also where nothing around hints at it."""
    found = [(g.start, g.end) for g in certain if text[g.start : g.end] not in names.PUBLIC]
    known = sorted({text[a:b] for a, b in found}, key=lambda name: (-len(name), name))
    if not known:
        return []
    every = re.compile("|".join(map(re.escape, known))).finditer(text, start, end)
    return apart([*found, *(match.span() for match in every)], lambda span: span)
