"""`kb check --refill`: does a sample still add up with other figures than the author's?

Every blank that holds a number gets random values in its range, 0 and 1 among them; the declared relations are made to
hold; then the sentences are read again: a part after 其中 that is larger than its whole, or parts that added up in the
author's figures and do not now, need a relation that nobody declared.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kb.document import examples
from kb.model import Problem, Relation, Sample, Slot
from kb.rules import figures
from kb.slots import scan
from kb.spec import Spec

PASSES = 30
WITHIN = re.compile(r"其中")
SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]?")


@dataclass(frozen=True)
class Group:
    """A whole and the parts that a sentence counts 其中; `complete` when the author's parts add up to the whole."""

    whole: str
    parts: tuple[str, ...]
    complete: bool
    line: int


def check(sample: Sample, spec: Spec, shown: str, sets: int) -> Iterator[Problem]:
    """Yield the groups and relations of a sample that `sets` random fillings break; the same ones at every run."""
    values = examples(sample, spec)
    wanted = [r for r in [*figures.relations(spec, values), *sample.relations] if r.kind in ("ratio", "sum", "at_most")]
    found = list(groups(sample, values))
    chance = random.Random(sample.path)
    broken: set[Problem] = set()
    for number in range(sets):
        filled = Figures(first_values(sample, spec, values, chance, number), wanted).settle()
        broken |= {Problem(shown, g.line, "KB406", text) for g in found for text in faults(g, filled, spec)}
        for relation, text in figures.broken(wanted, filled, spec):
            broken.add(Problem(shown, figures.first_line(sample, relation.item), "KB407", text))
    yield from one_each(broken)


def one_each(problems: set[Problem]) -> Iterator[Problem]:
    """Yield one problem for each line and code: the figures differ from filling to filling."""
    seen: set[tuple[int, str]] = set()
    for problem in sorted(problems):
        if (problem.line, problem.code) not in seen:
            seen.add((problem.line, problem.code))
            yield problem


def first_values(
    sample: Sample, spec: Spec, values: Mapping[str, str], chance: random.Random, number: int
) -> dict[str, str]:
    """Return random values for every figure: all 0 in the first set, all 1 in the second, then within the range."""
    filled = dict(values)
    for slot_id, text in values.items():
        written = figures.decimal(text)
        if written is None or slot_id == "year" or "." in slot_id:
            continue
        item = spec.items.get(slot_id.partition("@")[0])
        if item is not None and not item.is_number:
            continue
        step = Decimal(1).scaleb(int(written.as_tuple().exponent))
        low, high = (
            item.ranges.get(sample.get("unit"), (0, 2 * float(written))) if item else (0, 2 * float(written) + 1)
        )
        value = Decimal(number) if number < 2 else Decimal(str(chance.uniform(low, high)))
        filled[slot_id] = str(value.quantize(step, ROUND_HALF_UP))
    return filled


class Figures:
    """Values that are changed until relations hold: sums and rates computed, parts kept below their wholes."""

    def __init__(self, values: dict[str, str], relations: Sequence[Relation]) -> None:
        self.values = values
        self.relations = [r for r in relations if {r.item, *r.of} <= values.keys()]
        # Of two sums of one whole, the one whose parts are sums themselves gives it; the other takes the difference.
        wholes = {r.item for r in self.relations if r.kind == "sum"}
        given = sorted((r for r in self.relations if r.kind == "sum"), key=lambda r: len(wholes.intersection(r.of)))
        self.sums = {r.item: r for r in given}
        self.held = set(self.sums)  # figures that no part may push up any more

    def settle(self) -> dict[str, str]:
        """Return the values after all relations have been made to hold, as far as they can hold together."""
        for _ in range(PASSES):
            before = dict(self.values)
            for relation in self.relations:
                numbers = [figures.decimal(self.values[key]) for key in (relation.item, *relation.of)]
                if all(n is not None for n in numbers):
                    self.mend(relation, [n for n in numbers if n is not None])
            if self.values == before:
                break
        return self.values

    def mend(self, relation: Relation, numbers: list[Decimal]) -> None:
        """Make one relation hold; `numbers` are its left side and the others."""
        left, *of = numbers
        if relation.kind == "ratio":
            self.divide(relation, left, of)
        elif relation.kind == "sum" and relation is self.sums[relation.item]:
            self.values[relation.item] = str(sum(of))
        elif relation.kind == "sum":
            self.balance(relation, left - sum(of))
        elif left > of[0] and relation.of[0] in self.held:
            self.lower(relation.item, of[0])
        elif left > of[0]:
            self.values[relation.of[0]] = str(left)

    def divide(self, relation: Relation, left: Decimal, of: list[Decimal]) -> None:
        """Compute a rate with as many decimals as the author wrote."""
        if of[1] == 0:
            return
        step = Decimal(1).scaleb(int(left.as_tuple().exponent))
        quotient = of[0] / of[1] * (100 if relation.percent else 1)
        self.values[relation.item] = str(quotient.quantize(step, ROUND_HALF_UP))

    def balance(self, relation: Relation, missing: Decimal) -> None:
        """Make the parts of a whole that is given elsewhere add up to it."""
        if missing > 0:
            part = next((key for key in relation.of if key not in self.sums), relation.of[0])
            self.values[part] = str(Decimal(self.values[part]) + missing)
        else:
            self.take(relation, -missing)

    def lower(self, key: str, limit: Decimal) -> None:
        """Bring a figure down to `limit`, a sum by way of its parts."""
        if key in self.sums:
            self.take(self.sums[key], Decimal(self.values[key]) - limit)
        self.held.add(key)
        self.values[key] = str(limit)

    def take(self, relation: Relation, surplus: Decimal) -> None:
        """Take a surplus from the parts of a sum, one after the other."""
        for part in relation.of:
            taken = min(surplus, Decimal(self.values[part]))
            if taken > 0:
                self.lower(part, Decimal(self.values[part]) - taken)
                surplus -= taken


def groups(sample: Sample, values: Mapping[str, str]) -> Iterator[Group]:
    """Yield each whole with its parts, sentence by sentence: same unit, the whole right before 其中."""
    for block in sample.blocks:
        for match in SENTENCE.finditer(block.text):
            sentence = match.group()
            for mark in WITHIN.finditer(sentence):
                yield from group(sentence, mark.start(), values, block.line)


def group(sentence: str, at: int, values: Mapping[str, str], line: int) -> Iterator[Group]:
    """Yield the group around one 其中, if figures of one unit stand on both sides."""
    slots = [s for s in scan(sentence)[0] if figures.decimal(values.get(s.id)) is not None]
    before, after = [s for s in slots if s.end <= at], [s for s in slots if s.start > at]
    if not before:
        return
    whole, measure = before[-1], unit_after(sentence, before[-1])
    parts = [s for s in after if measure and unit_after(sentence, s) == measure]
    if not parts:
        return
    total = sum((Decimal(values[s.id]) for s in parts), Decimal(0))
    complete = len(parts) > 1 and total == Decimal(values[whole.id])
    yield Group(whole.id, tuple(s.id for s in parts), complete, line)


def unit_after(sentence: str, slot: Slot) -> str:
    """Return the measure word behind a figure."""
    found = re.match(r"人次|家次|件次|万元|[\u4e00-\u9fff]", sentence[slot.end :])
    return found.group() if found else ""


def faults(group: Group, values: Mapping[str, str], spec: Spec) -> Iterator[str]:
    """Yield what no longer holds of a group."""
    whole = Decimal(values[group.whole])
    parts = [Decimal(values[key]) for key in group.parts]
    names = "、".join(spec.label(key) for key in group.parts)
    if group.complete and sum(parts) != whole:
        yield f"换一组数后，其中的{names}加起来不等于{spec.label(group.whole)}"
    elif parts[0] > whole:
        yield f"换一组数后，其中的{spec.label(group.parts[0])}大于{spec.label(group.whole)}"
