"""What a section is about: the keywords of spec/themes.yml, and the stems by which old headings tell, weighed.

The stems stand in themes.txt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from kb.intake.word_lists import sections
from kb.spec import Spec

# How much a word of the heading counts more than one of the body, and a word of the heading's beginning more.
HEADING, BODY, FRONT = 5.0, 0.4, 1.2
MOST = 3  # times that one word counts in a body
STEMS = Path(__file__).with_name("themes.txt")


def theme(heading: str, body: str, spec: Spec) -> str:
    """Return the theme of a section, a key of spec/themes.yml; empty when nothing tells."""
    best, most = "", 0.0
    for key, words in vocabulary(tuple((t.key, t.keywords) for t in spec.themes.values())).items():
        structural = spec.themes[key].structural
        score = sum(in_heading(word, weight, heading) for word, weight in words)
        if not structural:
            score += sum(BODY * weight * min(MOST, body.count(word)) for word, weight in words if word in body)
        if score > most:
            best, most = key, score
    return best


def in_heading(word: str, weight: float, heading: str) -> float:
    """Return how much a word of a heading counts."""
    place = heading.find(word)
    return HEADING * weight * (FRONT if place * 2 <= len(heading) else 1) if place >= 0 else 0


@lru_cache(maxsize=4)
def vocabulary(themes: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, list[tuple[str, float]]]:
    """Return the words of each theme with their weights, from (key, keywords); stems go before keywords."""
    return {key: list(dict([*weighed(words), *stems(key)]).items()) for key, words in themes}


def weighed(words: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Yield the keywords of spec; a long one tells more."""
    for word in words:
        yield word, 1.2 if len(word) > 2 else 0.8


def stems(key: str) -> Iterator[tuple[str, float]]:
    """Yield the stems of a theme with their weights."""
    for entry in sections(STEMS).get(key, ()):
        word, _, weight = entry.partition(":")
        yield word, float(weight or 1)
