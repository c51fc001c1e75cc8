"""The rules as the engines read them: one JSON-able mapping made from spec/ (kb.spec.checkup_rules), compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from kb.once import once
from kb.quick_regex import compiled
from kb.word_finder import WordFinder
from kb.word_index import WordIndex

Rules = Mapping[str, Any]
Span = tuple[int, int]
WORDS = ("near", "near_part")


@cache
def regex(find: str) -> re.Pattern[str]:
    """Compile a pattern with the flags that the browser's engine uses: lines, and digits in ASCII only."""
    return compiled(find, re.M | re.A)


def is_near(rule: Rules, text: str, key: str = "near") -> bool:
    """Whether one of the words is there without which a rule can't find anything: a cheap look before the regex."""
    return not rule.get(key) or any(word in text for word in rule[key])


def is_among(rule: Rules, words: Set[str], key: str = "near") -> bool:
    """Whether one of the words that a rule needs is among those that are there."""
    return not rule.get(key) or not words.isdisjoint(rule[key])


@once
def needed(rules: Rules) -> WordFinder:
    """Return the finder of all words without which the rules can't find anything."""
    return WordFinder(words_of(rules))


def words_of(node: object) -> Iterator[str]:
    """Yield the words that any rule needs, however deep it lies."""
    if isinstance(node, Mapping):
        yield from (word for key in WORDS for word in node.get(key, ()))
        yield from words_of(list(node.values()))
    elif isinstance(node, list | tuple):
        for part in node:
            yield from words_of(part)


def index(rules: Iterable[Rules]) -> WordIndex[Rules]:
    """Return rules by the words that they need."""
    return WordIndex((rule, rule.get("near", ())) for rule in rules)


@dataclass(frozen=True)
class Indexed:
    """A text in which rules look, and where the words stand that they need: most of them are not in it."""

    text: str
    words: WordFinder

    @cached_property
    def lines(self) -> dict[str, list[Span]]:
        """The lines in which each word stands."""
        return self.words.lines_by_word(self.text)

    def lines_near(self, rule: Rules) -> Sequence[Span]:
        """Return the lines in which a rule can find anything; all of the text as one when it names no words."""
        if not rule.get("near"):
            return [(0, len(self.text))]
        found = [self.lines[word] for word in rule["near"] if word in self.lines]
        return sorted({line for lines in found for line in lines}) if len(found) > 1 else found[0] if found else ()

    def matches(self, rule: Rules) -> Iterator[re.Match[str]]:
        """Yield what a rule finds whose matches never go on to the next line."""
        for start, end in self.lines_near(rule):
            yield from regex(rule["find"]).finditer(self.text, start, end)

    def is_near(self, rule: Rules, key: str = "near") -> bool:
        """Whether one of the words that a rule needs is in the text."""
        return is_among(rule, self.lines.keys(), key)
