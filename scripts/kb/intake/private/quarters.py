"""Places told by their form wherever they stand: the quarters of a works (轴承厂宿舍), hamlets of a family (许家渡).

Source: the words are the author's own lists (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import names, terms
from kb.intake.private.before import name_before
from kb.intake.private.lexicon import UNKNOWN, lexicon
from kb.intake.private.words import section, words

LONGEST = 4  # characters of what a works makes
QUARTERS = re.compile(f"(?:{'|'.join(section('quarters_of'))})(?={'|'.join(section('quarters'))})")
QUARTER = re.compile("|".join(sorted(section("quarters"), key=len, reverse=True)))
NO_FAMILY = frozenset("农商安方成东康")  # 农家, 商家
FAMILIES = "".join(sorted(names.OFTEN - NO_FAMILY))
HAMLET = re.compile(f"[{FAMILIES}]家[{''.join(sorted(words('hamlets')))}]")
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
