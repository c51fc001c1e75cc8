"""The Markdown of a skeleton becomes the blocks of a printed document."""

from __future__ import annotations

import pytest

from kb.document import has_signature, slot_ids
from kb.model import Sample
from kb.publish import skeleton
from kb.word.blocks import Reader, filled
from kb.word.form import Block, Run
from published import TEA, real_content, real_spec, sample

IDS = {"年度": "year", "单位全称": "unit_name", "成文日期": "sign_date", "家数": "家数"}
BOLD_YEAR = Run("【年度】", True, True, "year", "年度")
YEAR = Run("【年度】", open=True, slot="year", label="年度")
UNIT = Run("【单位全称】", open=True, slot="unit_name", label="单位全称")
DATE = Run("【成文日期】", open=True, slot="sign_date", label="成文日期")
REAL = [pytest.param(s, id=s.path) for s in real_content().samples if not s.is_snippet]


def read(text: str) -> list[Block]:
    """Return the blocks of a text with these blanks."""
    return Reader(IDS, real_spec()).blocks(text)


def of_sample(one: Sample) -> list[Block]:
    """Return the blocks of a sample's skeleton."""
    ids = {real_spec().label(i): i for i in slot_ids(one, real_spec())}
    return Reader(ids, real_spec()).blocks("\n\n".join(skeleton.body(one, real_spec())))


def test_skeleton_as_a_whole():
    assert [(b.kind, b.level, b.text) for b in of_sample(sample(TEA))] == [
        ("title", 0, "【单位全称】【年度】年工作总结"),
        ("body", 0, "【年度】年，【单位全称】盯住采茶季用工。"),
        ("heading", 1, "一、把会建到茶厂"),
        ("heading", 2, "（一）先摸底"),
        ("body", 0, "走访茶厂【走访茶厂】家，上年新建基层工会【上年·新建基层工会】家，今年【新建基层工会】家。"),
        ("heading", 2, "（二）再补漏"),
        ("item", 0, "采茶前补建【补建小组】个小组"),
        ("item", 0, "采茶后再查一遍"),
        ("heading", 1, "二、把函送到人"),
        ("body", 0, "发出提示函【劳动法律监督提示函】份，其中当面送达【当面送达】份、邮寄送达【邮寄送达】份。"),
        ("table", 0, ""),
        ("heading", 1, "三、【下一年度】年先做一件"),
        ("body", 0, "3月底前新建【明年计划·新建基层工会】家。"),
        ("signature", 0, "【单位全称】"),
        ("signature", 0, "【成文日期】"),
    ]


def test_table_has_a_bold_head_and_its_blanks():
    (table,) = [b for b in of_sample(sample(TEA)) if b.kind == "table"]
    blank = Run("【当面送达】", open=True, slot="当面送达", label="当面送达")
    assert table.rows == (((Run("送达", True),), (Run("份数", True),)), ((Run("当面"),), (blank,)))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("甲**乙**丙", (Run("甲"), Run("乙", True), Run("丙")), id="bold"),
        pytest.param("__甲__，乙", (Run("甲", True), Run("，乙")), id="bold by underscores"),
        pytest.param("**共【年度】家**", (Run("共", True), BOLD_YEAR, Run("家", True)), id="blank in bold"),
        pytest.param("*甲*乙", (Run("甲乙"),), id="slanted is as the rest"),
        pytest.param("甲`a*b`乙", (Run("甲a*b乙"),), id="code"),
        pytest.param("见[附件](a.md)", (Run("见附件"),), id="link"),
        pytest.param(r"甲\*乙\*、\<b\>、\|、\[丙\]", (Run("甲*乙*、<b>、|、[丙]"),), id="escaped"),
        pytest.param("名单见【附表】。", (Run("名单见【附表】。"),), id="brackets that are no blank"),
        pytest.param("【【年度】】", (Run("【"), YEAR, Run("】")), id="blank in brackets"),
        pytest.param("2 * 3 * 4", (Run("2 * 3 * 4"),), id="stars between figures"),
    ],
)
def test_marks_of_a_line(text: str, runs: tuple[Run, ...]):
    assert read(text) == [Block("body", runs)]


@pytest.mark.parametrize(
    ("end", "kinds"),
    [
        pytest.param("【单位全称】\n\n【成文日期】", ["signature", "signature"], id="blanks"),
        pytest.param("青石镇总工会\n\n2026年12月20日", ["signature", "signature"], id="filled"),
        pytest.param("青石镇总工会\n\n2026年12月", ["signature", "signature"], id="month alone"),
        pytest.param("【单位全称】\n\n2026年12月20日", ["signature", "signature"], id="half filled"),
        pytest.param("特此报告。\n\n2026年12月20日", ["body", "signature"], id="a date alone"),
        pytest.param("工作到此\n\n完成日期是2026年12月20日", ["body", "body"], id="sentence with a date"),
        pytest.param("特此报告。\n\n青石镇总工会", ["body", "body"], id="no date"),
        pytest.param("## 二、下一步\n\n2026年12月20日", ["heading", "signature"], id="heading is no name"),
    ],
)
def test_signature_is_a_date_at_the_end_and_a_name_above_it(end: str, kinds: list[str]):
    assert [b.kind for b in read("甲。\n\n" + end)][1:] == kinds


def test_items_keep_their_numbers_and_bullets_have_none():
    found = read("- 甲\n- 乙\n\n1. 丙\n2. 丁")
    assert [(b.kind, b.number, b.text) for b in found] == [
        ("item", "", "甲"),
        ("item", "", "乙"),
        ("item", "1.", "1.丙"),
        ("item", "2.", "2.丁"),
    ]


def test_code_is_printed_as_it_is():
    assert [b.text for b in read("```\n**甲** {{x}}\n```\n\n乙")] == ["**甲** {{x}}", "乙"]


def test_values_are_text_and_blanks_without_one_stay_open():
    blocks = filled(
        read("# 【单位全称】【年度】年\n\n| 【家数】 |\n| --- |\n| 【年度】 |"), {"unit_name": "**甲**", "家数": "3"}
    )
    assert blocks[0].runs == (Run("**甲**", slot="unit_name", label="单位全称"), YEAR, Run("年"))
    assert blocks[1].rows == (((Run("3", True, False, "家数", "家数"),),), ((YEAR,),))


@pytest.mark.parametrize("one", REAL)
def test_real_skeleton_has_all_its_blanks_and_its_signature(one: Sample):
    blocks = of_sample(one)
    runs = [r for b in blocks for r in (*b.runs, *(r for row in b.rows for cell in row for r in cell))]
    assert list(dict.fromkeys(r.slot for r in runs if r.open)) == slot_ids(one, real_spec())
    assert [b.runs for b in blocks if b.kind == "signature"] == ([(UNIT,), (DATE,)] if has_signature(one) else [])
    assert sum(b.kind == "title" for b in blocks) == 1
