"""Firms without 公司, by what they do: a name before a trade (某某纺织), nothing behind it that goes on with the trade.

Source: trades and what follows them are the author's own lists (words.txt), checked against the published samples,
which name nobody; what makes a name is said in `suffixes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import terms
from kb.intake.private.before import SIGNS, is_liked, name_before
from kb.intake.private.goods import FARMING, is_crop, is_product
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.shared import SHARED

LONGEST = 5  # characters of a name
NAMED = re.compile("等|[两三四五六七八九十]家|负责人|老板|老总")
NO_SHOP = re.compile("[0-9十百多几][家间个]$|..小$")  # 三十多家作坊, 排查小作坊
FORM = re.compile(
    "(?:购销|开发|工程|销售|制造|经营|贸易|技术|服务|连锁|控股|实业|发展)?(?:集团)?(?:股份)?(?:有限)?(?:责任)?(?:总|分)?公司|集团|总?厂"
)
BEHIND = re.compile(
    "学(?<=[村小]小学)|(?:股份|集团)?(?:有限)?(?:责任)?公司|总?厂|场(?![地所次馆面景合内外上里长务部站])|铺|坊|店(?![员里内主小长堂门])"
)
WORKSHOP = "作坊"  # before it stands what is made there
MILDER = 0.5  # a character may be that much less rare than one before 镇
SOUGHT = SHARED.finder(lambda: (*terms.FIRM_TRADES, *terms.OPEN_TRADES, *terms.SHOPS))


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the firms in `text[start:end]` that are named by a name and a trade."""
    for stop, trade in SOUGHT.longest_before(text[start:end]).items():
        place, last = start + stop - len(trade), start + stop
        name, shortened = name_before(text, start, place, LONGEST, terms.MODIFIERS)
        form = FORM.match(text, last)
        last = form.end() if form else last
        after = text[last : min(end, last + 4)]
        told = form is not None or after.startswith(terms.AFTER_FIRMS)
        goes_on = not told and (after.startswith(terms.AFTER_TRADES) or text[last - 1 : last + 1] in terms.NOT_A_TRADE)
        begin = place - len(name)
        first = text[begin - 1 : begin] in SIGNS
        if name and is_parted(text[begin : last + 1], place - begin):
            continue
        if name and (shortened or first or begin == start) and not goes_on and is_firm(name, trade, after, told, first):
            yield begin, last


def is_parted(clause: str, place: int) -> bool:
    """Whether a word ends in the first character of a trade that would begin at a place: 社会化 in 社会化工会."""
    words, last = cut(clause), 0
    for word in words:
        if last < place and last + len(word) == place + 1:
            return True
        last += len(word)
    return False


def with_form(text: str, end: int) -> int:
    """Return where the name of a firm ends that goes on behind its trade: 某某木器 and 厂."""
    form = BEHIND.match(text, end)
    return form.end() if form and text[form.end() - 1 : form.end() + 1] not in terms.NOT_A_SUFFIX else end


def is_firm(name: str, trade: str, after: str, told: bool, first: bool) -> bool:
    """Whether a name is one: of rare words, or of such as firms like; of any words where what follows tells."""
    if trade in FARMING and is_crop(name):
        return False
    if trade in terms.SHOPS:
        if trade == WORKSHOP and not any(is_liked(word) or word not in lexicon().words for word in cut(name)):
            return False
        return not NO_SHOP.search(name) and not is_product(name)
    if NAMED.match(after) and trade not in terms.OPEN_TRADES:
        return True
    if trade in terms.OPEN_TRADES and not told and after[:1] != "、":
        return first and all(is_odd(word, False) for word in cut(name))
    return any(is_odd(word, told) for word in cut(name))


def is_odd(word: str, told: bool) -> bool:
    """Whether a word is rare enough, or liked enough, to be one of a name."""
    if is_liked(word):
        return True
    share = lexicon().words.get(word, UNKNOWN)
    if len(word) == 1:
        return share < terms.RARE + MILDER and word not in terms.PLAIN_CHARACTERS
    return word not in terms.TRADES and share < (terms.LED if told else terms.SELDOM)
