"""What stands for a name in the draft: the same for the same one, told apart where there are several of a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.intake.private import names, suffixes, tails, terms
from kb.intake.private.lexicon import cut
from kb.intake.private.short_forms import brand

ORDER = "甲乙丙丁戊己庚辛壬癸"
FIXED = {"phone": "某电话", "id_number": "某证件号", "email": "某邮箱", "url": "某网址"}
ANY, SOMEWHERE = "某某", {terms.PLACE: "地", terms.ORGANISATION: "单位"}
SHORTEST = 2  # characters of a name
BODIES = (terms.PLACE, terms.ORGANISATION)
KINDS = (
    frozenset((*terms.FIRM_TRADES, *terms.OPEN_TRADES, *terms.SHOPS, *terms.LANDMARKS, *terms.FEATURES))
    | terms.PLACES
    | tails.ENDS
)
LONGEST_KIND = max(map(len, KINDS))
NUMBERED = re.compile("[师团]$|局$|人民医院$|医院$|中学$|小学$|幼儿园$|集团$")
HOUSE = re.compile("[0-9]+(?:号|弄|幢|栋|组).*$|[一二三四五六七八九十]{1,2}组$")


def pseudonyms(mentions: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return what stands for each (kind, as written, full name that is meant), in order."""
    people = persons(list(dict.fromkeys(full for kind, _, full in mentions if kind == "person")))
    labels = marks([(written, key(full)) for kind, written, full in mentions if kind in BODIES])
    found = []
    for kind, written, full in mentions:
        if kind in BODIES:
            found.append(body(written, labels[key(full)], SOMEWHERE[kind]))
        else:
            found.append(people[full] if kind == "person" else FIXED[kind])
    return found


def persons(everybody: Sequence[str]) -> dict[str, str]:
    """Return what each of several persons is called: 张某, or 张某甲, 张某乙 where several are called 张."""
    families: dict[str, list[str]] = {}
    for name in everybody:
        families.setdefault(names.surname_of(name), []).append(name)
    return {
        name: f"{surname}某{numbered(place) if len(members) > 1 else ''}"
        for surname, members in families.items()
        for place, name in enumerate(members)
    }


def numbered(place: int) -> str:
    """Return 甲, 乙 … 癸, 甲甲, 甲乙 …."""
    return (numbered(place // 10 - 1) if place >= 10 else "") + ORDER[place % 10]


def key(full: str) -> str:
    """Return what two mentions of one body share."""
    return brand(full) or full


def marks(mentions: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return what stands for each body's own name: 某某, or 甲, 乙 … among several with one suffix.

    `mentions` are (as written, what it shares with other mentions of the body).
    """
    suffixes: dict[str, str] = {}
    for written, own in mentions:
        suffixes.setdefault(own, written[-2:] if tail(written) else "")
    same: dict[str, list[str]] = {}
    for own, suffix in suffixes.items():
        same.setdefault(suffix, []).append(own)
    return {
        own: ANY if len(owners) == 1 else numbered(place)
        for owners in same.values()
        for place, own in enumerate(owners)
    }


def tail(written: str) -> str:
    """Return the end of a body's name that says of what kind it is; empty where it is a name and nothing else."""
    suffix = [s[0] for s in suffixes.SUFFIX.finditer(written) if s.end() == len(written)]
    number = NUMBERED.search(written)
    return suffix[0] if suffix else max(number[0] if number else "", kind_of(written), key=len)


def body(written: str, mark: str, somewhere: str) -> str:
    """Return a body with a mark in place of its name; its suffix and trade stay: 某某毛纺公司.

    `somewhere` is what a body is called that has a name and nothing else: 某地, 甲单位.
    """
    if len(written) < SHORTEST:  # the initial of a place in the number of a document
        return ANY[:1]
    ends = with_names(list(suffixes.SUFFIX.finditer(written)))
    if not ends or ends[-1].end() != len(written):
        end = tail(written)
        level = written[-len(end) - 1] if end and written[-len(end) - 1] in terms.COUNTIES else ""
        return mark + level + end if end else mark.removesuffix("某") + somewhere
    places = [s for s in ends if s[0] in terms.PLACES]
    if places and len(places) == len(ends):
        return "".join(ANY + s[0] for s in places[:-1]) + mark + places[-1][0]
    last = ends[-1]
    if places and places[-1].end() == last.start():
        return mark + places[-1][0] + last[0]
    kept = ""
    for word in reversed(cut(re.sub(r"[(（][^()（）]*[)）]", "", written[: last.start()]))):
        if word not in terms.TRADES:
            break
        kept = word + kept
    return mark + kept + last[0]


def kind_of(written: str) -> str:
    """Return the trade of a firm or the kind of a place with which a name ends, without the number of a house."""
    rest = HOUSE.sub("", written)
    ends = (rest[-size:] for size in range(LONGEST_KIND, 0, -1) if size < len(rest))
    return next((end for end in ends if end in KINDS), "")


def with_names(suffixes: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Return the suffixes before which a name stands: in 某某县石巷镇 the 巷 belongs to the name."""
    kept: list[re.Match[str]] = []
    for suffix in reversed(suffixes):
        if not kept or kept[-1].start() - suffix.end() >= SHORTEST or kept[-1][0] in terms.ORGANISATIONS:
            kept.append(suffix)
    return kept[::-1]
