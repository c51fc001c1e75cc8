"""Totals and the parts right after them: 其中 and a list, a list in brackets or after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.amounts import written
from kb.checkup.counts import Count, are_alike, counted
from kb.checkup.figures import objection
from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

# 其中, or a bracket or a colon right after a figure: what follows may be the parts of it.
OF_WHICH = re.compile(
    r"[（(：:](?:其中[：:，]?)?|其中[：:，]?|[。，；](?:(?:具体(?:安排|分配|构成)?|分别)[是为][：:，]?|包括)"
)
JOINT = re.compile(r"[、和及]|以及|，第[二三四五六]")


def find(view: View) -> Iterator[Finding]:
    """Yield totals that the list after them does not give."""
    rules = view.rules["figures"]
    for sentence in regex(rules["passage"]).finditer(view.shown):
        if OF_WHICH.search(sentence[0]):
            yield from of_which(view, sentence[0], sentence.start(), counted(sentence[0], rules["count"]))


def of_which(view: View, sentence: str, offset: int, counts: list[Count]) -> Iterator[Finding]:
    """Yield a total that its parts exceed, or do not reach though nothing says that some are left out."""
    rules = view.rules["figures"]
    for match in OF_WHICH.finditer(sentence):
        before = [c for c in counts if c.end <= match.start()]
        named = "其中" in match[0]
        if not before or match.start() - before[-1].end > 8 * named:
            continue
        wholes = wholes_of(rules, before)
        parts = parts_of(rules, sentence, match.end(), wholes[0], counts)
        if named and len(parts) == 1:
            parts = loose(rules, sentence, match.end(), wholes[0], counts)
        if parts and (len(parts) > 1 or named) and not are_whole(parts, wholes):
            yield from compared(view, sentence, offset, wholes[0], parts, named)


def wholes_of(rules: Rules, before: list[Count]) -> list[Count]:
    """Return the figures that what follows may be parts of, the likeliest first.

    12场，比去年的9场增加3场，其中…: of the 12 or of the 3, not of the 9.
    """
    earlier = regex(rules["compared"])
    if len(before) > 1 and earlier.search(before[-1].label):
        return [before[-2]]
    return [before[-3], before[-1]] if len(before) > 2 and earlier.search(before[-2].label) else [before[-1]]


def are_whole(parts: list[Count], wholes: list[Count]) -> bool:
    """Whether parts come to one of the figures that they may be parts of."""
    return sum(c.value for c in parts) in [c.value for c in wholes]


def compared(
    view: View, sentence: str, offset: int, whole: Count, parts: list[Count], named: bool
) -> Iterator[Finding]:
    """Yield the objection to a total and its parts."""
    rules = view.rules["figures"]
    if not_all(rules, sentence) or any(regex(rules["each"]).search(c.label) for c in parts):
        return
    # One person may be in several of these groups: each may not exceed the whole, their sum may.
    if len(parts) > 1 and all(regex(rules["crossing"]).search(c.label) for c in parts):
        return
    shared = any(regex(rules["shared"]).search(c.label) for c in parts)
    with_commas = any(c.label.startswith("，") for c in parts)
    if shared and with_commas:
        return
    shared = shared or with_commas
    total = sum(c.value for c in parts)
    more = total > whole.value
    if more or (not shared and looks_whole(sentence, parts, total, whole, named)):
        severity = "must" if more and not shared else "check"
        yield unequal(view, offset + whole.start, offset + parts[-1].end, whole, parts, severity)


def not_all(rules: Rules, text: str) -> bool:
    """Whether a text says that some are counted twice, or that there are others."""
    return any(regex(rules[key]).search(text) for key in ("overlap", "besides"))


def unequal(view: View, start: int, end: int, whole: Count, parts: list[Count], severity: str) -> Finding:
    """Return the finding, at a place, about a total and its parts."""
    shown = "＋".join(c.amount.digits + c.amount.times for c in parts)
    total = written(sum(c.value for c in parts), whole.amount)
    message = f"其中各项{shown}＝{total}，总数写的是{whole.amount.shown}"
    return objection(view, start, end, severity, message)


def looks_whole(sentence: str, parts: list[Count], total: int, whole: Count, named: bool) -> bool:
    """Whether parts that do not reach their total seem to be meant as all of it; 其中 may name two of more."""
    enough = total * 2 if len(parts) > 2 or not named else total * 4 // 3
    return len(parts) > 1 and enough >= whole.value and not sentence.startswith("等", parts[-1].end)


def parts_of(rules: Rules, sentence: str, start: int, whole: Count, counts: list[Count]) -> list[Count]:
    """Return the figures that a list is made of: of the whole's unit, with marks of a list between."""
    found: list[Count] = []
    for count in (c for c in counts if c.start >= start and not is_beside(rules, c, counts, whole)):
        label = sentence[start : count.start]
        joined = not found or JOINT.match(label)
        part = are_alike(rules, count.amount.unit, whole.amount.unit)
        if not part or not joined or len(label) > 16 or "，" in label:
            break
        found.append(Count(count.start, count.end, count.amount, label))
        start = count.end
    return found


def is_beside(rules: Rules, count: Count, counts: list[Count], whole: Count) -> bool:
    """Whether a figure only goes with the part that stands right behind it: 砖瓦厂19人28.6万元."""
    parts = [c for c in counts if are_alike(rules, c.amount.unit, whole.amount.unit)]
    return count not in parts and any(c.start == count.end for c in parts)


def loose(rules: Rules, sentence: str, start: int, whole: Count, counts: list[Count]) -> list[Count]:
    """Return the figures of a list with commas between, where none of them begins to tell of something else."""
    found: list[Count] = []
    for count in (c for c in counts if c.start >= start):
        label = sentence[start : count.start]
        other = found and (not label.startswith("，") or regex(rules["apart"]).search(label))
        if not are_alike(rules, count.amount.unit, whole.amount.unit) or other or len(label) > 10:
            break
        found.append(Count(count.start, count.end, count.amount, label))
        start = count.end
    return found
