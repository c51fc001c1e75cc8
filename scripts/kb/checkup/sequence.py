"""Marks of headings and of 一是 … 二是: numbers left out or given twice, levels skipped, two ways mixed."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checkup.finding import Finding
from kb.checkup.lines import Line, number_of
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

PRACTICE = ("通行做法", "行文惯例")
LAYOUT = ("国家标准", "GB/T 9704—2012《党政机关公文格式》7.3.3")


def find(view: View) -> Iterator[Finding]:
    """Yield what is wrong with the numbering of headings and of what is counted within the text."""
    last: dict[int, int] = {}
    for line in view.lines:
        if line.level:
            yield from headings(view, line, last)
        elif line.heading:
            last = {}
    yield from ordinals(view)


def headings(view: View, line: Line, last: dict[int, int]) -> Iterator[Finding]:
    """Yield the fault of one mark; `last` holds the number that came last on each level, and is brought up to date."""
    before = last.get(line.level, 0)
    # The first mark of a draft may belong to a piece that was cut off; a 1 may begin a new list.
    if line.number not in (1, before + 1) and line.number > 0 and (before or last):
        text = (
            "和前面的重复" if line.number <= before else f"前面是第{before}个，中间缺了" if before else "不是从一开始的"
        )
        yield mark(view, line, "must" if line.level < 3 else "should", f"序号“{{}}”{text}", PRACTICE)
    above = max((level for level in last if level < line.level), default=0)
    if before == 0 and above and line.level - above > 1 and line.number == 1:
        names = view.rules["structure"]["level_names"]
        message = f"“{{}}”上面是“{names[above - 1]}”，跳过了“{names[above]}”"
        yield mark(view, line, "should" if line.level == 4 else "check", message, LAYOUT)
    for level in [level for level in last if level > line.level]:
        del last[level]
    last[line.level] = line.number


def mark(view: View, line: Line, severity: str, message: str, basis: tuple[str, str]) -> Finding:
    """Return a finding about a line's mark."""
    start = line.mark_end - len(line.text[: line.mark_end - line.start].lstrip(" \u3000\t"))
    text = view.text[start : line.mark_end]
    return Finding(start, line.mark_end, text, "numbering", severity, message.replace("{}", text), basis[1], basis[0])


def ordinals(view: View) -> Iterator[Finding]:
    """Yield counted points whose number does not follow, or that are counted in another way than the ones before."""
    styles: list[Rules] = view.rules["structure"]["ordinals"]
    near = [{start for start, _ in view.searched.lines_near(style)} for style in styles]
    run: tuple[int, str] = (0, "")
    for line in view.lines:
        run = (0, "") if line.heading else run
        here = [style for style, starts in zip(styles, near, strict=True) if line.start in starts]
        found = [(m.start(1), m.end(1), number_of(m[2]), s) for s in here for m in regex(s["find"]).finditer(line.text)]
        for start, end, number, style in sorted(found, key=lambda f: f[0]):
            message = out_of_turn(number, style["name"], *run)
            if message:
                severity, basis = style["severity"], PRACTICE
                place = line.start + start
                text = view.text[place : line.start + end]
                yield Finding(place, line.start + end, text, "numbering", severity, f"“{text}”{message}", *basis[::-1])
            run = (number, style["name"]) if number == 1 or run[0] else run


def out_of_turn(number: int, style: str, last: int, last_style: str) -> str:
    """Return what is wrong with a point after another one; empty when nothing is."""
    if number == 1 or not last:
        return ""
    if number == last + 1:
        return "" if style == last_style else f"和前面的“{last_style}”混用，全文统一用一种"
    return "的序号和前面的重复" if number <= last else "前面缺了一个"
