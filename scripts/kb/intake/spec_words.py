"""The words of spec/ that are looked for in every piece: all lists of them in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from kb.once import once
from kb.shared_words import SharedWords
from kb.spec import Spec
from kb.word_finder import WordFinder
from kb.word_index import WordIndex

Thing = TypeVar("Thing")

LISTS: list[Callable[[Spec], Iterable[str]]] = []


def of_spec(words: Callable[[Spec], Iterable[str]]) -> Callable[[Spec], WordFinder]:
    """Return what gives the finder of the words that a function tells of a spec; to be called when modules load."""
    number = len(LISTS)
    LISTS.append(words)
    return lambda spec: finders(spec)[number]


def near_of_spec(indexed: Callable[[Spec], WordIndex[Thing]]) -> Callable[[Spec, str], list[Thing]]:
    """Return what gives the rules of a spec that can find anything in a text; `indexed` tells all of them."""
    words = of_spec(lambda spec: indexed(spec).words)
    return lambda spec, text: indexed(spec).near(words(spec).words_in(text))


@once
def finders(spec: Spec) -> Sequence[WordFinder]:
    """Return the finders of all lists."""
    shared = SharedWords()
    return [shared.finder(partial(words, spec)) for words in LISTS]
