"""The content as a whole: enough of everything, figures that hold when others are filled in, nothing out of date."""

from __future__ import annotations

import statistics
import subprocess

import pytest

from conftest import KB, ROOT
from kb.document import sections, to_fill
from kb.model import Sample
from kb.paths import Project
from kb.rules.gate import check
from published import real_spec

MAIN = ("township", "street", "community", "school", "enterprise")
GENRES = ("annual_summary", "half_year_summary", "plan", "summary_and_plan")
PARTS = ("problems", "lessons", "plan_goal", "plan_calendar", "plan_guarantee")
SHEETS = [
    *("000-01", "001-01", "001-02", "002-01", "002-02", "002-03", "002-04", "003-01", "003-02", "003-03", "003-04"),
    *("003-05", "003-07", "003-08", "003-10", "003-12", "003-13", "003-14", "003-15", "003-16", "003-18", "003-19"),
    *("003-20", "003-21", "004-01", "004-02", "004-03", "004-04", "004-05", "004-06", "004-08"),
]
CORE = [(u, t.key) for u in MAIN for t in real_spec().themes.values() if t.weights.get(u) == "core"]


@pytest.fixture(scope="module")
def corpus() -> list[Sample]:
    return check(Project(ROOT)).samples


@pytest.fixture(scope="module")
def documents(corpus: list[Sample]) -> list[Sample]:
    return [s for s in corpus if not s.is_snippet]


def variants(corpus: list[Sample], unit: str, theme: str) -> int:
    """Return how many sections of a theme the snippets of a unit type hold."""
    own = [s for s in corpus if s.is_snippet and s.get("unit") == unit]
    return sum(part.theme == theme for s in own for part in sections(s, real_spec()) if part.level == 1)


def test_there_are_fifty_samples(documents: list[Sample]):
    assert len(documents) >= 50


def test_every_fact_sheet_has_one_sample(documents: list[Sample]):
    modelled = sorted(s.get("source") for s in documents if s.get("source") != "original")
    assert modelled == SHEETS


@pytest.mark.parametrize("unit", MAIN)
@pytest.mark.parametrize("genre", GENRES)
def test_every_main_unit_type_has_every_genre(documents: list[Sample], unit: str, genre: str):
    assert any((s.get("unit"), s.get("genre")) == (unit, genre) for s in documents)


@pytest.mark.parametrize("unit", ["county", "agency"])
@pytest.mark.parametrize("genre", ["annual_summary", "plan"])
def test_county_and_agency_have_a_summary_and_a_plan(documents: list[Sample], unit: str, genre: str):
    assert any((s.get("unit"), s.get("genre")) == (unit, genre) for s in documents)


def test_every_sample_has_blanks_enough(documents: list[Sample]):
    numbers = {s.path: len(to_fill(s, real_spec())) for s in documents}
    assert {path: n for path, n in numbers.items() if n < 12} == {}
    assert statistics.median(numbers.values()) >= 40


@pytest.mark.parametrize(("unit", "theme"), CORE)
def test_every_core_theme_has_two_variants(corpus: list[Sample], unit: str, theme: str):
    assert variants(corpus, unit, theme) >= 2


@pytest.mark.parametrize("unit", MAIN)
@pytest.mark.parametrize("part", PARTS)
def test_every_structural_part_has_two_variants(corpus: list[Sample], unit: str, part: str):
    assert variants(corpus, unit, part) >= 2


def test_every_variant_can_be_filled_and_says_for_whom(corpus: list[Sample]):
    for sample in (s for s in corpus if s.is_snippet):
        for part in (p for p in sections(sample, real_spec()) if p.level == 1):
            assert part.heading.attributes.get("for"), (sample.path, part.heading.text)


@pytest.mark.parametrize("theme", list(real_spec().themes))
def test_every_theme_has_an_introduction(theme: str):
    text = (ROOT / "docs" / "themes" / f"{theme}.md").read_text(encoding="utf-8")
    assert text.count("<!-- kb:pieces -->") == 1
    assert "## 三个常见的错\n" in text


def test_nothing_is_wrong_and_the_figures_hold_with_other_values():
    command = [KB, "check", "--refill", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.stdout.splitlines()[-1].endswith("个文件：错误0处，请核对0处")
    assert done.returncode == 0
