"""`kb fill`: a skeleton and a table of values become a text."""

from __future__ import annotations

import pytest

from conftest import Tree
from filling import ALL, FILLED, LABELS, SKELETON, account, fill, without

ONE = "新建【新建基层工会】家"


def test_everything_filled_leaves_the_text_without_front_matter(tree: Tree):
    done = fill(tree, "v.yml", ALL)
    assert (done.code, done.out, done.err) == (0, FILLED, account(10, []))


def test_output_file_has_the_same_text_and_the_account_names_it(tree: Tree):
    done = fill(tree, "v.yml", ALL, "-o", "填好.md")
    assert (done.code, done.out, done.err) == (0, "", "写好了 填好.md：" + account(10, []))
    assert tree.read("填好.md") == FILLED


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("v.yml", "new_unions: 12\n年度: 2026\n", id="yml by key and by label"),
        pytest.param("v.yaml", "\ufeffnew_unions: '12'\r\nyear: 2026\r\n", id="yaml with BOM and CRLF"),
        pytest.param("v.json", '{"new_unions": 12, "year": "2026"}', id="json"),
        pytest.param("v.csv", "new_unions,12\n年度,2026\n", id="csv without heading row"),
        pytest.param("v.csv", "名称,值\r\n新建基层工会,12\r\n年度,2026\r\n", id="csv with heading row and CRLF"),
        pytest.param("v.CSV", "key,value\rnew_unions,12\ryear,2026\r", id="csv with old line ends"),
        pytest.param(
            "v.csv", "名称,值,说明\n新建基层工会, 12 ,家\n\n年度,2026,\n,,\n", id="csv with more columns and rows"
        ),
        pytest.param(
            "v.csv",
            "数据项,单位,上年,本期,明年计划,填报说明\n新建基层工会,家,,12,,\n年度,,,2026\n",
            id="the desk's table",
        ),
        pytest.param("v.csv", "\ufeff名称,值\n新建基层工会,12\n年度,2026\n".encode(), id="csv in UTF-8 with BOM"),
        pytest.param("v.csv", "名称,值\n新建基层工会,12\n年度,2026\n".encode("gbk"), id="csv in GBK"),
        pytest.param("v.yml", "新建基层工会: 12\n年度: 2026\n".encode("gbk"), id="yml in GBK"),
        pytest.param("我的 数据.csv", "新建基层工会,12\n年度,2026\n", id="file name with spaces"),
    ],
)
def test_data_files_of_every_kind_give_the_same_values(tree: Tree, name: str, data: str | bytes):
    done = fill(tree, name, data)
    assert (done.code, done.err) == (0, account(2, without("新建基层工会", "年度", "下一年度")))
    assert "2026年新建基层工会12家" in done.out
    assert "2027年新建【明年计划·新建基层工会】家。" in done.out


def test_values_of_three_periods_are_three_blanks(tree: Tree):
    done = fill(tree, "v.yml", "new_unions@plan: 15\n")
    assert (done.code, done.err) == (0, account(1, without("明年计划·新建基层工会")))
    assert "新建基层工会【新建基层工会】家" in done.out
    assert "【下一年度】年新建15家。" in done.out


@pytest.mark.parametrize("data", ["year:\nnew_unions: ''\n", "year: ~\n", '{"kb":1,"values":{}}'])
def test_empty_values_leave_the_blanks_open(tree: Tree, data: str):
    done = fill(tree, "v.yml", data)
    assert (done.code, done.out, done.err) == (0, SKELETON_AGAIN, account(0, LABELS))


# the relations are gone: their figures may be in the text by now
SKELETON_AGAIN = SKELETON.replace(
    "relations:\n- kind: sum\n  item: petitions\n  of: [上级转办, 直接接待]\n", ""
).replace("formula: {from: year, add: 1}", "formula: {from: year, add: '1'}")


def test_half_filled_text_can_be_filled_again(tree: Tree):
    half = fill(tree, "v.yml", "year: 2026\nnew_unions: 12\n", "-o", "half.md")
    assert half.err == "写好了 half.md：" + account(2, without("年度", "新建基层工会", "下一年度"))
    assert "label: 年度," not in tree.read("half.md")
    assert "label: 单位全称," in tree.read("half.md")
    rest = "\n".join(line for line in ALL.split("\n") if not line.startswith(("year", "new_unions:")))
    tree.write({"rest.yml": rest})
    done = tree.kb("fill", "half.md", "--data", "rest.yml")
    assert (done.code, done.out, done.err) == (0, FILLED, account(8, []))


def test_year_that_is_no_number_leaves_the_next_one_open_to_be_typed_the_second_time(tree: Tree):
    half = fill(tree, "v.yml", "year: 二〇二六\n", "-o", "half.md")
    assert half.err == "写好了 half.md：" + account(1, without("年度"))
    tree.write({"rest.yml": "next_year: 二〇二七\n"})
    done = tree.kb("fill", "half.md", "--data", "rest.yml")
    assert done.code == 0
    assert "二〇二七年新建【明年计划·新建基层工会】家。" in done.out


def test_file_saved_by_the_page_fills_this_sample_and_leaves_the_others_alone(tree: Tree):
    saved = """{"kb":1,"values":{
 "new_unions":"12",
 "township/a#上级转办":"3",
 "township/b#直接接待":"7",
 "total_members":"5200"},
 "labels":{"new_unions":"新建基层工会"}}"""
    done = fill(tree, "所填数据.json", saved)
    others = "  另有2项是网页上别的范文的，没有用\n"
    assert (done.code, done.err) == (0, account(2, without("新建基层工会", "上级转办"), others))
    assert "新建基层工会12家" in done.out
    assert "上级转办3件、直接接待【直接接待】件" in done.out


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        pytest.param("甲*乙*", r"甲\*乙\*", id="star"),
        pytest.param("a_b_c", r"a\_b\_c", id="underscore"),
        pytest.param("# 甲", r"\# 甲", id="hash"),
        pytest.param("<b>甲</b>", r"\<b\>甲\</b\>", id="tag"),
        pytest.param("`甲`[乙](丙)|丁", r"\`甲\`\[乙\](丙)\|丁", id="code, link, cell"),
        pytest.param("\\1", r"\\1", id="backslash and group reference"),
        pytest.param("某某镇【年度】", "某某镇【年度】", id="looks like a blank"),
    ],
)
def test_marks_in_a_value_stay_text(tree: Tree, value: str, printed: str):
    done = fill(tree, "v.csv", f"unit_name,{value}\nyear,2026\n")
    assert done.code == 0
    assert f"# {printed}2026年工作总结\n" in done.out


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(
            "dispute_in: 58\ndispute_ok: 52\ndispute_rate: 98.7\n",
            "数字对不上：调解成功率写的是98.7，调解成功52÷受理劳动争议58＝89.7\n",
            id="ratio",
        ),
        pytest.param(
            "petitions: 9\n上级转办: 3\n直接接待: 5\n",
            "数字对不上：接待来信来访写的是9，上级转办3＋直接接待5＝8\n",
            id="sum of the sample itself",
        ),
    ],
)
def test_contradictory_figures_are_reported_and_the_file_is_written(tree: Tree, data: str, said: str):
    done = fill(tree, "v.yml", data, "-o", "b.md")
    assert done.code == 1
    assert done.err.endswith(said)
    assert "年工作总结" in tree.read("b.md")


@pytest.mark.parametrize("rate", ["89.655172413793103448275862068966", "nan", "1e400", "约90"])
def test_figures_that_agree_or_are_no_plain_numbers_are_not_reported(tree: Tree, rate: str):
    done = fill(tree, "v.yml", f"dispute_in: 58\ndispute_ok: 52\ndispute_rate: {rate}\n")
    assert (done.code, done.err) == (0, account(3, without("受理劳动争议", "调解成功", "调解成功率")))


def test_part_above_its_whole_is_only_to_be_looked_at(tree: Tree):
    done = fill(tree, "v.yml", "dispute_in: 5\ndispute_ok: 6\n")
    assert done.code == 0
    assert done.err.splitlines()[-1] == "请核对：调解成功6大于受理劳动争议5"


def test_outside_a_project_the_program_s_own_spec_is_used(tmp_path):
    done = fill(Tree(tmp_path), "v.yml", ALL)
    assert (done.code, done.out) == (0, FILLED)
