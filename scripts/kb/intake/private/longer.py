"""Names that may be read one character longer: 邓文和, where 和 may link, and 骆徐达, where 徐 is a surname, too."""

from __future__ import annotations

from collections.abc import Iterable

from kb.intake.private import names
from kb.intake.private.guesses import CLAUSE, ENOUGH, GROUPS, HINT, Guess
from kb.intake.private.lexicon import lexicon

APART = CLAUSE | GROUPS | {"的"}


def with_longer(text: str, start: int, found: Iterable[Guess]) -> list[Guess]:
    """Return guesses; of 邓文 and 邓文和 the longer where a verb follows it: both may be read, and both are hidden."""
    every = list(found)
    likely = {(g.start, g.end) for g in every if g.lead >= ENOUGH}
    every = [g for g in every if (g.start, g.end + 1) not in likely or not is_followed(text, g.end + 1)]
    return [
        *every,
        *(Guess(g.start - 1, g.end, g.lead + HINT) for g in every if g.lead >= ENOUGH and is_cut_short(text, start, g)),
    ]


def is_cut_short(text: str, start: int, guess: Guess) -> bool:
    """Whether a usual surname stands before a name of two characters, set apart: 徐达 of 的骆徐达."""
    first = guess.start
    if guess.end - first != 2 or first - 1 < start or text[first - 1] not in names.OFTEN:
        return False
    at_start = first - 1 == start
    pairs = (text[place : place + 2] for place in ((first - 1,) if at_start else (first - 2, first - 1)))
    return (at_start or text[first - 2] in APART) and lexicon().common.isdisjoint(pairs)


def is_followed(text: str, place: int) -> bool:
    """Whether a name may end at a place, though its last character is 和: a verb stands there."""
    return text[place - 1] in "和同" and (
        text[place : place + 2] in lexicon().verbs or text.startswith((*names.AFTER, *names.CALLED), place)
    )
