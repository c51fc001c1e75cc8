"""Organisations and places that a suffix ends (公司, 镇): the words before it that are its name.

Sources: suffixes, trades and words that are no names are the author's own lists (words.txt), checked against the
published samples, which name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.intake.private import terms
from kb.intake.private.before import SIGNS, back
from kb.intake.private.goods import CROP, FARMING, is_crop
from kb.intake.private.lexicon import OWN, UNKNOWN, cut, lexicon
from kb.intake.private.shared import SHARED
from kb.intake.private.terms import ORGANISATION, PLACE

BACK = 16
EDGE = SIGNS - frozenset("()（）")  # a name may begin in brackets
MEASURES = frozenset("名家个位户人次项场期批件条所座处间台辆张")
JOINS = frozenset("和与同及")
HOUSING = "房小区"  # 公租房小区
MASK = re.compile(r"[xX×*\uff0a某○\uff38\u3007]|\{\{|_")
IN_BRACKETS = re.compile(r"[(（][xX×*\uff0a某\u4e00-\u9fff]{1,6}[)）]$")
SUFFIX = re.compile("|".join(sorted((*terms.ORGANISATIONS, *terms.PLACES), key=len, reverse=True)))
SOUGHT = SHARED.finder(lambda: (*terms.ORGANISATIONS, *terms.PLACES))


def suffixed(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of the names in `text[start:end]` that end in a suffix."""
    for stop, suffix in SOUGHT.longest_before(text[start:end]).items():
        stop += start
        place = stop - len(suffix)
        before = text[place - 1] if place > start else "\n"
        branded = text[place - 2 : place] in terms.BRANDS and is_led(text, start, place - 2)
        generic = before in terms.GENERIC_BEFORE and not branded
        if generic or before in EDGE or text[place - 1 : stop] == HOUSING or continues(text, place, stop):
            continue
        kind = ORGANISATION if text[place:stop] in terms.ORGANISATIONS else PLACE
        if kind == ORGANISATION and text[place - 2 : place] in terms.DEEDS:
            continue
        if not is_plain(text[place - 2 : place], kind) and not is_brought(text, place, stop):
            first = beginning(text, start, place, stop, kind)
            if first < place and ends_here(text, place, stop, end):
                yield first, stop, kind


def continues(text: str, place: int, stop: int) -> bool:
    """Whether a suffix is but the first part of a longer one, or its last character begins another word."""
    return text[stop - 1 : stop + 1] in terms.NOT_A_SUFFIX or any(
        text[place : stop + more] in terms.ORGANISATIONS for more in (1, 2, 3)
    )


def is_plain(word: str, kind: str) -> bool:
    """Whether the two characters before a suffix are a common word that makes no name: a cheap look before the cut."""
    if word in terms.BRANDS or word in lexicon().proper or lexicon().words.get(word, UNKNOWN) < terms.LED:
        return False
    return kind == PLACE or (word not in terms.TRADES and is_end(word, kind))


def is_brought(text: str, place: int, stop: int) -> bool:
    """Whether somebody or something goes to the villages: 送戏下村, 普法下村; 陂下村 is a village."""
    if text[place - 1 : stop] != "下村":
        return False
    done = text[place - 3 : place - 1]
    return "送" in text[max(0, place - 4) : place - 1] or done in OWN or done in lexicon().verbs


def ends_here(text: str, place: int, stop: int, end: int) -> bool:
    """Whether the suffix is a word and not the beginning of another: 集中学习 has no 中学."""
    at = place
    for word in cut(text[place : min(end, stop + 1)]):
        at += len(word)
        if at >= stop:
            break
    shares = lexicon().words
    return at == stop or shares.get(text[stop : stop + 2], UNKNOWN) > shares.get(text[stop - 1 : stop + 1], UNKNOWN)


def beginning(text: str, start: int, place: int, stop: int, kind: str) -> int:
    """Return where the name before a suffix begins; the suffix's own place when there is no name."""
    bracket = IN_BRACKETS.search(text, max(start, place - 8), place)
    last = bracket.start() if bracket else place
    first = back(text, max(start, last - BACK), last)
    words = words_before(text, first, last, stop, kind)
    taken = name_words(words, kind)
    if not taken and text[place:stop] in terms.COUNTIES and words and is_odd(text, start, last, words[-1]):
        return last - len(words[-1])
    name = "".join(taken)
    if is_counted(text, last - len(name)):
        return place
    named = is_name(taken, kind, text[place:stop], is_led(text, start, last - len(name)))
    return place if not named or MASK.search(name) or name in terms.NO_NAMES else last - len(name)


def is_counted(text: str, place: int) -> bool:
    """Whether a number and those whom it counts stand about a place: 20 before 名茶农和茶厂, 20名 before 瓜农和果厂."""
    joins = text[place - 1 : place] in MEASURES and text[place + 2 : place + 3] in JOINS and text[place - 2].isdigit()
    return joins or (text[place] in MEASURES and text[place - 1 : place].isdigit())


def is_led(text: str, start: int, place: int) -> bool:
    """Whether what stands before a place says that a name follows."""
    before = text[place - 1] if place > start else "\n"
    return before in EDGE or before in terms.LEADING or text.endswith(terms.LEADING_WORDS, start, place)


def is_odd(text: str, start: int, last: int, word: str) -> bool:
    """Whether a word before 县 is no name to the dictionary, but too rare to be anything else: 进贤."""
    rare = len(word) == 2 and lexicon().words.get(word, UNKNOWN) < terms.SELDOM
    plain = word[0] in terms.STOP_AT_BEGIN or word in terms.STOP_WORDS or word in terms.PLACE_MODIFIERS
    return rare and not plain and is_led(text, start, last - len(word))


def words_before(text: str, first: int, last: int, stop: int, kind: str) -> Sequence[str]:
    """Return the words before a suffix; none where it is part of a word: in 返乡 no 乡 has a name."""
    found = cut(text[first:stop])
    suffix, tail = stop - last, len(found[-1])
    if kind == ORGANISATION or tail <= suffix or found[-1] in lexicon().proper:
        return cut(text[first:last])
    single = len(found) > 1 and len(found[-2]) == 1
    joint = (found[-2] if single else "") + found[-1][:-suffix]
    return [*found[: -2 if single else -1], joint] if joint in lexicon().proper else []


def name_words(words: Sequence[str], kind: str) -> list[str]:
    """Return the last words before a suffix, back to the one that can't be part of its name."""
    limit = terms.LONGEST_ORGANISATION if kind == ORGANISATION else terms.LONGEST_PLACE
    taken: list[str] = []
    for number, word in reversed(list(enumerate(words))):
        soft = word in terms.SOFT and number and is_rare(words[number - 1])
        if (is_end(word, kind) and not soft) or sum(map(len, taken)) + len(word) > limit:
            break
        taken.insert(0, word)
    return taken


def is_rare(word: str) -> bool:
    """Whether a word is a single character that is seldom one."""
    return len(word) == 1 and lexicon().words.get(word, UNKNOWN) < terms.RARE


def is_end(word: str, kind: str) -> bool:
    """Whether a word can't be part of a name: it stands before the name."""
    if len(word) == 1:
        return word in terms.STOP_CHARACTERS or not "\u4e00" <= word <= "\u9fff"
    if word in terms.PROVINCES:
        return kind == PLACE
    if word in terms.BRANDS:
        return False
    if word in terms.STOP_WORDS and word not in terms.TRADES:
        return True
    if word in lexicon().proper or word in terms.TRADES:
        return kind == PLACE and word in terms.PLACE_MODIFIERS
    if len(word) >= terms.PHRASE or word[-1] in terms.OFFICES:
        return True
    return word in lexicon().verbs or (kind == PLACE and word in terms.PLACE_MODIFIERS)


def is_name(words: list[str], kind: str, suffix: str, led: bool) -> bool:
    """Whether words have in them what makes a name: a proper one, one that firms like, characters that are no words."""
    name = "".join(words)
    if len(name) < 2 or (f"{name}{suffix}".startswith(FARMING, CROP) and is_crop(name[:CROP])):
        return False  # 肉牛 before 养殖场
    if any(word in lexicon().proper or word in terms.BRANDS or word in terms.PROVINCES for word in words):
        return True
    if kind == PLACE and any(map(is_rare, words)):
        return True
    if kind == PLACE and any(is_seldom(word, terms.LED if led else terms.SELDOM) for word in words):
        return True
    if (
        kind == ORGANISATION
        and suffix not in terms.OF_PRODUCTS
        and any(is_seldom(word, terms.SELDOM) for word in words)
    ):
        return True
    if kind == ORGANISATION and led and any(map(is_rare, words)) and sum(len(w) == 1 for w in words) > 1:
        return True
    singles = [(len(w) == 1) + (len(w) == 1 and w not in terms.PLAIN_CHARACTERS) for w in words]
    return any(a and b and (kind == PLACE or a + b > 3) and a + b > 2 for a, b in pairwise(singles))


def is_seldom(word: str, share: float) -> bool:
    """Whether a word is so rare, its logarithm below `share`, that a body may be named by it."""
    known = word in terms.TRADES or word in terms.MODIFIERS or word in terms.PLACE_MODIFIERS
    return len(word) > 1 and not known and lexicon().words.get(word, UNKNOWN) < share
