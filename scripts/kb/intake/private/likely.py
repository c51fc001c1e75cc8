"""Bodies and places by likelihood: what stands before 湖, 小学 or 工会 is a name where words are unlikelier.

Source: the words behind names are the author's own lists (words.txt); which side a place is told by was measured on
invented texts and on the published samples, which name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kb.intake.private import names, readings, terms
from kb.intake.private.before import SIGNS
from kb.intake.private.landmarks import is_led
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.readings import Reading
from kb.intake.private.terms import ORGANISATION, PLACE
from kb.intake.private.words import section, words
from kb.word_finder import WordFinder

ALL = None  # characters of a word
NAME = (-9.0, 0.0, 0.0, -1.0)  # chances of names of one, two … characters, and of such before a hill
HILL = (-4.0, 0.0, -1.0, -3.0)
LEADS, PREPOSITIONS = words("place_leads"), words("place_prepositions")
SURE, AFTER_PREPOSITION = 1.0, 4.6  # the leads that are enough behind them
ROADS, OF_KNOWN = frozenset("路街"), 3
AHEAD = 6  # characters that are read behind such a word
VERB = 4  # characters in which a verb is looked for before a name


class Tail(NamedTuple):
    """What a word behind a name says: of what kind the name is, whether it belongs to it, how sure it must be."""

    kind: str
    kept: int | None  # so many of its characters belong to the name; None: all
    whole: bool  # the word is part of the name itself: 凤尾岭
    told: float  # the lead that is enough after a sign, a preposition or a verb
    untold: float


TRADE = Tail(ORGANISATION, ALL, False, -4.0, 0.0)
CLASSES = (
    ("brand_tails", Tail(ORGANISATION, 0, False, 0.9, 3.0)),
    ("place_tails", Tail(PLACE, 0, False, 1.0, 1.5)),
    ("landmark_tails", Tail(PLACE, ALL, False, 1.0, 3.0)),
    ("body_tails", Tail(ORGANISATION, ALL, False, 0.0, 3.0)),
    ("cities", Tail(PLACE, 1, False, 2.0, 4.0)),
    ("more_trades", Tail(ORGANISATION, ALL, False, 0.5, 2.5)),
    ("hill_tails", Tail(PLACE, ALL, True, 0.5, 3.5)),
    ("sure_bodies", Tail(ORGANISATION, ALL, False, -4.2, 3.0)),
    ("sure_places", Tail(PLACE, ALL, False, -4.0, 3.0)),
    ("roads", Tail(PLACE, ALL, False, 0.0, 3.0)),
    ("high_tails", Tail(PLACE, ALL, True, 1.0, 6.0)),
    ("crossings", Tail(PLACE, 1, False, 0.0, 3.0)),
    ("area_tails", Tail(PLACE, 0, False, -1.0, 1.5)),
    ("station_tails", Tail(PLACE, 0, False, 3.0, 6.0)),
    ("lanes", Tail(PLACE, ALL, False, -1.2, 2.5)),
)
# Words by which a name says of what kind it is.
ENDS = frozenset(word for name, tail in CLASSES if tail.kept is ALL for word in section(name))
PARTS, OF_PARTS = (
    words("town_parts"),
    frozenset((*section("body_tails"), *section("sure_bodies"), *section("sure_places"))),
)
USUAL = "".join(sorted(names.USUAL))
OWNER = re.compile(
    f"(?:^|[^\u4e00-\u9fff]|[在是由和与到对把户店])(?:[老小阿][{USUAL}]|[{USUAL}][记氏])$"
)  # 老周包子铺, 蒋记老鸭汤
OWNED = frozenset("老小阿记氏")
DOUBLED = 1.5  # before a character that stands twice the last one may be that much less rare
NO_BRAND = (terms.STOP_CHARACTERS - terms.SOFT) | terms.COUNTIES | terms.PLAIN_CHARACTERS - frozenset("大好家乐")
SPECIFIC, SET_APART = -3.0, 3.0  # before such a tail a name is one the more if a sign stands before it
TOLD = terms.LEADING | frozenset("是把对因请经给向")
OF_BODIES = section("before_bodies")
LISTED = 2.0  # before a further item it may be so much less sure
KNOWN = -14.3  # what is a rarer word than this, and ends in 山 or 路, is the name of a place


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of what is likelier a name than words in `text[start:end]`."""
    known = tails()
    for stop, word in finder().longest_before(text[start:end]).items():
        place, last, tail = start + stop - len(word), start + stop, known[word]
        sizes = HILL if tail.whole else NAME
        reading = extended(text, start, readings.before(text, start, place, last, sizes, tail.whole))
        listed = LISTED if tail.kind == ORGANISATION and text[last : last + 1] == "、" else 0.0
        if reading and reading.lead >= enough(text, start, reading.start, tail) - listed:
            yield reading.start, last if tail.kept is ALL else place + tail.kept, tail.kind
        elif (first := plainer(text, start, place, word, tail)) is not None:
            yield first, last if tail.kept is ALL else place + tail.kept, tail.kind
        elif (tail.whole or word in ROADS) and is_known(text, start, last - OF_KNOWN, last):
            yield last - OF_KNOWN, last, PLACE


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


def plainer(text: str, start: int, place: int, word: str, tail: Tail) -> int | None:
    """Return where a name of usual words begins: a part of a town before its school, a brand, an owner, characters
    set apart.
    """
    if word in OF_PARTS and text[place - 2 : place] in PARTS and is_told(text, start, place - 2):
        return place - 2
    if tail.kept != 0 and text[place - 2 : place] in terms.BRANDS and is_set_apart(text, start, place - 2):
        return place - 2
    if tail.kind != ORGANISATION or tail.kept is not ALL:
        return None
    owned = text[place - 2 : place - 1] in OWNED or text[place - 1] in OWNED
    return place - 2 if owned and OWNER.search(text, max(start, place - 4), place) else apart(text, start, place)


def apart(text: str, start: int, place: int) -> int | None:
    """Return where a name of single characters begins that is set apart and ends in a rare one: 家家旺商场."""
    doubled = text[place - 3 : place - 2] == text[place - 2 : place - 1]
    if lexicon().words.get(text[place - 1], 0.0) >= terms.RARE + (DOUBLED if doubled else 0):
        return None
    parts = (place - 3, place - 2)
    return next((f for f in parts if f > start and is_set_apart(text, start, f) and is_single(text[f:place])), None)


def is_set_apart(text: str, start: int, first: int) -> bool:
    """Whether a sign or a preposition stands before a place, or nothing."""
    return first == start or (first > start and (text[first - 1] in SIGNS or text[first - 1] in TOLD))


def is_single(name: str) -> bool:
    """Whether a name is made of single characters, or begins with one that stands twice."""
    doubled = len(name) == 3 and name[0] == name[1]
    usual = NO_BRAND.intersection(name) and name[1:2] != "又"
    words = cut(name)
    return (
        not usual
        and (len(words) == len(name) or (doubled and words[0] == name[:2]))
        and all("\u4e00" <= c <= "\u9fff" for c in name)
    )


def is_known(text: str, start: int, first: int, last: int) -> bool:
    """Whether a place has a word that the dictionary has as a name, or hardly ever."""
    word, words = text[first:last], lexicon().words
    rare = word in lexicon().proper or words.get(word, 0.0) < KNOWN
    return first >= start and rare and words.get(word[1:], UNKNOWN) < KNOWN and is_told(text, start, first)


def led(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of the places that a word before them tells: 家住, 前往."""
    for place, word in leads().longest_before(text[start:end]).items():
        reading = readings.after(text, start + place, end, NAME)
        if reading and reading.lead >= (SURE if word in LEADS else AFTER_PREPOSITION):
            yield reading.start, reading.end, PLACE
        elif word in LEADS:
            first = cut(text[start + place : min(end, start + place + AHEAD)])[:1]
            yield from ((start + place, start + place + len(w), PLACE) for w in first if w in lexicon().proper)


@cache
def leads() -> WordFinder:
    """Return the finder of the words before names."""
    return WordFinder((*LEADS, *PREPOSITIONS))


@cache
def tails() -> dict[str, Tail]:
    """Return what every word behind a name says."""
    known = {word: Tail(PLACE, ALL, False, 1.0, 3.0) for word in (*terms.LANDMARKS, *terms.PLACES - terms.WIDE_PLACES)}
    trades = (*terms.FIRM_TRADES, *terms.OPEN_TRADES, *terms.SHOPS, *terms.ORGANISATIONS)
    known |= {word: Tail(ORGANISATION, ALL, False, 1.0, 3.0) for word in trades}
    known |= dict.fromkeys((*terms.FIRM_TRADES, *terms.SHOPS), TRADE)
    known |= {word: Tail(ORGANISATION, ALL, False, 1.0, 3.0) for word in section("weak_trades")}
    return known | {word: tail for name, tail in CLASSES for word in section(name)}


@cache
def finder() -> WordFinder:
    """Return the finder of the words behind names."""
    return WordFinder(tails())


def is_told(text: str, start: int, place: int) -> bool:
    """Whether what stands before a place says that a name can begin there."""
    if is_led(text, start, place) or text[place - 1] in TOLD or text.endswith(OF_BODIES, start, place):
        return True
    return any(text[place - size : place] in lexicon().verbs for size in range(2, VERB) if place - size >= start)
