"""Fixed terms with one character that is not theirs: 厂务公示 for 厂务公开."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules
from kb.checkup.view import View, hide
from kb.once import once
from kb.word_finder import WordFinder

Places = dict[str, list[tuple[str, int]]]
CHARACTER = re.compile("[一-鿿]")


def find(view: View) -> Iterator[Finding]:
    """Yield the passages that are one character away from a fixed term."""
    rules = view.rules["spins"]
    known, pairs = by_pairs(tuple(rules["exact"]))
    text = hide(view.shown, right(rules))
    inside, joints = frozenset(rules["inside"]), "".join(rules["joints"])
    told = 0
    for place, (pair,) in pairs.by_place(text).items():
        for term, before in known[pair]:
            start = place - before
            end = start + len(term)
            if start >= told and is_near(text[start:end], term, joints) and not cuts_word(text, start, end, inside):
                told = end
                written = view.text[start:end]
                message = f"“{written}”和固定用语“{term}”差一个字，请核对"
                yield Finding(start, end, written, "spun_word", "check", message, rules["basis"], rules["level"])


def is_near(written: str, term: str, joints: str) -> bool:
    """Whether a passage is a term but for one character, which is one of a word: 职工的精神 is no 工匠精神."""
    other = [a for a, b in zip(written, term, strict=False) if a != b]
    if len(written) != len(term) or len(other) != 1 or other[0] in joints:
        return False
    return CHARACTER.match(other[0]) is not None


def cuts_word(text: str, start: int, end: int, inside: Set[str]) -> bool:
    """Whether a passage begins or ends in the middle of a word: 会送岗位 in 工会送岗位."""
    return text[max(start - 1, 0) : start + 1] in inside or text[end - 1 : end + 1] in inside


@once
def right(rules: Rules) -> WordFinder:
    """Return the finder of the terms themselves and of the phrases that look like one of them."""
    return WordFinder((*rules["exact"], *rules["legit"], *rules["neighbours"]))


@cache
def by_pairs(terms: tuple[str, ...]) -> tuple[Places, WordFinder]:
    """Return where each pair of characters stands in terms, and the finder of these pairs.

    One wrong character leaves one of two pairs of a term whole.
    """
    found: Places = {}
    for term in terms:
        for before in (0, 2) if len(term) > 3 else ():
            found.setdefault(term[before : before + 2], []).append((term, before))
    return found, WordFinder(found)
