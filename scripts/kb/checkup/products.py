"""So many at so much each: a number, what falls to each of them and the total, side by side in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.amounts import ONE, Amount, written
from kb.checkup.counts import Count, are_alike, counted
from kb.checkup.figures import objection
from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

Trio = tuple[Amount, Count, Count]  # the number, the figure for each, the total


def find(view: View) -> Iterator[Finding]:
    """Yield totals that number times figure does not give."""
    rules = view.rules["figures"]["products"]
    for sentence in regex(view.rules["figures"]["passage"]).finditer(view.shown):
        if "每" not in sentence[0] and "均" not in sentence[0]:
            continue
        found = list(regex(rules["each"]).finditer(sentence[0]))
        if len(found) == 1:
            counts = counted(sentence[0], view.rules["figures"]["count"])
            place = next((n for n, c in enumerate(counts) if c.end == found[0].end()), None)
            if place is not None:
                yield from failed(view, sentence, counts, place, found[0])


def failed(
    view: View, sentence: re.Match[str], counts: list[Count], place: int, each: re.Match[str]
) -> Iterator[Finding]:
    """Yield the objection to the first three figures that go together."""
    figures = view.rules["figures"]
    rules, average = figures["products"], "均" in each[0]
    trio = next(trios(figures, sentence[0], counts, place, each[1] or each[2]), None)
    trio = trio or (by_month(figures, counts, place, each) if average else None)
    if trio is None:
        return
    number, one, total = trio
    right = number.value * one.amount.value // ONE
    off = total.amount.step // 2  # a total may be rounded, an average may be so roughly
    off += number.value * one.amount.step // ONE + total.amount.value // 50 if average else 0
    places = [one, total, *(c for c in counts if c.amount is number)]
    start, end = min(c.start for c in places), max(c.end for c in places)
    inexact = abs(right - total.amount.value) <= off or regex(rules["inexact"]).search(sentence[0][start : end + 2])
    if not inexact and not fits_list(figures, counts, place, one, total):
        name = rules["name"].replace("{}", each[1] or each[2])
        message = f"{name}：算出来是{written(right, total.amount)}，写的是{total.amount.shown}"
        severity = "should" if one.amount.unit == "元" else "check"
        yield objection(view, sentence.start() + start, sentence.start() + end, severity, message)


def trios(figures: Rules, sentence: str, counts: list[Count], place: int, unit: str) -> Iterator[Trio]:
    """Yield three figures side by side that may be number, figure for each and total."""
    one = counts[place]
    for first in range(max(0, place - 2), min(place, len(counts) - 3) + 1):
        others = [c for c in counts[first : first + 3] if c is not one]
        for number, total in (others, others[::-1]):
            if is_number(figures, sentence, number, unit) and is_total(figures, total, one):
                yield number.amount, one, total


def is_number(figures: Rules, sentence: str, count: Count, unit: str) -> bool:
    """Whether a figure counts what stands after 每: 4期, 3个班; not when it is one of a list, or 各办1期."""
    if count.label.startswith("、") or regex(figures["each"]).search(count.label.split("，")[-1]):
        return False
    name = "班" if unit == "个班" else unit
    counted_so = count.amount.unit == "个" and sentence.startswith(name, count.end)
    return counted_so or same(figures, count.amount.unit, name)


def is_total(figures: Rules, total: Count, one: Count) -> bool:
    """Whether a figure is said to be a total of what falls to each."""
    more = same(figures, total.amount.unit, one.amount.unit) and total.amount.value > one.amount.value
    return more and bool(regex(figures["products"]["total"]).search(total.label))


def same(figures: Rules, one: str, other: str) -> bool:
    """Whether two units count the same in a product: 12人 who came three times are 36人次."""
    return are_alike(figures, one, other, figures["products"]["alike"])


def fits_list(figures: Rules, counts: list[Count], place: int, one: Count, total: Count) -> bool:
    """Whether the total is that of the figures of a list before: 住院9人次、生育2人、去世4人次，每人次500元."""
    number = 0
    before = [count for count in counts[:place] if count is not total]
    for count in reversed(before):
        if not same(figures, count.amount.unit, before[-1].amount.unit):
            break
        number += count.amount.value
        if number * one.amount.value // ONE == total.amount.value:
            return True
    return False


def by_month(figures: Rules, counts: list[Count], place: int, each: re.Match[str]) -> Trio | None:
    """Return the months, the figure for each of them and the total beside it, where nothing but 全年 tells how many."""
    one = counts[place]
    if (each[1] or each[2]) != "月":
        return None
    for total in counts[max(0, place - 1) : place + 2]:
        for months in figures["products"]["months"]:
            if total is not one and regex(months["find"]).search(total.label) and is_total(figures, total, one):
                return Amount(str(months["number"])), one, total
    return None
