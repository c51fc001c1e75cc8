"""Firms all of whose words are usual, told by the whole of their form: a name, what they do, 有限公司 or 修理厂.

Source: forms and trades are the author's own lists (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.intake.private import suffixes, terms
from kb.intake.private.before import back, is_liked
from kb.intake.private.goods import FARMING, is_crop
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon
from kb.intake.private.readings import VOCABULARY
from kb.intake.private.words import section

LIMITED = "有限公司", "有限责任公司"
FORM = re.compile("|".join(sorted((*LIMITED, *section("forms")), key=len, reverse=True)))
BACK, LONGEST = 14, 4  # characters of the clause that are read; of a name before its trade
VERB, ODD = -11.7, -11.7  # a more usual verb than this stands before the name; a rarer word than this may be one
LIKED = frozenset(section("of_ways"))  # some are verbs, too: 抗美
TRADES = terms.TRADES.union(terms.FIRM_TRADES, section("trade_words"), section("more_trades"), section("weak_trades"))


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of such firms in `text[start:end]`."""
    for match in FORM.finditer(text, start, end):
        place = match.start()
        words = name_words(cut(text[back(text, max(start, place - BACK), place) : place]))
        if suffixes.MASK.search("".join(words)):  # 某某家居有限公司
            continue
        if text[match.end() - 1 : match.end() + 1] not in terms.NOT_A_SUFFIX and is_firm(words, match[0] in LIMITED):
            yield place - sum(map(len, words)), match.end()


def name_words(words: Sequence[str]) -> Sequence[str]:
    """Return the last words of a clause, back to one that stands before a name."""
    first = len(words)
    while first and not is_border(words[first - 1]):
        first -= 1
    return words[first:]


def is_border(word: str) -> bool:
    """Whether a word stands before the name of a firm: grammar, an everyday verb, what says of what kind a firm is."""
    if word in TRADES or (is_liked(word) and word not in terms.STOP_WORDS):
        return False
    if len(word) == 1:
        return word in terms.STOP_CHARACTERS or not "\u4e00" <= word <= "\u9fff"
    return word in VOCABULARY or is_usual_verb(word)


def is_usual_verb(word: str) -> bool:
    """Whether a word is an everyday verb, which stands before the name of a firm: 加强, 督促."""
    return word in lexicon().verbs and lexicon().words.get(word, UNKNOWN) > VERB


def is_firm(words: Sequence[str], limited: bool) -> bool:
    """Whether words are a name and a trade: any name before 有限公司, an odd one before another form."""
    size = len(words)
    while size and words[size - 1] in TRADES:
        size -= 1
    name = words[:size]
    if not 1 < len("".join(name)) <= (2 * LONGEST if limited else LONGEST):
        return False
    verbs = all(word in lexicon().verbs and word not in LIKED for word in name)
    if limited or size == len(words):
        return limited
    farmed = words[size] in FARMING and is_crop("".join(name))
    return any(map(is_odd, name)) and not verbs and not farmed


def is_odd(word: str) -> bool:
    """Whether a word is rare enough to be one of a name, or firms like it."""
    return is_liked(word) or lexicon().words.get(word, UNKNOWN) < (ODD if len(word) > 1 else terms.RARE)
