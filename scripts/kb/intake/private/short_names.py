"""Bodies by what their region calls them for short: 某一棉, 某中, and those that a sign sets apart: 连锁机构“某某”.

Source: what stands behind such names, and before a name in quotation marks, is the author's own (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import terms
from kb.intake.private.before import SIGNS
from kb.intake.private.lexicon import UNKNOWN, lexicon
from kb.intake.private.readings import NO_FIRST, NOWHERE
from kb.intake.private.shared import SHARED
from kb.intake.private.words import section

NUMBERS = "一二三四五六"
MILLS = tuple(number + trade for number in NUMBERS for trade in section("mill_trades"))
SCHOOLS, PUPILS = section("school_ends"), section("of_schools")
AFTER_MILL = re.compile("[，。、；,;的等]|工会|厂|职工|员工|召开|开|参观|学习|取经|考察|交流|队|和|与")
BEFORE = terms.LEADING | frozenset("把向让请由经是推借")
LEVELS = frozenset("县市省区镇乡州本我各全第建办其该中国校厂院外内上下老新")
USUAL = -12.0  # a region's character and the school's are no word so usual: 其中, 高中
QUOTED = SHARED.pattern(
    "(?:连锁(?:机构|品牌|企业|酒店|超市|药店|餐饮|餐厅|集团|店)?|商标|字号|店名|店号|厂名)(?:为|叫|是)?“([^“”，。一而]{2,10})”"
    "|“([^“”，。的一而]{2,8})”(?=集团|连锁|大药房|[\u4e00-\u9fff]{0,4}有限公司)"
)
TEAM = SHARED.pattern("队[（(]([\u4e00-\u9fff]{2,10}(?:学校|公司|集团|医院|[\u4e00-\u9fff]厂))[）)]")
SOUGHT = SHARED.finder(lambda: (*MILLS, *(school + pupils for school in SCHOOLS for pupils in PUPILS)))


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the bodies in `text[start:end]` that are called so."""
    for stop, word in SOUGHT.longest_before(text[start:end]).items():
        place, last = start + stop - len(word), start + stop
        mill = word in MILLS
        last = last if mill else place + 1
        told = AFTER_MILL.match(text, last) is not None if mill else True
        if told and is_region(text, start, place):
            yield place - 1, last
    for match in QUOTED.finditer(text, start, end):
        yield match.span(match.lastindex or 0)
    yield from (match.span(1) for match in TEAM.finditer(text, start, end))


def is_region(text: str, start: int, place: int) -> bool:
    """Whether one character before a place may be short for a town or a county, set apart from what is before it."""
    region = text[place - 1 : place] if place > start else ""
    if not "\u4e00" <= region <= "\u9fff" or region in LEVELS or region in NO_FIRST or region in NOWHERE:
        return False
    if lexicon().words.get(text[place - 1 : place + 1], UNKNOWN) > USUAL:
        return False
    before = text[place - 2 : place - 1] if place - 1 > start else ""
    return not before or before in SIGNS or before in BEFORE
