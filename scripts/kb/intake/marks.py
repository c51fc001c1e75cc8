"""Enumerators at the head of a line: their level is their kind, not where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

ONES = "一二三四五六七八九"
FORMAL = "壹贰叁肆伍陆柒捌玖拾"
CHINESE = rf"(?:[{ONES}]?十[{ONES}]?|[{ONES}])"
DIGITS = r"[0-9\uff10-\uff19]{1,2}"
AFTER = r"[ \t\u3000]*"
# 1.5万元 is an amount and 3:00 a time; 1.2021年 is the first item, about a year.
NO_AMOUNT = r"(?![0-9\uff10-\uff19])|(?=(?:19|20)[0-9xX]{2}年)"
# （第一名、二线、三等奖）: what follows a numeral in a list of numbers.
NO_LIST = rf"(?![{ONES}十][、和等级线季产])"
# 一 是, 三 八节, 二 零: characters that a page set apart, no enumerators.
NO_WORD = f"[{ONES}十零百千万是个些年月日次名家户件方种批直定般样线带起八届等期级线]"
MARK = re.compile(
    r"(?:#{1,6}[ \t]*|\*\*|[●■◆★☆▲►◇○※•·]+[ \t\u3000]*)?(?:"
    rf"(?P<one>{CHINESE})[ \t\u3000]*(?:[、．.]{NO_LIST}|[,，:：](?=[\u4e00-\u9fff“《])){AFTER}"
    rf"|(?P<one_b>{CHINESE})(?:[ ]{{1,2}}|\u3000)(?=[\u4e00-\u9fff“]{{2,}})(?!{NO_WORD})"
    rf"|(?P<one_c>[{FORMAL}])[ \t\u3000]*[、．.]{AFTER}"
    rf"|第(?P<part>{CHINESE})(?:部分|章)[ \t\u3000、，：:]*"
    rf"|[（(〔［\[][ \t\u3000]*(?P<two>{CHINESE})[ \t\u3000]*[）)〕］\]][ \t\u3000、，.．:：]*"
    rf"|(?P<two_b>{CHINESE})[）)][ \t\u3000、]*"
    r"|(?P<two_c>[㈠-㈩])[ \t\u3000、.．]*"
    rf"|(?P<three>{DIGITS})[ \t\u3000]*(?:[、．.,，:：]+(?:{NO_AMOUNT})){AFTER}"
    r"|(?P<three_b>[⒈-⒛])[ \t\u3000]*"
    rf"|[（(〔［\[][ \t\u3000]*(?P<four>{DIGITS})[ \t\u3000]*[）)〕］\]][ \t\u3000、，.．:：]*"
    rf"|(?P<four_b>{DIGITS})[）)][ \t\u3000、]*"
    r"|(?P<four_c>[①-⑳⑴-⒇])[ \t\u3000、.．]*"
    r")"
)
LEVELS = {"one": 1, "part": 1, "two": 2, "three": 3, "four": 4}
SIGNS = {"㈠": 1, "⒈": 1, "①": 1, "⑴": 1}


@dataclass(frozen=True)
class Mark:
    """An enumerator: its level, its number, where it begins and where the text after it begins."""

    level: int
    number: int
    start: int
    end: int


def mark_at(text: str, place: int, end: int) -> Mark | None:
    """Return the enumerator that begins at `place` and has text after it before `end`."""
    match = MARK.match(text, place, end)
    if not match or not match.lastgroup or match.end() >= end:
        return None
    kind = match.lastgroup.partition("_")[0]
    return Mark(LEVELS[kind], value(match[match.lastgroup]), match.start(), match.end())


def value(written: str) -> int:
    """Return the number that an enumerator says: 十二 → 12, full-width 1 → 1, ③ → 3."""
    if written.isdecimal():
        return int(written)
    if written in FORMAL:
        return FORMAL.index(written) + 1
    first = next((s for s in sorted(SIGNS, reverse=True) if s <= written <= chr(ord(s) + 19)), None)
    if first and len(written) == 1 and written not in ONES + "十":
        return ord(written) - ord(first) + 1
    tens, ten, ones = written.rpartition("十")
    return (10 * (ONES.index(tens) + 1 if tens else 1) if ten else 0) + (ONES.index(ones) + 1 if ones else 0)
