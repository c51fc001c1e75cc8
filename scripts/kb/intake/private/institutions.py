"""Bodies named by their place: 某某县 and 供电公司 behind it are one name, whatever plain words stand between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.intake.private import terms
from kb.intake.private.lexicon import cut
from kb.intake.private.words import section
from kb.word_finder import WordFinder

LONGEST = 14  # characters between the place and the end of the body's name
PARTS = section("firm_parts")
OF_PLACES = ("中心", "学校", "学院", "协会", "基地", "局", "所", "队", "站", "院", "委会", "委员会", "中专")
ENDS = (
    *(suffix for suffix in terms.ORGANISATIONS if len(suffix) > 1),
    *(tail for tail in section("body_tails") if tail.endswith(OF_PLACES)),
    *PARTS,
    *section("forms"),
)
BETWEEN = terms.TRADES.union(terms.MODIFIERS, section("trade_words"), section("town_parts"))
NUMBERS = frozenset("第一二三四五六七八九十")
OF_OTHERS = ("附属", "第", "驻", "项目部", "分公司", *PARTS)
BUILT = re.compile("(?:建设|创建|新建|开发)(?!局|银行|公司|集团|工程|投资|实业|委)")  # 在某某镇建设服务中心
NOT_NAMED = ("总工会", "工会联合会", "联合工会")  # the place is what tells these apart, and it is replaced by itself


def find(text: str, end: int, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of bodies that begin with one of the `places` of a text."""
    for first, last in places:
        if text[first - 1 : first] == "在" and BUILT.match(text, last):
            continue
        stop = last + size(text[last : min(end, last + LONGEST)])
        if stop > last:
            yield first, stop


def parts(text: str, end: int, bodies: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the parts of bodies that are named after them: 某某大学 and 附属中学 behind it."""
    return find(text, end, (body for body in bodies if text.startswith(OF_OTHERS, body[1])))


def places_again(text: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where the towns and counties among `places` stand again, with their suffix or without: 某某 for 某某县."""
    names = {text[a : b - cut] for a, b in places for cut in (0, 1) if text[b - 1] in terms.COUNTIES and b - a > 2}
    return sorted((a, b) for _, a, b in WordFinder(names).matches(text[:end]) if a >= start) if names else []


def size(rest: str) -> int:
    """Return how many characters after a place belong to the name of a body; 0 when there is none."""
    found, read = max((len(end) for end in ENDS if rest.startswith(end)), default=0) if rest.startswith(ENDS) else 0, ""
    if rest[:found].endswith(NOT_NAMED):
        found = 0
    for word in cut(rest):
        read += word
        if read.endswith(ENDS) and not read.endswith(NOT_NAMED):
            found = len(read)
        elif not (word in BETWEEN or NUMBERS.issuperset(word)):
            break
    return found
