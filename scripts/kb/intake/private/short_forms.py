"""Further mentions of what was found: a body without its suffix, a person by the given name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.intake.private import names, suffixes, terms
from kb.intake.private.goods import is_made
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon

COMMON = -16.0  # a word more usual than this is itself, not a short form
SHORTEST = 2  # characters of a name that is looked for as it is
OF_UNIT = -10.9  # the same, where it is the name of the unit that writes
TRADES = terms.TRADES.union(terms.FIRM_TRADES, terms.OPEN_TRADES)
OF_FIRM = re.compile("公司|集团|[厂矿店]$")
OF_BRAND = re.compile("董事长|总经理|厂长|老总|老板|公司|集团|工会|职工|员工|工人|车间|[厂店](?![区房里内])")
TITLE, SIGNATURE = 60, 30  # characters at both ends of a piece in which the unit names itself


def forms(kind: str, written: str) -> Iterator[str]:
    """Yield how else a text may name what is written so."""
    if kind == "person":
        surname = 2 if written[:2] in names.DOUBLE else 1
        if len(written) - surname == 2:
            yield written[surname:]
        return
    if len(written) > SHORTEST and not is_word(written, COMMON):
        yield written
    if core := brand(written):
        yield core


def brand(written: str) -> str:
    """Return what tells a body from others of its kind: 鹿港毛纺公司 → 鹿港; empty when nothing does."""
    rest = written
    for province in terms.PROVINCES if rest.startswith(terms.PROVINCES) else ():
        rest = rest.removeprefix(province)
    match = list(suffixes.SUFFIX.finditer(rest))
    if match:
        rest = rest[match[-2].end() if match[-1][0] in terms.PLACES and len(match) > 1 else 0 : match[-1].start()]
    taken = ""
    for word in cut(re.sub(r"[(（].*", "", rest)):
        if word in TRADES or is_made(word) or (match and word in terms.MODIFIERS):  # 铁臂兄弟 is all of a name
            break
        taken += word
    return taken


def is_brand(kind: str, form: str, written: str) -> bool:
    """Whether an everyday word may be the brand of a firm."""
    return kind == "organisation" and written.startswith(form) and OF_FIRM.search(written) is not None


def is_said_of(text: str, place: int, stop: int, end: int) -> bool:
    """Whether a word in a text that ends at `end` is a firm's brand: set apart, and what only a firm has behind it."""
    return not "\u4e00" <= text[place - 1 : place] <= "\u9fff" and OF_BRAND.match(text, stop, end) is not None


def places(form: str, text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a form stands in `text[start:end]`."""
    place = text.find(form, start, end)
    while place >= 0:
        yield place
        place = text.find(form, place + len(form), end)


def further(
    text: str, start: int, end: int, found: Iterable[tuple[str, int, int]]
) -> Iterator[tuple[str, int, int, str]]:
    """Yield (kind, start, end, what is meant) of short forms of what was `found`; they may overlap it."""
    looked: set[str] = set()
    for kind, first, last in found:
        own = kind != "person" and (first < start + TITLE or last > end - SIGNATURE)
        for form in forms(kind, text[first:last]):
            if form in looked or len(form) < 2:
                continue
            looked.add(form)
            plain = is_word(form, OF_UNIT if own else COMMON)
            if plain and not is_brand(kind, form, text[first:last]):
                continue
            for place in places(form, text, start, end):
                stop = place + len(form)
                if not plain or is_said_of(text, place, stop, end):
                    yield kind, place, stop, text[first:last]


def is_word(form: str, usual: float) -> bool:
    """Whether a form is an everyday word, more usual than this, which can't be replaced wherever it stands."""
    lex = lexicon()
    return lex.words.get(form, UNKNOWN - 9) > usual and form not in lex.places
