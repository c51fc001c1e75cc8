"""Figures of two places that differ in the order of two digits only, where the same is told: 会员5260人, 会员5620人."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.checkup.counts import Count, are_alike, counted
from kb.checkup.figures import objection
from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

BEFORE, AFTER = 14, 6  # how much around a figure tells what is counted
LEAST = 3  # digits: two in another order are often another number
SHARED = {3: 4, 4: 2}  # by the digits: how long a text the two places must share to tell of the same


@dataclass(frozen=True)
class Told:
    """A figure of a draft, the words around it and the sentence it stands in."""

    count: Count
    around: str
    sentence: str


def find(view: View) -> Iterator[Finding]:
    """Yield the later one of two such figures."""
    figures = view.rules["figures"]
    found: dict[tuple[str, ...], list[Told]] = {}
    for count in counted(view.shown, figures["count"]):
        digits = count.amount.digits
        if len(digits.replace(".", "")) >= LEAST and count.amount.unit not in figures["breakdown"]["never"]:
            found.setdefault((*sorted(digits), count.amount.times), []).append(told(view, count))
    for like in (same for same in found.values() if len({t.count.amount.digits for t in same}) > 1):
        for place, later in enumerate(like):
            if earlier := next((t for t in like[:place] if is_slip(view, t, later)), None):
                said, before = later.count.amount.shown, earlier.count.amount.shown
                message = f"这里写的是{said}，前面写的是{before}，有一处像是写颠倒了"
                yield objection(view, later.count.start, later.count.end, "check", message)


def told(view: View, count: Count) -> Told:
    """Return a figure with what is around it in its clause."""
    before = view.clause_before(count.start, BEFORE)
    after = regex(view.rules["figures"]["swapped"]["ends"]).split(view.shown[count.end : count.end + AFTER])[0]
    return Told(count, f"{before}\n{after}", view.sentence(count.start, count.end))


def is_slip(view: View, one: Told, other: Told) -> bool:
    """Whether two figures tell of the same thing, in two sentences, and neither is of another time."""
    figures = view.rules["figures"]
    a, b = one.count.amount, other.count.amount
    if not is_swap(a.digits, b.digits) or not are_alike(figures, a.unit, b.unit) or one.sentence == other.sentence:
        return False
    if any(regex(figures["swapped"]["unlike"]).search(t.around) for t in (one, other)):
        return False
    kinds = regex(figures["swapped"]["kinds"])
    if set(kinds.findall(one.around)) != set(kinds.findall(other.around)):
        return False
    size = SHARED[min(4, len(a.digits.replace(".", "")))]
    return share(figures, one.around, other.around, size)


def is_swap(one: str, other: str) -> bool:
    """Whether two numbers differ in the order of two digits side by side, a point between them left aside."""
    if one.find(".") != other.find("."):
        return False
    one, other = one.replace(".", ""), other.replace(".", "")
    off = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(off) == 2 and off[1] - off[0] == 1 and one[off[0]] == other[off[1]]


def share(figures: Rules, one: str, other: str, size: int) -> bool:
    """Whether two texts share so many characters in a row that say what is counted."""
    bare = regex(figures["swapped"]["common"])
    one, other = bare.sub("\n", one), bare.sub("\n", other)
    pieces = (one[place : place + size] for place in range(len(one) - size + 1))
    return any(piece in other for piece in pieces if "\n" not in piece)
