"""Headings of a piece, whatever their marks, also where they are glued to a body or to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import quick_regex
from kb.intake.lines import Line, lines_of
from kb.intake.marks import CHINESE, Mark, mark_at, value
from kb.intake.model import Heading

LONGEST = 60  # of a line that is nothing but a heading
CLAUSE = 24  # of a sentence that is a heading though it ends with a full stop
SENTENCE_ENDS = ("。", "；", ";")
SENTENCE = 52  # of a first sentence that is a heading with its body behind it
STOPS = re.compile(r"[。！？!?]|[；;：:](?=.)|[:：]$")
COMMA = re.compile(r"[，,；;：:。]")
TAIL = " \t\u3000，,。.；;：:、*#"
# A heading glued to what is before it: its number is the next one of its kind.
GLUED = quick_regex.compiled(rf"(?:(?P<one>{CHINESE})、|[（(](?P<two>{CHINESE})[）)])(?=[\u4e00-\u9fff“《])")
BEFORE = re.compile(r"[。；！”）)\u4e00-\u9fff]")
# Of a line: 第一，抓学习，强素质.
SPOKEN = re.compile(rf"(?m)^[ \t\u3000]*(?P<mark>第(?P<number>{CHINESE})[，,、：:])[^\n]*[^\s]")
UPPER = 2  # the levels above those of 1. and （1）
PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "‘": "’"}


def find(text: str, start: int, end: int) -> list[Heading]:
    """Return the headings in `text[start:end]` by place. `text` has its sure junk blanked."""
    marks: list[tuple[Mark, int]] = []
    last: dict[int, int] = {}
    for line in lines_of(text, start, end):
        for mark, limit in marks_of(text, line, last):
            marks.append((mark, limit))
            last = {k: v for k, v in last.items() if k <= mark.level} | {mark.level: mark.number}
    if all(mark.level > UPPER for mark, _ in marks):
        marks = sorted([*marks, *spoken(text, start, end)], key=lambda found: found[0].start)
    return [heading(text, mark, limit) for mark, limit in marks]


def spoken(text: str, start: int, end: int) -> list[tuple[Mark, int]]:
    """Return headings counted as a speaker counts (第一，抓学习), where a text has at least two and none above them."""
    found = [(m, value(m["number"])) for m in SPOKEN.finditer(text, start, end)]
    row = [m for place, (m, number) in enumerate(found, 1) if number == place]
    if len(row) < len(found) or len(row) <= 1:
        return []
    return [(Mark(1, number, m.start("mark"), m.end("mark")), m.end()) for m, number in found]


def marks_of(text: str, line: Line, last: dict[int, int]) -> Iterator[tuple[Mark, int]]:
    """Yield the marks of a line, each with where what belongs to it ends."""
    places = [m for m in [mark_at(text, line.start, line.end)] if m]
    known = dict(last)
    for mark in places:
        known[mark.level] = mark.number
    for match in GLUED.finditer(text, line.start + 1, line.end):
        level = 1 if match["one"] else 2
        number = value(match["one"] or match["two"])
        if fits(text, match, level, number, known, line):
            places.append(Mark(level, number, match.start(), match.end()))
            known[level] = number
    ends = [*(mark.start for mark in places[1:]), line.end]
    yield from zip(places, ends[: len(places)], strict=True)


def fits(text: str, match: re.Match[str], level: int, number: int, known: dict[int, int], line: Line) -> bool:
    """Whether an enumerator within a line is a heading's: it goes on with the count, after a sentence or a heading."""
    last = known.get(level, 0)
    if (number == 1 and level == 1) or not BEFORE.match(text, match.start() - 1):
        return False
    if text[match.start() - 1] in "。；！":
        return last < number <= last + 2
    if number != last + 1:
        return False
    # 三、开展岗位建功活动四、开展帮扶活动: two bare headings in one line
    return (
        level == 1
        and number > 1
        and line.end - line.start <= 2 * LONGEST
        and "。" not in text[line.start : match.start()]
    )


def heading(text: str, mark: Mark, limit: int) -> Heading:
    """Return the heading after a mark: the whole line, its first sentence, or the first clause of a long one."""
    whole = text[mark.end : limit]
    length = len(whole.rstrip(TAIL))
    stop = first_stop(whole)
    if stop is not None and (stop <= SENTENCE or len(whole) > LONGEST):
        length = min(length, stop)
    if length > SENTENCE or (
        length > CLAUSE and whole[length : length + 1] in SENTENCE_ENDS and length == len(whole.rstrip(TAIL))
    ):
        clauses = (
            m.start() for m in COMMA.finditer(whole[:LONGEST]) if m.start() >= 4 and not inside(whole, m.start())
        )
        length = min(length, next(clauses, length))
    length = len(whole[:length].rstrip(TAIL)) or len(whole)
    return Heading(mark.level, whole[:length], mark.end, mark.end + length, mark.start)


def first_stop(whole: str) -> int | None:
    """Return where the first sentence ends, not counting marks within quotes."""
    return next(
        (m.start() for m in STOPS.finditer(whole[:200]) if m.start() >= 2 and not inside(whole, m.start())), None
    )


def inside(whole: str, place: int) -> bool:
    """Whether a place lies within quotes or brackets."""
    before = whole[:place]
    return any(before.count(a) > before.count(b) for a, b in PAIRS.items())


def missing(headings: list[Heading], text: str) -> list[str]:
    """Return which numbers of a row are not there (第2条), for the report."""
    found: list[str] = []
    last: dict[int, int] = {}
    for h in headings:
        mark = mark_at(text, h.mark_start, h.end + 1)
        if mark is None:
            continue
        last = {k: v for k, v in last.items() if k <= mark.level}
        expected = last.get(mark.level, 0) + 1
        if mark.number > expected and mark.number - expected < 5:
            found += [f"第{h.level}级“{h.text[:12]}”前面缺第{n}条" for n in range(expected, mark.number)]
        elif mark.number == last.get(mark.level):
            found.append(f"第{h.level}级“{h.text[:12]}”的序号{mark.number}重复")
        last[mark.level] = mark.number
    return found
