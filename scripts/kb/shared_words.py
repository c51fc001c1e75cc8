"""Lists of words that are looked for in one pass over a text, and patterns that are tried where one of their words is.

A finder each would go over the text once for every list: two dozen times in what finds private data.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from kb import quick_regex
from kb.needed_words import needed_words
from kb.word_finder import Match, WordFinder


class SharedWords:
    """The lists; what was found in the last text is remembered, for each list asks for it."""

    def __init__(self) -> None:
        self._lists: list[SharedFinder] = []
        self._text: str | None = None
        self._found: list[list[Match]] = []

    def finder(self, words: Callable[[], Iterable[str]]) -> SharedFinder:
        """Return the finder of the words that a function gives when a text is looked at first."""
        made = SharedFinder(self, len(self._lists), words)
        self._lists.append(made)
        self._text = None
        self.__dict__.pop("_automaton", None)
        return made

    def pattern(self, find: str, flags: int = 0) -> Seldom:
        """Return a pattern that few texts match."""
        return Seldom(find, flags, self.finder(lambda: needed_words(find)))

    def matches(self, text: str, number: int) -> list[Match]:
        """Return what a list has in a text: the number of the word in its list, start and end, by end."""
        if text != self._text:
            self._text, self._found = text, self._look(text)
        return self._found[number]

    def _look(self, text: str) -> list[list[Match]]:
        """Return the matches of every list."""
        found: list[list[Match]] = [[] for _ in self._lists]
        automaton, owners = self._automaton
        for word, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            for number, own in owners[word]:
                found[number].append((own, start, end))
        return found

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, list[list[tuple[int, int]]]]:
        """The automaton of all words, and of each word the lists that have it, with its number there."""
        owners: dict[str, list[tuple[int, int]]] = {}
        for number, each in enumerate(self._lists):
            for own, word in enumerate(each.words):
                owners.setdefault(word, []).append((number, own))
        return AhoCorasick(list(owners)), list(owners.values())


class SharedFinder(WordFinder):
    """One of the lists."""

    def __init__(self, shared: SharedWords, number: int, words: Callable[[], Iterable[str]]) -> None:
        self._shared, self._number, self._given = shared, number, words

    @cached_property
    def words(self) -> list[str]:  # type: ignore[override]
        """The words, each once."""
        return list(dict.fromkeys(filter(None, self._given())))

    def matches(self, text: str) -> list[Match]:
        """Return (number of the word, start, end) of all words in a text, by end."""
        return self._shared.matches(text, self._number)


class Seldom:
    """A pattern that is compiled, and tried, only where one of the words stands without which it matches nothing."""

    def __init__(self, find: str, flags: int, words: SharedFinder) -> None:
        self._find, self._flags, self._words = find, flags, words

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield the matches in `text[start:end]`, as re.Pattern.finditer does."""
        is_there = not self._words.words or self._words.is_any_in(text)
        return self._regex.finditer(text, start, end) if is_there else iter(())

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        """The pattern."""
        return quick_regex.compiled(self._find, self._flags)
