"""Phrases and laws out of their period, by the check-up's rules and as of a year."""

import pytest

from conftest import ROOT
from kb.intake import stale
from kb.spec import Spec, load


@pytest.fixture(scope="module")
def spec() -> Spec:
    return load(ROOT / "spec")[0]


def phrases(text: str, spec: Spec, year: int = 2026, start: int = 0) -> list[str]:
    found = stale.find(text, start, len(text), spec, year)
    assert all(text[s.start : s.start + len(s.phrase)] == s.phrase and s.reason for s in found)
    return [s.phrase for s in found]


def test_what_is_over(spec: Spec) -> None:
    assert phrases("深入学习贯彻党的十七大精神，开展工作。", spec) == ["党的十七大"]


def test_a_year_beside_it_excuses_nothing(spec: Spec) -> None:
    assert phrases("2008年，深入学习贯彻党的十七大精神。", spec) == ["党的十七大"]


def test_it_was_right_in_its_time(spec: Spec) -> None:
    assert phrases("深入学习贯彻党的十九大精神。", spec, 2019) == []


def test_what_holds_today(spec: Spec) -> None:
    assert phrases("深入学习贯彻党的二十大精神，推进集体协商。", spec) == []


def test_only_the_piece_is_looked_at(spec: Spec) -> None:
    text = "学习贯彻党的十七大精神。学习贯彻党的十八大精神。"
    assert phrases(text, spec, start=12) == ["党的十八大"]
