"""What a cut left of a document: a lone mark, half a sentence, a heading without its section, who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.intake import page_titles
from kb.intake.lines import LETTER, Line, lines_of
from kb.intake.model import Heading, Junk
from kb.intake.private.lexicon import cut

LEAST_BODY = 20
FRAGMENT = re.compile(r"[0-9]{1,3}[多余]?[份个名人次家场件万元]{0,2}[、，,]")
STOP = re.compile(r"[。；！？!?;：:”）)]")
# No sentence ends with these.
OPEN_END = re.compile(
    r"(?:[又的和与在对把将为从向给以并而且及或被使让就再还也都很更最各]|做到|通过|按照|根据|围绕|为了|联合开展了|不仅|例如|比如|以及|一是)[，,、]?$"
)
# The first character of a verb of two, alone at the end: 将围绕投.
HALF_VERB = frozenset("促推提建设加创组举制深贯坚积努争维服参投帮培宣调继进充围突")
LONGEST = 80
# The department that wrote it, in brackets under the text: （工会 政治处）.
SIGNED = re.compile(
    r"[（(](?:[\u4e00-\u9fff]{0,16}(?:工会|办公室|政治处|[处科室办部局组委会])[ \t\u3000、,，]?){1,3}[)）]"
)


def find(text: str, start: int, end: int, headings: Sequence[Heading]) -> Iterator[Junk]:
    """Yield what a cut left over in `text[start:end]`."""
    lines = lines_of(text, start, end)
    yield from lone_marks(lines)
    yield from page_titles.alone(text, lines)
    yield from unfinished(text, end, headings)
    if lines:
        yield from half_sentence(lines[-1])
        if len(lines) > 1 and SIGNED.fullmatch(lines[-1].text):
            yield Junk(lines[-1].start, lines[-1].end, "source_note")


def lone_marks(lines: Sequence[Line]) -> Iterator[Junk]:
    """Yield lines that are nothing but a mark; what was cut before and behind one is not sure."""
    for place, line in enumerate(lines):
        if len(line.text) > 2 or LETTER.search(line.text):
            continue
        yield Junk(line.start, line.end, "truncated")
        following = lines[place + 1] if place + 1 < len(lines) else None
        if following and (fragment := FRAGMENT.match(following.text)):
            yield Junk(following.start, following.start + fragment.end(), "truncated", False)


def half_sentence(line: Line) -> Iterator[Junk]:
    """Yield the end of a last line that breaks off."""
    stops = [m.end() for m in STOP.finditer(line.text)]
    tail = line.text[stops[-1] :] if stops else ""
    half = tail[-1:] in HALF_VERB and cut(tail[-4:])[-1] == tail[-1]
    if 3 < len(tail) <= LONGEST and (half or OPEN_END.search(tail)):
        yield Junk(line.end - len(tail.lstrip()), line.end, "truncated")


def unfinished(text: str, end: int, headings: Sequence[Heading]) -> Iterator[Junk]:
    """Yield a last heading that has nothing under it where its fellows have: the text was cut there."""
    if len(headings) < 2 or text[headings[-1].end : end].strip():
        return
    last = headings[-1]
    fellows = [h for h in headings if h.level == last.level]
    full = sum(b.mark_start - a.end > LEAST_BODY for a, b in pairwise(fellows))
    if len(fellows) > 1 and 2 * full >= len(fellows) and text[last.end - 1] not in "。；！":
        yield Junk(last.mark_start, last.end, "truncated")
