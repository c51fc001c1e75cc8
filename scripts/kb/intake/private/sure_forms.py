"""Bodies of usual words before a form that hardly stands without a name: 律师事务所, 专业合作社.

Source: the forms are the author's own lists (words.txt).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.intake.private import formed, names, suffixes, terms
from kb.intake.private.before import back
from kb.intake.private.goods import FARMING, is_crop
from kb.intake.private.lexicon import cut, lexicon
from kb.intake.private.shared import SHARED
from kb.intake.private.words import words

SURE, PRODUCERS = words("sure_forms"), words("producers")
SHOP_NAMES, NAMING = words("shop_names"), terms.BRANDS.union(names.WORD_NAMES)
BACK, LONGEST = 12, 4  # characters of the clause that are read; of a name
SOUGHT = SHARED.finder(lambda: (*SURE, *PRODUCERS))


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of such bodies in `text[start:end]`."""
    for stop, form in SOUGHT.longest_before(text[start:end]).items():
        place = start + stop - len(form)
        found = named(cut(text[back(text, max(start, place - BACK), place) : place]), form in PRODUCERS)
        if found and not suffixes.MASK.search(found):
            yield place - len(found), start + stop


def named(clause: Sequence[str], produces: bool) -> str:
    """Return the end of a clause that is a name, with a trade or without; empty where there is none."""
    size = len(clause)
    while size and clause[size - 1] in formed.TRADES:
        size -= 1
    trade, taken = clause[size:], list[str]()
    for word in reversed(clause[:size]):
        if formed.is_border(word) and not (word in SHOP_NAMES and not taken):
            break
        taken.insert(0, word)
    while len(taken) > 1 and taken[0] in lexicon().verbs:  # 聘用 before a name
        del taken[0]
    name = "".join(taken)
    if is_crop(name) and trade and trade[0] in FARMING:  # 香菇 before 种植
        return ""
    if not 1 < len(name) <= LONGEST or (produces and not all(w in NAMING or formed.is_odd(w) for w in taken)):
        return ""
    return name + "".join(trade)
