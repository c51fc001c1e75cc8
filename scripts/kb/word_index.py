"""Things by the words that they need: most of them need none that a text has, and are never looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from kb.word_finder import WordFinder

Thing = TypeVar("Thing")


class WordIndex(Generic[Thing]):
    """Rules or patterns of which each can find something only where one of its words stands."""

    def __init__(self, things: Iterable[tuple[Thing, Sequence[str]]]) -> None:
        """Take things, each with its words, in an order that stays; what has none is always looked at."""
        self._things: list[Thing] = []
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for number, (thing, words) in enumerate(things):
            self._things.append(thing)
            if not words:
                self._always.append(number)
            for word in words:
                self._by_word.setdefault(word, []).append(number)

    @property
    def words(self) -> Iterable[str]:
        """All words that are needed."""
        return self._by_word

    def near(self, words: Iterable[str]) -> list[Thing]:
        """Return what can find anything in a text that has these of the needed words."""
        found = {number for word in words for number in self._by_word.get(word, ())}
        return [self._things[number] for number in sorted(found.union(self._always))]

    def of_text(self, text: str) -> list[Thing]:
        """Return what can find anything in a text."""
        return self.near(self._words.words_in(text))

    @cached_property
    def _words(self) -> WordFinder:
        """The finder of the words that are needed."""
        return WordFinder(self._by_word)
