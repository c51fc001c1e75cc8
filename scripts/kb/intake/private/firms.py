"""Firms without 公司, by what they do: a name before a trade (某某纺织), nothing behind it that goes on with the trade.

Source: trades and what follows them are the author's own lists (words.txt), checked against the published samples,
which name nobody; what makes a name is said in `bodies`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kb.intake.private import terms
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.word_finder import WordFinder

SHORTEST, LONGEST = 2, 5
NAMED = re.compile("等|[两三四五六七八九十]家|负责人|老板|老总")
FORM = re.compile(
    "(?:购销|开发|工程|销售|制造|经营|贸易|技术|服务|连锁|控股|实业|发展)?(?:集团)?(?:股份)?(?:有限)?(?:责任)?(?:总|分)?公司|集团|总?厂"
)
MILDER = 0.5  # a character may be that much less rare than one before 镇
SIGNS = frozenset("，。；：、！？,;:!?“”‘’\"'《》〈〉【】[]()（）\n\r\t \u3000·…—|/")


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the firms in `text[start:end]` that are named by a name and a trade."""
    for stop, trade in trades().longest_before(text[start:end]).items():
        place, last = start + stop - len(trade), start + stop
        name, bordered = name_before(text, start, place)
        form = FORM.match(text, last)
        last = form.end() if form else last
        after = text[last : min(end, last + 4)]
        told = form is not None or after.startswith(terms.AFTER_FIRMS)
        goes_on = not told and (after.startswith(terms.AFTER_TRADES) or text[last - 1 : last + 1] in terms.NOT_A_TRADE)
        first = text[place - len(name) - 1 : place - len(name)] in SIGNS
        if name and bordered and not goes_on and is_firm(name, trade, after, told, first):
            yield place - len(name), last


@cache
def trades() -> WordFinder:
    """Return the finder of the trades by which firms are called."""
    return WordFinder((*terms.FIRM_TRADES, *terms.OPEN_TRADES, *terms.SHOPS))


def name_before(text: str, start: int, place: int) -> tuple[str, bool]:
    """Return the words before a trade that may be a name, and whether something stands before that can't be of it."""
    first = place
    while first > max(start, place - LONGEST - 3) and text[first - 1] not in SIGNS:
        first -= 1
    words, taken = cut(text[first:place]), ""
    for word in reversed(words):
        if is_border(word) or len(taken) + len(word) > LONGEST:
            break
        taken = word + taken
    bordered = len(taken) < place - first or text[first - 1 : first] in SIGNS or first == start
    return (taken if len(taken) >= SHORTEST else ""), bordered and len(taken) <= LONGEST


def is_border(word: str) -> bool:
    """Whether a word is none of a firm's name."""
    if word in terms.BRANDS or word in lexicon().proper:
        return False
    single = word in terms.STOP_CHARACTERS or not "\u4e00" <= word <= "\u9fff"
    return single if len(word) == 1 else word in terms.STOP_WORDS or word in lexicon().verbs or word in terms.MODIFIERS


def is_firm(name: str, trade: str, after: str, told: bool, first: bool) -> bool:
    """Whether a name is one: of rare words, or of such as firms like; of any words where what follows tells."""
    if trade in terms.SHOPS or (NAMED.match(after) and trade not in terms.OPEN_TRADES):
        return True
    if trade in terms.OPEN_TRADES and not told and after[:1] != "、":
        return first and all(is_odd(word, False) for word in cut(name))
    return any(is_odd(word, told) for word in cut(name))


def is_odd(word: str, told: bool) -> bool:
    """Whether a word is rare enough, or liked enough, to be one of a name."""
    if word in terms.BRANDS or word in lexicon().proper:
        return True
    share = lexicon().words.get(word, UNKNOWN)
    if len(word) == 1:
        return share < terms.RARE + MILDER and word not in terms.PLAIN_CHARACTERS
    return word not in terms.TRADES and share < (terms.LED if told else terms.SELDOM)
