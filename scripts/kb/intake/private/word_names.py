"""Names of persons that are everyday words (白雪, 向前): told by a title behind them, an office before, a prize won.

Source: the words and what stands around them are the author's own lists (words.txt). A title that people are called by
is enough behind such a word, with or without surname; elsewhere a group or an office before it and what one person
does behind it have to meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import names, terms
from kb.intake.private.at_work import DEEDS, UNLIKELY, is_at_work
from kb.intake.private.guesses import BESIDE, CLAUSE, GIVENS, GROUPS, LED, Guess, ends_group, is_role
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.readings import VOCABULARY
from kb.intake.private.shared import SHARED
from kb.intake.private.words import words

BEFORE_TITLE = GROUPS | frozenset("像学的和与及是由向在请给对让把为跟随同有级以到")
PLURAL = ("广大", "全体", "各位", "所有", "众多", "一线", "优秀")  # before an office: not of one person
FAR = 5  # characters of an office
LOOSE = words("loose_names")
TELLING = (*DEEDS, *(word for word in names.ACTING if len(word) > 1))  # behind a word that is seldom a name
STILL = 20  # characters behind a name in which its prize is named
PRIZE = re.compile("[中里上][，,]?(?:[\u4e00-\u9fff]{0,8})(?:夺|获|摘|捧|居|列)")
CUP = re.compile("在[^，。；\n]{2,18}(?:赛|比武|竞赛|考试|考核|练兵|评比|评选|擂台|决赛)")
NO_NAME = terms.STOP_WORDS | VOCABULARY | names.NO_BEGIN
SEVERAL = re.compile(
    "等(?:(?:[0-9]+|[两二三四五六七八九十]+)[多余]?(?:名|位|人(?![次均]))|同志|人(?=[，。、；的在到被参获]))"
)
WON = re.compile("获[^，。；\n]{1,10}(?:[奖名]|冠军|称号)[，；]$")  # the clause before says so of another
BEFORE_WINNER = 14  # characters of it that are read
# 领唱是厂办的某某。
KNOWN_FOR = re.compile("[\u4e00-\u9fff](?:是|[：:])[^，。；\n]{2,10}$")
WRITES = re.compile("在[^，。；\n]{1,9}[上里中](?:写|留言|说|讲)")
BOTH = 8.0  # where a trade before and a deed behind tell
USUAL, USUAL_PLAIN = -9.3, -11.2  # more usual words than these are no names; and such that begin with a plain word
GIVEN_ALONE = -11.5  # a more usual word than this is no given name before a title
SOUGHT = SHARED.finder(lambda: names.WORD_NAMES)
CALLED = SHARED.finder(lambda: names.CALLED)


def find(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield the everyday words in `text[start:end]` that stand where only a name stands."""
    for place, found in SOUGHT.by_place(text[start:end]).items():
        first = start + place
        last = first + max(map(len, found))
        if is_at_work(text, start, first, last, end):
            yield Guess(first, last, BOTH)
        elif (
            is_titled(text, start, first, last, end)
            or is_winner(text, first, last, end)
            or is_acting(text, start, first, last, end)
            or is_of_several(text, start, first, last, end)
            or is_on_stage(text, start, first, last, end)
        ):
            yield Guess(first, last, BESIDE)
    yield from given_alone(text, start, end)


def is_one(text: str, start: int, first: int) -> bool:
    """Whether the word for a person stands before a place: 保洁员, 退休职工; not for all of them."""
    led = text[max(start, first - FAR) : first]
    return (is_role(led) or led.endswith(LED)) and not any(word in led for word in PLURAL)


def may_be_called(name: str, usual: float | None = None) -> bool:
    """Whether a word may be the name of a person where only a name can stand: 武装, but not 成绩.

    `usual` is the logarithm of a share that is too much for a name.
    """
    if name in names.EVERYDAY:
        return True
    if name[0] not in names.SURNAMES or name in NO_NAME or name in names.OF_TITLES or len(name) > 3:
        return False
    if not names.NEVER.isdisjoint(name[1:]) or CLAUSE.intersection(name) or name[-1] in GROUPS - GIVENS:
        return False
    if usual is None:
        usual = USUAL_PLAIN if name[0] in names.PLAIN else USUAL
    return name[:2] not in names.NO_BEGIN and lexicon().words.get(name, UNKNOWN) < usual


def given_alone(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield names before a title that people are called by: 雪梅老师, without surname, and 边疆医生."""
    for place in CALLED.by_place(text[start:end]):
        last = start + place
        first = last - 2
        name = text[max(start, first) : last]
        if len(name) == 2 and (is_given_name(name) or is_whole_name(name)) and is_free(text, start, first):
            yield Guess(first, last, BESIDE)


def is_given_name(name: str) -> bool:
    """Whether two characters are of those that given names have most often, and none of them a numeral or a size."""
    often = sum(c in names.GIVEN_FIRST for c in name)
    usual = lexicon().words.get(name, UNKNOWN) > GIVEN_ALONE
    return often > 0 and not usual and GIVENS.issuperset(name) and name[0] not in names.PLAIN


def is_whole_name(name: str) -> bool:
    """Whether a word of two characters may be a surname and a given name, and is none of the field: 边疆老师."""
    return name[0] in names.OFTEN and name[1] in GIVENS and name not in names.OF_TITLES and name not in VOCABULARY


def is_free(text: str, start: int, first: int) -> bool:
    """Whether a name can begin at a place: at the edge of a clause, behind a preposition or a group."""
    before = text[first - 1 : first] if first > start else ""
    if not before or before in CLAUSE:
        return True
    return (before in BEFORE_TITLE or ends_group(text, start, first)) and not ends_word(text, start, first)


def ends_word(text: str, start: int, first: int) -> bool:
    """Whether the character before a place and the first one there are cut as one word."""
    low = max(start, first - 3)
    place = low
    for word in cut(text[low : first + 2]):
        if place < first < place + len(word):
            return True
        place += len(word)
    return False


def is_titled(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a title that people are called by follows, and a name can begin here."""
    kind = text[first:last] in names.OF_TITLES  # 阳光大姐
    return not kind and text.startswith(names.CALLED, last, end) and is_free(text, start, first)


def is_winner(text: str, first: int, last: int, end: int) -> bool:
    """Whether a group or another winner stands right before a word, and what a winner does right behind it."""
    grouped = ends_group(text, 0, first - (text[first - 1 : first] == "的"))
    beside = text[first - 1 : first] in "，；" and WON.search(text, max(0, first - BEFORE_WINNER), first)
    among = text.startswith("其中", max(0, first - 2), first) and text[first:last] not in UNLIKELY
    return bool(grouped or beside or among) and wins(text, last, end)


def wins(text: str, last: int, end: int) -> bool:
    """Whether what a winner does follows, or the competition in which something was won."""
    if text.startswith(names.WINNING, last, end):
        return True
    cup = CUP.match(text, last, end)
    return cup is not None and PRIZE.match(text, cup.end(), min(end, last + STILL)) is not None


def is_acting(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a word for an office or a relation stands right before a word, and what one person does behind it.

    Behind a group such a word is one, too, where it says neither how nor when something is done.
    """
    name = text[first:last]
    if not is_one(text, start, first):
        return name not in UNLIKELY and ends_group(text, start, first) and text.startswith(TELLING, last, end)
    if name in LOOSE:
        return text.startswith(TELLING, last, end)
    acts = text.startswith(names.ACTING, last, end) or WRITES.match(text, last, end) is not None
    return acts or wins(text, last, end)


def is_of_several(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a word stands for several persons: 等9人 behind it."""
    return SEVERAL.match(text, last, end) is not None and not ends_word(text, start, first)


def is_on_stage(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether somebody of a group or with an office performs (厂办的某某独唱), or did it by what is said (领唱是…)."""
    if text[first:last] in names.MOODS:
        return False
    of_group = text[first - 1 : first] == "的" and ends_group(text, start, first - 1)
    if text.startswith(names.PERFORMING, last, end):
        return of_group or is_one(text, start, first)
    known = KNOWN_FOR.search(text, max(start, first - BEFORE_WINNER), first) if of_group else None
    role = text[max(start, known.start() - FAR) : known.start() + 1] if known else ""
    alone = last >= end or text[last] in CLAUSE
    return alone and (role.endswith((*LED, *names.PERFORMING, *names.WINNING)) or is_role(role))


def is_again(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether an everyday word that is a name elsewhere is one here: a person may be named, and does something."""
    if is_one(text, start, first) or text[first - 1 : first] == "带":
        alone = last >= end or text[last] in CLAUSE or text.startswith(names.WEAK_AFTER, last)
        return alone and not ends_word(text, start, first)
    return is_free(text, start, first) and (acts_again(text, start, first, last, end) or wins(text, last, end))


def acts_again(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether what one person does stands behind a name; behind a group also what is said of others seldom."""
    grouped = ends_group(text, start, first)
    return text.startswith(names.ACTING, last, end) or (grouped and text.startswith(DEEDS, last, end))
