"""Many words looked for in one pass over a text (Aho-Corasick): the look that comes before dear regexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

Match = tuple[int, int, int]  # number of a word, start and end


class WordFinder:
    """Finds its words wherever they stand, in and across one another too."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words; what is empty or given again is left out."""
        self.words = list(dict.fromkeys(filter(None, words)))
        self._automaton = AhoCorasick(self.words)

    def matches(self, text: str) -> list[Match]:
        """Return (number of the word, start, end) of all words in a text, by end."""
        found: list[Match] = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return found

    def words_in(self, text: str) -> set[str]:
        """Return the words that stand in a text."""
        return {self.words[number] for number in {match[0] for match in self.matches(text)}}

    def in_order(self, text: str) -> list[str]:
        """Return the words that stand in a text, in the order in which they were given."""
        return [self.words[number] for number in sorted({match[0] for match in self.matches(text)})]

    def is_any_in(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        return bool(self.matches(text))

    def longest_before(self, text: str) -> dict[int, str]:
        """Return the longest word that ends at each place (offset) of a text."""
        places: dict[int, str] = {}
        for number, _, end in self.matches(text):
            if len(self.words[number]) > len(places.get(end, "")):
                places[end] = self.words[number]
        return places

    def by_place(self, text: str) -> dict[int, list[str]]:
        """Return the words that begin at each place (offset) of a text, by the order in which they were given."""
        places: dict[int, list[int]] = {}
        for number, start, _ in self.matches(text):
            places.setdefault(start, []).append(number)
        return {start: [self.words[number] for number in sorted(places[start])] for start in sorted(places)}

    def apart(self, text: str) -> list[tuple[int, int]]:
        """Return (start, end) of the words in a text by place: of those that overlap the first, longest."""
        found, last = [], 0
        for start, end in sorted(((start, end) for _, start, end in self.matches(text)), key=lambda s: (s[0], -s[1])):
            if start >= last:
                found.append((start, end))
                last = end
        return found

    def lines_by_word(self, text: str) -> dict[str, list[tuple[int, int]]]:
        """Return (start, end) of the lines in which each word stands that is in a text at all."""
        found: dict[str, list[tuple[int, int]]] = {}
        for line in lines(text):
            for word in self.words_in(text[slice(*line)]):
                found.setdefault(word, []).append(line)
        return found


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every line of a text, without its break."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
