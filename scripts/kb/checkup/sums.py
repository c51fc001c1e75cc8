"""Totals and their parts: 其中 and what follows it, 合计 and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.checkup.amounts import Amount, written
from kb.checkup.figures import SENTENCE, objection
from kb.checkup.finding import Finding
from kb.checkup.rulebook import regex
from kb.checkup.view import View

OF_WHICH = re.compile(r"其中[：:，]?")


@dataclass(frozen=True)
class Count:
    """A figure with its unit in a sentence; label is what stands between it and the figure before."""

    start: int
    end: int
    amount: Amount
    label: str


def find(view: View) -> Iterator[Finding]:
    """Yield totals that their parts do not give."""
    for sentence in SENTENCE.finditer(view.shown):
        if "其中" in sentence[0] or regex(view.rules["figures"]["total"]).search(sentence[0]):
            counts = counted(sentence[0], view.rules["figures"]["count"])
            yield from of_which(view, sentence[0], sentence.start(), counts)
            yield from altogether(view, sentence[0], sentence.start(), counts)


def counted(sentence: str, count: str) -> list[Count]:
    """Return the figures of a sentence that have a unit."""
    found: list[Count] = []
    end = 0
    for match in regex(count).finditer(sentence):
        amount = Amount(match[1], match[2] or "", match[3])
        found.append(Count(match.start(), match.end(), amount, sentence[end : match.start()]))
        end = match.end()
    return found


def of_which(view: View, sentence: str, offset: int, counts: list[Count]) -> Iterator[Finding]:
    """Yield a total that the parts after 其中 exceed, or do not reach though nothing says that some are left out."""
    for match in OF_WHICH.finditer(sentence):
        before = [c for c in counts if c.end <= match.start()]
        if not before or match.start() - before[-1].end > 8:
            continue
        whole = before[-1]
        parts = parts_of(sentence, match.end(), whole, counts)
        total = sum(c.amount.value for c in parts)
        if not parts or total == whole.amount.value or regex(view.rules["figures"]["overlap"]).search(sentence):
            continue
        shared = any(regex(view.rules["figures"]["shared"]).search(c.label) for c in parts)
        more = total > whole.amount.value
        if more or (not shared and looks_whole(sentence, parts, total, whole)):
            shown = "＋".join(c.amount.digits + c.amount.times for c in parts)
            message = f"其中各项{shown}＝{written(total, whole.amount)}，总数写的是{whole.amount.shown}"
            severity = "must" if more and not shared else "check"
            yield objection(view, offset + whole.start, offset + parts[-1].end, severity, message)


def looks_whole(sentence: str, parts: list[Count], total: int, whole: Count) -> bool:
    """Whether parts that do not reach their total seem to be meant as all of it."""
    return len(parts) > 1 and total * 2 >= whole.amount.value and not sentence.startswith("等", parts[-1].end)


def parts_of(sentence: str, start: int, whole: Count, counts: list[Count]) -> list[Count]:
    """Return the figures that a list after 其中 is made of: of the whole's unit, with marks of a list between."""
    found: list[Count] = []
    for count in (c for c in counts if c.start >= start):
        label = sentence[start : count.start]
        joined = not found or re.match(r"[、和及]|以及", label)
        if count.amount.unit != whole.amount.unit or not joined or len(label) > 16 or "，" in label:
            break
        found.append(Count(count.start, count.end, count.amount, label))
        start = count.end
    return found


def altogether(view: View, sentence: str, offset: int, counts: list[Count]) -> Iterator[Finding]:
    """Yield a total after 合计 that no run of the figures before it gives."""
    for match in regex(view.rules["figures"]["total"]).finditer(sentence):
        totals = [c for c in counts if c.start == match.end()]
        if not totals:
            continue
        parts = [c for c in counts if c.end <= match.start() and c.amount.unit == totals[0].amount.unit]
        sums = [sum(c.amount.value for c in parts[-k:]) for k in range(2, len(parts) + 1)]
        if sums and totals[0].amount.value not in sums:
            message = f"前面各项加起来是{written(sums[-1], totals[0].amount)}，{match[0]}写的是{totals[0].amount.shown}"
            yield objection(view, offset + parts[0].start, offset + totals[0].end, "should", message)
