"""Names put together at random, in sentences of all sorts: nearly all are told; phrases put together so are none."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
import yaml

from conftest import ROOT
from kb.intake import private

FRAME = "一、工作情况\n今年以来，工会围绕中心工作开展活动。{}工会工作取得新成绩。\n"

PARTS = yaml.safe_load((ROOT / "tests" / "random_names.yml").read_text(encoding="utf-8"))
WORDS = {key: PARTS[key].split() for key in ("surnames", "given", "brand", "trade", "form", "done", "things")}
LINES = {key: PARTS[key].splitlines() for key in ("of_persons", "of_firms", "phrases")}
Chance = random.Random


def person(chance: Chance) -> str:
    return chance.choice(WORDS["surnames"]) + chance.choice(WORDS["given"])


def firm(chance: Chance) -> str:
    return "".join(chance.sample(WORDS["brand"], 2)) + chance.choice(WORDS["trade"]) + chance.choice(WORDS["form"])


def is_told(sentence: str, name: str) -> bool:
    text = FRAME.format(sentence.format(name))
    start = text.index(name)
    spans = ((found.start, found.start + len(found.text)) for found in private.find(text, 0, len(text)))
    return any(first <= start and start + len(name) <= last for first, last in spans)


@pytest.mark.parametrize(
    ("made", "sentences", "times", "least"),
    [(person, LINES["of_persons"], 40, 0.985), (firm, LINES["of_firms"], 40, 0.98)],
)
def test_names_are_told(made: Callable[[Chance], str], sentences: list[str], times: int, least: float):
    chance = random.Random(20261122)
    tried = [(sentence, made(chance)) for sentence in sentences for _ in range(times)]
    missed = [sentence.format(name) for sentence, name in tried if not is_told(sentence, name)]
    assert len(missed) <= (1 - least) * len(tried), missed


def test_phrases_are_no_names():
    chance = random.Random(20261122)
    made = [
        chance.choice(LINES["phrases"]).format(*chance.sample(WORDS["done"], 2), *chance.sample(WORDS["things"], 2))
        for _ in range(1500)
    ]
    taken = {text: found for text in made if (found := [p.text for p in private.find(text, 0, len(text))])}
    assert len(taken) <= len(made) * 0.004, taken
