"""How much likelier a clause is with a name at a place than cut into words: names of places, of brands.

Sources: characters of names of places from the dictionary (`lexicon`), those of brands are the ones that given names
have (`names`); the other reading is the likeliest cut into words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kb.intake.private import names, terms
from kb.intake.private.before import SIGNS, back
from kb.intake.private.lexicon import OWN, UNKNOWN, Window, cut, least, lexicon

REACH, BEYOND = 4, 2  # characters of the clause that are read before the longest name and after its tail
NUMERALS = frozenset("一二三四五六七八九十百千万")
DEALT = frozenset("设补换扩拆")  # what is done to a thing
NO_FIRST = (
    terms.STOP_CHARACTERS | frozenset("辖请其家名曾始沿环借开签锁讨跑进遇照驻获逐来赴逢趁随嫌建办留按") | DEALT
) - NUMERALS
SOFT_FIRST = frozenset("正同开应")
OF_FIRMS = frozenset("通合泰大源达昌盛兴德华信诚宏鑫元亨利隆康福乐安和庆善顺吉祥喜仁义新")  # names like them
NOWHERE = frozenset("在和与及的了们是不个各每该此某着过您你我他她它这那哪吗呢吧啊很让把被将县镇乡村市区省")
VOCABULARY = terms.TRADES - terms.GOODS | terms.MODIFIERS | terms.PLACE_MODIFIERS
COMMON, VERB = -10.4, -1.7  # a word more usual than this is none of a name; a verb that is yet rarer
ANY = float("-inf")  # no lead is too low
OF_BRANDS = -1.0  # a brand is made of what given names have, less strictly


class Reading(NamedTuple):
    """A name from `start` to `end` and by how much it is likelier than words."""

    start: int
    end: int
    lead: float


def before(
    text: str, start: int, place: int, stop: int, sizes: Sequence[float], whole: bool = False, lowest: float = ANY
) -> Reading | None:
    """Return the likeliest name that ends at `place` and has the tail `text[place:stop]`, None where there can be none.

    `sizes` is the logarithm of the chance of a name of one, two … characters; `whole` says that the tail belongs to
    the word itself (凤尾岭); readings whose lead is below `lowest` may be left out.
    """
    last = stop if whole else place
    if text[last - 1] in NOWHERE or is_plain(text[last - 2 : last], COMMON):  # a quick look: most are words
        return None
    low = back(text, max(start, place - len(sizes) - REACH), place)
    spans = [(place - size, last, chance) for size, chance in enumerate(sizes, 1) if place - size >= low]
    found = best(text, low, onward(text, stop, min(len(text), stop + BEYOND)), spans, lowest)
    alone = found and found.start - 1 == low > start and text[low - 1] in SIGNS and place - low < len(sizes)
    return found._replace(start=low) if found and alone and may_be(text[low:last]) else found


def after(text: str, place: int, end: int, sizes: Sequence[float], lowest: float = ANY) -> Reading | None:
    """Return the likeliest name that begins at `place`, None where there can be none, or none of the lead `lowest`."""
    high = onward(text, place, min(end, place + len(sizes) + REACH))
    spans = [(place, place + size, chance) for size, chance in enumerate(sizes, 1) if place + size <= high]
    return best(text, place, high, spans, lowest)


def best(text: str, low: int, high: int, spans: Iterable[tuple[int, int, float]], lowest: float) -> Reading | None:
    """Return the likeliest reading of `text[low:high]` that has a name in one of the spans (start, end, chance)."""
    possible = [
        (first, last, chance)
        for first, last, chance in spans
        if share(name := text[first:last]) - least(name) + chance >= lowest and may_be(name)
    ]
    if not possible or not lexicon().words:  # without a dictionary everything would be likelier than words
        return None
    window = Window(text[low:high], low)
    return max(
        (Reading(a, b, window.lead(a, b, share(text[a:b])) + chance) for a, b, chance in possible),
        key=lambda reading: reading.lead,
    )


def onward(text: str, place: int, high: int) -> int:
    """Return where the clause ends that begins at a place, `high` at the most."""
    last = place
    while last < high and text[last] not in SIGNS:
        last += 1
    return last


@lru_cache(maxsize=16384)
def share(name: str) -> float:
    """Return the rough logarithm of the share of a name among all words: as a place, or as a brand."""
    local = lexicon().local
    unseen = local.get("", UNKNOWN)
    return max(sum([local.get(c, unseen) for c in name]), names.given_share(name) + OF_BRANDS)


@lru_cache(maxsize=16384)
def may_be(name: str, usual: float = COMMON) -> bool:
    """Whether characters can be a name at all: Chinese, no words of this field, nothing that only grammar needs."""
    if len(name) < 2 or is_no_first(name) or not NOWHERE.isdisjoint(name):
        return False
    if not "\u4e00" <= min(name) <= max(name) <= "\u9fff":
        return False
    return not any([is_plain(word, usual) for word in cut(name) if len(word) > 1])


def is_no_first(name: str) -> bool:
    """Whether no name begins with this character; but some do before a rare one: 正栩, 正通."""
    rare = lexicon().words.get(name[1], UNKNOWN) < terms.RARE or name[1] in OF_FIRMS
    return name[0] in NO_FIRST and not (rare and name[0] in SOFT_FIRST)


@lru_cache(maxsize=16384)
def is_plain(word: str, usual: float) -> bool:
    """Whether a word is one of this field, or more usual than any in a name."""
    known = lexicon()
    usual += VERB if word in known.verbs else 0
    return len(word) > 1 and (word in VOCABULARY or word in OWN or known.words.get(word, UNKNOWN) > usual)
