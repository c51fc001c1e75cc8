"""Organisations and places by name: what each way to tell them finds (a module each), neighbours made one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kb.intake.private import (
    brands,
    document_numbers,
    firms,
    formed,
    institutions,
    landmarks,
    legal_forms,
    likely,
    lists,
    names,
    quarters,
    short_names,
    suffixes,
    sure_forms,
    terms,
    towns,
)
from kb.intake.private.terms import ORGANISATION, PLACE
from kb.intake.private.words import words

# Brands that are verbs too, and what they are said of.
VERBS = ("繁荣", "振兴", "前进", "团结", "复兴", "跃进", "开发", "建设", "发展", "活跃", "丰富", "壮大")
DONE_TO = re.compile("文化|事业|经济|生活|管理|建设|发展|环境|形象|市场|教育")

WALKED = words("walked")

# What is done to two places is none that has a name: 守堤护坝.
DEED = re.compile("[守护保防巡治修筑看管][\u4e00-\u9fff][守护保防巡治修筑看管][\u4e00-\u9fff]")

# Numbers of several things are no name: 两园三片区.
NUMERALS = frozenset("一二两三四五六七八九十")

# What is counted is none that has a name: 排查水库38座.
COUNTED, COUNT = ("水库", "大桥", "隧道", "学校", "幼儿园", "电站", "泵站"), re.compile("[0-9]+[座所处]")


@dataclass(frozen=True)
class Body:
    """A place or organisation that has a name."""

    start: int
    end: int
    kind: str


def find(text: str, start: int, end: int) -> list[Body]:
    """Return the organisations and places with a name in `text[start:end]` by place, neighbours made one."""
    found = [Body(*one) for one in suffixes.suffixed(text, start, end)]
    for kind, finders in (
        (PLACE, (towns.bare, landmarks.find, quarters.find, document_numbers.find)),
        (
            ORGANISATION,
            (
                towns.numbered,
                brands.find,
                firms.find,
                formed.find,
                legal_forms.find,
                sure_forms.find,
                short_names.find,
            ),
        ),
    ):
        found += [Body(first, last, kind) for finder in finders for first, last in finder(text, start, end)]
    for more in (likely.find, likely.led):
        found += list(larger(found, (Body(*one) for one in more(text, start, end))))
    known = {(b.start, b.end) for b in found}
    found += list(larger(found, (Body(*one) for one in lists.find(text, start, end, known))))
    beside = [(b.start, b.end) for b in found if b.kind == PLACE]
    found += list(larger(found, (Body(*one) for one in lists.alike(text, start, end, beside))))
    found += larger(found, (Body(*one) for one in lists.roads(text, end, [(b.start, b.end) for b in found])))
    onward = {PLACE: landmarks.with_number, ORGANISATION: firms.with_form}
    named = [replace(b, end=min(end, onward[b.kind](text, b.end))) for b in joined(text, found)]
    places = [(body.start, body.end) for body in named if body.kind == PLACE]
    places += institutions.places_again(text, start, end, places)
    named = [body for body in named if is_private(text, body)]
    named = joined(text, [*named, *(Body(a, b, ORGANISATION) for a, b in institutions.find(text, end, places))])
    whole = institutions.parts(text, end, [(b.start, b.end) for b in named if b.kind == ORGANISATION])
    return joined(text, [*named, *(Body(a, b, ORGANISATION) for a, b in whole)])


def is_private(text: str, body: Body) -> bool:
    """Whether a body is not known to everybody, and no verb with what it is done to: 繁荣医院文化."""
    name = text[body.start : body.end]
    if name.endswith(COUNTED) and COUNT.match(text, body.end):
        return False
    if name[-1] == "路" and name[:-1] in WALKED and text[body.end : body.end + 1] == "上":
        return False
    if DEED.fullmatch(name) or is_count(text, body.start, name):
        return False
    known = name in terms.PUBLIC or name in names.PUBLIC  # 钟南山 is no hill
    return not known and not (name.startswith(VERBS) and DONE_TO.match(text, body.end))


def is_count(text: str, place: int, name: str) -> bool:
    """Whether a name at a place is but part of numbers of things: 园三 of 两园三片区, 三岸四桥 behind 两河."""
    counted = not NUMERALS.isdisjoint(name[1:])
    before = text[place - 2 : place - 1] if name[0] in NUMERALS else text[place - 1 : place]
    return counted and before in NUMERALS


def larger(found: Sequence[Body], more: Iterable[Body]) -> Iterator[Body]:
    """Yield those of `more` that touch nothing found, or have all of it in them."""
    owner = {place: body for body in found for place in range(body.start, body.end)}
    for body in more:
        touched = {owner[place] for place in range(body.start, body.end) if place in owner}
        if all(body.start <= b.start and b.end <= body.end for b in touched):
            yield body


def joined(text: str, found: list[Body]) -> list[Body]:
    """Return bodies by place; those that touch or overlap become one, with the province before it."""
    kept: list[Body] = []
    for body in sorted(found, key=lambda b: (b.start, -b.end)):
        if kept and body.start <= kept[-1].end:
            last = kept[-1]
            kind = body.kind if body.end > last.end else last.kind
            kept[-1] = Body(last.start, max(last.end, body.end), kind)
        else:
            kept.append(body)
    return [with_province(text, body) for body in kept]


def with_province(text: str, body: Body) -> Body:
    """Return a body that begins with the province right before it, or with what it is a branch of: 建行某某支行."""
    return wider(text, wider(text, body, terms.PROVINCES), terms.PARENTS if body.kind == ORGANISATION else ())


def wider(text: str, body: Body, before: tuple[str, ...]) -> Body:
    """Return a body that begins with one of some words, where it stands right before it."""
    low = max(0, body.start - 8)
    if not before or not text.endswith(before, low, body.start):
        return body
    longest = max((word for word in before if text.endswith(word, low, body.start)), key=len)
    return Body(body.start - len(longest), body.end, body.kind)
