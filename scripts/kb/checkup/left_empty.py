"""Headings with nothing below them, told by their siblings: those have a body or go on in their own line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.checkup.lines import Line
from kb.checkup.rulebook import Rules, regex

BLANKS = " \u3000\t"
LONGER = 4  # characters by which a heading may be longer than those beside it


@dataclass(frozen=True)
class Point:
    """A line with a mark: its text, how long its lead is (0: it has none), and whether anything hangs on it."""

    line: Line
    text: str
    lead: int
    followed: bool


def left_empty(lines: Sequence[Line], rules: Rules) -> set[int]:
    """Return the offsets of those of the written lines that are headings with nothing below them."""
    points = [point_of(lines, number, rules) for number, line in enumerate(lines) if line.level]
    groups = siblings(points)
    alone = [p for group in groups if len(group) == 1 for p in group]
    found = {p.line.start for group in groups if len(group) > 1 for p in hollow(group, rules)}
    for level in {p.line.level for p in alone}:
        alike = [p for p in points if p.line.level == level]
        found |= {p.line.start for p in hollow(alike, rules) if p in alone}
    return found


def point_of(lines: Sequence[Line], number: int, rules: Rules) -> Point:
    """Return a line with a mark as a point: led in, with something below, or neither."""
    line = lines[number]
    text = line.text[line.mark_end - line.start :].strip(BLANKS)
    led = regex(rules["lead"]).match(text)
    below = number + 1 < len(lines) and belongs(line, lines[number + 1 : number + 3])
    return Point(line, text, len(led[1]) if led else len(text) if below else 0, bool(led) or below)


def belongs(line: Line, after: Sequence[Line]) -> bool:
    """Whether the next line hangs on a point: text, or a deeper point; no heading under which the count begins anew."""
    below = after[0]
    if below.level or not below.heading:
        return below.level == 0 or below.level > line.level
    return not (len(after) > 1 and after[1].number == 1 and 0 < after[1].level <= line.level)


def siblings(points: Sequence[Point]) -> list[list[Point]]:
    """Return the points that stand side by side: of one level under one parent, counted from one."""
    found: list[list[Point]] = []
    within: dict[int, list[Point]] = {}
    for point in points:
        level = point.line.level
        within = {above: group for above, group in within.items() if above <= level}
        if level not in within or point.line.number == 1:
            within[level] = []
            found.append(within[level])
        within[level].append(point)
    return found


def hollow(group: Sequence[Point], rules: Rules) -> list[Point]:
    """Return the points of a group that are bare headings while most of the others are not."""
    full = [point for point in group if point.followed]
    bare = [point for point in group if not point.followed]
    # Text below the last of some bare points may belong to all of them.
    if not full or (group[0].line.level > 1 and full == [group[-1]]):
        return []
    longest = max(point.lead for point in full)
    return [p for p in bare if reads_as_heading(p, longest, rules) and outweigh(p, len(full), len(bare))]


def reads_as_heading(point: Point, longest: int, rules: Rules) -> bool:
    """Whether a point reads as a heading; one below 一、 must be no longer than its siblings' leads are."""
    if point.line.level > 1 and len(point.text) > longest + LONGER:
        return False
    # A sentence that says how much or how many is no heading.
    sentence = point.text.endswith("。") and regex(rules["substance"]).search(point.text)
    return not sentence and regex(rules["title"]).search(point.text) is not None


def outweigh(point: Point, full: int, bare: int) -> bool:
    """Whether points enough have something below: more where a bare one may be an item of a list."""
    if point.line.level > 2:
        return full >= 3 * bare
    return full >= (2 * bare if point.text.endswith("。") else bare)
