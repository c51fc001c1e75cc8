"""Places told by their form wherever they stand: the quarters of a works (轴承厂宿舍), hamlets of a family (许家渡).

Source: the words are the author's own lists (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kb.intake.private import names, terms
from kb.intake.private.before import name_before
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.readings import may_be
from kb.intake.private.shared import SHARED
from kb.intake.private.tails import is_told
from kb.intake.private.words import section, words

LONGEST = 4  # characters of what a works makes
QUARTERS = SHARED.pattern(f"(?:{'|'.join(section('quarters_of'))})(?={'|'.join(section('quarters'))})")
# A works has several: 纺织二宿舍; an estate is built in stages: 滨江新城二期.
NUMBERED = SHARED.pattern("[一二三四五六七八九][厂矿]?(?=宿舍(?!楼|管)|家属[院区]|生活区|住宅区)")
STAGED = SHARED.pattern(
    "(?:新城|新都|华城|新苑|小镇|天地|府|城)(?=[一二三四五六1-6]期(?!间|工程|项目)|[一二三四五六1-6]期工[地程]|楼盘|售楼)"
)
QUARTER = re.compile("|".join(sorted(section("quarters"), key=len, reverse=True)))
NO_FAMILY = frozenset("农商安方成东康")  # 农家, 商家
FAMILIES = "".join(sorted(names.OFTEN - NO_FAMILY))
HAMLETS = "".join(sorted(words("hamlets")))
HAMLET = SHARED.pattern(f"[{FAMILIES}]家(?:窝棚|窝铺|店子|圪[旦塔台]|油坊|粉房|烧锅|[{HAMLETS}])")
SIDES = "上下大小老新前后东西南北中里外"
# A group of a village by its place in it (下屋组), a hamlet by its size (大寨子), a lane by what streets are called.
GROUP = re.compile(
    f"组(?:(?<=[{SIDES}{FAMILIES}][屋院楼头边街{HAMLETS}]组)|(?<=[{FAMILIES}]家组))(?![织建成合长员团装里内])"
)
SIZED = re.compile(f"子(?<=[{SIDES}二三四五六七八九][寨河岔沟岭坡洼湾台坝庄堡屯泉坨坎峪崖]子)(?![女弟孙])")
USUAL = "".join(sorted(names.USUAL - NO_FAMILY))
VILLAGE = re.compile(f"[村庄屯](?<=[{USUAL}].)(?![民委务干支部级组里内外户口中小重严稼田驻])")
FAMILY = "".join(sorted(names.OFTEN))
MARKET = SHARED.pattern("(?<=[口头门桥湾根坝溪河])(?<![村街路镇][头口])(?:市集|集市|菜场|菜市场)")
# A market town and the junction at a works: 某某集的建材市场, 轴承厂路口.
TOWN_MARKET = SHARED.pattern(
    "集(?=(?:的?(?:建材|农贸|批发|牲畜|小商品|旧货|花卉|服装|集贸|农产品)?(?:大?市场|商圈)|街上|上的?[摆赶设]|逢集|开集|的(?:商户|摊贩|摊主|摊位|商贩)))"
)
CROSSING = SHARED.pattern("[厂矿库站](?=(?:十字|丁字|三岔)?路口|路段|道口|桥头|岔口|岗亭)")
CROSSINGS = re.compile("(?:十字|丁字|三岔)?路口|路段|道口|桥头|岔口|岗亭")
WORKS = frozenset("厂矿")
MADE = terms.TRADES.union(terms.FIRM_TRADES, words("of_estates"))
LANES, MILLS = words("of_lanes"), words("mill_trades")
YARD = SHARED.pattern("苑(?=(?:职工|单身|青年|教师)?(?:宿舍|公寓)|家属|的?(?:居民|住户|业主))")
LANE = re.compile(
    f"里(?=的[{FAMILY}][^人房屋边小巷街]|[设摆]点|走访|慰问"
    "|社区|小区|居委|片|街|一条街|[0-9]+[号弄栋幢楼]|[、和]|的?(?:居民|住户|商户|商铺))"
)
# Where somebody lives, and what people live in, which is no lane: 住在老屋里.
LIVES = SHARED.pattern(
    "(?:[家住]在|寄居在?|搬[到进]了?|迁[到往])([\u4e00-\u9fff]{2})里(?=[，。；、]|的[^房屋人]|[0-9]+[号弄])"
)
DWELLINGS = words("dwellings")
SELDOM = -12.3  # a more usual word than this is no lane where one lives
COMMON = -12.0  # of a word that the last character begins: 家渠道


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of such places in `text[start:end]`."""
    for match in QUARTERS.finditer(text, start, end):
        name, _ = name_before(text, start, match.start(), LONGEST, terms.MODIFIERS)
        quarter = QUARTER.match(text, match.end(), end)
        size = len(name) or is_mill(text, start, match.start())
        if size and quarter:
            yield match.start() - size, quarter.end()
    for match in HAMLET.finditer(text, start, end):
        if lexicon().words.get(text[match.end() - 1 : match.end() + 1], UNKNOWN) < COMMON:
            yield match.span()
    for pattern, before in ((GROUP, 2), (SIZED, 2), (VILLAGE, 1)):
        for match in pattern.finditer(text, start, end):
            if is_told(text, start, match.start() - before):
                yield match.start() - before, match.end()
    yield from numbered(text, start, end)
    yield from staged(text, start, end)
    yield from at_places(text, start, end)
    yield from crossings(text, start, end)
    yield from lanes(text, start, end)


def numbered(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the quarters that a number tells apart: 纺织二宿舍."""
    for match in NUMBERED.finditer(text, start, end):
        size = next((n for n in (4, 3, 2) if match.start() - n >= start and is_owner(text, match.start(), n)), 0)
        quarter = QUARTER.match(text, match.end(), end)
        if size and quarter and is_told(text, start, match.start() - size):
            yield match.start() - size, quarter.end()


def staged(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the estates that are built in stages, or sold: 滨江新城二期."""
    for match in STAGED.finditer(text, start, end):
        name, _ = name_before(text, start, match.start(), LONGEST, terms.MODIFIERS)
        plain = name in terms.NO_NAMES or MADE.issuperset(cut(name))
        if name and not plain and is_told(text, start, match.start() - len(name)):
            yield match.start() - len(name), match.end()


def is_owner(text: str, place: int, size: int) -> bool:
    """Whether a trade or a works of so many characters ends at a place: 铁路, 轴承厂."""
    word = text[place - size : place]
    return word in MADE or word in terms.OWNERS or (word[-1] in WORKS and is_works(word))


def at_places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of estates by what stands behind (织锦苑职工宿舍), of markets by their place (桥头市集)."""
    for pattern, sizes in ((YARD, (2,)), (MARKET, (3, 2)), (TOWN_MARKET, (2, 3))):
        for match in pattern.finditer(text, start, end):
            firsts = (match.start() - size for size in sizes if match.start() - size >= start)
            told = (f for f in firsts if is_told(text, start, f) and may_be(text[f : match.start()]))
            yield from ((first, match.end()) for first in islice(told, 1))


def crossings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of junctions that are called by the works there: 轴承厂路口."""
    for match in CROSSING.finditer(text, start, end):
        made = next((size for size in (4, 3, 2) if is_works(text[match.start() - size : match.end()])), 0)
        made = made or is_mill(text, start, match.start())
        first = match.start() - made
        first -= text[first - 1 : first] == "老"
        behind = CROSSINGS.match(text, match.end(), end)
        if made and first >= start and behind and is_told(text, start, first):
            yield first, behind.end()


def is_works(word: str) -> bool:
    """Whether a word is a trade and the works that has it (轴承厂), or the dictionary has it as one."""
    return word[:-1] in MADE or (word[-1:] in WORKS and word in lexicon().words)


def lanes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of lanes by what stands behind, by their street before, or where one lives: 光华里的居民."""
    for match in LIVES.finditer(text, start, end):
        if match[1][-1] not in DWELLINGS and (match[1] in LANES or may_be(match[1], SELDOM)):
            yield match.start(1), match.end(1) + 1
    for match in LANE.finditer(text, start, end):
        first = match.start() - 2
        if text[first : match.start()] in LANES and (
            text[first - 1 : first] in terms.WAYS or is_told(text, start, first)
        ):
            yield first, match.end()


def is_mill(text: str, start: int, place: int) -> bool:
    """Whether one character before 厂 is what it makes, and a name can begin there: 糖厂家属院."""
    return place > start and text[place - 1] in MILLS and text[place] == "厂" and is_told(text, start, place - 1)
