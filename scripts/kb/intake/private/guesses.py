"""Names of persons: shaped like a name, likelier than any other reading of the clause, better still beside a title.

Sources: shape and shares of names from `names`, other readings from `lexicon` (the most likely cut into words), titles
and verbs that stand beside names likewise from `names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.intake.private import names
from kb.intake.private.before import SIGNS
from kb.intake.private.lexicon import UNKNOWN, Window, least, lexicon
from kb.intake.spans import apart

STARTS = re.compile(f"[{''.join(sorted(names.SURNAMES | {c[0] for c in names.DOUBLE}))}]")
CLAUSE = SIGNS | {"-"}
GIVENS = names.GIVEN_FIRST | names.GIVEN_SECOND
LINKS = "为任由请给是和对与及同获"  # what stands between a name and the title of another, or of its own
AROUND = 5  # characters of the clause that are read on each side
# What stands before and after: a title or verb of persons, the edge of a clause, nothing that tells.
BESIDE, ROLE, HINT, NEUTRAL = 5.0, 4.0, 1.25, 0.0
UNTOLD, SHORT = -2.5, -2.0  # where neither side tells; and for a given name of one character
WORD, MOST_COMMON = -3.5, -9.8  # where the surname is the end of a common word, or begins so common a one
WHOLE = 3.0  # where a name is all of an item in a list of names
USUAL = 1.5  # for two characters that given names often have
RARE = -14.4  # a name may be in the dictionary as a word so rare
UNUSUAL = -9.0  # the share of a surname that is not on the list
ENOUGH = -1.75
PRIOR = -5.0
LED = (*names.TITLES, *names.BEFORE)
NOT_GIVEN = names.NO_GIVEN.union(names.TITLES)
TOLD = frozenset(word[-2:] for word in LED)
TOLD_AFTER = frozenset(" \u3000：:")
CALLED = frozenset(word[:2] for word in names.TITLES)
END_TOLD, BEGIN_CALLED = frozenset(word[-1] for word in TOLD), frozenset(word[0] for word in CALLED)
END_ROLES = names.ROLE_ENDS.union(word[-1] for word in names.ROLES)  # the quick looks before those words
FOLLOWING = (*names.TITLES, *names.AFTER)
FOLLOWS = frozenset(word[0] for word in FOLLOWING)
BLANKS = " \u3000"
MAY_LEAD, MAY_FOLLOW = END_TOLD | END_ROLES | set(f"{BLANKS}：:"), FOLLOWS | set(BLANKS)
REACH = 4  # characters before a name in which a word for a trade stands
DEPARTMENTS = frozenset("室科组处部")
OF_PUPILS = frozenset("班组")  # 木兰班 and 语文组 are no names
JOINING, DOING = frozenset("和由"), frozenset("谈练祭养种操查管")  # surnames that are an "and", that are verbs
GROUPS = DEPARTMENTS | frozenset("班队镇乡村校厂园院所站局行司店场间")  # what these end a person may belong to
IN_GROUP = 2.0
PERSONAL = 2.5
OFFICES = frozenset(word for word in names.TITLES if len(word) == 2)
COLONS, BRACKETS = ("：", ":"), ("（", "(")


@dataclass(frozen=True)
class Guess:
    """A name that may be one, and by how much it is likelier than another reading."""

    start: int
    end: int
    lead: float


def guesses(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield whatever is shaped like a name, stands where a name can stand and may be likely enough."""
    for match in STARTS.finditer(text, start, end):
        place = match.start()
        pair = text[place : place + 2]
        size = 2 if pair in names.DOUBLE else 1
        if pair in names.NO_BEGIN or (size == 1 and pair[0] not in names.SURNAMES):
            continue
        if not in_word(text, place, start) or is_told(text, place):
            yield from of_surname(text, start, end, place, text[place : place + size])


def is_told(text: str, place: int) -> bool:
    """Whether a title or the word for a trade stands before a place or behind the name that begins there."""
    if text[place + 2 : place + 3] in BEGIN_CALLED and text[place + 2 : place + 4] in CALLED:
        return True
    if text[place + 3 : place + 4] in BEGIN_CALLED and text[place + 3 : place + 5] in CALLED:
        return True
    last = text[place - 1 : place]
    if last in TOLD_AFTER:
        return True
    told = last in END_TOLD and text[place - 2 : place] in TOLD
    return told or (last in END_ROLES and is_role(text[max(0, place - REACH) : place]))


def in_word(text: str, place: int, start: int) -> bool:
    """Whether a character begins or ends so common a word that it is no surname, unless a title tells."""
    known = lexicon()
    if place > start and text[place - 1 : place + 1] in known.common:
        return True
    pair = text[place : place + 2]
    if pair not in known.common:
        return False
    at_edge = place == start or text[place - 1] in CLAUSE
    return not at_edge or known.words[pair] > MOST_COMMON


def of_surname(text: str, start: int, end: int, place: int, surname: str) -> Iterator[Guess]:
    """Yield the names that a surname at a place may begin."""
    left = window = None
    first = place + len(surname)
    led = text[place - 1 : place] in MAY_LEAD
    for length in (2, 1):
        stop = first + length
        given = text[first:stop]
        told = led or text[stop : stop + 1] in MAY_FOLLOW
        if not (told or consists(given)) or stop > end or not is_given(given):
            continue
        done = is_done(surname, given, text[stop : stop + 2]) or (surname in DOING and recurs(text, place, stop))
        if done or text[stop - 1 : stop + 1] in OFFICES:
            continue
        left = before(text, place, start) if left is None else left
        hint = hint_of(text, start, place, stop, surname, left, after(text, stop, end))
        if hint < ROLE + SHORT and not consists(given):
            continue
        own = share(surname, given)
        if own + hint - least(text[place:stop]) >= ENOUGH:  # a window could only say that it is less likely
            window = window or around(text, start, end, place, first + 2)
            yield Guess(place, stop, window.lead(place, stop, own) + hint)


def hint_of(text: str, start: int, place: int, stop: int, surname: str, left: float, right: float) -> float:
    """Return how much speaks for a name between two offsets, but for the words that it may be."""
    given = text[place + len(surname) : stop]
    owned = HINT if right > BESIDE and text[place - 1 : place] == "的" else 0  # 患病的某某老师
    hint = hints(left + owned, right) + (SHORT if len(given) == 1 else 0)
    plain = WORD if surname in names.PLAIN or given[-1] in LINKS else 0
    hint += plain / 2 if left >= ROLE else plain
    hint += WORD if lexicon().words.get(text[place:stop], UNKNOWN) > RARE else 0
    if len(given) == 1:
        return hint
    hint += WHOLE if left >= ROLE and is_whole(text, place, stop) else 0
    if consists(given) and wins(text, start, place, stop):
        hint += IN_GROUP + PERSONAL
    if is_usual(surname, given):
        hint += USUAL + (IN_GROUP if text[place - 1 : place] in GROUPS and left < ROLE else 0)
    return hint


def wins(text: str, start: int, place: int, stop: int) -> bool:
    """Whether somebody of a group does what a winner does: 纺织公司的某某某获一等奖."""
    before = place - (text[place - 1 : place] == "的")
    return text.startswith(names.WINNING, stop) and ends_group(text, start, before)


def is_whole(text: str, place: int, stop: int) -> bool:
    """Whether a name is all that stands between a label's colon and a bracket: 组长：某某某（工会主席）."""
    return text[place - 1 : place] in COLONS and text[stop : stop + 1] in BRACKETS


def consists(given: str) -> bool:
    """Whether a given name is made of what given names have."""
    return GIVENS.issuperset(given) or given in names.GIVEN_WHOLE


def is_done(surname: str, given: str, follow: str) -> bool:
    """Whether a surname is rather a verb or an "and" with a word behind it: 谈坚守, 练手语, 和代驾; not 谈有方老师."""
    if surname in JOINING:
        return not consists(given)
    return surname in DOING and given in lexicon().words and given not in names.EVERYDAY and follow not in CALLED


def recurs(text: str, place: int, stop: int) -> bool:
    """Whether the next item of a list, or the one before, begins with the same character: 查顶板、查风机."""
    items = f"、{text[place]}", f"，{text[place]}"
    return text.startswith(items, stop) or any(item[1:] == text[place - 4 : place - 3] for item in items)


def is_usual(surname: str, given: str) -> bool:
    """Whether a name is made of what names are usually made of, and does not run into the next word."""
    return surname not in names.PLAIN and given[-1] not in LINKS and consists(given)


def share(surname: str, given: str) -> float:
    """Return the logarithm of the share of a name, among all words."""
    return PRIOR + (names.surname_share(surname) or UNUSUAL) + names.given_share(given)


def is_given(given: str) -> bool:
    """Whether a text can be a given name at all."""
    never = given[0] in names.NEVER or given[-1] in names.NEVER
    if (never and given not in names.GIVEN_WHOLE) or given in NOT_GIVEN or given[-1] in OF_PUPILS:
        return False
    return "\u4e00" <= given[0] <= "\u9fff" and "\u4e00" <= given[-1] <= "\u9fff"


def hints(left: float, right: float) -> float:
    """Return how much both sides of a place speak for a name."""
    return left + right if max(left, right) >= ROLE else left + right + UNTOLD


def before(text: str, place: int, start: int) -> float:
    """Return how much what stands before a place speaks for a name."""
    ends_word = WORD if text[place - 1 : place + 1] in lexicon().common else 0
    led = text[max(start, place - 5) : place].rstrip(f"{BLANKS}：:")
    if (led[-2:] in TOLD or led[-1:] in TOLD) and led.endswith(LED):
        return BESIDE + ends_word
    if is_role(led):
        return ROLE + ends_word
    at_edge = place == start or text[place - 1] in CLAUSE
    return HINT if at_edge or led.endswith(names.WEAK_BEFORE) else NEUTRAL + ends_word


def is_role(led: str) -> bool:
    """Whether a text ends in the word for a trade or an office: 渡工, 会计师."""
    if led[-1:] in names.ROLE_ENDS:
        return "\u4e00" <= led[-2:-1] <= "\u9fff" and led[-2:] not in names.NO_ROLES
    return led.endswith(names.ROLES)


def ends_group(text: str, start: int, place: int) -> bool:
    """Whether a group of persons ends at a place: a department, a works, 票务中心, 分工会."""
    return text[place - 1 : place] in GROUPS or text.endswith(names.GROUP_WORDS, start, place)


def after(text: str, stop: int, end: int) -> float:
    """Return how much what stands after a place speaks for a name."""
    follow = text[stop : stop + 5].lstrip(BLANKS)
    if follow[:1] in FOLLOWS and text[stop - 1] not in LINKS and follow.startswith(FOLLOWING):
        return BESIDE + (PERSONAL if follow.startswith(names.CALLED) else 0)
    return HINT if stop == end or text[stop] in CLAUSE or follow.startswith(names.WEAK_AFTER) else NEUTRAL


def around(text: str, start: int, end: int, first: int, last: int) -> Window:
    """Return the part of the clause around a place, to be read in more than one way."""
    low, high = first, min(last, end)
    while low > max(start, first - AROUND) and text[low - 1] not in CLAUSE:
        low -= 1
    while high < min(end, last + AROUND) and text[high] not in CLAUSE:
        high += 1
    return Window(text[low:high], low)


def likeliest(found: Iterable[Guess]) -> list[Guess]:
    """Return the likeliest of those that overlap, by place."""
    return apart(sorted(found, key=lambda g: -g.lead), lambda g: (g.start, g.end))
