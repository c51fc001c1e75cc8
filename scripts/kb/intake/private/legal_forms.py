"""Firms by the whole of their legal form, whatever they are called: two or three characters, a trade, 有限公司.

Source: the forms are those of company law; trades and words that are no names are the author's own lists (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import terms
from kb.intake.private.formed import TRADES, is_usual_verb
from kb.intake.private.lexicon import cut
from kb.intake.private.readings import NO_FIRST, NOWHERE, OF_FIRMS, VOCABULARY
from kb.intake.private.shared import SHARED
from kb.intake.private.tails import is_told
from kb.intake.private.words import section

FORM = SHARED.pattern("(?:集团)?(?:股份)?有限(?:责任)?公司|集团(?![化军内各式])")
# Before these, with a trade or without, two characters that are no word are a name.
OTHER = SHARED.pattern("|".join(sorted(section("other_forms"), key=len, reverse=True)))
LONGEST, MOST = 5, 3  # characters of a trade; trades in a row
SIZES = (3, 2)  # characters of a name
# What is counted, and what may be said of any firm, is no name: 两家, 大型.
COUNTED = re.compile(
    "[0-9一二三四五六七八九十两几数多各每某等余][家个所]|^[该本我各每某其此这那等及与和]|[等的了及与]$"
)
NO_BEGIN = NO_FIRST - OF_FIRMS - frozenset("正百万亿大新一")
LEADS = (*terms.LEADING_WORDS, *section("done_to_firms"))
PLAIN = terms.MODIFIERS | terms.PLACE_MODIFIERS | VOCABULARY | TRADES


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of such firms in `text[start:end]`."""
    for match in FORM.finditer(text, start, end):
        place = before_trades(text, start, match.start())
        if place < match.start():
            names = (place - size for size in SIZES if place - size >= start)
            yield from ((first, match.end()) for first in names if is_name(text, start, first, place))
    for match in OTHER.finditer(text, start, end):
        place = before_trades(text, start, match.start())
        first = place - SIZES[-1]
        if first >= start and len(cut(text[first:place])) == SIZES[-1] and is_name(text, start, first, place):
            yield first, match.end()


def before_trades(text: str, start: int, place: int) -> int:
    """Return where the trades begin that end at a place; the place itself where there are none."""
    for _ in range(MOST):
        sizes = range(min(LONGEST, place - start), 1, -1)
        place -= next((size for size in sizes if text[place - size : place] in TRADES), 0)
    return place


def is_name(text: str, start: int, first: int, last: int) -> bool:
    """Whether all that stands between a sign, a verb or a preposition and a trade may be a firm's name."""
    name = text[first:last]
    chinese = "\u4e00" <= min(name) <= max(name) <= "\u9fff"
    led = text.endswith(LEADS, start, first) or is_told(text, start, first)
    if not chinese or name[0] in NO_BEGIN or not NOWHERE.isdisjoint(name) or COUNTED.search(name) or not led:
        return False
    words = [word for word in cut(name) if len(word) > 1]
    return name in terms.BRANDS or not any(word in PLAIN or is_usual_verb(word) for word in words)
