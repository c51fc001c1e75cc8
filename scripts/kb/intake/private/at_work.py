"""Everyday words that somebody is called by, told by one person's trade or office before and what is done behind.

Whatever a person of one trade does tells of a name (电工某某追回…); words for a mood, a time or a plant, which stand
there without being a name (司机平安到家), need what is done by one person only (拍摄, 确诊), or a list of offices.

Source: trades, deeds and such words are the author's own lists (words.txt).
"""

from __future__ import annotations

import re

from kb.intake.private import names
from kb.intake.private.guesses import CLAUSE, is_role
from kb.intake.private.lexicon import cut, lexicon
from kb.intake.private.words import section, words

REACH = 4  # characters of a trade
AHEAD = 6  # characters that are read behind a name
TRADES = (*section("persons_trades"), *names.ROLES)
MANY = section("collectives")  # a whole staff is called so, or anybody: 职工, 党员
PLURAL = re.compile(
    "(?:[0-9几多两三四五六七八九十]+[名位个]|[全各每]|广大|全体|众多|优秀|一线|所有|最美|当|做)[\u4e00-\u9fff]{0,4}$"
)
DEEDS, PARTICLES = section("deeds_of_one"), frozenset(section("before_deeds"))
ALSO = frozenset("还也又便即")  # before what is done
SURE_DEEDS = (*DEEDS, *"给已曾从被患")  # behind a word that is seldom a name
SLOGANS, STOPS = words("slogans") | names.MOODS, frozenset("，。；、,;（(")
TEMPERS, UNLIKELY = words("tempers"), words("tempers") | words("loose_names") | names.MOODS
IN_CHARGE = re.compile(
    "(?:同志|老师|师傅)?(?:和[\u4e00-\u9fff]{2,3})?(?:同志|老师|师傅)?(?:具体|专职|统一|全程|全权|一人)?"
    "(?:负责(?!人)|牵头|带队|领队|主持|担任|兼任|出任|主讲|执笔|保管|看管|值守|接任|接替|登记|驾驶|领唱|独唱|领跑|领诵)"
)
OFFICE = "[\u4e00-\u9fff]{0,4}(?:委员|主席|[组班队部处站]长|干事|出纳|会计|秘书)"
POST = re.compile(f"(?:^|[，。；、：,;:\\s]){OFFICE}$")
POST_BEHIND = re.compile(f"[，、；,;]{OFFICE}[\u4e00-\u9fff]{{2,3}}(?:[，、；。,;.]|$)")
POST_BEFORE = re.compile(f"{OFFICE}[\u4e00-\u9fff]{{2,3}}[，、；,;]{OFFICE}$")
POSTS = 24  # characters in which the office beside it stands


def is_at_work(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether an everyday word at a place names one person by what stands around it."""
    if text[first - 1 : first] == "由" and first > start and IN_CHARGE.match(text, last, end):
        return True
    name = text[first:last]
    if not is_of_trade(text, start, first) or name in TEMPERS:
        return False
    if name in UNLIKELY:
        alone = name not in SLOGANS and (last >= end or text[last] in STOPS)
        deed = last + (text[last : last + 1] in ALSO)
        return alone or text.startswith(SURE_DEEDS, deed, end) or is_among_posts(text, start, first, last, end)
    return last >= end or text[last] in CLAUSE or acts(text, last, end)


def is_of_trade(text: str, start: int, first: int) -> bool:
    """Whether the word for one person's trade or office ends at a place, and not for several."""
    led = text[max(start, first - REACH) : first]
    one = (is_role(led) or led.endswith(TRADES)) and not led.endswith(MANY)
    return one and PLURAL.search(text, max(start, first - 2 * REACH), first - 2) is None


def acts(text: str, last: int, end: int) -> bool:
    """Whether a verb stands at a place, or what stands before one."""
    word = cut(text[last : min(end, last + AHEAD)])[0]
    if len(word) == 1:
        return word in PARTICLES
    return word in lexicon().verbs or text.startswith(DEEDS, last, end)


def is_among_posts(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a name stands behind its office in a list of such: 组织委员某某，宣传委员某某."""
    low = max(start, first - POSTS)
    if (last < end and text[last] not in CLAUSE) or not POST.search(text, low, first):
        return False
    return POST_BEHIND.match(text, last, end) is not None or POST_BEFORE.search(text, low, first) is not None
