"""Places that no suffix of an address ends: hills, waters, bridges, parks, estates, by name; and whole addresses.

Source: the words for such places are the author's own lists (words.txt), checked against the published samples, which
name nobody; what makes a name is said in `suffixes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import terms
from kb.intake.private.before import SIGNS, is_liked, name_before
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.readings import may_be
from kb.intake.private.shared import SHARED
from kb.intake.private.words import section

LONGEST = 4  # characters of a name
LEADS = frozenset(word[-1] for word in terms.BEFORE_LANDMARKS)
BODIES = "总委党政"
SHORT_NAMED = frozenset((*terms.COUNTIES, "路", "街"))
COMMON = terms.PLACE_MODIFIERS | terms.MODIFIERS
NUMBER = re.compile(
    r"[新老]?校区|停车场|(?![农全各该本新])[\u4e00-\u9fff]?(?:社区|村)(?![民务])|[A-Z][厂区座栋馆]|[0-9]{1,5}(?:号|弄|幢|栋|组)(?:院|楼)?(?:[0-9]{1,4}(?:单元|室|号|栋|幢|楼))*|[一二三四五六七八九十]{1,2}组"
    r"|(?:工业|科技|产业|创业|农业|高新|经济|物流|技术){1,3}(?:小区|园区|园(?!区)|集中区|集聚区|开发区|示范区)"
)


SIDES = frozenset("边上下里中内外旁畔岸头口面")  # of a place: 某某河边
NO_VILLAGE = "各每全该本的等个几数农乡新所有两多中和与及是在到把对向从为了以组建被由帮下派驻工会行政自然"
VILLAGE = re.compile(
    f"([^{NO_VILLAGE}，。、；：\\W\\d]{{2,3}})村(?![民务委级干支里])(?:[一二三四五六七八九十]组)?"
)  # behind its town
ROAD = re.compile(f"(?:{'|'.join(section('of_ways'))})(?:大道|[东西南北中]?[路街])")
ADDRESS = SHARED.pattern("(?:[东西南北中]?[路街巷弄院]|大道|胡同)(?=[0-9]{1,4}号)")
STATION = SHARED.pattern("(?:千伏|[kK][vV])变电[站所]")
LINE = SHARED.pattern("[0-9](?:千伏|[kK][vV])([\u4e00-\u9fff]{2,4}?)[一二三I]?(?:线|变电|变(?=[、，。]))")
SOUGHT = SHARED.finder(lambda: (*terms.LANDMARKS, *terms.FEATURES))


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the landmarks in `text[start:end]`."""
    yield from (match.span(1) for match in LINE.finditer(text, start, end) if is_rare_name(match[1]))
    for match in (m for pattern in (ADDRESS, STATION) for m in pattern.finditer(text, start, end)):
        first = before_number(text, start, match.start())
        name, _ = name_before(text, start, first, LONGEST, ())
        if name:
            yield first - len(name), match.end()
    for stop, kind in SOUGHT.longest_before(text[start:end]).items():
        place, last = start + stop - len(kind), start + stop
        if goes_on(text, last) or is_word(text[place - 1 : last]):
            continue
        name, _ = name_before(text, start, place, LONGEST, COMMON)
        name = without_verb(name)
        begin = place - len(name)
        if name and is_named(name, kind, is_led(text, start, begin)):
            yield begin, last


def begins_word(text: str, last: int) -> bool:
    """Whether the last character of a kind is a word with the next one: 山歌, but not 某某山水库."""
    if last >= len(text):
        return False
    shares = lexicon().words
    pair = shares.get(text[last - 1 : last + 1], UNKNOWN)
    return pair > terms.SELDOM and text[last] not in SIDES and pair > shares.get(text[last : last + 2], UNKNOWN)


def without_verb(name: str) -> str:
    """Return a name without the verb of one character before it: 登 before 某某岭."""
    first = cut(name)[0] if name else ""
    return name[1:] if len(name) > 2 and len(first) == 1 and first in terms.BEFORE_LANDMARKS else name


def goes_on(text: str, last: int) -> bool:
    """Whether a word for a place is but the beginning of another: 山区, 县城; 县总工会 stands behind a name."""
    pair = text[last - 1 : last + 1]
    if begins_word(text, last):
        return True
    return (pair in terms.NO_LANDMARKS and pair[-1] not in BODIES) or text[last : last + 1] in terms.AFTER_LANDMARK


def is_word(pair: str) -> bool:
    """Whether the last two characters are a word by themselves: 家乡, 青山."""
    known = lexicon()
    usual = known.words.get(pair, UNKNOWN) > terms.SELDOM or pair in known.verbs
    return len(pair) == 2 and usual and pair not in known.proper


def before_number(text: str, start: int, place: int) -> int:
    """Return where the figures before a place begin: 220 of 220千伏变电站; the place itself where there are none."""
    low = max(start, place - 4)
    return low + len(text[low:place].rstrip("0123456789"))


def is_rare_name(name: str) -> bool:
    """Whether no word of a name is a verb or says of what kind a line is."""
    plain = (word in COMMON or word in terms.TRADES or word in lexicon().verbs for word in cut(name))
    return not set(name) & set("高低主支架配输备专电供用") and not any(plain)


def is_led(text: str, start: int, place: int) -> bool:
    """Whether what stands before a place says that a name follows."""
    before = text[place - 1 : place] if place > start else ""
    edge = not before or before in SIGNS or before in terms.LEADING
    return edge or (before in LEADS and text.endswith(terms.BEFORE_LANDMARKS, start, place))


def is_named(name: str, kind: str, led: bool) -> bool:
    """Whether words before the word for a place name it: nearly any before a hill, rare ones before a centre."""
    if name in terms.NO_NAMES or (name + kind in lexicon().words and name + kind not in lexicon().proper):
        return False
    words = cut(name)
    if words[-1] in terms.BEFORE_A_FEATURE:
        return False
    if kind in SHORT_NAMED and (len(name) > 3 or any(len(word) > 2 for word in words)):
        return False
    if any(map(is_liked, words)):
        return True
    if kind in terms.FEATURES:
        return led and not any(word in terms.TRADES for word in words)
    odd = (word for word in words if word not in terms.TRADES)  # 毛纺 before 产业园 is no name
    rare = (lexicon().words.get(w, UNKNOWN) < (terms.RARE if len(w) == 1 else terms.SELDOM) for w in odd)
    return led and any(rare)


def with_number(text: str, end: int) -> int:
    """Return where an address ends that goes on behind a place: 某某路 86号; a village or a road behind its town."""
    road = ROAD.match(text, end) if text[end - 1] in terms.COUNTIES else None
    if road and (text[road.end() - 1 : road.end() + 1] not in terms.NO_LANDMARKS or text[road.end()] in SIDES):
        end = road.end()
    village = VILLAGE.match(text, end) if text[end - 1] in "乡镇" else None
    match = village if village and may_be(village[1]) else NUMBER.match(text, end)
    return match.end() if match else end
