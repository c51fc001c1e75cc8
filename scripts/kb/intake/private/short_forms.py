"""Further mentions of what was found: a body without its suffix, a person by the given name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.intake.private import names, suffixes, terms
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon

COMMON = -16.0  # a word more usual than this is itself, not a short form
OF_UNIT = -10.9  # the same, where it is the name of the unit that writes
TRADES = terms.TRADES.union(terms.FIRM_TRADES, terms.OPEN_TRADES)
OF_FIRM = re.compile("公司|集团|[厂矿店]$")
OF_BRAND = "董事长|总经理|厂长|老总|老板|公司|集团|工会|职工|员工|工人|车间|[厂店](?![区房里内])"
TITLE, SIGNATURE = 60, 30  # characters at both ends of a piece in which the unit names itself


def forms(kind: str, written: str) -> Iterator[str]:
    """Yield how else a text may name what is written so."""
    if kind == "person":
        surname = 2 if written[:2] in names.DOUBLE else 1
        if len(written) - surname == 2:
            yield written[surname:]
        return
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
        if word in TRADES or (match and word in terms.MODIFIERS):  # 铁臂兄弟 is all of a name
            break
        taken += word
    return taken


def said_of(kind: str, form: str, written: str) -> re.Pattern[str] | None:
    """Return where an everyday word is the brand of a firm: set apart, and what only a firm has behind it."""
    if kind != "organisation" or not written.startswith(form) or not OF_FIRM.search(written):
        return None
    return re.compile(f"(?<![\u4e00-\u9fff]){re.escape(form)}(?={OF_BRAND})")


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
            plain = is_word(form, OF_UNIT if own else COMMON)
            every = said_of(kind, form, text[first:last]) if plain else re.compile(re.escape(form))
            looked.add(form)
            for match in every.finditer(text[start:end]) if every else ():
                yield kind, start + match.start(), start + match.end(), text[first:last]


def is_word(form: str, usual: float) -> bool:
    """Whether a form is an everyday word, more usual than this, which can't be replaced wherever it stands."""
    lex = lexicon()
    return lex.words.get(form, UNKNOWN - 9) > usual and form not in lex.places
