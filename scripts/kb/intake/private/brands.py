"""Firms by their brand alone, where what is said after it is said of firms: 在某某的信访事件中, 某某企业歌.

Source: the author's own list of what follows; checked against the published samples, which name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import terms
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.shared import SHARED
from kb.intake.private.tails import is_told

SAID_OF_FIRMS = "企业(?:歌|文化|精神|报)|信访|上访|劳资|欠薪|讨薪|欠资|停工|罢工|裁员|倒闭|破产"
BEFORE = "在对与和由为到如"
FRAME = SHARED.pattern(
    f"(?:(?<=[{BEFORE}、，。；：（“,;:(])|^)(?![{BEFORE}])([\u4e00-\u9fff]{{3,4}}?)的?(?={SAID_OF_FIRMS})", re.M
)

# A hall that sells medicine or heals, not the one where people eat or learn: 善济堂 before 大药房.
HALL = SHARED.pattern("堂(?=(?:大?药[店房业铺]|中药|中医|国药|国医|医药|医馆|诊所|药材|饮片|推拿|养生馆|膏药))")
NO_HALL = frozenset("食课礼学讲佛教祠澡厅灵大殿")


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the brands in `text[start:end]` as (start, end)."""
    for match in FRAME.finditer(text, start, end):
        if is_brand(match[1]):
            yield match.span(1)
    for match in HALL.finditer(text, start, end):
        first = match.start() - 2
        if first >= start and text[match.start() - 1] not in NO_HALL and is_told(text, start, first):
            yield first, match.end()


def is_brand(name: str) -> bool:
    """Whether characters make no word together, and one of them is seldom a word by itself."""
    words = cut(name)
    return (
        len(words) == len(name)
        and terms.STOP_CHARACTERS.isdisjoint(words)
        and any(lexicon().words.get(word, UNKNOWN) < terms.RARE for word in words)
    )
