"""Bodies and places by likelihood: what stands before 湖, 小学 or 工会 is a name where words are unlikelier.

Source: the words behind names are in `tails`, those before them are the author's own (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import goods, readings, terms, usual_words
from kb.intake.private.before import SIGNS, back, is_border, is_liked
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.readings import Reading
from kb.intake.private.shared import SHARED
from kb.intake.private.tails import ALL, Tail, is_told, tails
from kb.intake.private.tails import SOUGHT as TAILS
from kb.intake.private.terms import ORGANISATION, PLACE
from kb.intake.private.usual_words import plainer
from kb.intake.private.words import words

NAME = (-9.0, 0.0, 0.0, -1.0)  # chances of names of one, two … characters, and of such before a hill
HILL = (-4.0, 0.0, -1.0, -3.0)
LEADS, PREPOSITIONS = words("place_leads"), words("place_prepositions")
DWELLINGS = frozenset(what + "里" for what in words("dwellings"))
SURE, AFTER_PREPOSITION = 1.0, 4.6  # the leads that are enough behind them
ROADS, OF_KNOWN = frozenset("路街"), 3
AHEAD = 6  # characters that are read behind such a word
SPECIFIC, SET_APART = -3.0, 3.0  # before such a tail a name is one the more if a sign stands before it
BEGUN = frozenset(pair for pair in terms.NO_LANDMARKS if pair[0] in words("high_tails") | {"岗"})  # 台球
LISTED = 2.0  # before a further item it may be so much less sure
LONGEST_GOODS = 6
SIZES = frozenset("大小老新")  # before 站 no name: 暖心小站
NOT_A_TRADE = terms.NOT_A_TRADE
KNOWN = -14.3  # what is a rarer word than this, and ends in 山 or 路, is the name of a place


# Behind 在: what is to be done, of no place.
AIMS = re.compile(
    "[\u4e00-\u9fff]{2,6}(?:上|中|方面)(?:谋|求|见|出|展|下[功真苦实狠]|做文章|做[实优强精]|走在前|有[所新作]|[聚发用加][力劲]|再|创|显|彰|提质|争|实现|当|打头|站排头)"
)
SOUGHT = SHARED.finder(lambda: (*LEADS, *PREPOSITIONS))


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of what is likelier a name than words in `text[start:end]`."""
    known = tails()
    for stop, word in TAILS.longest_before(text[start:end]).items():
        place, last, tail = start + stop - len(word), start + stop, known[word]
        if (tail.whole and text[last - 1 : last + 1] in BEGUN) or (tail.kept == 0 and text[place - 1] in SIZES):
            continue
        if tail.kind == ORGANISATION and text[place - 2 : place] in terms.DEEDS:
            continue
        if word in usual_words.WAYS and usual_words.goes_on(text, last):
            continue  # 建设路线
        if is_no_firm(text, start, place, word):
            continue
        until, sizes = last if tail.kept is ALL else place + tail.kept, HILL if tail.whole else NAME
        lowest = tail.told - SET_APART - LISTED
        reading = extended(text, start, readings.before(text, start, place, last, sizes, tail.whole, lowest))
        listed = LISTED if tail.kind == ORGANISATION and text[last : last + 1] == "、" else 0.0
        if reading and reading.lead >= enough(text, start, reading.start, tail) - listed:
            yield reading.start, until, tail.kind
        elif (first := plainer(text, start, place, word, tail)) is not None:
            yield first, until, tail.kind
        elif (tail.whole or word in ROADS) and is_known(text, start, last - OF_KNOWN, last):
            yield last - OF_KNOWN, last, PLACE


def is_no_firm(text: str, start: int, place: int, word: str) -> bool:
    """Whether but goods stand before a shop (竹器作坊) or before what is done (国庆摄影), or no trade ends: 路建了."""
    last = place + len(word)
    if word in goods.PRODUCTS and text[last - 1 : last + 1] in NOT_A_TRADE:
        return True
    if word in terms.SHOPS:
        words = cut(text[back(text, max(start, place - LONGEST_GOODS), place) : place])
        alone = len(words) < 2 or is_border(words[-2], terms.MODIFIERS)  # not 蓝帆 before 电脑
        return alone and goods.is_product("".join(words[-1:]))
    if word.startswith(goods.FARMING) and goods.is_crop(text[place - 2 : place]):
        return True
    name = text[place - 2 : place] if word in goods.SERVICES else ""
    return name in lexicon().words and not is_liked(name)


def extended(text: str, start: int, reading: Reading | None) -> Reading | None:
    """Return a reading with the single character that is left between it and a word that tells of a name."""
    if reading is None or reading.start - 1 < start or is_told(text, start, reading.start):
        return reading
    first = reading.start - 1
    told = readings.may_be(text[first : reading.end]) and is_told(text, start, first)
    return reading._replace(start=first) if told else reading


def enough(text: str, start: int, place: int, tail: Tail) -> float:
    """Return the lead that a name at a place must have before a tail."""
    if not is_told(text, start, place):
        return tail.untold
    apart = tail.told < SPECIFIC and place > start and text[place - 1] in SIGNS
    return tail.told - (SET_APART if apart else 0)


def is_known(text: str, start: int, first: int, last: int) -> bool:
    """Whether a place has a word that the dictionary has as a name, or hardly ever."""
    word, words = text[first:last], lexicon().words
    rare = word in lexicon().proper or words.get(word, 0.0) < KNOWN
    return first >= start and rare and words.get(word[1:], UNKNOWN) < KNOWN and is_told(text, start, first)


def led(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of the places that a word before them tells: 家住, 前往."""
    for place, word in SOUGHT.longest_before(text[start:end]).items():
        if word == "在" and AIMS.match(text, start + place, end):
            continue
        if any(text[last : last + 2] in DWELLINGS for last in range(start + place, start + place + 3)):
            continue  # 家在大山里
        sure = SURE if word in LEADS else AFTER_PREPOSITION
        reading = readings.after(text, start + place, end, NAME, sure)
        if reading and reading.lead >= sure:
            yield reading.start, reading.end, PLACE
        elif word in LEADS:
            first = cut(text[start + place : min(end, start + place + AHEAD)])[:1]
            yield from ((start + place, start + place + len(w), PLACE) for w in first if w in lexicon().proper)
