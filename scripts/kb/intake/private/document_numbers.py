"""Places that the number of a document tells by their initial: 某委办〔2012〕84号.

Source: the make-up of such numbers in GB/T 9704 (initials of the issuing body, year, number); the characters of bodies
and the initials that tell of no place below a province are the author's own lists (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private.before import SIGNS
from kb.intake.private.lexicon import cut
from kb.intake.private.terms import COUNTIES, STOP_CHARACTERS
from kb.intake.private.words import words

BODIES = "".join(sorted(words("number_bodies")))
WIDE = words("number_wide")
LONGEST = 8  # characters of initials
YEAR = re.compile(r"[〔\[（(【［][ ]?(?:19|20)?[0-9_xX×*]{2,4}年?[ ]?[〕\]）)】］][ ]?第?[0-9_xX×*]{1,4}号")
INITIALS = re.compile(f"[{BODIES}]+$")
MASKS = frozenset("*xX×_○某")
LEADS = STOP_CHARACTERS | frozenset("关据照和发过彻行")


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the initials of places in the document numbers of `text[start:end]`."""
    for match in YEAR.finditer(text, start, end):
        low = max(start, match.start() - LONGEST)
        body = INITIALS.search(text, low, match.start())
        if body:
            first = body.start() - 1
            first -= text[first : first + 1] in COUNTIES  # 某县工发
            if first >= start and is_place(text, start, first):
                yield first, body.start()


def is_place(text: str, start: int, place: int) -> bool:
    """Whether the character before the initials of a body is that of a town or a county."""
    initial = text[place]
    if text[place - 1 : place] in MASKS:
        return False
    if not "\u4e00" <= initial <= "\u9fff" or initial in WIDE or initial in LEADS or initial in SIGNS:
        return False
    return len(cut(text[max(start, place - 1) : place + 1])) > 1 or place == start
