"""Places told by their form wherever they stand: the quarters of a works (轴承厂宿舍), hamlets of a family (许家渡).

Source: the words are the author's own lists (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import names, terms
from kb.intake.private.before import name_before
from kb.intake.private.lexicon import UNKNOWN, lexicon
from kb.intake.private.tails import is_told
from kb.intake.private.words import section, words

LONGEST = 4  # characters of what a works makes
QUARTERS = re.compile(f"(?:{'|'.join(section('quarters_of'))})(?={'|'.join(section('quarters'))})")
QUARTER = re.compile("|".join(sorted(section("quarters"), key=len, reverse=True)))
NO_FAMILY = frozenset("农商安方成东康")  # 农家, 商家
FAMILIES = "".join(sorted(names.OFTEN - NO_FAMILY))
HAMLETS = "".join(sorted(words("hamlets")))
HAMLET = re.compile(f"[{FAMILIES}]家[{HAMLETS}]")
SIDES = "上下大小老新前后东西南北中里外"
# A group of a village by its place in it (下屋组), a hamlet by its size (大寨子), a lane by what streets are called.
GROUP = re.compile(f"[{SIDES}{FAMILIES}][屋院楼头边街{HAMLETS}]组(?![织建成合长员员团装里内])")
SIZED = re.compile(f"[{SIDES}二三四五六七八九][寨河岔沟岭坡洼湾台坝庄堡屯泉坨坎峪崖]子(?![女弟孙])")
LANE = re.compile(
    f"(?:{'|'.join(section('of_lanes'))})里(?=社区|小区|居委|片|街|一条街|[0-9]+[号弄栋幢楼]|[、和]|的?(?:居民|住户|商户|商铺))"
)
COMMON = -12.0  # of a word that the last character begins: 家渠道


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of such places in `text[start:end]`."""
    for match in QUARTERS.finditer(text, start, end):
        name, _ = name_before(text, start, match.start(), LONGEST, terms.MODIFIERS)
        quarter = QUARTER.match(text, match.end(), end)
        if name and quarter:
            yield match.start() - len(name), quarter.end()
    for match in HAMLET.finditer(text, start, end):
        if lexicon().words.get(text[match.end() - 1 : match.end() + 1], UNKNOWN) < COMMON:
            yield match.span()
    for pattern in (GROUP, SIZED, LANE):
        yield from (m.span() for m in pattern.finditer(text, start, end) if is_told(text, start, m.start()))
