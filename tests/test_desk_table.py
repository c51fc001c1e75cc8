"""The desk's data table without a page: rows, pasted tables, conversions, what is computed and what is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Tree
from desk_twin import Desk
from filling import SKELETON

FRONT = """---
title: 乡镇总工会年度工作总结（试验用）
heading: "{{unit_name}}{{year}}年工作总结"
unit: township
genre: annual_summary
span: year
for: 试验用
source: original
written: 2026-11-20
relations:
- {kind: sum, item: petitions, of: [上级转办, 直接接待]}
---

"""
ONE = (
    FRONT
    + """{{year=2026}}年，{{unit_name=某某镇总工会}}一年的工作如下。

## 抓建会 {: theme=organization }

今年新建基层工会{{new_unions=12}}家，上年{{new_unions@last=9}}家，品牌叫{{品牌名=船上的家}}，{{next_year}}年新建{{new_unions@plan=15}}家。

## 抓调解 {: theme=rights_law }

接待{{petitions=9}}件次，上级转办{{上级转办=3}}件、直接接待{{直接接待=6}}件；受理{{dispute_in=58}}件，成功{{dispute_ok=52}}件，成功率{{dispute_rate=89.7}}%；慰问{{visit_people=310}}人次、{{visit_money=9.3}}万元。
"""
)
TWO = (
    ONE.replace("抓建会", "建会再补课")
    .replace("船上的家", "岸上的家")
    .replace("relations:", "aliases: [甲]\nrelations:")
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="module")
def desk(folder: Path) -> Desk:
    return Desk(folder, {"township/one.md": ONE})


def test_uses_are_in_the_order_of_print_with_their_places(desk: Desk):
    found = desk("uses")
    assert [use["label"] for use in found[:6]] == [
        "单位全称",
        "年度",
        "新建基层工会",
        "上年·新建基层工会",
        "品牌名",
        "下一年度",
    ]
    assert found[0]["places"] == ["标题", "开头", "落款"]
    assert found[4] == {
        "id": "township/one#品牌名",
        "label": "品牌名",
        "unit": "",
        "theme": "organization",
        "example": "船上的家",
        "places": ["抓建会"],
    }


def test_rows_stand_under_themes_and_figures_have_three_periods(desk: Desk):
    rows = {label: (group, numeric, cells) for group, label, numeric, cells in desk("rows")}
    assert list(rows)[:3] == ["单位全称", "年度", "下一年度"]
    assert rows["单位全称"] == ("基本情况", False, ["unit_name!"])
    assert rows["新建基层工会"] == (
        "组织建设（建会入会）",
        True,
        ["new_unions@last!", "new_unions!", "new_unions@plan!"],
    )
    assert rows["受理劳动争议"][2] == ["dispute_in@last", "dispute_in!", "dispute_in@plan"]
    assert rows["品牌名"] == ("组织建设（建会入会）", False, ["township/one#品牌名!"])
    assert rows["上级转办"][1:] == (True, ["township/one#上级转办!"])


CONVERTED = {
    ("\uff11\uff12", "人"): ("12", "\uff11\uff12 → 12"),
    ("1.2万", "人"): ("12000", "1.2万 → 12000（单位是“人”）"),
    ("1.2万", "万元"): ("1.2", "1.2万 → 1.2（单位是“万元”）"),
    ("1.2万元", "万元"): ("1.2", "1.2万元 → 1.2（单位是“万元”）"),
    ("12000元", "万元"): ("1.2", "12000元 → 1.2（单位是“万元”）"),
    ("1.2亿", "万元"): ("12000", "1.2亿 → 12000（单位是“万元”）"),
    ("0.1万", "人"): ("1000", "0.1万 → 1000（单位是“人”）"),
    ("12.5%", "%"): ("12.5", "12.5% → 12.5"),
    ("12.50", "%"): ("12.50", ""),
    ("1,234", "人"): ("1234", "1,234 → 1234"),
    ("1，234\uff0e5", "万元"): ("1234.5", "1，234\uff0e5 → 1234.5"),
    ("12家", "家"): ("12", "12家 → 12"),
    ("12个", "家"): ("12", "12个 → 12；那里的单位是“个”，本项是“家”，请核对"),
    ("007", "人"): ("7", "007 → 7"),
    (".5", "万元"): ("0.5", ".5 → 0.5"),
    ("\u22125", "人"): ("-5", "\u22125 → -5"),
    ("—", "人"): ("", "“—”按没填算"),
    ("12人", ""): ("12", "12人 → 12；那里的单位是“人”，本项的写在句子里，请核对"),
    ("9" * 60, "人"): ("9" * 60, ""),
}
REFUSED = {
    ("约120", "人"): "“约120”不是确数",
    ("120多", "人"): "“120多”不是确数",
    ("1万余人", "人"): "“1万余人”不是确数",
    ("若干", "人"): "“若干”不是数字",
    ("十二", "人"): "“十二”不是数字",
    ("120-130", "人"): "“120-130”不是数字",
    ("3月5日", "人"): "“3月5日”不是数字",
    ("1.2E+05", "人"): "“1.2E+05”不是数字",
    ("12（含村级）", "人"): "“12（含村级）”不是数字",
    ("1,2", "人"): "“1,2”里逗号的位置不对",
    ("12.5%", "人"): "写的是“12.5%”，本项的单位是“人”",
    ("12元", "人"): "写的是“12元”，本项的单位是“人”",
    ("1.2万", ""): "“1.2万”：本项的单位写在句子里，请换算好再填",
    ("####", "人"): "表格里列太窄，显示成了 ####；拉宽再复制",
    ("#REF!", "人"): "表格里的公式出错了（#REF!）",
    ("<script>alert(1)</script>", "人"): "“<script>alert(1)</sc…”不是数字",
    ("9" * 61, "人"): "数字太长，最多60位",
}


def test_figures_are_converted_and_each_conversion_is_said(desk: Desk):
    asked = [["convert", text, {"numeric": True, "unit": unit}] for text, unit in [*CONVERTED, *REFUSED]]
    found = desk.all(asked)
    expected = [{"value": v, "said": s, "refused": False} for v, s in CONVERTED.values()]
    assert found == expected + [{"value": "", "said": s, "refused": True} for s in REFUSED.values()]


def test_the_unit_of_the_row_counts_where_the_cell_has_none(desk: Desk):
    money = {"numeric": True, "unit": "万元"}
    assert desk("convert", "12000", money, "元") == {
        "value": "1.2",
        "said": "12000元 → 1.2（单位是“万元”）",
        "refused": False,
    }
    assert desk("convert", "12", money, "户")["said"] == "写的是“12户”，本项的单位是“万元”"


def test_words_are_taken_as_one_line_and_a_year_as_four_digits(desk: Desk):
    words, year = {"numeric": False, "unit": ""}, {"numeric": False, "unit": "", "year": True}
    asked = [
        ["convert", "某某镇\n总工会", words],
        ["convert", "\uff12\uff10\uff12\uff16年", year],
        ["convert", "甲=乙", words],
    ]
    asked += [["convert", "甲" * 61, words], ["convert", "<b>甲</b>", words]]
    assert [(one["value"], one["said"]) for one in desk.all(asked)] == [
        ("某某镇 总工会", "某某镇 总工会 → 某某镇 总工会"),
        ("2026", "\uff12\uff10\uff12\uff16年 → 2026"),
        ("", "里有 { } 或 =，空格里不能有"),
        ("", "有61个字，最多60个"),
        ("<b>甲</b>", ""),
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("甲\t1\r\n乙\t2\r\n", [["甲", "1"], ["乙", "2"]], id="as Excel copies"),
        pytest.param('"两\n行"\t1', [["两\n行", "1"]], id="line break in a quoted cell"),
        pytest.param('"说""好"""\t1', [['说"好"', "1"]], id="doubled quotes"),
        pytest.param(
            '"安康杯"参赛\t1\n乙\t2', [['"安康杯"参赛', "1"], ["乙", "2"]], id="unquoted cell that begins with one"
        ),
        pytest.param('"没有完\t1\n乙\t2', [['"没有完', "1"], ["乙", "2"]], id="quote left open"),
        pytest.param('甲,"1,234"\n', [["甲", "1,234"]], id="csv"),
        pytest.param("\ufeff甲,1\n", [["甲", "1"]], id="byte order mark"),
        pytest.param("甲\t\t\n\t\n乙", [["甲"], [], ["乙"]], id="empty cells and rows"),
        pytest.param("'=1+1\t'-3\t'甲'", [["=1+1", "-3", "'甲'"]], id="guards come off"),
        pytest.param("", [], id="nothing"),
        pytest.param(
            "字" * 100_001, "内容太多（100001字）；一次最多100000字，请只复制要填的几列", id="too many characters"
        ),
        pytest.param("a\n" * 40_000, "有40000行，太多；一次最多2000行", id="too many rows"),
    ],
)
def test_sheets(desk: Desk, text: str, cells: list[list[str]] | str):
    assert desk("sheet", text) == cells


def test_a_hundred_thousand_rows_are_refused_at_once(desk: Desk):
    assert desk("sheet", "甲\t1\n" * 100_000).startswith("内容太多（400000字）")
    # The worst that quotes can do within the limit.
    assert len(desk("sheet", '"' * 99_999)[0]) == 1


def test_cells_that_look_like_formulas_are_guarded_and_come_back(desk: Desk):
    cells = ["=1+1", "+cmd", "@SUM(A1)", "-1+2", "-5", "甲,乙", '说"好"', "两\n行"]
    csv = desk("toCsv", [cells])
    assert csv == '\ufeff\'=1+1,\'+cmd,\'@SUM(A1),\'-1+2,-5,"甲,乙","说""好""","两\n行"\r\n'
    assert desk("sheet", csv) == [cells]
    assert desk("toTsv", [cells]) == "'=1+1\t'+cmd\t'@SUM(A1)\t'-1+2\t-5\t甲,乙\t说\"好\"\t两 行"


@pytest.mark.parametrize(
    ("text", "roles", "skip"),
    [
        pytest.param("数据项\t上年\t本期\t明年计划\n甲\t1\t2\t3", "name last this plan", 1, id="our own"),
        pytest.param(
            "某某镇数据\n\n项目\t计量单位\t2025年\t2026年\n甲\t家\t1\t2", "name unit last this", 3, id="title, years"
        ),
        pytest.param(
            "序号\t指标名称\t去年同期\t今年\t备注\n1\t甲\t1\t2\t无", "skip name last this skip", 1, id="more columns"
        ),
        pytest.param("名称\t今年数\t明年目标（家）\n甲\t1\t2", "name this plan", 1, id="units in the heading"),
        pytest.param("甲\t1\n乙\t2", "name this", 0, id="no heading, one column of figures"),
        pytest.param("甲\t家\t1\t2\n乙\t人\t2\t3", "name unit last this", 0, id="no heading, units, two columns"),
        pytest.param("1\t2\n3\t4", "skip skip", 0, id="figures alone"),
    ],
)
def test_columns_are_recognised(desk: Desk, text: str, roles: str, skip: int):
    found = desk("layout", text, "2026")
    assert (" ".join(found["roles"]), found["skip"], found["guessed"]) == (roles, skip, skip == 0)


PASTED = """某某镇工会数据\t\t\t
项目\t单位\t2025年\t2026年
 新建基层工会（家）\t家\t\uff19\t12
\t\t5\t6
一、受理劳动争议\t件\t约60\t1,058
劳动争议调解\t件\t1\t2
新组建\t家\t\t13
下一年度\t\t\t2027
明年计划·新建基层工会\t家\t\t15
慰问金（物）\t元\t\t93000
品牌名\t\t去年的\t船上的家
"""


def test_a_pasted_table_says_what_it_changes_and_what_it_leaves(desk: Desk):
    found = desk("paste", PASTED, {"new_unions@plan": "15", "visit_money": "8"})
    assert [(c["label"], c["before"], c["after"], c["said"]) for c in found["changes"]] == [
        ("上年·新建基层工会", "", "9", "认作“新建基层工会”；\uff19 → 9"),
        ("受理劳动争议", "", "1058", "认作“受理劳动争议”；1,058 → 1058"),
        ("慰问金（物）", "8", "9.3", "93000元 → 9.3（单位是“万元”）"),
        ("品牌名", "", "船上的家", ""),
    ]
    assert [(one["line"], one["why"]) for one in found["left"]] == [
        (4, "没有名称（合并单元格只有第一行带名称），没有填"),
        (5, "“约60”不是确数"),
        (6, "数据表里没有这一项"),
        (7, "给了两个值：12和13，都没有填；只留一个"),
        (8, "由别的项算出，不用填"),
        (11, "这一项没有“上年”一栏"),
    ]
    assert found["same"] == 1


def test_labels_of_two_samples_are_left_to_the_reader(folder: Path):
    both = Desk(folder, {"township/one.md": ONE, "township/two.md": TWO})
    found = both("paste", "名称\t值\n品牌名\t甲\ntownship/two#品牌名\t乙", {})
    assert [(one["id"], one["after"]) for one in found["changes"]] == [("township/two#品牌名", "乙")]
    assert found["left"] == [{"line": 2, "text": "品牌名　甲", "why": "可能是“品牌名”、“品牌名”，请改成全名"}]


def test_the_returns_of_several_places_are_added_up(desk: Desk):
    head = "数据项,单位,上年,本期,明年计划,填报说明\n"
    east = head + "新建基层工会,家,,4,5,\n慰问金（物）,万元,,1.5,,\n调解成功率,%,,80,,\n年度,,,2026,,\n"
    west = (
        head
        + "新建基层工会,家,,1万,,\n慰问金（物）,万元,,0.70,,\n调解成功率,%,,90,,\n年度,,,2026,,\n走访慰问,人次,,约9,,\n"
    )
    found = desk("combine", [["东村.csv", east], ["西村.csv", west]], {"visit_money": "2.2"})
    assert [(one["label"], one["after"], one["said"]) for one in found["changes"]] == [
        ("新建基层工会", "10004", "4＋10000；1万 → 10000（单位是“家”）"),
        ("明年计划·新建基层工会", "5", "只有一份填了"),
        ("年度", "2026", "2份都这样写"),
    ]
    assert found["left"] == [
        {"file": "西村.csv", "line": 6, "text": "走访慰问　约9", "why": "“约9”不是确数"},
        {"line": 0, "text": "调解成功率", "why": "比率不能相加：80、90"},
    ]
    assert found["same"] == 1


def test_figures_without_names_go_down_from_a_field(desk: Desk):
    found = desk("down", "1\t2\t3\n\n4", "new_unions", {})
    assert [(one["id"], one["after"]) for one in found["changes"]] == [
        ("new_unions", "1"),
        ("new_unions@plan", "2"),
        ("petitions", "4"),
    ]
    assert found["left"] == [{"line": 1, "text": "新建基层工会　3", "why": "右边没有这么多栏"}]


def test_rates_and_totals_are_offered_while_the_field_says_something_else(desk: Desk):
    parts = {"dispute_in": "58", "dispute_ok": "52"}
    offer = [{"value": "89.7", "text": "调解成功52÷受理劳动争议58"}]
    assert desk("exact", "dispute_rate", parts) == offer
    assert desk("exact", "dispute_rate", {**parts, "dispute_rate": "90.1"}) == offer
    assert desk("exact", "dispute_rate", {**parts, "dispute_rate": "90"}) == []
    assert desk("exact", "dispute_rate", {"dispute_in": "0", "dispute_ok": "0"}) == []
    own = {"township/one#上级转办": "3", "township/one#直接接待": "6.50"}
    assert desk("exact", "petitions", own) == [{"value": "9.5", "text": "上级转办3＋直接接待6.5"}]


def test_growth_averages_and_the_year_before_as_a_start(desk: Desk):
    asked = [
        ["growth", "new_unions", {"new_unions@last": "9", "new_unions": "12"}],
        ["growth", "new_unions", {"new_unions@last": "9", "new_unions": "6"}],
        ["growth", "new_unions", {"new_unions@last": "0", "new_unions": "6"}],
        ["growth", "new_unions", {"new_unions@last": "6", "new_unions": "6.0"}],
        ["growth", "dispute_rate", {"dispute_rate@last": "87.6", "dispute_rate": "89.7"}],
        ["growth", "new_unions", {"new_unions": "6"}],
    ]
    assert desk.all(asked) == [
        "比上年增加3家，增长33.3%",
        "比上年减少3家，下降33.3%",
        "比上年增加6家",
        "与上年持平",
        "比上年提高2.1个百分点",
        "",
    ]
    assert desk("averages", "visit_money", {"visit_money": "9.3", "visit_people": "310"}) == [
        "平均300（人均一般100—2000元）"
    ]
    assert desk("start", "new_unions", {"new_unions@last": "9"}) == [{"value": "9", "text": "照上年"}]
    assert desk("start", "new_unions", {"new_unions@last": "9", "new_unions": "1"}) == []


def test_problems_name_the_sections_and_only_sums_and_ratios_are_errors(desk: Desk):
    values = {"new_unions": "31", "total_unions": "8", "dispute_in": "58", "dispute_ok": "52", "dispute_rate": "90.1"}
    found = desk("problems", {**values, "visit_people": "约300", "dispute_in@last": "3", "dispute_ok@last": "4"})
    assert [(one["severity"], one["text"], one["sections"]) for one in found] == [
        ("check", "走访慰问写的是“约300”，不像数字", [2]),
        ("error", "调解成功率写的是90.1，调解成功52÷受理劳动争议58＝89.7", [2]),
        ("check", "新建基层工会写的是31，经验范围是1—30家", [1]),
    ]


def test_the_exported_table_fills_a_skeleton_and_leaves_the_other_items_alone(desk: Desk, tree: Tree):
    values = {
        "year": "2026",
        "unit_name": "=青石镇,总工会",
        "new_unions": "12",
        "new_unions@last": "9",
        "new_unions@plan": "15",
    }
    csv = desk("csv", {**values, "township/one#上级转办": "3"})
    assert csv.startswith('\ufeff数据项,单位,上年,本期,明年计划,填报说明\r\n单位全称,,,"\'=青石镇,总工会",,')
    assert "新建基层工会,家,9,12,15,要填上年、本期、明年计划\r\n" in csv
    assert "下一年度" not in csv
    wrong = tree.write({"a.md": SKELETON, "数据表.csv": csv}).kb("fill", "a.md", "--data", "数据表.csv")
    assert (wrong.code, wrong.out) == (1, "")
    assert "“单位全称”的值应为60字以内的一行文字，不含 { } =，写的是“=青石镇,总工会”" in wrong.err
    done = tree.write({"数据表.csv": csv.lstrip("\ufeff").replace("'=", "").encode("gb18030")}).kb(
        "fill", "a.md", "--data", "数据表.csv"
    )
    assert done.code == 0
    assert "填了5项，还有5个空格没填\n  另有1项是网页上别的范文的，没有用\n" in done.err
    assert "2026年新建基层工会12家" in done.out
    assert "其中上级转办3件" in done.out
    assert "2027年新建15家。" in done.out
