"""Any word that may be a name, told by what is said of it and of one person only: 退休职工某某独居多年.

Source: what is said of one person is the author's own list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import names
from kb.intake.private.at_work import TEMPERS
from kb.intake.private.guesses import BESIDE, CLAUSE, GIVENS, Guess, ends_group
from kb.intake.private.lexicon import lexicon
from kb.intake.private.shared import SHARED
from kb.intake.private.word_names import SEVERAL, is_one, may_be_called

LIVES = SHARED.pattern(
    "(?P<kin>的(?:丈夫|妻子|爱人|老伴|儿子|女儿|孩子|父亲|母亲|婆婆|公公|老母亲|老父亲))|独居|病故|病逝|去世|身患|患上|收徒|摔伤|烫伤"
    "|今年[0-9]{2}岁|现年[0-9]|年[近过][0-9]"
)
INVITED, LECTURES = re.compile("请[^，。；\n]{2,14}$"), SHARED.pattern("讲课|授课|主讲|讲解|作辅导|作讲座|来讲")
# Who is elected or asked to be something: 选举某某为主席.
ELECTED = SHARED.pattern(
    "(?:选举|推选|推举|选出|补选|增补|改选|任命|聘任|聘请|续聘|返聘|推荐|提名)([\u4e00-\u9fff]{2})(?:同志)?(?:为|担任|出任|任)"
    "(?=[^，。；\n]{0,14}(?:主席|主任|委员|书记|代表|会长|[组队]长|理事|监事|干事|经理|顾问|教练|导师|讲师|评委|裁判|[导督解织络讲管]员)"
    "(?=$|[，。；、：\\s和并等兼]|候选))"
)
# Offices in a row: 甲、乙为副主席，丙为女工委员.
OFFICE = "[^，。；\n]{0,8}(?:主席|主任|委员|书记|会长|[组队]长|干事)"
ROW = SHARED.pattern(f"(?:为|任){OFFICE}[，、；]([\u4e00-\u9fff]{{2,3}})(?=(?:为|任|担任){OFFICE}(?:$|[，。；、\\s]))")
STAGE = SHARED.pattern("|".join(names.PERFORMING))
NAMES = names.EVERYDAY - TEMPERS
FARTHEST = 18  # characters in which 请 stands before what somebody lectures on


def find(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield the words in `text[start:end]` that stand where only a name stands."""
    yield from living(text, start, end)
    yield from lecturers(text, start, end)
    for match in ELECTED.finditer(text, start, end):
        if is_person(match[1]):
            yield Guess(match.start(1), match.end(1), BESIDE)
    for match in ROW.finditer(text, start, end):
        name = match[1]
        if is_person(name) if len(name) == 2 else name[0] in names.MOST and GIVENS.issuperset(name[1:]):
            yield Guess(match.start(1), match.end(1), BESIDE)
    for match in STAGE.finditer(text, start, end):
        first, last = match.start() - 2, match.start()
        if first > start and is_one(text, start, first) and is_odd_name(text[first:last]):
            yield Guess(first, last, BESIDE)
    for match in SEVERAL.finditer(text, start, end):
        first, last = match.start() - 2, match.start()
        if may_be_one(text, start, first) and text[first - 1] in CLAUSE and text[first:last] in lexicon().words:
            yield Guess(first, last, BESIDE)


def may_be_one(text: str, start: int, first: int) -> bool:
    """Whether a surname stands at a place, and a word that may be a name."""
    return first > start and text[first] in names.MOST and may_be_called(text[first : first + 2])


def is_person(name: str) -> bool:
    """Whether an everyday word may be the name of who is elected, not what he is: 聘请法官为顾问."""
    plain = name[0] in names.PLAIN and name[-1] in names.ROLE_ENDS
    return name[0] in names.MOST and not plain and name not in names.TITLES and may_be_called(name)


def is_odd_name(name: str) -> bool:
    """Whether a surname and one more character are no word: 职工程功朗诵, not 职工古筝独奏."""
    return name[0] in names.MOST and name[1] in GIVENS and name not in lexicon().words


def living(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield the words behind an office of which is said what is said of one person only: 退休职工某某独居多年."""
    for match in LIVES.finditer(text, start, end):
        first, last = match.start() - 2, match.start()
        if first > start and text[first] in names.MOST and is_one(text, start, first):
            name = text[first:last]
            if may_be_called(name, 0.0) if match["kin"] else may_be_called(name) and name not in lexicon().verbs:
                yield Guess(first, last, BESIDE)


def lecturers(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield the words behind a group of which somebody is invited to speak: 请县法院某某讲课."""
    for match in LECTURES.finditer(text, start, end):
        first, last = match.start() - 2, match.start()
        invited = INVITED.search(text, max(start, first - FARTHEST), first) if may_be_one(text, start, first) else None
        told = ends_group(text, start, first) or (text[first:last] in NAMES and is_one(text, start, first))
        if invited and told:
            yield Guess(first, last, BESIDE)
