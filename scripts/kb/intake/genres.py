"""Genre and span of a piece: from its title, else from what it says of its time, and whether a plan follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.intake.model import Heading

SUMMARY = re.compile("总结|小结|回顾|汇报|情况|报告|述职")
PLAN = re.compile("计划|要点|打算|思路|安排|设想")
PLANS = re.compile(f"{PLAN.pattern}|下半年|下一?步|明年|来年|今后|展望|目标")
HALF = re.compile("上半年|半年")
SECOND_HALF = re.compile("下半年")
NEXT_HALF = re.compile("下半年[^，。]{0,8}(?:计划|打算|安排|思路|重点|工作)")
SPECIAL = re.compile(
    "(?:专项|专题|活动|行动|竞赛|慰问|月|节|改革|帮扶|维权|普法|创建|建家|运动会|送温暖|送清凉|助学|协商|换届|体检|疗休养|演讲|征文|培训)"
    "[^，。]{0,6}(?:总结|小结)"
)
BOTH = re.compile("(?:总结|小结|回顾|情况)[^。]{0,20}(?:计划|打算|思路|安排|要点)")
BOTH_TOLD = re.compile(
    "现(?:将|就|把)[^。]{0,30}(?:总结|回顾|情况)(?:[和及与暨、]|以及)[^。]{0,16}(?:计划|打算|任务|安排|思路|要点|设想)[^。]{0,8}如下"
)
PLAN_TOLD = re.compile(r"(?m)^[^，。\n]{2,20}(?:计划|打算|思路|安排|要点|设想|任务)[^，。\n]{0,8}$")
OPENING, OPENS = 600, 260  # characters in which a text says of what time it tells, and what it is
YEARLY = re.compile("一年来|全年|年终|年度|本年|这一年")
HALF_TOLD = re.compile("上半年|半年来|半年中|半年以来|过去的半年|这半年|1[-—至~\uff5e]6月")
TIME_HALVED = re.compile("时间(?:已经?)?过半|任务(?:完成)?(?:已经?)?过半|实现“?双过半")
# The first words of what is told: the title of a page may say otherwise.
OPENS_HALF = re.compile(
    r"^(?:[^\n]{0,40}\n\s*){0,2}(?:[^，。\n]{0,14}(?:[0-9xX×*]{2,4}年))?[^，。\n]{0,6}?"
    r"(?:(?:今年|本年度?)?上半年(?!的?(?:计划|打算))|半年(?:以?来|中)|(?:今年|本年)?前(?:六|6)个月|前半年|本学期|这?一学期(?:以?来))"
)
DONE = re.compile("了|已|完成|取得|召开了|开展了|开展|获")
AHEAD = re.compile("要|将|拟|力争|继续|进一步|争取|确保")
PAST = re.compile("了|已|共(?:有|计)?[0-9]|累计|先后|获得?|取得|被评为|一年来|半年来|回顾|盘点")
PLANNED = re.compile("要|将|拟|力争|争取|确保|不少于|不低于|进一步|继续|[前内]完成|计划")
MARGIN = 4  # words that one kind has more than the other
# How a plan and how a summary begin.
OPENS_PLAN = re.compile(
    "将(?:以|认真|继续|围绕|紧|在|坚持|按|全面|深入)|特?制[定订](?:本|如下|以下|了)?[^。]{0,14}(?:计划|安排|方案|要点)"
    "|(?:总体|工作)(?:的)?(?:思路|要求|目标|任务|指导思想)(?:是|为)|(?:计划|要点|安排|打算)(?:如下|为)|(?:开局|起步|启动)之年"
)
FIRST_OF_PLAN = re.compile(r"\s*一、(?:指导思想|工作目标|总体要求|工作思路)")
# What a plan alone opens with: that it is one, or what the work of a year has to be.
OPENS_SURELY = re.compile(
    "特?制[定订](?:本|如下|以下|了)?[^。]{0,14}(?:计划|安排|方案|要点)|工作(?:的)?(?:总体|指导)(?:思路|要求|目标|思想)(?:是|为)"
)
OPENS_SUMMARY = re.compile(
    "取得了?|完成了|(?:总结|小结|汇报|报告)如下|做了(?:以下|如下|几)|主要(?:做|抓)了|一年来|半年来|前(?:六|6)个月|时间过半|作一?(?:小结|总结)"
)
# A line by itself that heads a plan.
PLAN_LINE_END = re.compile(r"(?:计划|打算|安排|思路|要点)[：:]?[ \t\u3000]*(?=\n|$)")
PLAN_LINE = re.compile(rf"(?:^|[\n。])[ \t\u3000]*[^，。；：\n、]{{0,14}}{PLAN_LINE_END.pattern}")
INDENT = 40  # characters at the most before the last words of such a line

DATED = re.compile("(?:下半年|下一年|明年|来年|[0-9x×*X]{2,4}年)[^。；\n]{0,24}$")
# The heading of a plan at the end of a summary, one that says something else as well, and the plan's points.
PLAN_HEAD = re.compile(
    "(?:下半年|下一?年|明年|来年|下阶段|下一?步|今后|新的?一年|[0-9xX×*]{2,4}年)[^，。\n]{0,14}(?:计划|打算|思路|安排|要点|设想)"
)
COMBINED = re.compile("问题|不足|差距|方向|回顾|总结")
POINT = re.compile(r"(?m)^[ \t\u3000]*(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．]|[①-⑨])|[一二三四五六七八九]是")
# The words with which a paragraph begins to tell the plan: 明年，公司工会将做好以下工作：.
PLAN_LEAD = re.compile(
    r"(?:^|[\n。])[ \t\u3000]*(?:下半年|下一?年|明年|来年|下阶段|下一?步|今后|新的?一年|[0-9xX×*_]{2,4}年)"
    "[^。；\n]{0,30}?(?:计划|打算|思路|安排|目标|以下|如下|几[件项个]|重点)[^。；\n]{0,12}?(?:[:：]|是)"
)
WEIGHT, POINTS = 0.14, 3  # of the whole text, and in it
FIRST = re.compile("[一1壹][、.．，,)）]|[(（][一1][)）]")


def genre_of(text: str, start: int, end: int, title: str, headings: Sequence[Heading]) -> str:
    """Return the genre of a piece, a key of spec/genres.yml."""
    piece = text[start:end]
    plan = only_plan(title, piece)
    if (
        (BOTH.search(title) and not ends_in_a_word(text, start, end, headings))
        or tells_both(piece)
        or (not plan and (plan_follows(text, start, end, headings) or has_plan(text, start, end, headings)))
    ):
        return "summary_and_plan"
    if plan:
        return "plan"
    if SPECIAL.search(title) and not HALF.search(title):
        return "special_summary"
    return "half_year_summary" if tells_half(title, piece, headings) else "annual_summary"


def tells_both(piece: str) -> bool:
    """Whether a text says at its beginning that it is a summary and a plan, and has a line that heads the plan."""
    if not BOTH_TOLD.search(piece[:OPENING]):
        return False
    lead = PLAN_LEAD.search(piece, len(piece) // 2)
    return PLAN_TOLD.search(piece, len(piece) // 2) is not None or (
        lead is not None and points(piece, lead.end(), len(piece)) >= POINTS
    )


def ends_in_a_word(text: str, start: int, end: int, headings: Sequence[Heading]) -> bool:
    """Whether what is to come is no more than a few words at the end, whatever a title says of a plan."""
    late = start + (end - start) // 4
    if any(PLANS.search(h.text) and h.start > late for h in headings) or any(plan_lines(text, late, end)):
        return False
    lead = PLAN_LEAD.search(text, late, end)
    return lead is not None and end - lead.end() < WEIGHT * (end - start) and points(text, lead.end(), end) < POINTS


def only_plan(title: str, piece: str) -> bool:
    """Whether a piece tells of what is to be done only."""
    if PLAN.search(title) and not SUMMARY.search(title):
        return not says_summary(piece)
    if SUMMARY.search(title):
        return says_plan(piece)
    return says_plan(piece) or (
        len(AHEAD.findall(piece)) > len(DONE.findall(piece)) * 1.5 and not SUMMARY.search(piece[:200])
    )


def says_plan(piece: str) -> bool:
    """Whether a text opens as a plan does and tells more of what is to come than of what was done."""
    opening = piece[:OPENS]
    if OPENS_SUMMARY.search(opening):
        return False
    if FIRST_OF_PLAN.match(piece):
        return len(PLANNED.findall(piece)) >= len(PAST.findall(piece))
    if not OPENS_PLAN.search(opening):
        return False
    margin = 0 if OPENS_SURELY.search(opening) else MARGIN
    return len(PLANNED.findall(piece)) > len(PAST.findall(piece)) + margin


def says_summary(piece: str) -> bool:
    """Whether a text opens as a summary does and tells more of what was done than of what is to come."""
    opening = piece[:OPENS]
    if OPENS_PLAN.search(opening) or not OPENS_SUMMARY.search(opening):
        return False
    return len(PAST.findall(piece)) > len(PLANNED.findall(piece)) + MARGIN


def tells_half(title: str, piece: str, headings: Sequence[Heading]) -> bool:
    """Whether a summary is of half a year."""
    if HALF.search(title) or any(NEXT_HALF.search(h.text) for h in tops(headings)[-2:]):
        return True
    if OPENS_HALF.search(piece[:OPENING]):
        return True
    if re.search("年度|全年|年终", title):
        return False
    if TIME_HALVED.search(piece[:OPENING]):
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
    lines = (m.end() for m in plan_lines(text, start, end) if DATED.search(m[0].rstrip("：: \n")))
    return any(start + (end - start) // 3 < place <= first for place in lines)


def has_plan(text: str, start: int, end: int, headings: Sequence[Heading]) -> bool:
    """Whether the last part of a summary is a plan of some weight: a section of its own with several points."""
    highest = tops(headings)
    places = [h.end for h in highest[-2:] if PLAN_HEAD.search(h.text) and not COMBINED.search(h.text)]
    places += [m.end() for m in plan_lines(text, start, end) if PLAN_HEAD.search(m[0])]
    return any(end - place >= WEIGHT * (end - start) and points(text, place, end) >= POINTS for place in places)


def plan_lines(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the lines by themselves that head a plan: looked for by their ends."""
    last = start
    for sign in PLAN_LINE_END.finditer(text, start, end):
        if match := PLAN_LINE.search(text, max(last, sign.start() - INDENT), sign.end()):
            yield match
            last = match.end()


def points(text: str, start: int, end: int) -> int:
    """Return how many numbered points there are in a stretch."""
    return len(POINT.findall(text, start, end))


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
