"""What a section is about: the keywords of spec/themes.yml, and the stems by which old headings tell, weighed.

The stems stand in themes.txt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kb.intake.word_lists import sections
from kb.once import once
from kb.spec import Spec
from kb.word_finder import WordFinder

# How much a word of the heading counts more than one of the body, and a word of the heading's beginning more.
HEADING, BODY, FRONT = 5.0, 0.4, 1.2
MOST = 3  # times that one word counts in a body
# What is wrong and what will be done is a section about what is wrong: 不足之处与明年打算.
PROBLEMS = "problems"
BOTH = re.compile("(?:不足|问题|差距|短板)(?:之处)?[与和及、，][^，。；]{0,10}(?:打算|计划|思路|安排|设想|方向|措施)$")
Words = Mapping[str, list[tuple[str, float]]]
STEMS = Path(__file__).with_name("themes.txt")


def theme(heading: str, body: str, spec: Spec) -> str:
    """Return the theme of a section, a key of spec/themes.yml; empty when nothing tells."""
    if PROBLEMS in spec.themes and BOTH.search(heading):
        return PROBLEMS
    scores: dict[str, float] = {}
    known = vocabulary(spec)
    for word in sorted(known.finder.words_in(heading)):
        for key, weight in known.words[word]:
            scores[key] = scores.get(key, 0) + in_heading(word, weight, heading)
    times = Counter([number for number, _, _ in known.finder.matches(body)])
    for number in sorted(times):
        for key, weight in known.in_bodies[number]:
            scores[key] = scores.get(key, 0) + weight * min(MOST, times[number])
    return max(filter(scores.get, spec.themes), key=lambda key: scores[key], default="")


def in_heading(word: str, weight: float, heading: str) -> float:
    """Return how much a word of a heading counts."""
    place = heading.find(word)
    return HEADING * weight * (FRONT if place * 2 <= len(heading) else 1) if place >= 0 else 0


class Vocabulary(NamedTuple):
    """Every word with (theme, weight), the finder of these words; by their numbers what they count in bodies."""

    words: Words
    finder: WordFinder
    in_bodies: list[list[tuple[str, float]]]


@once
def vocabulary(spec: Spec) -> Vocabulary:
    """Return the words that tell themes; a theme's stems go before its keywords.

    In bodies only fields of work are told.
    """
    found: dict[str, list[tuple[str, float]]] = {}
    for theme in spec.themes.values():
        for word, weight in dict([*weighed(theme.keywords), *stems(theme.key)]).items():
            found.setdefault(word, []).append((theme.key, weight))
    structural = {theme.key for theme in spec.themes.values() if theme.structural}
    finder = WordFinder(found)
    in_bodies = [[(key, BODY * w) for key, w in found[word] if key not in structural] for word in finder.words]
    return Vocabulary(found, finder, in_bodies)


def weighed(words: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Yield the keywords of spec; a long one tells more."""
    for word in words:
        yield word, 1.2 if len(word) > 2 else 0.8


def stems(key: str) -> Iterator[tuple[str, float]]:
    """Yield the stems of a theme with their weights."""
    for entry in sections(STEMS).get(key, ()):
        word, _, weight = entry.partition(":")
        yield word, float(weight or 1)
