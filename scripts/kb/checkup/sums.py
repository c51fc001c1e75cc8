"""Totals and their parts: 其中 and what follows it, 合计 and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.checkup.amounts import Amount, written
from kb.checkup.figures import objection
from kb.checkup.finding import Finding
from kb.checkup.lines import number_of
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

# 其中, or a bracket or a colon right after a figure: what follows may be the parts of it.
OF_WHICH = re.compile(
    r"[（(：:](?:其中[：:，]?)?|其中[：:，]?|[。，；](?:(?:具体(?:安排|分配|构成)?|分别)[是为][：:，]?|包括)"
)
BARE = re.compile("(?:总共|一共|累计|共)(?!计)")  # what may also tell of something else
JOINT = re.compile(r"[、和及]|以及|，第[二三四五六]")
FULL = re.compile(r"[^。！？\n]{1,300}")  # a sentence with all that its semicolons part
PERSONS = ("人", "名")


@dataclass(frozen=True)
class Count:
    """A figure with its unit in a sentence; label is what stands between it and the figure before."""

    start: int
    end: int
    amount: Amount
    label: str


def find(view: View) -> Iterator[Finding]:
    """Yield totals that their parts do not give."""
    rules = view.rules["figures"]
    for whole in FULL.finditer(view.shown) if regex(rules["together"]).search(view.shown) else ():
        yield from together(view, whole[0], whole.start(), counted(whole[0], rules["count"]))
    for sentence in regex(rules["passage"]).finditer(view.shown):
        if OF_WHICH.search(sentence[0]) or regex(rules["total"]).search(sentence[0]):
            counts = counted(sentence[0], rules["count"])
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
    """Yield a total that its parts exceed, or do not reach though nothing says that some are left out."""
    for match in OF_WHICH.finditer(sentence):
        before = [c for c in counts if c.end <= match.start()]
        named = "其中" in match[0]
        if not before or match.start() - before[-1].end > 8 * named:
            continue
        whole = before[-1]
        parts = parts_of(sentence, match.end(), whole, counts)
        if named and len(parts) == 1:
            parts = loose(view, sentence, match.end(), whole, counts)
        if len(parts) > 1 or named:
            yield from compared(view, sentence, offset, whole, parts)


def compared(view: View, sentence: str, offset: int, whole: Count, parts: list[Count]) -> Iterator[Finding]:
    """Yield the objection to a total and its parts."""
    rules = view.rules["figures"]
    total = sum(c.amount.value for c in parts)
    if not parts or total == whole.amount.value or regex(rules["overlap"]).search(sentence):
        return
    if any(regex(rules["each"]).search(c.label) for c in parts):
        return
    # One person may be in several of these groups: each may not exceed the whole, their sum may.
    if len(parts) > 1 and all(regex(rules["crossing"]).search(c.label) for c in parts):
        return
    shared = any(regex(rules["shared"]).search(c.label) for c in parts)
    with_commas = any(c.label.startswith("，") for c in parts)
    if shared and with_commas:
        return
    shared = shared or with_commas
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
    """Return the figures that a list is made of: of the whole's unit, with marks of a list between."""
    found: list[Count] = []
    for count in (c for c in counts if c.start >= start and not is_beside(c, counts, whole)):
        label = sentence[start : count.start]
        joined = not found or JOINT.match(label)
        if not is_part(count.amount.unit, whole.amount.unit) or not joined or len(label) > 16 or "，" in label:
            break
        found.append(Count(count.start, count.end, count.amount, label))
        start = count.end
    return found


def is_beside(count: Count, counts: list[Count], whole: Count) -> bool:
    """Whether a figure only goes with the part that stands right behind it: 砖瓦厂19人28.6万元."""
    parts = (c for c in counts if is_part(c.amount.unit, whole.amount.unit))
    return not is_part(count.amount.unit, whole.amount.unit) and any(c.start == count.end for c in parts)


def loose(view: View, sentence: str, start: int, whole: Count, counts: list[Count]) -> list[Count]:
    """Return the figures of a list with commas between, where none of them begins to tell of something else."""
    apart = regex(view.rules["figures"]["apart"])
    found: list[Count] = []
    for count in (c for c in counts if c.start >= start):
        label = sentence[start : count.start]
        other = found and (not label.startswith("，") or apart.search(label))
        if not is_part(count.amount.unit, whole.amount.unit) or other or len(label) > 10:
            break
        found.append(Count(count.start, count.end, count.amount, label))
        start = count.end
    return found


def altogether(view: View, sentence: str, offset: int, counts: list[Count]) -> Iterator[Finding]:
    """Yield a total after 合计 that no run of the figures before it gives."""
    rules = view.rules["figures"]
    for match in regex(rules["total"]).finditer(sentence):
        total = next((c for c in counts if c.start == match.end()), None)
        listed = BARE.match(match[0]) is not None
        parts = run_before(match.start(), total, counts, listed) if total else []
        if not total or len(parts) < 2 or is_other(rules, sentence, parts, total):
            continue
        sums = runs_of(parts)
        if total.amount.value not in sums:
            yield unequal(view, offset, parts, total, sums[-1], match[0])


def together(view: View, sentence: str, offset: int, counts: list[Count]) -> Iterator[Finding]:
    """Yield what two months or three batches come to together, where their figures before it come to something else."""
    rules = view.rules["figures"]
    for match in regex(rules["together"]).finditer(sentence):
        total = next((c for c in counts if c.start == match.end()), None)
        before = [c for c in counts if c.end <= match.start() and total and c.amount.unit == total.amount.unit]
        parts = before[-number_of(match[1]) :]
        if not total or len(parts) < number_of(match[1]) or is_other(rules, sentence, parts, total):
            continue
        right, most = sum(c.amount.value for c in parts), max(c.amount.value for c in parts)
        if most < total.amount.value < right * 2 and total.amount.value not in runs_of(before):
            yield unequal(view, offset, parts, total, right, match[0])


def unequal(view: View, offset: int, parts: list[Count], total: Count, right: int, led: str) -> Finding:
    """Return the finding about a total (`led` is what stands before it) that should be `right`."""
    message = f"前面各项加起来是{written(right, total.amount)}，{led}写的是{total.amount.shown}"
    return objection(view, offset + parts[0].start, offset + total.end, "should", message)


def runs_of(parts: list[Count]) -> list[int]:
    """Return the sums of the last figures, from two of them to all."""
    return [sum(c.amount.value for c in parts[-k:]) for k in range(2, len(parts) + 1)]


def run_before(end: int, total: Count, counts: list[Count], listed: bool) -> list[Count]:
    """Return the figures before a place that are of a total's unit; of the list right before it for a bare 共."""
    before = [c for c in counts if c.end <= end]
    if not listed:
        return [c for c in before if c.amount.unit == total.amount.unit]
    found: list[Count] = []
    for count in reversed(before):
        near = count.end == end - 1 if not found else JOINT.match(found[0].label) and len(found[0].label) <= 12
        if not near or not is_part(count.amount.unit, total.amount.unit):
            break
        found.insert(0, count)
    return found


def is_part(unit: str, of: str) -> bool:
    """Whether what is counted so may be part of a total counted so; 人次 count one person several times."""
    return unit == of or (unit in PERSONS and of in PERSONS)


def is_other(rules: Rules, sentence: str, parts: list[Count], total: Count) -> bool:
    """Whether figures are no parts of a total: so much for each, or the sums of prizes."""
    text = sentence[parts[0].start - len(parts[0].label) : total.end]
    prizes = total.amount.unit == "元" and regex(rules["prize"]).search(text)
    return bool(prizes or regex(rules["each"]).search(text))
