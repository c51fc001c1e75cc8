"""Faults in the data items of spec/: relations that would never be checked, labels and keys given twice, and names
that stand for nothing, in every place where one file refers to another.
"""

from __future__ import annotations

import pytest

from conftest import Tree
from kb.spec import load
from small_spec import ITEMS, changed, faults

NEW_UNIONS = "items 第1项（new_unions）的"
RELATION = f"{NEW_UNIONS} relations 第1项"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "kind: at_most",
            "kind: less",
            (23, "KB904", f"{RELATION}的 kind 写的是“less”，可用的是：ratio、sum、at_most、range"),
            id="unknown kind of relation",
        ),
        pytest.param(
            "of: [total_unions]",
            "of: []",
            (23, "KB904", f"{RELATION}的 of 应有1项（kind 是 at_most），写的是0项"),
            id="no parts",
        ),
        pytest.param(
            "kind: at_most",
            "kind: ratio",
            (23, "KB904", f"{RELATION}的 of 应有2项（kind 是 ratio），写的是1项"),
            id="rate without its denominator",
        ),
        pytest.param(
            "severity: check}",
            "severity: error}",
            (23, "KB904", f"{RELATION}的 severity 应为 check（只有 ratio、sum 可以是 error）"),
            id="estimate as grave as an error",
        ),
        pytest.param(
            "kind: at_most, of: [total_unions]",
            "kind: range, of: [new_unions, total_unions], low: 1",
            (23, "KB903", f"{RELATION}缺少：low、high（kind 是 range）"),
            id="range without its end",
        ),
        pytest.param(
            "severity: check}",
            "severity: check, low: 甲}",
            (23, "KB904", f"{RELATION}的 low 应为数字，写的是“甲”"),
            id="word for a bound",
        ),
        pytest.param(
            "{township: [1, 30]}",
            "{township: [1, 很多]}",
            (20, "KB904", f"{NEW_UNIONS} range 的 township 第2项应为数字，写的是“很多”"),
            id="word for a usual range",
        ),
        pytest.param(
            "add: 1}",
            "add: inf}",
            (9, "KB904", "identity 第4项（next_year）的 formula 的 add 应为数字，写的是“inf”"),
            id="endless formula",
        ),
        pytest.param(
            "label: 基层工会总数",
            "label: 新建基层工会",
            (27, "KB905", "label “新建基层工会”与第14行重复"),
            id="label twice",
        ),
        pytest.param(
            "label: 基层工会总数",
            "label: 年度",
            (27, "KB905", "label “年度”与第5行重复"),
            id="label of an identity item",
        ),
        pytest.param("key: next_year", "key: year", (6, "KB905", "key “year”与第5行重复"), id="key twice"),
        pytest.param(
            "of: [total_unions]",
            "of: [total_union]",
            (23, "KB908", "“total_union”在 spec 里没有定义；是不是“total_unions”？"),
            id="relation to an unknown item",
        ),
        pytest.param(
            "from: year",
            "from: yeer",
            (9, "KB908", "“yeer”在 spec 里没有定义；是不是“year”？"),
            id="formula of an unknown item",
        ),
        pytest.param(
            "also: [central_task]",
            "also: [central_tasks]",
            (18, "KB908", "“central_tasks”在 spec 里没有定义；是不是“central_task”？"),
            id="unknown second theme",
        ),
        pytest.param(
            "{township: [1, 30]}",
            "{townships: [1, 30]}",
            (20, "KB908", "“townships”在 spec 里没有定义；是不是“township”？"),
            id="range of an unknown unit type",
        ),
        pytest.param(
            "{township: 某某镇总工会}",
            "{某某镇: 某某镇总工会}",
            (3, "KB908", "“某某镇”在 spec 里没有定义"),
            id="example of something like no unit type",
        ),
    ],
)
def test_fault_in_a_data_item(tree: Tree, old: str, new: str, expected: tuple[int, str, str]):
    assert faults(tree, "data_items.yml", changed(ITEMS, old, new)) == [expected]


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong", "right"),
    [
        ("layout.yml", "signature: [unit_name", "signature: [unit_nam", "unit_nam", "unit_name"),
        ("themes.yml", "    township: {", "    townsip: {", "townsip", "township"),
        ("units.yml", "theme_order: [organization", "theme_order: [organisation", "organisation", "organization"),
        ("units.yml", "    plan: [plan_goal", "    plan: [plan_gaol", "plan_gaol", "plan_goal"),
        ("units.yml", "    annual_summary: [", "    anual_summary: [", "anual_summary", "annual_summary"),
        ("genres.yml", "spans: [year", "spans: [yaer", "yaer", "year"),
        ("laws.yml", "  unit_types: [", "  unit_types: [shool, ", "shool", "school"),
    ],
    ids=["signature", "unit type of a theme", "order", "theme of an outline", "genre of an outline", "span", "law"],
)
def test_name_that_stands_for_nothing_is_reported_with_the_nearest(
    tree: Tree, name: str, old: str, new: str, wrong: str, right: str
):
    text = tree.read(f"spec/{name}")
    line = text[: text.index(old)].count("\n") + 1
    expected = f"“{wrong}”在 spec 里没有定义；是不是“{right}”？"
    assert faults(tree, name, text.replace(old, new, 1)) == [(line, "KB908", expected)]


@pytest.mark.parametrize("name", ["units.yml", "themes.yml", "data_items.yml", "genres.yml"])
def test_names_are_not_reported_one_by_one_when_their_whole_file_is_missing(tree: Tree, name: str):
    (tree.root / "spec" / name).unlink()
    assert [(p.path, p.line, p.code, p.found) for p in load(tree.root / "spec")[1]] == [
        (f"spec/{name}", 1, "KB901", "没有这个文件")
    ]


def test_file_that_is_not_utf_8_is_reported(tree: Tree):
    tree.write({"spec/themes.yml": tree.read("spec/themes.yml").encode("gb18030")})
    assert [(p.path, p.code, p.found) for p in load(tree.root / "spec")[1]] == [
        ("spec/themes.yml", "KB907", "不是 UTF-8 编码")
    ]


def test_file_with_bom_and_crlf_is_read_like_any_other(tree: Tree):
    text = "\ufeff" + tree.read("spec/data_items.yml").replace("\n", "\r\n")
    assert faults(tree, "data_items.yml", text) == []
