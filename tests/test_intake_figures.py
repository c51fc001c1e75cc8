"""Figures that become blanks: data items, and amounts under a label of their own."""

import pytest

from conftest import ROOT
from kb.intake import figures
from kb.intake.figures import items
from kb.intake.model import Figure
from kb.spec import Spec, load


@pytest.fixture(scope="module")
def spec() -> Spec:
    return load(ROOT / "spec")[0]


def found(text: str, spec: Spec, genre: str = "annual_summary") -> list[Figure]:
    blanks = figures.find(text, 0, len(text), spec, "township", genre, 2026)
    assert all(text[f.start : f.end] == f.value for f in blanks)
    return blanks


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("新建基层工会21家。", "new_unions", "21"),
        ("今年共新组建基层工会组织7家", "new_unions", "7"),
        ("新增会员1000余人", "new_members", "1000"),
        ("签订集体合同16份", "cc_signed", "16"),
        ("签订女职工权益保护专项集体合同4份", "female_contracts", "4"),
        ("受理劳动争议12件", "dispute_in", "12"),
        ("走访慰问困难职工86户", "visit_people", "86"),
        ("资助23名困难职工子女上大学", "study_aid_students", "23"),
        ("发放助学金3.5万元", "study_aid_money", "3.5"),
        ("征集合理化建议120条", "suggest_in", "120"),
    ],
)
def test_data_items(text: str, key: str, value: str, spec: Spec) -> None:
    assert [(f.key, f.value, f.period) for f in found(text, spec)] == [(key, value, "")]


@pytest.mark.parametrize(
    ("text", "genre", "period"),
    [
        ("去年新建基层工会9家", "annual_summary", "last"),
        ("明年计划新建基层工会9家", "annual_summary", "plan"),
        ("新建基层工会9家", "plan", "plan"),
    ],
)
def test_periods(text: str, genre: str, period: str, spec: Spec) -> None:
    assert [(f.key, f.period) for f in found(text, spec, genre)] == [("new_unions", period)]


def test_amounts_have_labels_of_their_own(spec: Spec) -> None:
    text = "共捐款65591元，又捐款1250元，送去慰问金300元，另花了80元。"
    blanks = found(text, spec)
    assert [(f.key, f.value) for f in blanks] == [
        ("捐款", "65591"),
        ("捐款二", "1250"),
        ("慰问金", "300"),
        ("金额", "80"),
    ]
    assert not {f.key for f in blanks} & set(spec.by_label)


@pytest.mark.parametrize("text", ["2026年3月5日", "第3条", "占80%", "覆盖率达到95.5%", "2025-2026学年"])
def test_other_numbers_stay(text: str, spec: Spec) -> None:
    assert found(text, spec) == []


def test_every_item_of_the_list_is_one_of_spec(spec: Spec) -> None:
    listed, by_pair = items()
    assert {key for key, _ in listed} <= set(spec.items)
    assert {place for places in by_pair.values() for place in places} == set(range(len(listed)))
