"""Many words in one pass: held against looking for each word by itself."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kb.once import once
from kb.word_finder import WordFinder

TEXTS = st.text("工会员\n𠮷a", max_size=30)
WORDS = st.lists(st.text("工会员𠮷a", min_size=1, max_size=4), min_size=1, unique=True)


def test_words_that_overlap_are_all_found():
    finder = WordFinder(["工会会员", "工会", "会员", "会", ""])
    assert finder.words_in("工会会员") == {"工会会员", "工会", "会员", "会"}
    assert finder.by_place("工会会员") == {0: ["工会会员", "工会"], 1: ["会"], 2: ["会员", "会"]}
    assert finder.lines_by_word("工会\n职工\n会员") == {"工会": [(0, 2)], "会": [(0, 2), (6, 8)], "会员": [(6, 8)]}


@given(TEXTS, WORDS)
def test_found_is_what_is_there(text: str, words: list[str]):
    finder = WordFinder(words)
    assert finder.words_in(text) == {word for word in words if word in text}
    there = {place: [word for word in words if text.startswith(word, place)] for place in range(len(text))}
    assert finder.by_place(text) == {place: found for place, found in there.items() if found}
    pattern = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    assert finder.apart(text) == [match.span() for match in re.finditer(pattern, text)]
    lines = {word: finder.lines_by_word(text).get(word, []) for word in words}
    assert lines == {word: [s for s in spans(text) if word in text[slice(*s)]] for word in words}


def spans(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def test_no_words_find_nothing():
    assert WordFinder([]).words_in("工会") == set()


def test_made_once_for_an_object_not_for_its_like():
    calls: list[list[int]] = []
    make = once(lambda given: calls.append(given) or len(calls))
    one, like = [1], [1]
    assert [make(one), make(one), make(like), make(one)] == [1, 1, 2, 3]
