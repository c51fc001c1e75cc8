"""Names told by a list: 甲、乙两个乡镇 and 甲等企业 say what each item is, 甲到乙 what stands beside a known place.

Source: the words that end lists are the author's own.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from kb import quick_regex
from kb.intake.private import readings, terms
from kb.intake.private.before import SIGNS, back
from kb.intake.private.goods import LINKS, LONGEST_ITEM, SURE, UNSURE, is_link, with_goods
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.likely import extended
from kb.intake.private.tails import is_told, tails
from kb.intake.private.terms import ORGANISATION, PLACE
from kb.intake.private.words import words

PLACES = (
    "乡镇|镇办|镇街|街镇|镇|乡|街道|社区|行政村|自然村|村组|村|县区|县|场站|站点|站所|卡点|卡口|教学点|网点|小区|片区|园区"
    "|景点|收费站|服务区|工区|道班|变电站|供电所|加油站|车站|泵站|水电站|养护站|林业站|护林点|哨所|站区|水库|家属区|宿舍区"
    "|生活区|住宅区|安置区|安置点|居民区|居民点|聚居区|院落|楼院|矿区|林区|垦区|校区|灌区|牧场|林场|农场|码头|渡口|路口|路段"
    "|街区|商圈|市场"
)
BODIES = (
    "企业|公司|单位|商户|门店|店铺|店|厂家|工厂|厂|学校|幼儿园|医院|酒店|饭店|餐馆|平台|连锁|分公司|项目部|工会"
    "|商场|超市|队伍"
)
COUNT = "(?:(?!1[个家所])[0-9]{1,3}|[二两三四五六七八九十几数多][一二三四五六七八九十多]{0,2})"
END = quick_regex.compiled(
    f"(?:等?{COUNT}(?:[个家所座条处间支]|大(?=[乡街社企商])|(?=[村镇乡县厂校社街企公]))|等)(?:[\u4e00-\u9fff]{{0,4}}?|[\u4e00-\u9fff]{{2,9}}的)(?:(?P<place>{PLACES})|(?P<body>{BODIES}))"
    "|等(?P<anywhere>地)(?![方区位点])|(?P<firms>[两三四五六七八九]家)(?=[，。；、])"
)
FIRM = "企业"
FIRMS = frozenset(("企业", "公司", "商户", "门店", "店铺", "厂家", "工厂", "店", "厂", "单位"))
LEVELS = frozenset("省市县区镇乡村校厂局")
ITEM = (-9.0, 0.0, 0.0, -1.0, -2.0, -3.0)  # chances of names of one, two … characters
LISTED = -9.5  # what is a more usual word than this is no item
FIRST, AFTER_OTHERS, SINGLE = 1.0, -1.0, 1.0  # leads: of the first item, after two others, of the only one
TOWNS = frozenset("乡镇村")
OF_TOWNS = frozenset("桥寺庙堡店坝塘坪岭沟岗墩铺渡")  # before such a character any word names a town: 石头桥乡
KINDS = ("村", "镇", "乡", "社区", "小区")
NEXT = {kind: re.compile(f"[、和]((?![和与及])([\u4e00-\u9fff]{{2,3}}){kind})(?![{kind}级民委])") for kind in KINDS}
BEFORE = {kind: re.compile(f"(?:^|[，。；：、在到为对与])(([\u4e00-\u9fff]{{2}}){kind})[、和]$") for kind in KINDS}
HILLS = words("hill_tails") | words("high_tails") | frozenset("关")
WINDOW = 6  # characters before a place in which another of its kind stands
NUMBERS = "两三四五六七八九"  # of counts from two on
ROAD = re.compile("[到至—](?=[\u4e00-\u9fff]{2})")


def find(text: str, start: int, end: int, known: Container[tuple[int, int]] = ()) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of the items of lists whose end says what they are; `known` names tell a list, too."""
    for match in END.finditer(text, start, end):
        kind = PLACE if match["place"] or match["anywhere"] else ORGANISATION
        body = FIRM if match["firms"] else match["body"] or ""
        items = listed(text, start, match.start(), () if match["anywhere"] else known, body)
        if match["place"] and (own := with_kind(text, start, match.start())):
            yield own, match.start(), PLACE
        if whole := counted(text, start, match, items):
            yield from ((item.start, item.end, kind) for item in whole)
            continue
        sure = sum(SURE if (item.start, item.end) in known else max(0.0, item.lead) for item in items)
        if items and sure >= (SURE if len(items) > 1 else SINGLE):
            yield from ((i.start, i.end, kind) for i in items if text[i.start : i.end] not in tails())


def with_kind(text: str, start: int, place: int) -> int | None:
    """Return where the name of a town begins that a list of towns ends with: 石头桥乡 before 等5个乡镇."""
    if text[place - 1] not in TOWNS:
        return None
    for first in (place - 4, place - 3):
        name = text[first : place - 1]
        odd = len(name) == 3 and name[-1] in OF_TOWNS and readings.NOWHERE.isdisjoint(name)
        if first > start and (odd or readings.may_be(name, LISTED)) and is_told(text, start, first):
            return first
    return None


def listed(
    text: str, start: int, place: int, known: Container[tuple[int, int]] = (), body: str = ""
) -> Sequence[readings.Reading]:
    """Return the items of a list that ends at a place, as far back as they may be names; `known` ones tell the rest.

    `body` is what the list calls its items where they are bodies.
    """
    found: list[readings.Reading] = []
    while place > start:
        if body in FIRMS and (firm := with_goods(text, start, place)):
            found.append(firm)
            place = firm.start - 1
            if is_link(text, start, firm.start):
                continue
            break
        item = extended(text, start, readings.before(text, start, place, place, ITEM))
        link = max((place - size for size in range(2, len(ITEM) + 1) if is_link(text, start, place - size)), default=0)
        told = link and ((link, place) in known or (body and is_beside(text, start, link, place, known)))
        told = told or (link and not body and text[place - 1] in HILLS and is_behind(text, start, link, known))
        beside = SURE if told else 0.0
        if link and (beside or readings.may_be(text[link:place], LISTED)):
            own = item.lead if item and item.start == link else beside
            found.append(readings.Reading(link, place, max(own, beside)))
            place = link - 1
            continue
        if item and item.lead >= (FIRST if len(found) < 2 else AFTER_OTHERS):
            found.append(item)
        elif found and body and (edge := at_edge(text, start, place, known)) is not None:
            found.append(readings.Reading(edge, place, SURE))
        break
    return found


def at_edge(text: str, start: int, place: int, known: Container[tuple[int, int]]) -> int | None:
    """Return where the first item of a list begins that is all of a clause up to a place, beside a known one."""
    first = back(text, max(start, place - LONGEST_ITEM), place)
    edge = first == start or text[first - 1] in SIGNS
    first += verbs(text[first:place])
    return first if edge and first < place and is_beside(text, start, first, place, known) else None


def verbs(clause: str) -> int:
    """Return how many characters of verbs and of plain words a clause begins with: 推动 before the name of a firm."""
    size = 0
    for word in cut(clause)[:-1]:
        if not (word in lexicon().verbs or word in terms.STOP_WORDS or word in terms.STOP_CHARACTERS):
            break
        size += len(word)
    return size


def counted(
    text: str, start: int, match: re.Match[str], items: Sequence[readings.Reading]
) -> Sequence[readings.Reading]:
    """Return the items of a list of places, with the first one behind its preposition, if as many as it says."""
    count = NUMBERS.find(match[0].lstrip("等")[:1]) + 2
    if not match["place"] or count < 2 or len(items) not in (count - 1, count):
        return ()
    if len(items) == count:
        return items if all(item.lead >= UNSURE for item in items) else ()
    place = items[-1].start - 1
    first = readings.before(text, start, place, place, ITEM) if text[place : place + 1] in LINKS else None
    told = first and first.lead >= UNSURE and text[first.start - 1 : first.start] in terms.LEADING
    return [*items, first] if first and told else ()


def is_behind(text: str, start: int, link: int, known: Container[tuple[int, int]]) -> bool:
    """Whether a known name stands before an item of a list."""
    return any((link - 1 - size, link - 1) in known for size in range(2, LONGEST_ITEM) if link - 1 - size >= start)


def is_beside(text: str, start: int, link: int, place: int, known: Container[tuple[int, int]]) -> bool:
    """Whether an item of usual words stands beside a known one, and one of its words is odd: 某某劳务、铁臂兄弟."""
    left = is_behind(text, start, link, known)
    right = any((place + 1, place + 1 + size) in known for size in range(2, LONGEST_ITEM))
    words = cut(text[link:place])
    if words[0] in LEVELS or text[place - 1] in terms.OFFICES:  # 镇食品厂, 开发办
        return False
    return (left or right) and place - link > 2 and (any(map(is_odd, words)) or is_branded(words))


def is_branded(words: Sequence[str]) -> bool:
    """Whether the last of some words is a trade, and the first is none of the field and no verb: 云顶轮胎."""
    first, last = words[0], words[-1]
    trade = last in terms.TRADES or last in tails()
    return trade and len(words) > 1 and first not in readings.VOCABULARY and first not in lexicon().verbs


def is_odd(word: str) -> bool:
    """Whether a word is seldom one."""
    share = lexicon().words.get(word, UNKNOWN)
    return share < (terms.RARE if len(word) == 1 else terms.SELDOM) and word not in readings.VOCABULARY


def alike(text: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield the places of plain words that a list sets beside one of the same kind: 某某村、光明村."""
    for first, last in places:
        kind = text[last - 2 : last] if text[last - 2 : last] in terms.PLACES else text[last - 1]
        if kind not in KINDS or last - first == len(kind):
            continue
        found = NEXT[kind].match(text, last, end), BEFORE[kind].search(text, max(start, first - WINDOW), first)
        yield from ((*match.span(1), PLACE) for match in found if match and is_plain_name(match[2]))


def is_plain_name(name: str) -> bool:
    """Whether a place may be called so: by one usual word that says nothing of its kind."""
    said = terms.PLACE_MODIFIERS | terms.STOP_WORDS | terms.NO_NAMES
    return len(cut(name)) == 1 and name not in said and name not in lexicon().verbs


def roads(text: str, end: int, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield the other end of a way from a known place: 某某至某某."""
    for _, last in places:
        link = ROAD.match(text, last, end)
        reading = readings.after(text, last + 1, end, ITEM[:4]) if link else None
        if reading and reading.lead >= 0:
            yield reading.start, reading.end, PLACE
