"""What is right: the parts and pages that contain every term of a query, found by plain searching of the text."""

from __future__ import annotations

import random
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bench.corpus import Page

BREAK = "\n"  # between paragraphs and between parts: nothing matches across it
SHORTEST, LONGEST = 2, 12


def fold(text: str) -> str:
    """Return text as both sides of every comparison see it: width and case are one, and so are many blanks and one."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


class Truth:
    """All text of a corpus in one string, with the places where parts begin."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.keys: list[str] = []
        self.starts: list[int] = []
        pieces: list[str] = []
        length = 0
        for page in pages:
            for part in page.parts:
                text = BREAK.join(map(fold, part.texts)) + BREAK
                self.keys.append(page.key(part))
                self.starts.append(length)
                pieces.append(text)
                length += len(text)
        self.text = "".join(pieces)
        self.holding = lru_cache(maxsize=256)(self._holding)

    def _holding(self, term: str) -> frozenset[str]:
        """Return the keys of the parts that contain a term."""
        found = set()
        place = self.text.find(term)
        while place >= 0:
            part = bisect_right(self.starts, place) - 1
            found.add(self.keys[part])
            after = self.starts[part + 1] if part + 1 < len(self.starts) else len(self.text)
            place = self.text.find(term, after)
        return frozenset(found)

    def sections(self, query: str) -> set[str]:
        """Return the parts that contain every term of a query."""
        return set.intersection(*(set(self.holding(t)) for t in fold(query).split()))

    def pages(self, query: str) -> set[str]:
        """Return the pages that contain every term of a query, in whatever parts."""
        return set.intersection(*({page_of(k) for k in self.holding(t)} for t in fold(query).split()))

    def substrings(self, number: int, seed: int) -> Iterator[str]:
        """Yield random pieces of the text, 2-12 characters long; no blank, which would make two terms of one."""
        chance = random.Random(seed)
        while number:
            place = chance.randrange(len(self.text))
            found = self.text[place : place + chance.randint(SHORTEST, LONGEST)]
            if len(found) >= SHORTEST and not any(c.isspace() or c == '"' for c in found):
                number -= 1
                yield found

    def absent(self, number: int, seed: int) -> Iterator[str]:
        """Yield strings of the text's own characters that are nowhere in it."""
        chance = random.Random(seed)
        for found in self.substrings(number * 50, seed):
            mixed = "".join(chance.sample(found, len(found)))
            if mixed not in self.text:
                number -= 1
                yield mixed
            if not number:
                return


def page_of(key: str) -> str:
    """Return the page of a result's address."""
    return key.partition("#")[0]
