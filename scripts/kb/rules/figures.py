"""KB4xx: figures that contradict each other, by the typed relations of spec and of the sample itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext

from kb.document import examples
from kb.model import Problem, Relation, Sample
from kb.spec import Spec

CODES = {"ratio": "KB401", "sum": "KB402", "at_most": "KB403", "range": "KB404"}
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")  # no nan, no 1e9: Decimal would take them
DIGITS = 200  # exact for whatever 60 characters can hold


def check(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield relations that the examples break, values out of range, and own relations that can't be read."""
    values = examples(sample, spec)
    yield from own_relations(sample, values, spec, shown)
    for relation, found in broken([*relations(spec, values), *sample.relations], values, spec):
        yield Problem(shown, first_line(sample, relation.item), CODES[relation.kind], found)
    for slot_id, found in out_of_range(values, sample.get("unit"), spec):
        yield Problem(shown, first_line(sample, slot_id), "KB405", found)


def relations(spec: Spec, values: Mapping[str, str]) -> Iterator[Relation]:
    """Yield spec's relations of everything that has a value, in the period of that value."""
    for slot_id in values:
        key, _, period = slot_id.partition("@")
        item = spec.items.get(key)
        yield from (in_period(r, period) for r in (item.relations if item else ()))


def in_period(relation: Relation, period: str) -> Relation:
    """Return the same relation between the values of another period."""
    if not period:
        return relation
    left, of = f"{relation.item}@{period}", tuple(f"{key}@{period}" for key in relation.of)
    return Relation(**{**relation.__dict__, "item": left, "of": of})


def broken(wanted: list[Relation], values: Mapping[str, str], spec: Spec) -> Iterator[tuple[Relation, str]]:
    """Yield each relation that `values` break, with both sides as a sentence. One whose values are absent holds."""
    for relation in wanted:
        left = decimal(values.get(relation.item))
        of = [decimal(values.get(key)) for key in relation.of]
        known = [v for v in of if v is not None]
        if relation.kind not in TESTS or left is None or len(known) < len(of) or not of:
            continue
        with localcontext(prec=DIGITS):
            found = TESTS[relation.kind](relation, left, known, spec)
        if found:
            yield relation, found


def decimal(text: str | None) -> Decimal | None:
    """Return a value as a number, None when it is none."""
    return Decimal(text) if text and NUMBER.fullmatch(text) else None


def names(relation: Relation, spec: Spec) -> tuple[str, list[str]]:
    """Return the labels of both sides."""
    return spec.label(relation.item), [spec.label(key) for key in relation.of]


def ratio(relation: Relation, left: Decimal, of: list[Decimal], spec: Spec) -> str:
    """Rates are compared as written: the quotient rounded half up to the rate's own decimals."""
    if len(of) != 2 or of[1] == 0:
        return ""
    step = Decimal(1).scaleb(int(left.as_tuple().exponent))
    quotient = (of[0] / of[1] * (100 if relation.percent else 1)).quantize(step, ROUND_HALF_UP)
    name, (above, below) = names(relation, spec)
    return "" if quotient == left else f"{name}写的是{left}，{above}{of[0]}÷{below}{of[1]}＝{quotient}"


def total(relation: Relation, left: Decimal, of: list[Decimal], spec: Spec) -> str:
    """A total is exactly the sum of its parts."""
    name, parts = names(relation, spec)
    shown = "＋".join(f"{n}{v}" for n, v in zip(parts, of, strict=True))
    return "" if sum(of) == left else f"{name}写的是{left}，{shown}＝{sum(of)}"


def at_most(relation: Relation, left: Decimal, of: list[Decimal], spec: Spec) -> str:
    """A part is at most its whole."""
    name, wholes = names(relation, spec)
    note = f"（{relation.text}）" if relation.text else ""
    return "" if left <= of[0] else f"{name}{left}大于{wholes[0]}{of[0]}{note}"


def average(relation: Relation, left: Decimal, of: list[Decimal], spec: Spec) -> str:
    """An average lies within what experience knows."""
    if len(of) != 2 or of[1] == 0 or relation.low is None or relation.high is None:
        return ""
    value = of[0] * Decimal(str(relation.scale)) / of[1]
    _, (above, below) = names(relation, spec)
    inside = Decimal(str(relation.low)) <= value <= Decimal(str(relation.high))
    shown = value.quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
    return "" if inside else f"{above}{of[0]}与{below}{of[1]}，平均{shown:f}（{relation.text}）"


TESTS = {"ratio": ratio, "sum": total, "at_most": at_most, "range": average}


def own_relations(sample: Sample, values: Mapping[str, str], spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield the sample's own relations that name blanks it has not, or blanks whose example is no figure."""
    used = {s.id for s in [*sample.slots, *sample.heading_slots]}
    for relation in sample.relations:
        names = list(dict.fromkeys([relation.item, *relation.of]))
        if absent := [n for n in names if n not in used]:
            yield Problem(shown, relation.line, "KB109", f"本文没有空格“{'、'.join(absent)}”")
        # The figures of data items are the business of KB313.
        words = [n for n in names if n in values and decimal(values[n]) is None and not spec.is_number(n)]
        if words:
            yield Problem(shown, relation.line, "KB109", f"“{'、'.join(words)}”的示例值不是数字")


def first_line(sample: Sample, slot_id: str) -> int:
    """Return the line on which a blank has its example, else the one on which it first stands."""
    found = [s for s in [*sample.heading_slots, *sample.slots] if s.id == slot_id]
    return next((s.line for s in found if s.example is not None), found[0].line if found else 1)


def out_of_range(values: Mapping[str, str], unit: str, spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield (slot id, what was found) for each figure outside what such a body reports in a year."""
    for slot_id, text in values.items():
        item, value = spec.items.get(slot_id.partition("@")[0]), decimal(text)
        if item is None or value is None or unit not in item.ranges:
            continue
        low, high = (edge(number) for number in item.ranges[unit])
        if not low <= value <= high:
            yield slot_id, f"{spec.label(slot_id)}写的是{text}，经验范围是{low:f}—{high:f}{item.unit}"


def edge(number: float) -> Decimal:
    """Return the end of a range as it is written in spec: 0.1 is exactly 0.1, and 1000000 no 1e+06."""
    return Decimal(f"{number:.12g}" if number % 1 else int(number))
