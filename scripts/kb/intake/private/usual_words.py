"""Names of bodies and places all of whose words are usual, told by their form.

A part of a town before its school (城关三小), a word that firms like before a trade (好邻居便利店), a plain one before
a road (工业大道), an owner before a shop (蒋记老鸭汤), single characters set apart (家家旺商场).

Source: the words are the author's own lists (words.txt).
"""

from __future__ import annotations

import re

from kb.intake.private import names, readings, terms
from kb.intake.private.landmarks import SIDES
from kb.intake.private.lexicon import cut, lexicon
from kb.intake.private.tails import ALL, Tail, is_set_apart, is_told
from kb.intake.private.terms import ORGANISATION
from kb.intake.private.words import section, words

OF_TOWNS = ("body_tails", "sure_bodies", "sure_places", "roads", "landmark_tails")
PARTS, OF_PARTS = words("town_parts"), frozenset(("镇", "街道", *(w for name in OF_TOWNS for w in section(name))))
USUAL = "".join(sorted(names.USUAL))
OWNER = re.compile(
    f"(?:^|[^\u4e00-\u9fff]|[在是由和与到对把户店])(?:[老小阿][{USUAL}]|[{USUAL}][记氏])$"
)  # 老周包子铺, 蒋记老鸭汤
OWNED = frozenset("老小阿记氏")
DOUBLED = 1.5  # before a character that stands twice the last one may be that much less rare
NO_BRAND = (terms.STOP_CHARACTERS - terms.SOFT) | terms.COUNTIES | terms.PLAIN_CHARACTERS - frozenset("大好家乐")
WAYS = words("ways")
# 人民路, 电信大厦, 船厂社区
NAMED_BY: dict[str, frozenset[str]] = {}
for kind in ("ways", "towers", "parks", "estates", "communities", "new_towns"):
    for thing in words(kind):
        NAMED_BY[thing] = words(f"of_{kind}") | NAMED_BY.get(thing, frozenset())
NONE: frozenset[str] = frozenset()
LUCKY, LIKED = words("lucky"), terms.BRANDS - readings.VOCABULARY
WISHED = frozenset("常再又客福喜悦财运春迎宾友")
SHOP_NAMES, SHOP_ENDS = words("shop_names"), frozenset("店馆铺房楼吧社厅坊部司市处影")


def plainer(text: str, start: int, place: int, word: str, tail: Tail) -> int | None:
    """Return where a name of usual words begins that ends at a place, before a word and the tail it is."""
    if (part := of_town(text, start, place, word)) is not None:
        return part
    if tail.kept != 0 and (first := brand(text, start, place, word)) is not None:
        return first
    if tail.kind != ORGANISATION or tail.kept is not ALL:
        return None
    owned = text[place - 2 : place - 1] in OWNED or text[place - 1] in OWNED
    return place - 2 if owned and OWNER.search(text, max(start, place - 4), place) else apart(text, start, place)


def of_town(text: str, start: int, place: int, word: str) -> int | None:
    """Return where a part of a town begins before a word by which it has schools and streets: 城关三小, 河西街."""
    last = place + len(word)
    first = (last - 1 if word[-1] in WAYS else place) - 2
    named = first >= start and word in OF_PARTS and text[first : first + 2] in PARTS
    return (
        first if named and text[last - 1 : last + 1] not in terms.NO_LANDMARKS and is_told(text, start, first) else None
    )


def brand(text: str, start: int, place: int, word: str) -> int | None:
    """Return where a word that firms like begins, set apart before its trade; before a road also a plain one."""
    last = place + len(word)
    plain = NONE if goes_on(text, last) else NAMED_BY.get(word, NONE)
    for first in range(max(start, place - 4), place - 1):
        name = text[first:place]
        liked = is_liked(name) or name in plain or (word[-1] in SHOP_ENDS and is_of_shop(name))
        linked = not liked or name[-1] in readings.NOWHERE  # 的人和卫生院
        if liked and (is_set_apart(text, start, first) or (not linked and is_told(text, start, first))):
            return first
    return None


def is_of_shop(name: str) -> bool:
    """Whether everyday words are such as shops are called by; also that customers or luck come: 福来, 客再来."""
    return name in SHOP_NAMES or (name[-1] == "来" and WISHED.issuperset(name[:-1]))


def goes_on(text: str, last: int) -> bool:
    """Whether what ends at a place is but the beginning of another word: 路 of 路线, not of 路上 and of 路灯箱."""
    goes = text[last - 1 : last + 1] in terms.NO_LANDMARKS and text[last : last + 1] not in SIDES
    return goes and text[last : last + 2] not in lexicon().words


def is_liked(name: str) -> bool:
    """Whether a name is a word that firms like, or one with a character more that brings luck: 惠万家."""
    if len(name) != 3:
        return name in LIKED
    more = (name[0] in LUCKY and name[1:] in terms.BRANDS) or (name[-1] in LUCKY and name[:-1] in terms.BRANDS)
    return more or name in LIKED


def apart(text: str, start: int, place: int) -> int | None:
    """Return where a name of single characters begins that is set apart and ends in a rare one: 家家旺商场."""
    doubled = text[place - 3 : place - 2] == text[place - 2 : place - 1]
    if lexicon().words.get(text[place - 1], 0.0) >= terms.RARE + (DOUBLED if doubled else 0):
        return None
    parts = (place - 3, place - 2)
    return next((f for f in parts if f > start and is_set_apart(text, start, f) and is_single(text[f:place])), None)


def is_single(name: str) -> bool:
    """Whether a name is made of single characters, or begins with one that stands twice."""
    doubled = len(name) == 3 and name[0] == name[1]
    usual = NO_BRAND.intersection(name) and name[1:2] != "又"
    words = cut(name)
    return (
        not usual
        and name[0] not in readings.DEALT
        and (len(words) == len(name) or (doubled and words[0] == name[:2]))
        and all("\u4e00" <= c <= "\u9fff" for c in name)
    )
