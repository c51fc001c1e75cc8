"""One data item with two values: what is said of the same thing in two places, and what is planned below what is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.checkup.amounts import Amount, first
from kb.checkup.counts import counted
from kb.checkup.figures import objection
from kb.checkup.finding import Finding
from kb.checkup.lines import DONE, PLAN
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View


@dataclass(frozen=True)
class Fact:
    """A value of an item where nothing limits it to a part, a place or another time."""

    start: int
    end: int
    amount: Amount
    text: str


def find(view: View) -> Iterator[Finding]:
    """Yield the later one of two values of an item."""
    by_label: dict[str, list[Fact]] = {}
    near = list(filter(view.searched.is_near, view.rules["figures"]["items"]))
    for rule in near:
        by_label.setdefault(rule["label"], []).extend(facts(view, rule))
    for label, found in by_label.items():
        said = sorted(found, key=lambda f: f.start)
        for fact in said[1:]:
            if fact.amount.value != said[0].amount.value and not is_grown(view, said[0], fact):
                message = f"{label}这里写的是“{fact.text}”，前面写的是“{said[0].text}”"
                yield objection(view, fact.start, fact.end, "must", message)
    rising = view.rules["figures"]["rising"]
    for rule in near:
        if rule["label"] in rising and by_label[rule["label"]]:
            yield from goals(view, rule, by_label[rule["label"]])


def is_grown(view: View, one: Fact, other: Fact) -> bool:
    """Whether what stands between two values tells of just as many that came or went."""
    figures = view.rules["figures"]
    between = counted(view.shown[one.end : other.start], figures["count"])
    moved = (c for c in between if regex(figures["changed"]).search(c.label))
    return any(c.value == abs(one.amount.value - other.amount.value) for c in moved)


def goals(view: View, rule: Rules, said: list[Fact]) -> Iterator[Finding]:
    """Yield what is to be reached by plan though what is said of it is more already."""
    now = min(said, key=lambda f: f.start)
    for match in view.searched.matches(rule):
        planned = view.line_at(match.start()).part == PLAN and "到" in match[0]
        if planned and first(match).value < now.amount.value:
            message = f"打算里的“{match[0]}”比前面写的“{now.text}”还少"
            yield objection(view, match.start(), match.end(), "check", message)


def facts(view: View, rule: Rules) -> Iterator[Fact]:
    """Yield the values of an item in the parts of a draft that tell what was done."""
    figures = view.rules["figures"]
    within = figures["limited_in"].get(view.about.unit, "")
    limited = regex(f"{figures['limited']}|{within}" if within else figures["limited"])
    elsewhere = regex(figures["elsewhere"])
    for match in view.searched.matches(rule):
        start, end = match.span()
        if elsewhere.search(view.sentence(start, end)) or limited.search(view.clause_before(start, 30)):
            continue
        if view.line_at(start).part == DONE and not rounded(match[0]):
            yield Fact(start, end, first(match), match[0])


def rounded(written: str) -> bool:
    """Whether a figure is only about right."""
    return any(word in written for word in ("余", "多", "约", "近"))
