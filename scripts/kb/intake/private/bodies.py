"""Organisations and places by name: a suffix (公司, 镇 …) and the words before it that are its name.

Sources: suffixes, trades and words that are no names are the author's own lists, checked against the published samples,
which name nobody; the names of towns and counties without suffix come from the dictionary of jieba (see `lexicon`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from kb.intake.private import brands, firms, institutions, landmarks, likely, lists, terms
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.terms import ORGANISATION, PLACE
from kb.word_finder import WordFinder

BACK = 16
LONGEST_TOWN = 4
EDGE = frozenset("，。；：、！？,;:!?“”‘’\"'《》〈〉【】[]\n\r\t \u3000·…—|/")
MASK = re.compile(r"[xX×*\uff0a某○\uff38\u3007]|\{\{|_")
IN_BRACKETS = re.compile(r"[(（][xX×*\uff0a某\u4e00-\u9fff]{1,6}[)）]$")
SUFFIX = re.compile("|".join(sorted((*terms.ORGANISATIONS, *terms.PLACES), key=len, reverse=True)))


@dataclass(frozen=True)
class Body:
    """A place or organisation that has a name."""

    start: int
    end: int
    kind: str


def find(text: str, start: int, end: int) -> list[Body]:
    """Return the organisations and places with a name in `text[start:end]` by place, neighbours made one."""
    found = [*suffixed(text, start, end), *bare(text, start, end), *numbered(text, start, end)]
    found += [Body(first, last, PLACE) for first, last in landmarks.find(text, start, end)]
    by_trade = (*brands.find(text, start, end), *firms.find(text, start, end))
    found += [Body(first, last, ORGANISATION) for first, last in by_trade]
    for more in (likely.find, likely.led):
        found += list(larger(found, (Body(*one) for one in more(text, start, end))))
    known = {(b.start, b.end) for b in found}
    found += list(larger(found, (Body(*one) for one in lists.find(text, start, end, known))))
    found += larger(found, (Body(*one) for one in lists.roads(text, end, [(b.start, b.end) for b in found])))
    named = [replace(b, end=landmarks.with_number(text, b.end)) if b.kind == PLACE else b for b in joined(text, found)]
    places = [(body.start, body.end) for body in named if body.kind == PLACE]
    places += institutions.places_again(text, start, end, places)
    named = [body for body in named if text[body.start : body.end] not in terms.PUBLIC]
    named = joined(text, [*named, *(Body(a, b, ORGANISATION) for a, b in institutions.find(text, end, places))])
    whole = institutions.parts(text, end, [(b.start, b.end) for b in named if b.kind == ORGANISATION])
    return joined(text, [*named, *(Body(a, b, ORGANISATION) for a, b in whole)])


def larger(found: Sequence[Body], more: Iterable[Body]) -> Iterator[Body]:
    """Yield those of `more` that touch nothing found, or have all of it in them."""
    owner = {place: body for body in found for place in range(body.start, body.end)}
    for body in more:
        touched = {owner[place] for place in range(body.start, body.end) if place in owner}
        if all(body.start <= b.start and b.end <= body.end for b in touched):
            yield body


def suffixed(text: str, start: int, end: int) -> Iterator[Body]:
    """Yield the names that end in a suffix."""
    for stop, suffix in suffixes().longest_before(text[start:end]).items():
        stop += start
        place = stop - len(suffix)
        before = text[place - 1] if place > start else "\n"
        if before in terms.GENERIC_BEFORE or before in EDGE or continues(text, place, stop):
            continue
        kind = ORGANISATION if text[place:stop] in terms.ORGANISATIONS else PLACE
        if not is_plain(text[place - 2 : place], kind):
            first = beginning(text, start, place, stop, kind)
            if first < place and ends_here(text, place, stop, end):
                yield Body(first, stop, kind)


@cache
def suffixes() -> WordFinder:
    """Return the finder of suffixes."""
    return WordFinder((*terms.ORGANISATIONS, *terms.PLACES))


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
    first = last
    while first > max(start, last - BACK) and text[first - 1] not in EDGE and text[first - 1] not in "()（）":
        first -= 1
    words = words_before(text, first, last, stop, kind)
    taken = name_words(words, kind)
    if not taken and text[place:stop] in terms.COUNTIES and words and is_odd(text, start, last, words[-1]):
        return last - len(words[-1])
    name = "".join(taken)
    named = is_name(taken, kind, text[place:stop], is_led(text, start, last - len(name)))
    return place if not named or MASK.search(name) or name in terms.NO_NAMES else last - len(name)


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
    joint = (found[-2] if len(found) > 1 and len(found[-2]) == 1 else "") + found[-1][:-suffix]
    return [*found[:-2], joint] if joint in lexicon().proper else []


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
    if word in lexicon().proper or word in terms.TRADES:
        return kind == PLACE and word in terms.PLACE_MODIFIERS
    if len(word) >= terms.PHRASE or word[-1] in terms.OFFICES:
        return True
    if word in terms.STOP_WORDS or (kind == PLACE and word in terms.PLACE_MODIFIERS):
        return True
    return word in lexicon().verbs


def is_name(words: list[str], kind: str, suffix: str, led: bool) -> bool:
    """Whether words have in them what makes a name: a proper one, one that firms like, characters that are no words."""
    if len("".join(words)) < 2:
        return False
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


def bare(text: str, start: int, end: int) -> Iterator[Body]:
    """Yield towns and counties without suffix: 宁国."""
    for place, names in towns().by_place(text[start:end]).items():
        first = start + place
        titled = "《" in text[max(start, first - 12) : first]
        ends = () if titled else (first + len(name) for name in sorted(names, key=len, reverse=True))
        last = next((last for last in ends if stands_alone(text, first, last, start, end)), None)
        if last:
            yield Body(first, last, PLACE)


@cache
def towns() -> WordFinder:
    """Return the finder of towns and counties without suffix."""
    return WordFinder(place for place in lexicon().places if 1 < len(place) <= LONGEST_TOWN)


def stands_alone(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether the likeliest cut has a word of its own at a place."""
    low, high = max(start, first - 5), min(end, last + 5)
    place = low
    for word in cut(text[low:high]):
        if place == first:
            return len(word) >= last - first
        place += len(word)
    return False


def numbered(text: str, start: int, end: int) -> Iterator[Body]:
    """Yield bodies that are named by a number: 农四师, 72团, 第三人民医院."""
    for match in (m for pattern in terms.NUMBERED for m in pattern.finditer(text, start, end)):
        yield Body(match.start(), match.end(), ORGANISATION)


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
    """Return a body that begins with the province right before it."""
    if not text.endswith(terms.PROVINCES, max(0, body.start - 8), body.start):
        return body
    for province in terms.PROVINCES:
        if text.endswith(province, max(0, body.start - 8), body.start):
            return Body(body.start - len(province), body.end, body.kind)
    return body
