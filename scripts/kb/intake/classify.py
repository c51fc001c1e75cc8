"""What kind of document a piece is, and what each of its sections is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from kb import quick_regex
from kb.intake.genres import genre_of, span_of
from kb.intake.model import Heading, Labels
from kb.intake.themes import theme
from kb.spec import Spec

__all__ = ["labels", "theme"]

# The work of enterprises that are called a bureau.
WORKS = "供电|电网|电业|变电|输电|铁路局|机务|邮政局|矿务局|项目部"
# Words by which a text says whose it is: weight, pattern. Its own name for itself (我镇) weighs most.
CUES = {
    "township": (
        (3, "我[镇乡]|全[镇乡]|本[镇乡]|[镇乡]党[委组]|[镇乡]政府|(?<![乡各个家])[镇乡](?:总)?工会(?!主席)"),
        (1, "乡镇|村级|行政村"),
    ),
    "street": (
        (3, "我街道|全街道|本街道|街道党[工委]|(?<![、镇各和个（])街道(?:总)?工会|街道办|街道各"),
        (1, "办事处|楼宇|商圈|街道"),
    ),
    "community": (
        (3, "我社区|全社区|本社区|社区(?:总)?工会|社区党[总支委]|社区(?:居民|工作人员|居委)|村支部|村工会"),
        (1, "居民|居委会|社区"),
    ),
    "school": (
        (3, "我校|全校|本校|校工会|学校工会|学校党|教代会|校务公开|我园|全园|我院工会"),
        (1, "教职工|教师|师德|学生|课堂|教学|教研"),
    ),
    "enterprise": (
        (
            3,
            "我公司|全公司|本公司|公司工会|公司党|我厂|全厂|厂工会|矿工会|矿党委|集团工会|企业工会工作总结|我矿|我站|我店",
        ),
        (3, WORKS),
        (
            1.5,
            "车间|班组|工班|我们企业|公司领导|集团公司|生产经营|经营指标|企业文化|分会|本单位党政|生产一线|销量|产量",
        ),
        (0.7, "员工|公司|厂务公开"),
    ),
    "agency": (
        (
            3,
            "我局|全局|本局|局党[组委]|局机关|我委|我中心|机关工会|局工会|全系统|系统工会|机关党委|我院|院工会|医院工会|我办|全中心",
        ),
        (1.5, "机关干部|机关作风|处室|科室|干部职工|文明机关|公务员|医护|执法|窗口|窗口单位|事业单位工会"),
    ),
    "county": (
        (3, "我[县市区州旗]|全[县市区州旗](?![^，。]{0,3}[镇街])|[县市区州旗]委、|[县市区州旗]委[县市区州旗]政府"),
        (1, "[县市区州旗]总工会|各乡镇|各级工会|各基层工会|机关、企事业"),
    ),
}
UNITS = {unit: tuple((weight, quick_regex.compiled(find)) for weight, find in cues) for unit, cues in CUES.items()}
MANY_WORKS = 3  # places of such work that a bureau of an enterprise speaks of
MOST = 12  # times that one kind of word counts
# What a title says of the unit weighs as much as so many of its words; the label that a page put before it tells less.
TITLE, LABEL_TELLS = 15, 5
TITLES = (
    ("township", "[镇乡]"),
    ("street", "街道"),
    ("community", "社区|村工会"),
    ("school", "学校|中学|小学|幼儿园|学院|大学|教育工会|教师"),
    ("enterprise", "公司|集团|企业|厂|矿"),
    ("agency", "机关|[局委办院处]工会|医院|系统"),
    ("county", "[县区市州]总工会|总工会"),
)
# Who acts in the first sentence is the text's own body; who leads it stands there too, but does nothing.
OPENING, ACTS = 120, 12
KINDS = {
    "township": "镇|乡",
    "street": "街道",
    "community": "社区|村",
    "school": "校|学校|中学|小学|幼儿园|园",
    "enterprise": "公司|集团|厂|矿",
    "agency": "局|机关|委|医院",
    "county": "县|市|区|州|旗",
}
KIND_OF = {name: unit for unit, names in KINDS.items() for name in names.split("|")}
DOES = "[在将把以共围]|紧|围绕|坚持|认真|始终|积极|深入|团结|全面|按照|切实|立足|根据|结合|聚焦|得到|着力|不断|继续"
NAMES = "|".join(sorted(KIND_OF, key=len, reverse=True))
ACTOR = re.compile(f"我({NAMES})(?:总)?工会|({NAMES})(?:总)?工会(?:联合会|委员会)?(?:{DOES})")
# The union of a whole industry or of a zone of works speaks of many firms, as a county's does.
INDUSTRY = re.compile(
    f"(?:行业性?|产业|园区|开发区|工业区|高新区)工会(?:联合会|委员会)?(?:成立|{DOES})|本行业工会|我会.{{0,10}}行业"
    f"|(?:^|[，。\\n])[ \\t\\u3000]*[本我]?联合会(?:{DOES})"
)
# The line above a piece without a title of its own, and the number in it.
COUNT = re.compile(
    r"[【\[（(]?(?:第[一二三四五六七八九十0-9]{1,3}[篇份则]|篇?[一二三四五六七八九十0-9]{1,3}$)[】\])）]?[:：]?"
)
SEVERAL, NOTHING_TOLD = 3, "annual_summary"
LABEL, KIND = 42, re.compile("总结|小结|计划|要点|打算|报告|汇报")
UNION = re.compile("工会|职代会|教代会|集体合同|集体协商|职工之家|教工之家")
FEW, DENSE = 3, 2.5  # mentions in all, and on a thousand characters, that make a text one about union work
BRIEF = 200  # characters of a text that need not say it again
TITLE_UNION = re.compile("工会|职工之家|教代会|职代会")
ELSE = re.compile(
    "妇联|共青团|团委|党支部|党建|个人|述职|宣传部|组织部|民政|计生|安全生产|教研|班主任|德育|学生会|"
    "人大|政协|纪委|信访|综治|扶贫|城管|环保|卫生|老干部"
)

# Others who act in the first sentence: 镇团委在…, 社区妇联紧紧围绕….
OTHERS = re.compile(f"(?:妇联|团委|团支部|德育处|总务处|教务处|综治办|民政办|派出所|少先队大队部?|林场)(?:{DOES})")


def labels(text: str, start: int, end: int, title: str, headings: Sequence[Heading], spec: Spec) -> Labels:
    """Return unit type, genre, span, and whether `text[start:end]` is about union work at all.

    `confidence` is how far the likeliest unit type is before the next.
    """
    piece = text[start:end]
    own, title = bool(title), title or line_above(text, start)
    scores = unit_scores(piece, title, TITLE if own else LABEL_TELLS)
    unit = max(scores, key=lambda key: scores[key])
    first, second = sorted(scores.values(), reverse=True)[:2]
    genre = genre_of(text, start, end, title, headings)
    if not own and is_shared(text, title):
        genre = told_genre(text, start, end, headings, genre)
    confidence = round((first - second) / first, 2) if first else 0.0
    return Labels(unit, genre, span_of(piece, title, genre, headings), is_union(piece, title, own), confidence)


def line_above(text: str, start: int) -> str:
    """Return the short line before a piece that says what it is: 第3篇：上半年工会工作总结; else nothing."""
    line = text[max(0, start - LABEL) : start].rstrip().rpartition("\n")[2].strip()
    return line if KIND.search(line) and len(line) < LABEL - 2 and "。" not in line else ""


def told_genre(text: str, start: int, end: int, headings: Sequence[Heading], genre: str) -> str:
    """Return the genre that a piece tells of itself; `genre`, which its label gives, where it tells none.

    A plan that the label of a whole page promises is in the piece, or there is none.
    """
    told = genre_of(text, start, end, "", headings)
    return told if told != NOTHING_TOLD or genre == "summary_and_plan" else genre


def is_shared(text: str, label: str) -> bool:
    """Whether the label of a piece says of several what it says of this one, but for the number."""
    bare = COUNT.sub("", label).strip()
    return bare != label and text.count(bare) >= SEVERAL


def unit_scores(piece: str, title: str, weight: float) -> dict[str, float]:
    """Return how much speaks for each unit type; `weight` is how much the title tells."""
    found = {}
    for unit, cues in UNITS.items():
        found[unit] = sum(each * sum(1 for _ in islice(pattern.finditer(piece), MOST)) for each, pattern in cues)
    named = next((unit for unit, pattern in TITLES if re.search(pattern, title)), None)
    works = named == "agency" and len(re.findall(WORKS, piece)) >= MANY_WORKS
    if named:
        found["enterprise" if works else named] += weight
    actor = ACTOR.search(piece, 0, OPENING)
    if INDUSTRY.search(piece, 0, OPENING):
        found["county"] += TITLE
    elif actor:
        unit = KIND_OF[actor[1] or actor[2]]
        found["enterprise" if unit == "agency" and len(re.findall(WORKS, piece)) > 1 else unit] += ACTS
    return found


def is_union(piece: str, title: str, own: bool) -> bool:
    """Whether a text is about union work: it speaks of it all along, or in parts under a title that says so.

    A title that is not its `own` is that of the page, which may hold anything.
    """
    mentions = len(UNION.findall(piece))
    dense = mentions * 1000 / max(1, len(piece))
    if TITLE_UNION.search(title):
        return mentions > 0 or len(piece) < BRIEF if own else mentions >= FEW - 1 and dense >= DENSE / 2
    other = ELSE.search(title) or OTHERS.search(piece, 0, OPENING)
    return mentions >= FEW and dense >= (DENSE * 2 if other else DENSE)
