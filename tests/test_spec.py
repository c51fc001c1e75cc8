"""Every fault of form in a file of spec/ is reported with its line."""

from __future__ import annotations

import pytest

from conftest import ROOT, Tree
from small_spec import ITEMS, LAWS, RULES, WRITING, changed, faults


@pytest.mark.parametrize(
    ("name", "text"),
    [("rules.yml", RULES), ("writing.yml", WRITING), ("laws.yml", LAWS), ("data_items.yml", ITEMS)],
)
def test_small_files_of_these_tests_are_right(tree: Tree, name: str, text: str):
    assert faults(tree, name, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", (1, "KB903", "文件缺少：rules"), id="empty"),
        pytest.param("rules:\n", (1, "KB904", "rules 应为列表，写的是文字"), id="nothing under the key"),
        pytest.param("- 甲\n", (1, "KB904", "应为键和值，写的是列表"), id="list at the top"),
        pytest.param("甲\n", (1, "KB904", "应为键和值，写的是文字"), id="text at the top"),
        pytest.param("rules: {}\n", (1, "KB904", "rules 应为列表，写的是键和值"), id="mapping for a list"),
        pytest.param("rules:\n- 甲\n", (2, "KB904", "rules 第1项应为键和值，写的是文字"), id="text for an entry"),
        pytest.param(
            changed(RULES, "sentence: 那样写", "sentence: 那样: 写"),
            (8, "KB906", "这里读不下去：“sentence: 那样: 写”（值里有冒号加空格，要给整个值加引号）"),
            id="colon without quotes",
        ),
        pytest.param(
            changed(RULES, "  sentence: 那样写", "\tsentence: 那样写"),
            (8, "KB906", "这里读不下去：“sentence: 那样写”（用了制表符，要改成空格）"),
            id="tab",
        ),
        pytest.param("[" * 5000, (1, "KB906", "嵌套太深"), id="nested too deep"),
        pytest.param(
            changed(RULES, "severity: check", "severity: check\n  severety: check"),
            (
                8,
                "KB902",
                "rules 第2项（KB102）有未知的键“severety”，可用的是：code、severity、publish、sentence、repair",
            ),
            id="unknown key",
        ),
        pytest.param(
            RULES + "more: 1\n", (10, "KB902", "有未知的键“more”，可用的是：rules"), id="unknown key at the top"
        ),
        pytest.param(
            changed(RULES, "  severity: check\n", ""),
            (6, "KB903", "rules 第2项（KB102）缺少：severity"),
            id="missing key",
        ),
        pytest.param(
            changed(RULES, "sentence: 那样写", "sentence: [那样写]"),
            (8, "KB904", "rules 第2项（KB102）的 sentence 应为文字，写的是列表"),
            id="list for a text",
        ),
        pytest.param(
            changed(RULES, "sentence: 那样写", "sentence:"),
            (8, "KB904", "rules 第2项（KB102）的 sentence 应为文字，写的是空的"),
            id="nothing for a text",
        ),
        pytest.param(
            changed(RULES, "code: KB102", "code: KB101"), (6, "KB905", "code “KB101”与第2行重复"), id="code twice"
        ),
        pytest.param(
            changed(RULES, "severity: check", "severity: check\n  severity: error"),
            (8, "KB905", "rules 第2项（KB102）里的键“severity”写了两次"),
            id="key twice",
        ),
    ],
)
def test_fault_in_a_list_of_entries(tree: Tree, text: str, expected: tuple[int, str, str]):
    assert faults(tree, "rules.yml", text) == [expected]


@pytest.mark.parametrize("written", ["一", "'1'", "0x1F", "1_000", "1:30", "1e3", ".inf", ".nan", "nan", "inf", "1."])
def test_number_is_written_in_plain_digits(tree: Tree, written: str):
    text = changed(WRITING, "{level: 1,", f"{{level: {written},")
    shown = written.strip("'")
    assert faults(tree, "writing.yml", text) == [
        (4, "KB904", f"levels 的 levels 第1项的 level 应为数字，写的是“{shown}”")
    ]


def test_choice_is_one_of_those_given(tree: Tree):
    text = changed(WRITING, "  confidence: known\nnumerals", "  confidence: sure\nnumerals")
    expected = "levels 的 confidence 写的是“sure”，可用的是：sourced、known、unsure"
    assert faults(tree, "writing.yml", text) == [(7, "KB904", expected)]


@pytest.mark.parametrize("written", ["是", "yes", "True", "1"])
def test_truth_is_true_or_false(tree: Tree, written: str):
    text = changed(WRITING, "must: true", f"must: {written}")
    expected = f"parts_summary 第1项的 must 应为 true 或 false，写的是“{written}”"
    assert faults(tree, "writing.yml", text) == [(11, "KB904", expected)]


@pytest.mark.parametrize("written", ["2026-13", "2026-02-30", "2026-1-1", "20261120", "2026年", "明天"])
def test_date_is_of_the_calendar(tree: Tree, written: str):
    text = changed(LAWS, "latest_date: 2021-12", f"latest_date: {written}")
    expected = f"laws 第1项（某某条例）的 latest_date 应为 2026-11-20 这样的日期，写的是“{written}”"
    assert faults(tree, "laws.yml", text) == [(9, "KB904", expected)]


@pytest.mark.parametrize("written", ["2026", "2026-02", "2024-02-29", "", "~"])
def test_date_may_be_a_year_a_month_a_day_or_where_it_is_allowed_nothing(tree: Tree, written: str):
    assert faults(tree, "laws.yml", changed(LAWS, "latest_date: 2021-12", f"latest_date: {written}")) == []


def test_expression_that_python_cannot_read_is_reported(tree: Tree):
    found = faults(tree, "laws.yml", changed(LAWS, "match: 条例(?=法)", "match: 条例(?=法"))
    assert found == [
        (
            19,
            "KB909",
            "wrong_names 第1项的 match 不是能用的正则：条例(?=法（missing ), unterminated subpattern at position 2）",
        )
    ]


@pytest.mark.parametrize("written", ["布署/部署 签定", "布署", "布署/部署/步署"])
def test_slip_has_what_is_wrong_and_what_is_right(tree: Tree, written: str):
    text = (ROOT / "spec" / "rewrites.yml").read_text(encoding="utf-8")
    line = text[: text.index("\nslips:")].count("\n") + 3
    found = faults(tree, "rewrites.yml", text.replace("\nslips:\n", f"\nslips:\n- {written}\n", 1))
    assert found == [(line, "KB904", f"slips 第1项写的是“{written}”，应像这样写：既使/即使 渡假/度假")]
