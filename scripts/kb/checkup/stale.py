"""Phrases that were no longer current in the year of a text (spec/phrases.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.checkup.finding import Finding

# Congresses, plenums and five-year plans stay in use as points in time: only "study and carry out …" ages.
POINTS_IN_TIME = ("congress", "plenum", "five-year-plan", "union-congress")


@dataclass(frozen=True)
class Phrase:
    """A phrase with its period: `last_year` is the last year of which it could be the current wording."""

    names: tuple[str, ...]
    kind: str
    last_year: int | None
    replaced_by: str
    confidence: str


@dataclass(frozen=True)
class Context:
    """What around a phrase tells its use: words before that make it current, words after that make it history."""

    current_before: re.Pattern[str]
    history_after: re.Pattern[str]


def find(text: str, phrases: Iterable[Phrase], context: Context, year: int) -> Iterator[Finding]:
    """Yield phrases used as current in a text of `year` though their period was over; nothing unsure is used."""
    for phrase in phrases:
        if phrase.last_year is None or phrase.last_year >= year or phrase.confidence == "unsure":
            continue
        for name in (n for n in phrase.names if n in text):
            for m in re.finditer(re.escape(name), text):
                if is_current(text, m, phrase, context):
                    yield Finding(m.start(), m.end(), name, message(name, phrase), phrase.kind in POINTS_IN_TIME)


def is_current(text: str, match: re.Match[str], phrase: Phrase, context: Context) -> bool:
    """Whether the phrase stands there as today's wording."""
    if context.history_after.match(text, match.end()):
        return False
    clause = re.split(r"[，。；：\n]", text[max(0, match.start() - 20) : match.start()])[-1]
    return phrase.kind not in POINTS_IN_TIME or context.current_before.search(clause) is not None


def message(name: str, phrase: Phrase) -> str:
    """Say until when the phrase held and what came after it."""
    after = f"，后来的提法是“{phrase.replaced_by}”" if phrase.replaced_by else ""
    return f"“{name}”用到{phrase.last_year}年{after}"
