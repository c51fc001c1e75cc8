"""The rules as the engines read them: one JSON-able mapping made from spec/ (kb.spec.checkup_rules), compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from operator import add
from typing import Any

Rules = Mapping[str, Any]


@cache
def regex(find: str) -> re.Pattern[str]:
    """Compile a pattern with the flags that the browser's engine uses: lines, and digits in ASCII only."""
    return re.compile(find, re.M | re.A)


def is_near(rule: Rules, text: str, key: str = "near") -> bool:
    """Whether one of the words is there without which a rule can't find anything: a cheap look before the regex."""
    return not rule.get(key) or any(word in text for word in rule[key])


@dataclass(frozen=True)
class Indexed:
    """A text with its pairs of characters: most words are not in it, and a look at a set says so fastest."""

    text: str

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every single character and every two that stand together."""
        return frozenset(self.text).union(map(add, self.text, self.text[1:]))

    def lines_near(self, rule: Rules) -> list[tuple[int, int]]:
        """Return the lines in which a rule can find anything; all of the text as one when it names no words."""
        if not rule.get("near"):
            return [(0, len(self.text))]
        pairs = self.pairs
        words = [word for word in rule["near"] if word[:2] in pairs]
        return sorted({line for word in words for line in self.lines_with(word)}) if words else []

    def lines_with(self, word: str) -> Iterator[tuple[int, int]]:
        """Yield the lines in which a word stands."""
        place = self.text.find(word)
        while place >= 0:
            end = self.text.find("\n", place)
            end = len(self.text) if end < 0 else end
            yield self.text.rfind("\n", 0, place) + 1, end
            place = self.text.find(word, end)
