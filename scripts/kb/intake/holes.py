"""Places where a page lost words (years, names, figures) and only the marks around them are left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import quick_regex
from kb.intake.model import Junk
from kb.intake.spans import around

HAN = "\u3400-\u9fff"
# A lone mark where nothing is left: it goes.
MARKS = quick_regex.compiled(
    r"“[.．·、，,-]{1,3}”|[%\uff05](?<=[，、。；,].)[，、,]"
    rf"|\.(?:(?<=[{HAN}].)(?=[，,、。；和及])|(?<=[和及、].)(?=[{HAN}，,、。；]))"
)
COUNTED = "(?:名|个|家|户|件|次|人次|场|期|篇|万元|元|%|\uff05)"
MONEY = "拨出|拨款|筹集|筹措|发放|投入|募集|捐款|资助|补助|补贴|慰问金|救助金|经费"
# A figure that is missing is for the author to find: it is shown.
FIGURES = (
    rf"(?<=[为有达约共近计收办培])[ \u3000]{{1,3}}{COUNTED}(?=[{HAN}，,。；、])"
    rf"|(?:{MONEY})(?:资金|款项?|现金|共|约|计|达)?[近约达共]?(?:余|多)?万?元(?=[，,。；、用慰救给到])"
    rf"|(?<=[{HAN}])[ \u3000]{{1,3}}(?:名|家|户|件|人次|万元)(?=职工|困难|会员|工会|企业|女|党员|群众|办理|[，。])"
    r"|(?:企业|工会|单位|社区|学校|组织)个(?=[，,。；、])|(?:会员|职工|党员|女工|农民工)(?:名|人次)(?=[，,。；、])"
    rf"|(?:发展|新增|吸收|培训|走访|签订|组建|新建)[{HAN}]{{2,6}}[0-9]{{1,4}}(?=[。；])"
    r"|不忘[，,](?=牢记)|“[^“”\n]{2,16}[，、,]”"
)
FIGURES_SIGN = quick_regex.compiled(
    r"[ \u3000](?:[名个家户件次场期篇%\uff05]|人次|万?元)|[近约达共款金出集放入助贴费余多]万?元[，,。；、用慰救给到]"
    r"|[业会位区校织]个[，,。；、]"
    r"|[员工](?:名|人次)[，,。；、]|[0-9][。；]|不忘[，,]|[，、,]”"
)
REACH = 20  # characters before such a sign
LOST = re.compile(rf"\?\?(?<=[{HAN}]..)(?=[{HAN}，。；、,;\s]|$)|\?(?=[{HAN}])", re.M)
ASKED = re.compile(r"[吗呢么吧啊几谁哪何]|什么|怎|多少|是否|是不是|能不能|难道|[A-Za-z0-9]$")
CLAUSE = 24  # characters before a question mark that say whether something is asked


def find(text: str) -> Iterator[Junk]:
    """Yield what is left around words that were lost; only lone marks are sure."""
    yield from (Junk(*m.span(), "noise") for m in MARKS.finditer(text))
    yield from (Junk(*m.span(), "hole", False) for m in around(text, FIGURES, FIGURES_SIGN, REACH))
    if "?" in text:
        yield from (Junk(*m.span(), "hole", False) for m in LOST.finditer(text) if not is_asked(text, m.start()))


def is_asked(text: str, place: int) -> bool:
    """Whether what stands before a question mark is a question."""
    before = re.split("[，。；！？\n,;!“]", text[max(0, place - CLAUSE) : place])[-1]
    return not before or ASKED.search(before) is not None
