"""Lines that are one sentence: a page put the words of a link, and what stands around them, on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.intake.lines import LETTER, Line
from kb.intake.marks import mark_at

SHORT = 12  # of a line that may stand by itself
ANCHOR, WORD = 8, 3  # of the words of a link; of a line that is no heading either
ENDS = "。！？；：…”）》』」!?;:)】"
# What no sentence begins with, and what none ends with.
GOES_ON = re.compile(
    "[，。、；：,;:!?！？）”》)]|[了的地得着和与及等](?!确|点|方|区|到|力|级|手|谐|平|睦)|以及|期间|以来|之[后前际一中间]|方面|[中里内时后](?=[，、])"
)
OPEN = re.compile(r"[，、,的了和与及在对把将为向从由以按给被让使是着并等《“（(]$")
ALONE = re.compile("前言|引言|结语|概述|目录|附件|附表|摘要|正文|说明|备注|签名|盖章|姓名|序号|同志们|各位")


def goes_on(joined: str, lines: Sequence[Line], place: int, text: str) -> bool:
    """Whether `lines[place]` belongs to the sentence that was `joined` from the lines before it."""
    line = lines[place].text
    if not LETTER.search(joined):
        return True
    if joined[-1] in ENDS:
        return False
    if len(joined) >= SHORT or GOES_ON.match(line):
        return True
    if mark_at(text, lines[place].start, lines[place].end):
        return False
    return OPEN.search(joined) is not None or is_word(joined, line) or is_anchor(lines, place)


def is_word(joined: str, line: str) -> bool:
    """Whether a line is so short that only a long one behind it makes it a sentence: 春节 before 期间走访…."""
    return len(joined) <= WORD and len(line) >= SHORT and not ALONE.match(joined) and joined.isalpha()


def is_anchor(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is but the words of a link, and the one behind it goes on in the middle of a sentence."""
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    return len(lines[place].text) <= ANCHOR and lines[place].text[-1] not in ENDS and GOES_ON.match(after) is not None
