"""Totals after their parts: 合计, 共, 三项合计 and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.amounts import written
from kb.checkup.counts import Count, are_alike, counted
from kb.checkup.figures import DIGIT, objection
from kb.checkup.finding import Finding
from kb.checkup.lines import number_of
from kb.checkup.of_which import JOINT
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

BARE = re.compile("(?:总共|一共|累计|共)(?!计)")  # what may also tell of something else
STOP = re.compile("[。！？]")
SPAN = 240  # how far before their total its parts stand
FURTHER = 24  # how far after a total it is said that some are counted twice
OFF = 8  # a sum that is off by no more than this part of the total is meant to be it


def find(view: View) -> Iterator[Finding]:
    """Yield totals that their parts do not give."""
    rules = view.rules["figures"]
    for sentence in regex(rules["passage"]).finditer(view.shown):
        if regex(rules["total"]).search(sentence[0]):
            yield from altogether(view, sentence[0], sentence.start(), counted(sentence[0], rules["count"]))
    for line in view.lines:
        if DIGIT.search(line.text) and (regex(rules["together"]).search(line.text) or "共" in line.text):
            counts = counted(line.text, rules["count"])
            yield from together(view, line.text, line.start, counts)
            yield from gathered(view, line.text, line.start, counts)


def altogether(view: View, sentence: str, offset: int, counts: list[Count]) -> Iterator[Finding]:
    """Yield a total after 合计 that no run of the figures before it gives."""
    rules = view.rules["figures"]
    for match in regex(rules["total"]).finditer(sentence):
        total = next((c for c in counts if c.start == match.end()), None)
        listed = BARE.match(match[0]) is not None
        parts = run_before(rules, match.start(), total, counts, listed) if total else []
        if not total or len(parts) < 2 or is_other(rules, sentence, parts, total):
            continue
        sums = runs_of(parts)
        if total.value not in sums:
            yield unequal(view, offset, parts, total, sums[-1], match[0])


def together(view: View, line: str, offset: int, counts: list[Count]) -> Iterator[Finding]:
    """Yield what two months or three batches come to together, where their figures before it come to something else."""
    rules = view.rules["figures"]
    for match in regex(rules["together"]).finditer(line):
        number = number_of(match[1])
        total = next((c for c in counts if c.start == match.end()), None)
        before = units_before(rules, match.start(), total, counts) if total else []
        parts = before[-number:]
        if not total or len(parts) < number or is_other(rules, line, parts, total):
            continue
        stops = len(STOP.findall(line[parts[0].end : total.start]))
        right, most = sum(c.value for c in parts), max(c.value for c in parts)
        meant = most < total.value < right * 2 and stops < 2
        if meant and total.value not in runs_of(before[-number - 2 :]):
            yield unequal(view, offset, parts, total, right, match[0])


def gathered(view: View, line: str, offset: int, counts: list[Count]) -> Iterator[Finding]:
    """Yield a total at the end of a sentence of parts with commas between that nearly, but not quite, come to it.

    Two parts will do where they are numbered, else it takes three.
    """
    rules = view.rules["figures"]
    for match in regex(rules["gathered"]).finditer(line):
        total = next((c for c in counts if c.start == match.end()), None)
        begin = max(m.end() for m in STOP.finditer("。" + line[: match.start()])) - 1
        before = units_before(rules, match.start(), total, counts) if total else []
        parts = [c for c in before if c.start >= begin]
        sums = runs_of(parts)
        least = 2 if all(regex(rules["numbered"]).search(c.label) for c in parts[-2:]) else 3
        if not total or len(parts) < least or total.value in sums or is_other(rules, line, parts, total):
            continue
        number = nearest(sums[least - 2 :], total.value) + least
        if abs(sums[number - 2] - total.value) * OFF <= total.value:
            yield unequal(view, offset, parts[-number:], total, sums[number - 2], match[0].lstrip("，；、"))


def nearest(sums: list[int], value: int) -> int:
    """Return the place of the sum that is nearest to a value."""
    return min(range(len(sums)), key=lambda place: abs(sums[place] - value))


def units_before(rules: Rules, end: int, total: Count, counts: list[Count]) -> list[Count]:
    """Return the figures not far before a place that count the same as a total."""
    before = [c for c in counts if end - SPAN <= c.start and c.end <= end]
    return [c for c in before if are_alike(rules, c.amount.unit, total.amount.unit)]


def unequal(view: View, offset: int, parts: list[Count], total: Count, right: int, led: str) -> Finding:
    """Return the finding about a total (`led` is what stands before it) that should be `right`."""
    message = f"前面各项加起来是{written(right, total.amount)}，{led}写的是{total.amount.shown}"
    return objection(view, offset + parts[0].start, offset + total.end, "should", message)


def runs_of(parts: list[Count]) -> list[int]:
    """Return the sums of the last figures, from two of them to all."""
    return [sum(c.value for c in parts[-k:]) for k in range(2, len(parts) + 1)]


def run_before(rules: Rules, end: int, total: Count, counts: list[Count], listed: bool) -> list[Count]:
    """Return the figures before a place that are of a total's unit; of the list right before it for a bare 共."""
    before = [c for c in counts if c.end <= end]
    if not listed:
        return [c for c in before if are_alike(rules, c.amount.unit, total.amount.unit)]
    found: list[Count] = []
    for count in reversed(before):
        near = count.end == end - 1 if not found else JOINT.match(found[0].label) and len(found[0].label) <= 12
        if not near or not are_alike(rules, count.amount.unit, total.amount.unit):
            break
        found.insert(0, count)
    return found


def is_other(rules: Rules, sentence: str, parts: list[Count], total: Count) -> bool:
    """Whether figures are no parts of a total: so much for each, the sums of prizes, or some are counted twice."""
    text = sentence[parts[0].start - len(parts[0].label) : total.end]
    prizes = total.amount.unit == "元" and regex(rules["prize"]).search(text)
    twice = regex(rules["overlap"]).search(sentence, parts[0].start, total.end + FURTHER)
    return bool(prizes or twice or regex(rules["each"]).search(text))
