"""Lists of words looked for together, each as if it were alone; patterns tried only where one of their words stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import quick_regex
from kb.shared_words import SharedWords
from kb.word_finder import WordFinder
from kb.word_index import WordIndex

TEXTS = st.text("工会员\n𠮷a", max_size=30)
LISTS = st.lists(st.lists(st.text("工会员𠮷a", max_size=4), unique=True), min_size=1, max_size=4)
PATTERNS = ("工(?=会)", "(?<!工)会员|a+", "[工会]员", "员.?会", "^会", "[^工]")


@given(TEXTS, TEXTS, LISTS)
def test_each_list_finds_what_it_finds_alone(text: str, other: str, lists: list[list[str]]):
    shared = SharedWords()
    together = [shared.finder(lambda words=words: words) for words in lists]
    for here in (text, other, text):  # what was found in one text is not taken for what is in the next
        for words, finder in zip(lists, together, strict=True):
            alone = WordFinder(words)
            assert finder.words == alone.words
            assert finder.longest_before(here) == alone.longest_before(here)
            assert finder.by_place(here) == alone.by_place(here)


def test_a_list_told_after_the_first_look_is_taken_in():
    shared = SharedWords()
    first = shared.finder(lambda: ["工会"])
    assert first.words_in("工会会员") == {"工会"}
    later = shared.finder(lambda: ["会员", "工会"])
    assert (later.words_in("工会会员"), first.words_in("工会会员")) == ({"会员", "工会"}, {"工会"})


@pytest.mark.parametrize("find", PATTERNS)
@given(text=TEXTS, ends=st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_a_pattern_finds_what_it_finds_by_itself(find: str, text: str, ends: tuple[int, int]):
    pattern = SharedWords().pattern(find)
    assert spans(pattern.finditer(text)) == spans(re.finditer(find, text))
    assert spans(pattern.finditer(text, *ends)) == spans(re.compile(find).finditer(text, *ends))


def spans(found: object) -> list[tuple[int, int]]:
    return [match.span() for match in found]  # type: ignore[attr-defined]


def test_a_pattern_is_compiled_where_one_of_its_words_is(monkeypatch: pytest.MonkeyPatch):
    made: list[str] = []
    compiled = quick_regex.compiled
    monkeypatch.setattr(quick_regex, "compiled", lambda find, flags: made.append(find) or compiled(find, flags))
    pattern = SharedWords().pattern("(?:独居|病故)多年")
    assert (list(pattern.finditer("走访职工")), made) == ([], [])
    assert (spans(pattern.finditer("独居多年，病故")), made) == ([(0, 4)], ["(?:独居|病故)多年"])


def test_things_come_in_their_order_and_without_words_always():
    index = WordIndex([("年会", ["年会", "例会"]), ("任何", []), ("工会", ["工会"])])
    assert index.of_text("工会的例会") == ["年会", "任何", "工会"]
    assert index.of_text("职工") == ["任何"]
    assert index.near(["工会", "别的"]) == ["任何", "工会"]
    assert set(index.words) == {"年会", "例会", "工会"}
