"""Totals whose parts stand in clauses and sentences of their own: 受理40件。其中欠薪类18件；工伤类12件；….

What is told after 从结构看 may also be the parts of a total that stands elsewhere in the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.counts import Count, are_alike, counted
from kb.checkup.finding import Finding
from kb.checkup.lines import DIGITS, Line
from kb.checkup.of_which import not_all, unequal, wholes_of
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import HIDDEN, View

GAP, MARKED_GAP = 8, 30  # how far before its parts a total stands
LONG = 36  # what stands between two parts, where another figure is told with the first
OFF, MORE_OFF = 10, 6  # parts that are off by no more than this part of their total are meant to be all of it


def find(view: View) -> Iterator[Finding]:
    """Yield totals that are nearly, but not quite, what the parts told after them come to."""
    rules = view.rules["figures"]["breakdown"]
    for line in view.lines:
        for match in regex(rules["opens"]).finditer(line.text):
            yield from broken_down(view, line, match)


def broken_down(view: View, line: Line, match: re.Match[str]) -> Iterator[Finding]:
    """Yield the objection to one total; its parts begin where the match ends."""
    figures = view.rules["figures"]
    text = readable(figures["breakdown"], line.text)
    counts = counted(text, figures["count"])
    marked = match[1] is None  # by more than 其中
    before = [c for c in counts if c.end <= match.start()]
    near = before and match.start() - before[-1].end <= (MARKED_GAP if marked else GAP)
    wholes = wholes_of(figures, before) if near else []
    parts = parts_of(figures, text, match.end(), wholes, [c for c in counts if c.start >= match.end()])
    if len(parts) < (2 if marked else 3):
        return
    if match[2] and not (wholes and are_alike(figures, wholes[0].amount.unit, parts[0].amount.unit)):
        wholes = told(view, parts)
    whole = nearly(parts, wholes, marked)
    if whole and not are_others(figures, text, match.start(), parts, whole):
        severity = "should" if marked and near else "check"
        yield unequal(view, line.start + parts[0].start, line.start + parts[-1].end, whole, parts, severity)


def readable(rules: Rules, text: str) -> str:
    """Return a text, as long as before, without what stands in brackets, and with 一家 as 1家."""
    text = regex(rules["brackets"]).sub(lambda m: HIDDEN * len(m[0]), text)
    return regex(rules["written"]).sub(lambda m: str(DIGITS.index(m[0])), text)


def parts_of(figures: Rules, text: str, start: int, wholes: list[Count], after: list[Count]) -> list[Count]:
    """Return the figures of the clauses after a place that tell of parts; none where it is not clear where they end."""
    found: list[Count] = []
    unit = (wholes or after)[0].amount.unit if after else ""
    for count in after:
        label = text[start : count.start].replace(HIDDEN, "")
        if not are_alike(figures, count.amount.unit, unit):
            continue
        said = regex(figures["breakdown"]["aside"]).sub("", label.lstrip("、，；"))
        if not said or said.startswith("。") or regex(figures["breakdown"]["ends"]).search(said):
            return found
        beside = any(c.start > start and c.end < count.start for c in after)
        if len(label) > LONG or re.search("[。；：]", said) or said.count("，") > beside:
            return []
        found.append(Count(count.start, count.end, count.amount, label))
        start = count.end
    return found


def are_others(figures: Rules, text: str, start: int, parts: list[Count], whole: Count) -> bool:
    """Whether figures are no parts to be added up: some of them only, so much for each, groups that overlap."""
    some = text.startswith("等", parts[-1].end) or parts[0].amount.unit in figures["breakdown"]["never"]
    # What is of several kinds may be left out of a list, or be told twice in it; money is neither.
    kinds = regex(figures["shared" if sum(c.value for c in parts) < whole.value else "crossing"])
    shared = parts[0].amount.unit != "元" and any(kinds.search(c.label) for c in parts)
    each = any(regex(figures["each"]).search(c.label) for c in parts)
    return bool(some or shared or each or not_all(figures, text[start : parts[-1].end + LONG]))


def told(view: View, parts: list[Count]) -> list[Count]:
    """Return the figure anywhere in a draft that may be the total of parts: it is called what all of them are."""
    figures = view.rules["figures"]
    most, total, head = max(c.value for c in parts), sum(c.value for c in parts), parts[0].label[-2:]
    if not all(c.label.endswith(head) for c in parts):
        return []
    found = [c for c in counted(view.shown, figures["count"]) if c.value > most and c.label.endswith(head)]
    found = [c for c in found if are_alike(figures, c.amount.unit, parts[0].amount.unit)]
    return sorted(found, key=lambda c: abs(c.value - total))[:1]


def nearly(parts: list[Count], wholes: list[Count], marked: bool) -> Count | None:
    """Return the total that parts are meant to come to and do not."""
    total = sum(c.value for c in parts)
    off = MORE_OFF if marked or (wholes and total > wholes[0].value) else OFF
    if not wholes or total in [c.value for c in wholes] or abs(total - wholes[0].value) * off > wholes[0].value:
        return None
    return wholes[0]
