"""Genre and span of a piece: from its title, else from what it says of its time, and whether a plan follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kb.intake.model import Heading

SUMMARY = re.compile("总结|小结|回顾|汇报|情况|报告|述职")
PLAN = re.compile("计划|要点|打算|思路|安排|设想")
HALF = re.compile("上半年|半年")
SECOND_HALF = re.compile("下半年")
NEXT_HALF = re.compile("下半年[^，。]{0,8}(?:计划|打算|安排|思路|重点|工作)")
SPECIAL = re.compile(
    "(?:专项|专题|活动|行动|竞赛|慰问|月|节|改革|帮扶|维权|普法|创建|建家|运动会|送温暖|送清凉|助学|协商|换届|体检|疗休养|演讲|征文|培训)"
    "[^，。]{0,6}(?:总结|小结)"
)
BOTH = re.compile("(?:总结|小结|回顾|情况)[^。]{0,20}(?:计划|打算|思路|安排|要点)")
OPENING = 600  # characters in which a text says of what time it tells
YEARLY = re.compile("一年来|全年|年终|年度|本年|这一年")
HALF_TOLD = re.compile("上半年|半年来|半年中|半年以来|过去的半年|这半年|1[-—至~\uff5e]6月")
OPENS_HALF = re.compile(r"^(?:[^\n]{0,30}\n)?[ \t\u3000]*(?:[0-9xX×*]{4}年)?上半年[，,]")
DONE = re.compile("了|已|完成|取得|召开了|开展了|开展|获")
AHEAD = re.compile("要|将|拟|力争|继续|进一步|争取|确保")
# A line by itself that heads a plan.
PLAN_LINE = re.compile(
    r"(?:^|[\n。])[ \t\u3000]*[^，。；：\n、]{0,14}(?:计划|打算|安排|思路|要点)[：:]?[ \t\u3000]*(?=\n|$)"
)
DATED = re.compile("(?:下半年|下一年|明年|来年|[0-9x×*X]{2,4}年)[^。；\n]{0,24}$")
FIRST = re.compile("[一1壹][、.．，,)）]|[(（][一1][)）]")


def genre_of(text: str, start: int, end: int, title: str, headings: Sequence[Heading]) -> str:
    """Return the genre of a piece, a key of spec/genres.yml."""
    piece = text[start:end]
    if BOTH.search(title) or (not only_plan(title, piece) and plan_follows(text, start, end, headings)):
        return "summary_and_plan"
    if only_plan(title, piece):
        return "plan"
    if SPECIAL.search(title) and not HALF.search(title):
        return "special_summary"
    return "half_year_summary" if tells_half(title, piece, headings) else "annual_summary"


def only_plan(title: str, piece: str) -> bool:
    """Whether a piece tells of what is to be done only."""
    if PLAN.search(title) and not SUMMARY.search(title):
        return True
    if SUMMARY.search(title):
        return False
    return len(AHEAD.findall(piece)) > len(DONE.findall(piece)) * 1.5 and not SUMMARY.search(piece[:200])


def tells_half(title: str, piece: str, headings: Sequence[Heading]) -> bool:
    """Whether a summary is of half a year."""
    if HALF.search(title) or any(NEXT_HALF.search(h.text) for h in tops(headings)[-2:]):
        return True
    if re.search("年度|全年|年终", title):
        return False
    if OPENS_HALF.search(piece[:OPENING]):
        return True
    halves = len(HALF_TOLD.findall(piece)) * 2 + len(HALF_TOLD.findall(piece[:OPENING]))
    return halves > len(YEARLY.findall(piece)) + 1


def plan_follows(text: str, start: int, end: int, headings: Sequence[Heading]) -> bool:
    """Whether a plan of its own comes after the summary: its headings count from one again."""
    highest = tops(headings)
    for before, after in pairwise(highest):
        late = after.start > start + (end - start) // 3
        if late and FIRST.match(text, after.mark_start) and not FIRST.match(text, before.mark_start):
            return True
    first = highest[0].mark_start if highest else end
    lines = (m.end() for m in PLAN_LINE.finditer(text, start, end) if DATED.search(m[0].rstrip("：: \n")))
    return any(start + (end - start) // 3 < place <= first for place in lines)


def tops(headings: Sequence[Heading]) -> list[Heading]:
    """Return the headings of the highest level that there is."""
    highest = min((h.level for h in headings), default=0)
    return [h for h in headings if h.level == highest]


def span_of(piece: str, title: str, genre: str, headings: Sequence[Heading]) -> str:
    """Return the span of a piece: year, first_half or second_half."""
    if genre == "plan":
        return "second_half" if SECOND_HALF.search(title) or SECOND_HALF.search(piece[:OPENING]) else "year"
    if genre == "half_year_summary" or (genre == "summary_and_plan" and tells_half(title, piece, headings)):
        return "first_half"
    return "year"
