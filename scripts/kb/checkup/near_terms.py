"""Fixed terms with one character that is not theirs: 厂务公示 for 厂务公开."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kb.checkup.finding import Finding
from kb.checkup.view import View, hide
from kb.word_finder import WordFinder

Places = dict[str, list[tuple[str, int]]]
CHARACTER = re.compile("[一-鿿]")


def find(view: View) -> Iterator[Finding]:
    """Yield the passages that are one character away from a fixed term."""
    rules = view.rules["spins"]
    known, pairs = by_pairs(tuple(rules["exact"]))
    text = hide(view.shown, (*rules["exact"], *rules["legit"], *rules["neighbours"]))
    told = 0
    for place, (pair,) in pairs.by_place(text).items():
        for term, before in known[pair]:
            start = place - before
            end = start + len(term)
            if start >= told and is_near(text[start:end], term):
                told = end
                written = view.text[start:end]
                message = f"“{written}”和固定用语“{term}”差一个字，请核对"
                yield Finding(start, end, written, "spun_word", "check", message, rules["basis"], rules["level"])


def is_near(written: str, term: str) -> bool:
    """Whether a passage is a term but for one character, which is one of a word."""
    other = [a for a, b in zip(written, term, strict=False) if a != b]
    return len(written) == len(term) and len(other) == 1 and CHARACTER.match(other[0]) is not None


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
