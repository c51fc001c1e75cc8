"""Names told by a list: what stands beside a certain name, and what a verb of several persons ends: 甲、乙分获.

Source: the words behind such lists are the author's own (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import names
from kb.intake.private.guesses import (
    BESIDE,
    CLAUSE,
    ENOUGH,
    GIVENS,
    HINT,
    LED,
    PRIOR,
    RARE,
    SHORT,
    UNUSUAL,
    WHOLE,
    WORD,
    Guess,
    around,
    ends_group,
    is_given,
    is_role,
    share,
)
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.shared import SHARED
from kb.intake.private.spelled import ANY_SOUND, is_sound
from kb.intake.private.word_names import is_free, may_be_called

LINKS, BEHIND_NOTES, MARKS = "、和与及，", ";；,", "、，。；等和及与）)"
NAMING = "为任"  # what stands between a name and its office
PREFIX = 13  # characters of a group or an office before a name in a list: 语文组某某
USUAL_WORD = -10.0  # what is a more usual word than this is no name without surname
WORD_SHARE = -11.0  # of a name that is an everyday word
LISTED_WORD = -0.8  # where a name is a word too
NOTED = "(?:[(（][^()（）、。\n]{1,14}[)）]|第[一二三四五六]名?)"  # 甲（工会主席）、乙; 甲第一，乙第二
NOTE, NOTE_BEFORE = re.compile(f"{NOTED}(?=[{LINKS}{BEHIND_NOTES}。])"), re.compile(f"{NOTED}$")
HEAD = re.compile("[^，。；、：:\n]{1,8}[：:]")  # of the next list: 车工：某某第一；钳工：某某第一
FARTHEST = 17  # characters of a note and the sign behind it
FAR = 1.5  # by how much surer a name must be that such a prefix parts from the list
SOUGHT = SHARED.finder(lambda: names.LIST_ENDS)


def beside_others(text: str, start: int, end: int, certain: list[Guess]) -> Iterator[Guess]:
    """Yield the names that a list sets beside certain ones: 甲、乙和丙."""
    for guess in certain:
        yield from along(text, start, end, guess, 1)
        yield from along(text, start, end, guess, -1)


def ended(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield the names of lists of two and more that end in a word said of persons: 分获, 两位."""
    for stop, word in SOUGHT.longest_before(text[start:end]).items():
        last = next(iter(listed(text, start, end, start + stop - len(word), -1)), None)
        others = list(along(text, start, end, last, -1)) if last and last.lead >= ENOUGH else []
        if last and others:
            yield from (last, *others)


def along(text: str, start: int, end: int, guess: Guess, step: int) -> Iterator[Guess]:
    """Yield the names of a list from one of them on, forwards or backwards."""
    beside = onward if step > 0 else backward
    found = beside(text, start, end, guess)
    while found:
        yield found
        found = beside(text, start, end, found)


def onward(text: str, start: int, end: int, guess: Guess) -> Guess | None:
    """Return the next name of a list in which a name stands, with a group before it or without."""
    note = NOTE.match(text, guess.end, end)
    place = note.end() if note else guess.end
    if place >= end or text[place] not in (LINKS + BEHIND_NOTES if note else LINKS):
        return None
    place += 1
    head = HEAD.match(text, place, end) if note else None
    place = head.end() if head else place
    found = next(listed(text, start, end, place, 1), None)
    if found and found.lead >= ENOUGH:
        return found
    grouped = is_group(text, start, guess.start)
    for size in range(2, PREFIX):
        if place + size >= end or text[place + size - 1] in CLAUSE:
            break
        if is_group(text, place, place + size):
            found = next(listed(text, start, end, place + size, 1, grouped), None)
            if found and found.lead >= ENOUGH + FAR:
                return found
    return None


def backward(text: str, start: int, end: int, guess: Guess) -> Guess | None:
    """Return the name of a list before one in it, with a group between them or without."""
    last = guess.start
    if last > start and text[last - 1] not in LINKS and is_group(text, start, last):
        while last > max(start, guess.start - PREFIX) and text[last - 1] not in CLAUSE:
            last -= 1
    note = NOTE_BEFORE.search(text, max(start, last - FARTHEST), last - 1) if last > start else None
    if last <= start or text[last - 1] not in (LINKS + BEHIND_NOTES if note else LINKS):
        return None
    last, far = last - 1, last < guess.start
    if far and not note and text[last] == "，":  # a clause ends there
        return None
    found = next(listed(text, start, end, note.start() if note else last, -1, far), None)
    return found if found and found.lead >= ENOUGH + (FAR if far else 0) else None


def is_group(text: str, start: int, place: int) -> bool:
    """Whether a group, an office or 的 ends at a place."""
    return ends_group(text, start, place) or text[place - 1] == "的" or is_office(text, start, place)


def is_office(text: str, start: int, place: int) -> bool:
    """Whether the word for a person ends at a place: 保育员, 保安."""
    return is_role(text[max(start, place - 4) : place]) or text.endswith(LED, start, place)


def listed(text: str, start: int, end: int, place: int, step: int, grouped: bool = False) -> Iterator[Guess]:
    """Yield what may be a name that begins (or ends) at a place in a list, the likeliest first.

    `grouped` says that a group stands before the name beside it: 语文组某某、数学组某某.
    """
    tried = []
    for length in (3, 2, 4):
        first, last = (place, place + length) if step > 0 else (place - length, place)
        if first < start or last > end:
            continue
        whole = step < 0 or last == end or text[last] in MARKS or NOTE.match(text, last) is not None
        whole = whole or text.startswith(names.LIST_ENDS, last)
        if (known := own_share(text, first, last, whole, grouped)) is not None:
            hint = BESIDE + HINT + (WHOLE if whole else WORD if text[last - 1] in NAMING else 0)
            tried.append(Guess(first, last, around(text, start, end, first, last).lead(first, last, known) + hint))
    return iter(sorted(tried, key=lambda g: -g.lead))


def own_share(text: str, first: int, last: int, whole: bool, grouped: bool) -> float | None:
    """Return the logarithm of the share of a name in a list, None where it can't be one."""
    name = text[first:last]
    if text[first - 1 : first].isdigit() or name[:2] in names.NO_BEGIN:
        return None
    free = name in names.EVERYDAY and (is_free(text, 0, first) or is_role(text[max(0, first - 4) : first]))
    free = free or (grouped and whole and may_be_called(name) and is_group(text, 0, first))
    if free and (whole or text[last + 1 : last + 2] not in MARKS):
        return WORD_SHARE
    surname = text[first : first + (2 if text[first : first + 2] in names.DOUBLE else 1)]
    given = text[first + len(surname) : last]
    if names.surname_share(surname) is not None and 0 < len(given) < 3 and is_given(given):
        word = LISTED_WORD if lexicon().words.get(name, UNKNOWN) > RARE else 0
        return share(surname, given) + (SHORT if len(given) == 1 else 0) + word
    alone = whole and last - first < 4 and (first == 0 or text[first - 1] in CLAUSE)
    if not alone or lexicon().words.get(name, UNKNOWN) > USUAL_WORD or name in names.TITLES:
        return None
    if ANY_SOUND.issuperset(name) and all(map(is_sound, cut(name))):
        return PRIOR
    return PRIOR + UNUSUAL / 2 + names.given_share(name) if GIVENS.issuperset(name) else None
