"""The lines of a draft: which are headings, of what level and number, and what part of the draft they are in."""

from __future__ import annotations

from dataclasses import dataclass

from kb.checkup.rulebook import Rules, regex

DONE, PLAN, PROBLEM = "done", "plan", "problem"
DIGITS = "零一二三四五六七八九"
OTHERS = {"两": 2, "首先": 1, "其次": 2, "再次": 3}


@dataclass(frozen=True)
class Line:
    """A line: offsets without its break. level: 0 none, else that of its mark (一、 is 1); number: what the mark says.

    heading: whether it stands alone as a heading; mark_end: the offset after the mark; part: done, plan or problem.
    """

    start: int
    end: int
    text: str
    level: int
    number: int
    mark_end: int
    heading: bool
    part: str


def lines_of(text: str, structure: Rules, genre: str, year: int) -> list[Line]:
    """Cut a text into lines; the genre tells what part it begins with, the year which headings speak of the next."""
    found: list[Line] = []
    default = structure["begins"].get(genre, DONE)
    start, part, since, above = 0, default, 0, 0
    for written in text.split("\n"):
        level, number, mark_end = mark_of(written, structure)
        heading = is_heading(written, level, structure)
        turn = part_of(written, structure["parts" if heading else "turns"], year)
        if turn:
            part, since = turn, level if heading else above
        elif heading and 0 < level <= since and not (part == PLAN and genre in structure["plan_stays"]):
            part, since = default, 0
        above = level if heading else above
        found.append(Line(start, start + len(written), written, level, number, start + mark_end, heading, part))
        start += len(written) + 1
    return found


def mark_of(line: str, structure: Rules) -> tuple[int, int, int]:
    """Return (level, number, length) of the mark that a line begins with; zeros when it has none."""
    for mark in structure["marks"]:
        if found := regex(mark["find"]).match(line):
            return mark["level"], number_of(found[1]), found.end()
    return 0, 0, 0


def is_heading(line: str, level: int, structure: Rules) -> bool:
    """Whether a line stands alone as a heading: short, and no sentence."""
    bare = line.strip(" \u3000\t")
    if not bare or len(bare) > structure["heading_length"] or (bare[-1] == "。" and "，" in bare):
        return False
    return bool(level) or regex(structure["bare_heading"]).search(bare) is not None


def part_of(line: str, parts: list[Rules], year: int) -> str:
    """Return the part that a line opens; empty when it opens none."""
    finds = ((p["part"], p["find"].replace("{next}", str(year + 1))) for p in parts)
    return next((part for part, find in finds if regex(find).search(line)), "")


def number_of(written: str) -> int:
    """Return the number that a mark says, in Chinese or Arabic figures; 0 when it is none."""
    if written.isdigit() and written.isascii():
        return int(written[:6])
    if written in OTHERS:
        return OTHERS[written]
    tens, _, ones = written.rpartition("十")
    if "十" not in written:
        return DIGITS.find(written) if len(written) == 1 else 0
    return (DIGITS.find(tens) if tens else 1) * 10 + (DIGITS.find(ones) if ones else 0)
