"""Words behind names, by class: whether a name goes on over them, and by how much it must be likelier before them.

Source: the words are the author's own lists (words.txt); the leads were measured on invented texts and on the
published samples, which name nobody.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kb.intake.private import terms
from kb.intake.private.before import SIGNS
from kb.intake.private.landmarks import is_led
from kb.intake.private.lexicon import lexicon
from kb.intake.private.shared import SHARED
from kb.intake.private.terms import ORGANISATION, PLACE
from kb.intake.private.words import section

ALL = None  # characters of a word
NEVER = 99.0  # a lead that none has: brands alone are taken there
VERB = 4  # characters in which a verb is looked for before a name
TOLD = terms.LEADING | frozenset("是把对因请经给向")
OF_BODIES = (*section("before_bodies"), *terms.PARENTS)
ENDS_OF_BODIES = frozenset(word[-1] for word in OF_BODIES)


class Tail(NamedTuple):
    """What a word behind a name says: of what kind the name is, whether it belongs to it, how sure it must be."""

    kind: str
    kept: int | None  # so many of its characters belong to the name; None: all
    whole: bool  # the word is part of the name itself: 凤尾岭
    told: float  # the lead that is enough after a sign, a preposition or a verb
    untold: float


TRADE = Tail(ORGANISATION, ALL, False, -4.0, 0.0)
CLASSES = (
    ("no_tails", Tail(ORGANISATION, 0, False, NEVER, NEVER)),
    ("brand_tails", Tail(ORGANISATION, 0, False, 0.9, 3.0)),
    ("place_tails", Tail(PLACE, 0, False, 1.0, 1.5)),
    ("landmark_tails", Tail(PLACE, ALL, False, 1.0, 3.0)),
    ("body_tails", Tail(ORGANISATION, ALL, False, 0.0, 3.0)),
    ("cities", Tail(PLACE, 1, False, 2.0, 4.0)),
    ("more_trades", Tail(ORGANISATION, ALL, False, 0.5, 2.5)),
    ("hill_tails", Tail(PLACE, ALL, True, 0.5, 3.5)),
    ("sure_bodies", Tail(ORGANISATION, ALL, False, -4.2, 3.0)),
    ("sure_places", Tail(PLACE, ALL, False, -4.0, 3.0)),
    ("roads", Tail(PLACE, ALL, False, 0.0, 3.0)),
    ("high_tails", Tail(PLACE, ALL, True, 1.0, 6.0)),
    ("of_brands", Tail(PLACE, ALL, False, NEVER, NEVER)),
    ("crossings", Tail(PLACE, 1, False, 0.0, 3.0)),
    ("area_tails", Tail(PLACE, 0, False, -1.0, 1.5)),
    ("station_tails", Tail(PLACE, 0, False, 3.0, 6.0)),
    ("lanes", Tail(PLACE, ALL, False, -1.2, 2.5)),
)
# Words by which a name says of what kind it is.
ENDS = frozenset(word for name, tail in CLASSES if tail.kept is ALL for word in section(name))


@cache
def tails() -> dict[str, Tail]:
    """Return what every word behind a name says."""
    known = {word: Tail(PLACE, ALL, False, 1.0, 3.0) for word in (*terms.LANDMARKS, *terms.PLACES - terms.WIDE_PLACES)}
    trades = (*terms.FIRM_TRADES, *terms.OPEN_TRADES, *terms.SHOPS, *terms.ORGANISATIONS)
    known |= {word: Tail(ORGANISATION, ALL, False, 1.0, 3.0) for word in trades}
    known |= dict.fromkeys((*terms.FIRM_TRADES, *terms.SHOPS), TRADE)
    known |= {word: Tail(ORGANISATION, ALL, False, 1.0, 3.0) for word in section("weak_trades")}
    return known | {word: tail for name, tail in CLASSES for word in section(name)}


SOUGHT = SHARED.finder(tails)


def is_told(text: str, start: int, place: int) -> bool:
    """Whether what stands before a place says that a name can begin there."""
    last = text[place - 1]
    if is_led(text, start, place) or last in TOLD:
        return True
    if last in ENDS_OF_BODIES and text.endswith(OF_BODIES, start, place):  # the quick look first
        return True
    place -= last == "了"  # 走访了某某二小
    return any(text[place - size : place] in lexicon().verbs for size in range(2, VERB) if place - size >= start)


def is_set_apart(text: str, start: int, first: int) -> bool:
    """Whether a sign or a preposition stands before a place, or nothing."""
    return first == start or (first > start and (text[first - 1] in SIGNS or text[first - 1] in TOLD))
