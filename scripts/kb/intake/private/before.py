"""What stands before a trade or the word for a place: its name, back to a word that can't be part of one."""

from __future__ import annotations

from collections.abc import Container

from kb.intake.private import terms
from kb.intake.private.lexicon import OWN, cut, lexicon

SIGNS = frozenset("，。；：、！？,;:!?“”‘’\"'《》〈〉【】[]()（）\n\r\t \u3000·…—|/\uff5c│┃／>\uff1e→")
TIMES = 2, 4  # characters of such words as are numbers and days
NUMERALS = frozenset("〇一二两三四五六七八九十百千万")
BEYOND = 3  # characters before a name of full length that are still read, to cut the words aright


def name_before(text: str, start: int, place: int, longest: int, common: Container[str]) -> tuple[str, bool]:
    """Return the words before a place that may be a name, and whether something was left out of the clause before it.

    `common` are words that are none of a name. The name is empty where it would be a single character.
    """
    first = back(text, max(start, place - longest - BEYOND), place)
    taken = ""
    for word in reversed(cut(text[first:place])):
        if is_border(word, common) or len(taken) + len(word) > longest:
            break
        taken = word + taken
    return (taken if len(taken) > 1 else ""), len(taken) < place - first


def back(text: str, low: int, place: int) -> int:
    """Return where the clause begins that ends at a place, `low` at the least."""
    first = place
    while first > low and text[first - 1] not in SIGNS:
        first -= 1
    return first


def is_border(word: str, common: Container[str]) -> bool:
    """Whether a word is none of a name."""
    if len(word) in TIMES and NUMERALS.issuperset(word[-2:]) and word not in terms.BRANDS:
        return True  # 十五, 正月十五
    if is_liked(word):
        return False
    if len(word) == 1:
        return word in terms.STOP_CHARACTERS or not "\u4e00" <= word <= "\u9fff"
    return word in common or word in OWN or word in lexicon().verbs


def is_liked(word: str) -> bool:
    """Whether a word is a name by itself, or one that firms and places like."""
    return word in terms.BRANDS or word in lexicon().proper
