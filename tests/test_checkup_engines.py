"""Python's and the browser's check-up find the same: on vectors that say what is found, and on random texts."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from checkup_twin import in_browser, in_python
from conftest import ROOT, times
from published import written_patterns

VECTORS = yaml.safe_load((ROOT / "tests" / "checkup_vectors.yml").read_text(encoding="utf-8"))
DRAFTS = sorted((ROOT / "tests" / "drafts" / "open").glob("*.txt"))
UNITS = ["township", "street", "community", "school", "enterprise", "county", "agency"]
GENRES = ["annual_summary", "half_year_summary", "plan", "summary_and_plan", "special_summary"]
MARKS = "0123456789%万一二三四、。，（）“”：;,\t \r\u2028\u3000😀𠮷"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("engine")


def brief(finding: dict) -> list[str]:
    repair = [] if finding["repair"] is None else [finding["repair"]]
    return [finding["kind"], finding["severity"], finding["text"], finding["message"], *repair]


@pytest.mark.parametrize("vector", VECTORS, ids=[v["text"][:30] for v in VECTORS])
def test_python_finds_what_the_vector_says(vector: dict):
    found = in_python(vector["text"], vector["about"])
    assert [brief(f) for f in found["findings"]] == vector["found"]


def test_browser_finds_what_the_vectors_say(folder: Path):
    results = in_browser([{"text": v["text"], "about": v["about"]} for v in VECTORS], folder)
    assert [[brief(f) for f in r["findings"]] for r in results] == [v["found"] for v in VECTORS]


# What nobody said of a draft: unit type, genre, year.
GUESSED = {
    "苔溪镇总工会2026年工作计划\n\n根据县总工会安排，结合我镇竹器厂和五金企业多，制定如下。": "township plan 2026",
    "苔溪镇总工会\n2025年上半年工作总结\n\n今年以来，辖区学校、公司工会活动不少。": "township half_year_summary 2025",
    "2024年工作总结\n\n一年来，我社区走访物业公司和幼儿园工会12次，我社区服务居民。": "community annual_summary 2024",
    "桐湾小学工会2025—2026学年第二学期工作小结\n\n本学期，校工会抓了三件事。": "school half_year_summary 2025",
    "雁坪县总工会2026年集体协商工作总结\n\n县总工会会同企业联合会开展要约。": "county special_summary 2026",
    "雁坪县总工会2026年年终工作总结\n\n全县新建工会12家，明年打算再建。": "county annual_summary 2026",
    "某某机械公司工会2024年度工作总结\n\n一、工作回顾和下步打算\n今年办了三件事。": "enterprise annual_summary 2024",
    "今年，辖区公司多，没有标题。": "enterprise annual_summary 2026",
    "2026年上半年，在县总工会指导下，我镇工会走访公司工会12家。": "township half_year_summary 2026",
    "2026年，社区工会将在街道总工会的领导下办三件事。": "community plan 2026",
    "2026年，苔溪县人民医院工会在县总工会领导下建家。": "agency annual_summary 2026",
}


def test_both_engines_read_off_a_draft_whose_it_is(folder: Path):
    for found in ([in_python(t, {}) for t in GUESSED], in_browser([{"text": t, "about": {}} for t in GUESSED], folder)):
        assert [f"{f['unit']} {f['genre']} {f['year']}" for f in found] == list(GUESSED.values())


def damaged(text: str, chance: random.Random) -> str:
    """Return a text with one thing left out, put in or doubled, or as it is."""
    place = chance.randrange(len(text) + 1)
    end = place + chance.randrange(4)
    return chance.choice(
        [
            text,
            text[:place] + text[end:],
            text[:place] + chance.choice(MARKS) + text[place:],
            text[:place] + text[place:end] * 2 + text[end:],
        ]
    )


def random_texts(number: int, seed: int) -> list[dict]:
    """Return texts put together from pieces of drafts and of the rules' examples, each with damage in it."""
    chance = random.Random(seed)
    rules = written_patterns()
    pieces = [s for d in DRAFTS for s in d.read_text(encoding="utf-8").replace("。", "。\n").splitlines() if s]
    pieces += [text for rule in rules for text in [*rule["bad"], *rule.get("good", [])]]
    pieces += [v["text"] for v in VECTORS]
    cases = []
    for _ in range(number):
        parts = [damaged(chance.choice(pieces), chance) for _ in range(chance.randrange(1, 12))]
        about = {"unit": chance.choice(UNITS), "genre": chance.choice(GENRES), "year": chance.randrange(2008, 2030)}
        joint = chance.choice(["\n", "", "。", "\r\n"])
        cases.append({"text": joint.join(parts), "about": chance.choice([about, {}])})
    return cases


def test_both_engines_find_the_same_in_random_texts(folder: Path):
    cases = [{"text": d.read_text(encoding="utf-8"), "about": {}} for d in DRAFTS]
    cases += random_texts(times(400, 1000), seed=5)
    for case, browser in zip(cases, in_browser(cases, folder), strict=True):
        browser.pop("took")
        assert in_python(case["text"], case["about"]) == browser, case


@pytest.mark.parametrize(
    "piece", ["a", "1", " ", "中", "“", "一、\n", "其中1人、", "职工5人，会员3人，", "\n", "王", "🙂"]
)
def test_a_great_deal_of_one_thing_does_not_hang(piece: str, folder: Path):
    text = piece * (20_000 // len(piece))
    about = {"unit": "township", "genre": "annual_summary", "year": 2026}
    found = in_python(text, about)["findings"]
    assert len(in_browser([{"text": text, "about": about}], folder)[0]["findings"]) == len(found)
