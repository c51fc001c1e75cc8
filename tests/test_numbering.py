"""Enumerators of headings: 一、（一）1.（1）."""

from __future__ import annotations

import pytest

from kb.numbering import chinese, count, enumerator
from published import real_spec


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (90, "九十"),
        (99, "九十九"),
    ],
)
def test_chinese_numbers(number: int, written: str):
    assert chinese(number) == written


def test_chinese_numbers_from_1_to_99_are_all_different():
    assert len({chinese(n) for n in range(1, 100)}) == 99


@pytest.mark.parametrize("number", [0, -1, 100])
def test_there_is_no_chinese_number_outside_1_to_99(number: int):
    with pytest.raises(ValueError, match=f"^no Chinese enumerator for {number}$"):
        chinese(number)


@pytest.mark.parametrize(
    ("level", "number", "mark"),
    [(1, 1, "一、"), (1, 99, "九十九、"), (1, 100, "100、"), (2, 12, "（十二）"), (3, 3, "3."), (4, 20, "（20）")],
)
def test_enumerators_of_the_layout(level: int, number: int, mark: str):
    assert enumerator(level, number, real_spec().numbering) == mark


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ([1, 1, 1], [1, 2, 3]),
        ([1, 2, 2, 1, 2], [1, 1, 2, 2, 1]),
        ([1, 2, 3, 2, 3, 3], [1, 1, 1, 2, 1, 2]),
        ([2, 1, 2], [1, 1, 1]),
        ([], []),
    ],
)
def test_headings_are_counted_among_their_siblings(levels: list[int], numbers: list[int]):
    assert list(count(levels)) == numbers
