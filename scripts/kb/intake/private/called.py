"""Persons of whom but a part of the name is written: 郑副镇长, 江总, 高书记 said of one, 小马 behind an office.

Source: the titles and what stands around them are the author's own lists (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import names
from kb.intake.private.guesses import BESIDE, CLAUSE, GROUPS, REACH, Guess, is_role
from kb.intake.private.guesses import LED as TITLED
from kb.intake.private.lexicon import UNKNOWN, lexicon
from kb.intake.private.shared import SHARED

LED = CLAUSE | names.SURNAME_LEADS
AMBIGUOUS = names.PLAIN | frozenset("任高常方安万文")  # surnames that begin words with titles: 高校长 …
SINGLE = names.MOST - AMBIGUOUS
RISKY = (names.OFTEN & AMBIGUOUS) - frozenset("任")  # a title is not enough behind these
# What one person does, right behind the title.
DOES = re.compile(
    "(?:[也又还就都]?(?:在|到场|到会|到现场|来到|带队|带头|带着|亲自|一行|说|讲|指出|强调|表示|要求|主持|宣布|宣读|介绍|告诉|提出|鼓励"
    "|勉励|握着|看望|走访|代表|听了|听取|听说|得知|率|当场|回忆|感慨|动情|笑着|接过|表态))"
)
FAMILIES = "".join(sorted(names.USUAL - AMBIGUOUS))
BOSS = re.compile(f"总(?<=[{FAMILIES}]总)(?={DOES.pattern}|[、，和]|的)")
GIVEN = "".join(sorted(names.GIVEN_FIRST - names.PLAIN))
AFTER = "的、，。；）和等家在说把从也又还是因用为给向第一捐患住获当被突都来去跑没走带收接"
FOLLOWS = f"(?=[{AFTER}]|同志|师傅|主动|自己|连续|每天)"
NICK = re.compile(f"(?:[小老大][{FAMILIES}](?![哥姐])|老[{FAMILIES}][头汉]|阿[{GIVEN}]){FOLLOWS}")
ELDER = re.compile(f"[姐哥姨叔婶嫂伯爷](?<=[{FAMILIES}].){FOLLOWS}")
COMMON = -13.0  # with the next character no more usual a word: 老王家
SOUGHT = SHARED.finder(lambda: names.SURNAME_TITLES)


def titled(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of surnames that a title follows: 郑 of 郑副镇长; the title stays."""
    for stop, title in SOUGHT.longest_before(text[start:end]).items():
        last = start + stop
        place = last - len(title)
        place -= text[place - 1 : place] == "副"
        if place > start and is_surname(text, place, last, end):
            first = place - 1
            led = first <= start or text[first - 1] in LED or in_group(text, first)
            if led or is_role(text[max(start, first - REACH) : first]):
                yield first, place


def is_surname(text: str, place: int, last: int, end: int) -> bool:
    """Whether the character before a title is a surname; one that begins words must do more: 高书记在会上."""
    if text[place - 1] in SINGLE:
        return True
    alone = max(lexicon().words.get(text[at : at + 2], UNKNOWN) for at in (place - 2, place - 1)) <= UNKNOWN
    return text[place - 1] in RISKY and alone and DOES.match(text, last, end) is not None


def in_group(text: str, place: int) -> bool:
    """Whether a group stands right before a place: 食堂祝师傅, 居委会靳主任."""
    word = lexicon().words.get(text[place - 1 : place + 1], UNKNOWN) > UNKNOWN
    return (text[place - 1] in GROUPS or text[place - 1] in "堂会") and not word


def short(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield what colleagues call each other, where an office or a sign stands before it: 保育员小马, 江总."""
    for pattern, more in ((NICK, 0), (ELDER, 1)):
        for match in pattern.finditer(text, start, end):
            first = match.start() - more
            led = text[max(start, first - REACH) : first]
            if (is_role(led) or led.endswith(TITLED)) and is_word_end(text, match.end()):
                yield Guess(first, match.end(), BESIDE)
    for match in BOSS.finditer(text, start, end):
        first = match.start() - 1
        if first <= start or text[first - 1] in LED:
            yield Guess(first, match.end(), BESIDE)


def is_word_end(text: str, last: int) -> bool:
    """Whether the character before a place begins no word with the next one."""
    return lexicon().words.get(text[last - 1 : last + 1], UNKNOWN) < COMMON
