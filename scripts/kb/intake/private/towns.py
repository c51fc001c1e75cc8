"""Towns and counties without suffix (宁国), and bodies that a number names (第三人民医院).

Source: the names of towns and counties come from the dictionary of jieba (see `lexicon`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import terms
from kb.intake.private.before import SIGNS
from kb.intake.private.formed import TRADES
from kb.intake.private.lexicon import cut, lexicon
from kb.intake.private.readings import may_be
from kb.intake.private.shared import SHARED
from kb.intake.private.tails import is_told
from kb.intake.private.words import words

LONGEST_TOWN = 4
MILLS = words("mill_trades")
MADE = TRADES | words("of_estates")
LANES = frozenset("里巷街路桥")
WORKS = SHARED.pattern(f"第{terms.NUMBER}([\u4e00-\u9fff]{{1,6}}?)(?:厂(?![长区房家商方务级])|(?:集团)?公司)")
# Several works of one trade: 水泥二厂, 运输三公司.
SECOND = SHARED.pattern("[一二三四五六七八九](?:厂(?![长区房家商方务级一])|公司(?!一))")

# A county set apart whose name has 和 in it, which elsewhere joins two: 某和某县总工会.
LEVELS = frozenset("省市县区镇乡村校院厂矿局我本全各该其外邻甲乙丙这那你他们上下老新每几两一二三中社户")
WITH_AND = re.compile(
    "和(?=[\u4e00-\u9fff][县镇乡区市](?:总工|工会|委|人民政府|政府|的|[，、。]|[\u4e00-\u9fff]{2,8}(?:厂|公司|医院|中学|小学)))"
)
SOUGHT = SHARED.finder(lambda: [place for place in lexicon().places if 1 < len(place) <= LONGEST_TOWN])


def bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield towns and counties without suffix: 宁国."""
    for place, names in SOUGHT.by_place(text[start:end]).items():
        first = start + place
        titled = "《" in text[max(start, first - 12) : first]
        ends = () if titled else (first + len(name) for name in sorted(names, key=len, reverse=True))
        last = next((last for last in ends if stands_alone(text, first, last, start, end)), None)
        if last:
            yield first, last
    for match in WITH_AND.finditer(text, start, end):
        place = match.start()
        apart = place - 1 == start or text[place - 2 : place - 1] in SIGNS or text[place - 2 : place - 1] in "省市州"
        if place > start and apart and LEVELS.isdisjoint(text[place - 1] + text[place + 1]):
            yield place - 1, place + 3


def stands_alone(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether the likeliest cut has a word of its own at a place."""
    low, high = max(start, first - 5), min(end, last + 5)
    place = low
    for word in cut(text[low:high]):
        if place == first:
            return len(word) >= last - first
        place += len(word)
    return False


def numbered(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield bodies that are named by a number: 农四师, 72团, 第三人民医院."""
    for match in (m for pattern in terms.NUMBERED for m in pattern.finditer(text, start, end)):
        owner = next((word for word in terms.OWNERS if text.endswith(word, start, match.start())), "")
        yield match.start() - (len(owner) or lane(text, start, match.start())), match.end()
    yield from (match.span() for match in WORKS.finditer(text, start, end) if is_made(match[1]))
    for match in SECOND.finditer(text, start, end):
        sizes = (size for size in (4, 3, 2) if text[match.start() - size : match.start()] in MADE)
        first = match.start() - next(sizes, 0)
        if start < first < match.start() and is_told(text, start, first):
            yield first, match.end()


def is_made(what: str) -> bool:
    """Whether words before 厂 are what it makes: 第二轴承厂, not 第二个厂."""
    return what in MILLS or all(word in MADE for word in cut(what))


def lane(text: str, start: int, place: int) -> int:
    """Return how many characters the lane has that stands before the number of a school: 榴花里第一小学."""
    first = place - 3
    if first < start or text[place - 1] not in LANES or not is_told(text, start, first):
        return 0
    return 3 if may_be(text[first : place - 1]) else 0
