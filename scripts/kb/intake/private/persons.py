"""Names of persons: by likelihood, by lists, by their sounds; one that is certain is found wherever it stands."""

from __future__ import annotations

import re

from kb.intake.private import at_work, called, names, one_person, signed, word_names
from kb.intake.private.guesses import ENOUGH, Guess, guesses, likeliest
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.longer import with_longer
from kb.intake.private.person_lists import beside_others, ended
from kb.intake.private.spelled import dotted, rendered, spaced
from kb.intake.spans import apart
from kb.word_finder import WordFinder

SHORT = 2  # characters of a name that may be a word, too
IN_OFFICE = re.compile("[（(][^（）()\n]{0,6}(?:主席|组长|委员|主任|科长|班长)|(?:专职|具体)?负责(?!人)|兼任|带队|牵头")
# What a namesake of somebody public does here: is elected in the works, wins a prize in it, is ill.
LOCAL = re.compile(
    "(?P<others>(?:[、和与及](?!等)[\u4e00-\u9fff]{2,3}){0,4}?)(?:(?:分别|同时|双双|一致)?(?:[高满全]票)?(?:当选|补选|增补|被选|推选)为?"
    "(?=[^，。；国央省]{0,12}(?:主席|委员|[组班队部]长|代表|干事))|分获|分别(?:获|夺|负责|牵头)|轮流|[夺获摘捧][^，。；国]{0,8}(?:等奖|第[一二三四五六]|[冠亚季]军)"
    "|[为任][^，。；国央中省]{0,5}(?:主席|委员|[组班队]长)|确诊|住院|家住|家中|突发|摔|捡到|拾到|修好|拍摄|领到|一家|考取|考上)"
)
# What people come together for: 毛笔班.
ACTIVITY = re.compile(
    "展|班(?![长组主])|课|赛|社(?!区)|沙龙|体验|教学|大赛|比赛|竞赛|培训|讲座|作品|兴趣|爱好|编织|工作坊|知识|队(?![长员])"
)
HOW = frozenset("得很更最不太较够")  # how something is: 考虑得周全
SELDOM = -12.6  # an everyday word rarer than this is the person again
USUAL = -11.0  # and any other word that is rarer than this
AROUND = 3  # characters beside a name that may make a longer word with it


def find(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of persons' names in `text[start:end]` by place."""
    sure = (g for g in with_longer(text, start, guesses(text, start, end)) if g.lead >= ENOUGH)
    certain = likeliest(g for g in sure if not is_of_words(text, start, g))
    certain = likeliest(
        [
            *certain,
            *with_longer(text, start, ended(text, start, end)),
            *rendered(text, start, end),
            *(g for g in word_names.find(text, start, end) if not is_activity(text, start, g)),
            *signed.find(text, start, end),
            *one_person.find(text, start, end),
            *called.short(text, start, end),
        ]
    )
    certain = likeliest(
        [
            *certain,
            *with_longer(text, start, beside_others(text, start, end, certain)),
            *dotted(text, start, end),
            *spaced(text, start, end),
        ]
    )
    return apart([*everywhere(text, start, end, certain), *called.titled(text, start, end)], lambda span: span)


def is_of_words(text: str, start: int, guess: Guess) -> bool:
    """Whether the words around say that a guess is none: they go on into it, or it is what they do."""
    return ends_longer(text, start, guess) or is_activity(text, start, guess)


def is_activity(text: str, start: int, guess: Guess) -> bool:
    """Whether a word behind those who do it is what they do: 职工毛笔班, 教师古筝社."""
    word = text[guess.start : guess.start + SHORT]
    done = word in lexicon().words and ACTIVITY.match(text, guess.start + SHORT) is not None
    return done and text.endswith(at_work.MANY, start, guess.start)


def ends_longer(text: str, start: int, guess: Guess) -> bool:
    """Whether the surname of a guess is the last character of a word of three: of 经销商."""
    return guess.start - 2 >= start and text[guess.start - 2 : guess.start + 1] in lexicon().words


def everywhere(text: str, start: int, end: int, certain: list[Guess]) -> list[tuple[int, int]]:
    """Return every place of every certain name, also where nothing around hints at it, but for usual words."""
    found = [(g.start, g.end) for g in certain if not is_public(text, g.start, g.end)]
    every = WordFinder({text[a:b] for a, b in found}).apart(text[:end]) if found else []
    return apart(
        [*found, *((a, b) for a, b in every if a >= start and is_meant(text, start, a, b, end))], lambda span: span
    )


def is_meant(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a name that is certain elsewhere is meant at a place."""
    if last - first == SHORT and is_part(text, start, first, last, end):
        return False
    if is_own(text[first:last]):
        return text[first - 1 : first] not in HOW or last - first > SHORT
    return word_names.is_again(text, start, first, last, end)


def is_public(text: str, first: int, last: int) -> bool:
    """Whether a name is one that everybody may know, and not that of a namesake who has an office here."""
    if text[first:last] not in names.PUBLIC:
        return False
    acts = LOCAL.match(text, last)
    local = text[first - 1 : first] == "由" or IN_OFFICE.match(text, last) is not None
    return not local and (acts is None or not names.PUBLIC.isdisjoint(re.split("[、和与及]", acts["others"])))


def is_part(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a short name is but a part of a longer word here: of 任重道远, of 安康杯."""
    low, high = max(start, first - AROUND), min(end, last + AROUND)
    place = low
    for word in cut(text[low:high]):
        if place <= first and last <= place + len(word):
            return len(word) > last - first
        place += len(word)
    return False


def is_own(name: str) -> bool:
    """Whether a certain name is that person's wherever it stands, and no everyday word."""
    return lexicon().words.get(name, UNKNOWN) < (SELDOM if name in names.EVERYDAY else USUAL)
