"""Marks of headings and of 一是 … 二是: numbers left out or given twice, levels skipped, two ways mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kb.checkup.finding import Finding
from kb.checkup.lines import Line, number_of
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

PRACTICE = ("通行做法", "行文惯例")
LAYOUT = ("国家标准", "GB/T 9704—2012《党政机关公文格式》7.3.3")


def find(view: View) -> Iterator[Finding]:
    """Yield what is wrong with the numbering of headings and of what is counted within the text."""
    seen: dict[int, list[int]] = {}
    levels = {line.level for line in view.lines}
    for line in view.lines:
        if line.level:
            yield from headings(view, line, seen)
            yield from skipped(view, line, seen, levels)
            seen = {level: numbers for level, numbers in seen.items() if level <= line.level}
            seen[line.level] = [*(() if line.number == 1 else seen.get(line.level, ())), line.number]
        elif line.heading:
            seen = {}
    yield from announced(view)
    yield from ordinals(view)


def headings(view: View, line: Line, seen: dict[int, list[int]]) -> Iterator[Finding]:
    """Yield the fault of one mark; `seen` holds the numbers that came before on each level."""
    text = misplaced(line.number, seen.get(line.level, []), bool(seen))
    if text:
        yield mark(view, line, "must" if line.level < 3 else "should", f"序号“{{}}”{text}", PRACTICE)


def misplaced(number: int, before: list[int], begun: bool) -> str:
    """Return what is wrong with a number after others; empty when nothing is. A 1 after a 2 may begin a new list."""
    # The first mark of a draft may belong to a piece that was cut off.
    if number < 1 or not begun or number == max(before, default=0) + 1 or (number == 1 and before != [1]):
        return ""
    if number in before:
        return "和前面的重复"
    if number == len(before) + 1:  # a number was given twice before
        return ""
    if not before:
        return "不是从一开始的"
    return f"前面是第{before[-1]}个，" + ("次序颠倒了" if number < max(before) else "中间缺了")


def skipped(view: View, line: Line, seen: dict[int, list[int]], levels: set[int]) -> Iterator[Finding]:
    """Yield a mark two levels below the one above it. 1. under 一、 is right in a draft that has no （一） at all."""
    above = max((level for level in seen if level < line.level), default=0)
    short = line.level == 3 and above == 1 and 2 not in levels
    if line.number == 1 and above and line.level - above > 1 and line.level not in seen and not short:
        names = view.rules["structure"]["level_names"]
        message = f"“{{}}”上面是“{names[above - 1]}”，跳过了“{names[above]}”"
        yield mark(view, line, "should" if line.level == 4 else "check", message, LAYOUT)


def mark(view: View, line: Line, severity: str, message: str, basis: tuple[str, str]) -> Finding:
    """Return a finding about a line's mark."""
    start = line.mark_end - len(line.text[: line.mark_end - line.start].lstrip(" \u3000\t"))
    text = view.text[start : line.mark_end]
    return Finding(start, line.mark_end, text, "numbering", severity, message.replace("{}", text), basis[1], basis[0])


def point(view: View, start: int, end: int, severity: str, message: str) -> Finding:
    """Return a finding about a place in a line."""
    text = view.text[start:end]
    return Finding(start, end, text, "numbering", severity, message.replace("{}", text), *PRACTICE[::-1])


def announced(view: View) -> Iterator[Finding]:
    """Yield a number of things that the headings right below do not come to: 抓好三件事 over four headings."""
    lines = [line for line in view.lines if line.text.strip(" \u3000\t")]
    for line, below in pairwise(lines):
        said = None if line.heading or below.number != 1 else last_of(view.rules["structure"]["announces"], line.text)
        if said and below.level:
            least, most = listed_below(view, lines, below)
            if not least <= number_of(said[2]) <= most:
                start, end = line.start + said.start(1), line.start + said.end(1)
                yield point(view, start, end, "check", f"这里说“{{}}”，下面列了{most}个")


def last_of(find: str, text: str) -> re.Match[str] | None:
    """Return the last match in a text."""
    return next(iter([*regex(find).finditer(text)][-1:]), None)


def listed_below(view: View, lines: list[Line], first: Line) -> tuple[int, int]:
    """Return how many marks of a level there are from one on; at least those that a count would not leave out."""
    least = most = 0
    for line in lines[lines.index(first) :]:
        if 0 < line.level < first.level or (line.heading and not line.level):
            break
        if line.level == first.level:
            most += 1
            least += line.part == first.part and not regex(view.rules["structure"]["besides"]).search(line.text)
    return least, most


def ordinals(view: View) -> Iterator[Finding]:
    """Yield counted points whose number does not follow, or that are counted in another way than the ones before."""
    styles: list[Rules] = view.rules["structure"]["ordinals"]
    near = [{start for start, _ in view.searched.lines_near(style)} for style in styles]
    run: tuple[int, str] = (0, "")
    for line in view.lines:
        run = (0, "") if line.heading else run
        here = [style for style, starts in zip(styles, near, strict=True) if line.start in starts]
        found = points(line, here)
        yield from promised(view, line, found)
        for start, end, number, style in found:
            message = out_of_turn(number, style["name"], *run)
            if message:
                yield point(view, start, end, style["severity"], f"“{{}}”{message}")
            # The first point may stand where no finder sees it: 1. at the head of a line, 做到一是.
            run = (number, style["name"]) if number < 3 or run[0] else run


def points(line: Line, styles: list[Rules]) -> list[tuple[int, int, int, Rules]]:
    """Return the counted points of a line: where each begins and ends, its number and its style."""
    matches = [(match, style) for style in styles for match in regex(style["find"]).finditer(line.text)]
    found = [(line.start + m.start(1), line.start + m.end(1), number_of(m[2]), style) for m, style in matches]
    return sorted(found, key=lambda point: point[0])


def promised(view: View, line: Line, found: list[tuple[int, int, int, Rules]]) -> Iterator[Finding]:
    """Yield a number of points that the ones right after it do not come to: 有三条：一是…；二是…。"""
    for said in regex(view.rules["structure"]["promises"]).finditer(line.text) if found else ():
        after = [number for start, _, number, _ in found if start >= line.start + said.end()]
        again = after.index(1, 1) if 1 in after[1:] else len(after)
        run, wanted = after[:again], number_of(said[2])
        if run == [*range(1, len(run) + 1)] and len(run) > 1 and len(run) != wanted:
            start, end = line.start + said.start(1), line.start + said.end(1)
            yield point(view, start, end, "should", f"这里说“{{}}”，后面列了{len(run)}个")


def out_of_turn(number: int, style: str, last: int, last_style: str) -> str:
    """Return what is wrong with a point after another one; empty when nothing is."""
    if number == 1 or not last:
        return ""
    if number == last + 1:
        return "" if style == last_style else f"和前面的“{last_style}”混用，全文统一用一种"
    return "的序号和前面的重复" if number <= last else "前面缺了一个"
