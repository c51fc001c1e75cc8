"""The desk and `kb check` judge figures the same: the same sentences on the same values."""

from __future__ import annotations

import random

import pytest

from desk_twin import Desk
from kb.model import Relation, Severity
from kb.rules.figures import broken, out_of_range, relations
from published import real_spec

ODD = [
    "",
    "0",
    "-0",
    "0.0",
    "012",
    "1,200",
    "约12",
    "5.",
    ".5",
    "-3.50",
    "1e5",
    "0.0000001",
    "1" + "0" * 59,
    "0." + "1" * 58,
]
UNITS = ["township", "community", "county", "nowhere"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("figures"))


def random_relation(chance: random.Random, names: list[str]) -> Relation:
    """Return a relation of any kind between some values."""
    kind = chance.choice(["ratio", "sum", "at_most", "range"])
    of = tuple(chance.sample(names, {"at_most": 1, "sum": 3}.get(kind, 2)))
    low = chance.choice([0, 1.95, 20])
    return Relation(kind, chance.choice(names), of, Severity.CHECK, chance.random() < 0.5, 100, low, low + 30, "说明")


def as_data(relation: Relation) -> dict[str, object]:
    """Return a relation as the desk has it."""
    names = ("kind", "item", "of", "severity", "percent", "scale", "low", "high", "text")
    return {name: getattr(relation, name) for name in names}


def random_figure(chance: random.Random) -> str:
    """Return a figure, rarely something that is none."""
    if chance.random() < 0.15:
        return chance.choice(ODD)
    return f"{chance.choice([1, 7, 50, 900, 20000]) * chance.random():.{chance.choice([0, 0, 1, 2])}f}"


def test_any_relation_between_any_values_gives_the_same_sentence(desk: Desk):
    chance = random.Random(6)
    names = ["甲", "乙", "丙", "丁"]
    cases = [(random_relation(chance, names), {name: random_figure(chance) for name in names}) for _ in range(3000)]
    in_python = [[text for _, text in broken([relation], values, real_spec())] for relation, values in cases]
    assert desk.all([["broken", [as_data(r)], values] for r, values in cases]) == in_python
    assert sum(map(len, in_python)) > 800


def judged(values: dict[str, str], unit: str) -> list[tuple[str, str]]:
    """Return severity and sentence of everything that Python says of values."""
    spec = real_spec()
    filled = {key: value for key, value in values.items() if value}
    found = [(str(relation.severity), text) for relation, text in broken(list(relations(spec, filled)), filled, spec)]
    return found + [("check", text) for _, text in out_of_range(filled, unit, spec)]


def test_random_values_of_all_data_items_are_judged_alike(desk: Desk):
    chance = random.Random(7)
    keys = [key for key, item in real_spec().items.items() if item.is_number]
    ids = [f"{key}{period}" for key in keys for period in ("", "@last", "@plan")]
    cases = [
        ({name: random_figure(chance) for name in chance.sample(ids, 300)}, chance.choice(UNITS)) for _ in range(40)
    ]
    found = desk.all([["faults", unit, values, []] for values, unit in cases])
    expected = [judged(values, unit) for values, unit in cases]
    assert [[(one["severity"], one["text"]) for one in faults] for faults in found] == expected
    assert {severity for case in expected for severity, _ in case} == {"error", "check"}


def test_the_ends_of_a_range_belong_to_it_and_are_written_out(desk: Desk):
    money, services = {"cool_money": "0.1"}, {"station_services": "1000001"}
    assert judged(money, "community") == []
    assert desk("faults", "community", money, []) == []
    sentence = "驿站服务写的是1000001，经验范围是5000—1000000人次"
    assert [text.replace(text.split("写的是")[0], "驿站服务") for _, text in judged(services, "county")] == [sentence]
    assert [one["text"] for one in desk("faults", "county", services, [])] == [
        text for _, text in judged(services, "county")
    ]
