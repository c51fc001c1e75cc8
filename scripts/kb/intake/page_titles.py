"""The title of a page or a document that stands again where no sentence has room for it.

It is a phrase of nouns (镇工会半年工作总结) between two sentences, as a clause of its own, glued to the sentence behind
it, or alone on a line in the middle of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.intake.lines import Line, lines_of
from kb.intake.marks import mark_at
from kb.intake.model import Junk
from kb.intake.spans import compiled

HAN = "\u4e00-\u9fff"
YEAR = r"(?:[0-9xX*×_]{2,4}(?:[-—至][0-9xX*×_]{2,4})?(?:学?年度?))?"
KIND = "总结|小结|计划|要点|思路|打算|汇报|报告"
SPAN = "工作|年度|年终|半年|学期|学年|季度"
OWNER = (
    "机关|企业|公司|分公司|学校|中学|小学|幼儿园|学院|镇|乡|街道|社区|村|医院|教师|基层|[县区市局院厂校]|教育|行业|个人"
    "|主席|年度|年终|上?半年|下半年"
)
NOUNS = rf"(?:[{HAN}]{{0,14}}?工会[{HAN}]{{0,8}}?|(?:{OWNER})+)(?:{SPAN})(?:{KIND})"
MORE = (
    rf"(?:(?:[和与及暨、]|以及)[{HAN}0-9xX×_]{{0,10}}?(?:{KIND}))?(?:报告|汇报)?"
    r"(?:(?:范文|范本|精选|模板|大全|集锦|汇编|合集)+(?:[（(]?[0-9一二三四五六七八九十]{1,2}篇[)）]?)?)?"
)
PAGE = (
    r"(?:[ \t\u3000]{0,4}第[ ]?[0-9]+[ ]?页(?:[ ,，/]{0,3}共[ ]?[0-9]+[ ]?页)?"
    r"|[（(][^（）()，。\n]{1,8}[)）]|[0-9]{1,2}(?![0-9年月日个名人家次项份篇条本期张元%.]))?"
)
STARTS = "。；！？”，,;\n"  # behind one of these a title stands
TITLE = (
    rf"[ \t\u3000]*(?P<open>[（(【])?(?P<title>{YEAR}{NOUNS}{MORE}(?P<page>{PAGE}))(?(open)[)）】])"
    rf"(?P<after>[ \t\u3000]*$|[，,。]|(?=[{HAN}0-9“]))"
)
COMMAS = ("，", ",")
SIGN = re.compile(f"(?:{SPAN})(?:{KIND})")
REACH = 36  # characters before the sign that belong to the title, with the mark before it
# What says that a clause is one: a verb, a preposition, a pronoun.
CLAUSE = re.compile(
    "[是为在把将就对有了要以按据向由从并其该每各都也还写做拟订定]|工会.*(?<!总)工会|制[定订]|起草|上?报送?|完成|听取|审议|通过|印发|下发|根据|围绕|结合|贯彻|落实|执行|实施"
    "|讨论|提交|形成|公布|部署|安排|及时|认真|确保|推动|加强|开展|召开|研究|修改|检查|汇总|收集|整理|参照|配合|协助|列入|纳入|包括|如下|关于|撰"
)
# What goes on to speak of the paper itself: then it is a paper of theirs.
ABOUT = re.compile(
    "[0-9]+[份篇条本期张]|[是为的中里上会等及和与、》”更很越已经由要应须均都也可能不还书表册本起出了过得]|大会|表彰|座谈|交流|部署|动员|培训|评比|材料|制度|内容|台账|任务|目标"
    "|列入|纳入|进行|如下|一样|情况|经验|范文|清晰|明确|突出|主要|重点|围绕|体现|制[定订]|被(?![评授])"
)
SPEAKS = re.compile(
    "获|奖|审议|交流|发表|刊登|下发|印发|讨论|采用|采纳|转发|肯定|好评|表扬|征求|提交|报送|上报|归档|公示|撰写|制[定订]|指出|强调|要求|如下|总结|计划"
)
VAGUE = re.compile("(?:思路|打算|汇报|报告)$")  # what may be the subject of any sentence
TOPIC = re.compile(
    "[由经须要应报在按均都也将已以被交提审定得不并使让其凡每各确明印实]|包括|主要|下发|充分|认真|全面|对|把|做到"
)
PAPERS = re.compile(f"(?:{KIND}|方案|制度|台账|资料|材料|档案|记录|报表)[^，。；,]{{0,2}}[，,]?$")
NEXT_CLAUSE = 24
NEXT_LINES = 200  # characters in which the next line begins
LABEL = re.compile("[篇怎如]|推荐|相关|[^，。]{0,4}(?:大全|合集|汇总|精选)")
STOPS = re.compile("[，。,]")
LATER = re.compile("下半年|明年|来年|下一?步|下一年|今后|新的一年|下阶段")
ALIKE = 0.7  # of the pairs of characters that stand in titles of the page
# A line by itself that names a paper.
ALONE = re.compile(rf"(?P<title>{YEAR}{NOUNS}{MORE}{PAGE})")
KINDS, STOP, LONGEST = re.compile(KIND), re.compile("[。；，,;]"), 80  # of the lines that are titles or labels


def find(text: str) -> Iterator[Junk]:
    """Yield the titles within sentences of a text, with the comma that was put behind them."""
    titles: set[str] | None = None
    for match in places(text):
        if needs_page(text, match):
            titles = pairs_of_titles(text) if titles is None else titles
            if not is_alike(match["title"], titles):
                continue
        if stands_free(text, match):
            end = match.end() if match["after"] in COMMAS else match.start("after")
            yield Junk(begin(match), end, "seo_splice")


def places(text: str) -> Iterator[re.Match[str]]:
    """Yield what looks like a title and begins behind a mark or at the head of a line."""
    last = 0
    for sign in SIGN.finditer(text):
        first = max(text.rfind(mark, max(0, sign.start() - REACH), sign.start()) for mark in STARTS) + 1
        if sign.start() < last or not (first or sign.start() < REACH) or CLAUSE.search(text, first, sign.start()):
            continue
        if match := compiled(TITLE).match(text, first):
            yield match
            last = match.end()


def begin(match: re.Match[str]) -> int:
    """Return where a title begins, with its bracket."""
    return match.start("title") - bool(match["open"])


def needs_page(text: str, match: re.Match[str]) -> bool:
    """Whether a title may be the sentence's own unless the page has one like it: at the head of a line, before 。."""
    before = text[max(0, begin(match) - 1) : begin(match)]
    return not before or before in "\n \t\u3000" or (match["after"] == "。" and before in "，,")


def stands_free(text: str, match: re.Match[str]) -> bool:
    """Whether no sentence has room for a title: what is before it has ended and what is behind it begins anew."""
    start, after = begin(match), match["after"]
    head = text[text.rfind("\n", 0, start) + 1 : start].strip()
    following = text[match.end() : match.end() + NEXT_CLAUSE].partition("\n")[0]
    if not head and (match["open"] or not is_prose(match["page"], following)):
        return False  # a line of its own, or a label
    if PAPERS.search(head[-12:]):
        return False
    if after in (*COMMAS, "。"):
        return after == "。" or not (TOPIC.match(following) or PAPERS.search(re.split("[，,。；]", following)[0]))
    if not following:
        return not (LATER.search(match["title"]) or counts_anew(text, match.end()))
    if match["page"]:
        return True
    clause = re.split("[。；]", following)[0]
    return not (VAGUE.search(match["title"]) or ABOUT.match(following) or SPEAKS.search(clause))


def is_prose(page: str, following: str) -> bool:
    """Whether what stands behind a title in its line is the beginning of a sentence."""
    return (
        not page
        and len(following) == NEXT_CLAUSE
        and not LABEL.match(following)
        and STOPS.search(following) is not None
    )


def counts_anew(text: str, place: int) -> bool:
    """Whether a count begins in the next line: then the title heads what is counted."""
    following = lines_of(text, place, place + NEXT_LINES)
    mark = mark_at(text, following[0].start, following[0].end) if following else None
    return mark is not None and mark.number == 1


def pairs_of_titles(text: str) -> set[str]:
    """Return the pairs of characters in the titles and labels of a text."""
    short = (line for line in text.split("\n") if len(line) <= LONGEST)
    titles = (line for line in short if KINDS.search(line) and not STOP.search(line))
    return {pair for line in titles for pair in pairs(line)}


def pairs(line: str) -> list[str]:
    """Return the characters of a line two by two, but for signs and figures."""
    return [a + b for a, b in pairwise(re.sub(f"[^{HAN}]", "", line))]


def is_alike(title: str, titles: set[str]) -> bool:
    """Whether most of a title stands in the titles of the page."""
    own = pairs(title)
    return sum(pair in titles for pair in own) >= ALIKE * len(own)


def alone(text: str, lines: Sequence[Line]) -> Iterator[Junk]:
    """Yield the titles on lines of their own in the middle of a document, where its count goes on behind them."""
    last: dict[int, int] = {}
    for place, line in enumerate(lines):
        mark = mark_at(text, line.start, line.end)
        if mark:
            last = {k: v for k, v in last.items() if k < mark.level} | {mark.level: mark.number}
        elif last and place + 1 < len(lines) and is_title(line.text):
            following = mark_at(text, lines[place + 1].start, lines[place + 1].end)
            if following and following.number == last.get(following.level, 0) + 1 > 1:
                yield Junk(line.start, line.end, "navigation")


def is_title(line: str) -> bool:
    """Whether a line is nothing but a title, and of no plan for the time to come."""
    match = ALONE.fullmatch(line)
    return match is not None and not LATER.search(line) and not CLAUSE.search(re.split(SIGN, line)[0])
