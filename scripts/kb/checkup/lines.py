"""The lines of a draft: which are headings, of what level and number, and what part of the draft they are in."""

from __future__ import annotations

from dataclasses import dataclass

from kb.checkup.rulebook import Rules, regex

DONE, PLAN, PROBLEM = "done", "plan", "problem"
DIGITS = "零一二三四五六七八九"


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


def lines_of(text: str, structure: Rules, genre: str) -> list[Line]:
    """Cut a text into lines; `structure` tells marks and headings, the genre what part it begins with."""
    found: list[Line] = []
    start, part, since = 0, structure["begins"].get(genre, DONE), 0
    default = part
    for written in text.split("\n"):
        level, number, mark_end = mark_of(written, structure)
        heading = is_heading(written, level, structure)
        turn = part_of(written, structure) if heading else ""
        if turn:
            part, since = turn, level
        elif heading and level and level <= since:
            part, since = default, 0
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
    if not bare or len(bare) > structure["heading_length"]:
        return False
    return bool(level) or regex(structure["bare_heading"]).search(bare) is not None


def part_of(line: str, structure: Rules) -> str:
    """Return the part that a heading opens; empty when it opens none."""
    return next((p["part"] for p in structure["parts"] if regex(p["find"]).search(line)), "")


def number_of(written: str) -> int:
    """Return the number that a mark says, in Chinese or Arabic figures; 0 when it is none."""
    if written.isdigit() and written.isascii():
        return int(written[:6])
    tens, _, ones = written.rpartition("十")
    if "十" not in written:
        return DIGITS.find(written) if len(written) == 1 else 0
    return (DIGITS.find(tens) if tens else 1) * 10 + (DIGITS.find(ones) if ones else 0)
