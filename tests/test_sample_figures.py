"""Figures of a sample that contradict each other, by the relations of the spec and by its own."""

from __future__ import annotations

import pytest

from kb.rules.figures import check
from published import body_only, real_spec, sample


def found(body: str, relations: str = "") -> list[tuple[int, str, str]]:
    """Return line, code and finding of the figures in a township plan; relations are lines of its front matter."""
    text = body_only(body, f"relations:\n{relations}" if relations else "")
    return [(p.line, p.code, p.found) for p in check(sample(text), real_spec(), "a.md")]


@pytest.mark.parametrize("missing", ["dispute_ok", "dispute_in", "dispute_rate"])
def test_relation_holds_while_a_value_is_absent(missing: str):
    values = {"dispute_ok": 52, "dispute_in": 58, "dispute_rate": 12} | {missing: 0}
    body = "，".join(f"{{{{{key}={value}}}}}" for key, value in values.items() if key != missing)
    assert [p for p in found(body) if p[1] == "KB401"] == []


@pytest.mark.parametrize(
    ("body", "relations", "expected"),
    [
        pytest.param(
            "成功率{{dispute_rate}}%。\n\n受理{{dispute_in=58}}件，成功{{dispute_ok=52}}件、{{dispute_rate=89.6}}%。",
            "",
            [(11, "KB401", "调解成功率写的是89.6，调解成功52÷受理劳动争议58＝89.7")],
            id="spec ratio, on the line of the example",
        ),
        pytest.param(
            "{{dispute_in@last=58}}{{dispute_ok@last=52}}{{dispute_rate@last=89.6}}",
            "",
            [(9, "KB401", "上年·调解成功率写的是89.6，上年·调解成功52÷上年·受理劳动争议58＝89.7")],
            id="spec ratio of last year",
        ),
        pytest.param(
            "{{offers_sent@plan=20}}{{offers_answered@plan=25}}{{offers_sent=30}}",
            "",
            [(9, "KB403", "明年计划·应约25大于明年计划·发出协商要约20")],
            id="spec part and whole of the plan",
        ),
        pytest.param("{{offers_sent@last=20}}{{offers_answered=25}}", "", [], id="never across periods"),
        pytest.param(
            "{{training_sessions=18}}期{{trainees=90}}人次",
            "",
            [(9, "KB404", "参加培训90与职工培训18，平均5（每期一般15—300人次）")],
            id="average",
        ),
        pytest.param("{{new_unions=30}}", "", [], id="top of the usual range"),
        pytest.param(
            "{{new_unions=31}}{{new_unions@plan=0}}",
            "",
            [
                (9, "KB405", "新建基层工会写的是31，经验范围是1—30家"),
                (9, "KB405", "明年计划·新建基层工会写的是0，经验范围是1—30家"),
            ],
            id="outside the usual range",
        ),
        pytest.param(
            "共{{new_unions=12}}家，村级{{村级=7}}家、企业{{企业=6}}家",
            "- {kind: sum, item: new_unions, of: [村级, 企业]}\n",
            [(11, "KB402", "新建基层工会写的是12，村级7＋企业6＝13")],
            id="own sum",
        ),
        pytest.param(
            "{{入会率@plan=89.6}}{{会员@plan=52}}{{职工@plan=58}}",
            "- {kind: ratio, item: 入会率@plan, of: [会员@plan, 职工@plan], percent: true}\n",
            [(11, "KB401", "明年计划·入会率写的是89.6，明年计划·会员52÷明年计划·职工58＝89.7")],
            id="own ratio between plans",
        ),
        pytest.param(
            "{{已建=6}}{{应建=5}}",
            "- {kind: at_most, item: 已建, of: [应建], text: 口径相同}\n",
            [(11, "KB403", "已建6大于应建5（口径相同）")],
            id="own part and whole, with a note",
        ),
        pytest.param(
            "{{已建=6}}{{应建=八}}",
            "- {kind: at_most, item: 已建, of: [应建, ]}\n- {kind: sum, item: 已建, of: [某数, 又一数]}\n",
            [(8, "KB109", "“应建”的示例值不是数字"), (9, "KB109", "本文没有空格“某数、又一数”")],
            id="own relations of words and of blanks that are not there",
        ),
    ],
)
def test_figures_of_a_sample(body: str, relations: str, expected: list[tuple[int, str, str]]):
    assert found(body, relations) == expected


def test_line_is_that_of_the_printed_title_when_the_example_stands_there():
    text = body_only("正文").replace("heading: 试验标题", 'heading: "新建{{new_unions=31}}家"')
    (problem,) = check(sample(text), real_spec(), "a.md")
    assert (problem.line, problem.code) == (3, "KB405")
