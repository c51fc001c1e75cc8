"""`kb fill` refuses what it can't use: a clear message, an exit code, nothing written."""

from __future__ import annotations

import pytest

from conftest import Tree
from filling import ALL, FILLED, FRONT, SKELETON, TEXT, files, fill

NOTHING = "没有写出任何文件。\n"
LONG = "某" * 61
FORM = "应为60字以内的一行文字，不含 { } =，写的是"


def test_all_wrong_names_are_reported_in_one_run_with_the_nearest_known_one(tree: Tree):
    data = "yaer: 2026\nnew_unions: 12\n新建工会: 12\n无此项目: 1\n"
    tree.write({"v.yml": data, "a.md": SKELETON})
    before = files(tree)
    done = tree.kb("fill", "a.md", "--data", "v.yml", "-o", "b.md")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "v.yml:1 骨架里没有空格“yaer”；是不是“year”？\n"
        "v.yml:3 骨架里没有空格“新建工会”；是不是“新建基层工会”？\n"
        "v.yml:4 骨架里没有空格“无此项目”；可用的名称见骨架开头的 slots\n" + NOTHING
    )
    assert files(tree) == before


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param("next_year: 2027\n", "v.yml:1 “next_year”由 year 算出，不用填；删去这一行", id="derived by key"),
        pytest.param("下一年度: 2027\n", "v.yml:1 “下一年度”由 year 算出，不用填；删去这一行", id="derived by label"),
        pytest.param(
            "new_unions: 12\n新建基层工会: 13\n",
            "v.yml:2 “新建基层工会”给了两个值：“12”和“13”；只留一个",
            id="two values by key and label",
        ),
        pytest.param("year: 2026\nyear: 2026\n", "v.yml:2 “year”写了两次；删去一处", id="key twice"),
        pytest.param(f"year: {LONG}\n", f"v.yml:1 “year”的值{FORM}“{LONG[:30]}”", id="61 characters"),
        pytest.param("year: '{{year}}'\n", f"v.yml:1 “year”的值{FORM}“{{{{year}}}}”", id="braces"),
        pytest.param("year: a=b\n", f"v.yml:1 “year”的值{FORM}“a=b”", id="equals sign"),
        pytest.param("year: |\n  甲\n  乙\n", f"v.yml:1 “year”的值{FORM}“甲 乙”", id="line break"),
        pytest.param("- year\n- 2026\n", "v.yml:1 应为一行一个“键: 值”，写的是列表", id="list"),
        pytest.param("今年的数\n", "v.yml:1 应为一行一个“键: 值”，写的是一段文字", id="text"),
        pytest.param("", "v.yml:1 文件是空的；应为一行一个“键: 值”", id="empty"),
        pytest.param(" \n\n", "v.yml:1 文件是空的；应为一行一个“键: 值”", id="blank"),
        pytest.param(
            "year:\n  a: 1\nnew_unions: [1, 2]\n",
            "v.yml:2 “year”的值应为一个数或一行文字，写的是下一层的键和值\n"
            "v.yml:3 “new_unions”的值应为一个数或一行文字，写的是列表",
            id="nested",
        ),
        pytest.param(
            "year: 2026\nunit_name: 'x\n",
            "v.yml:2 这里读不下去：“unit_name: 'x”（引号或括号没有配对）；应为一行一个“键: 值”",
            id="no YAML",
        ),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff",
            "v.yml:1 不是文本文件（既不是 UTF-8 也不是 GBK）；请另存为 .csv 或 .yml",
            id="binary",
        ),
        pytest.param(
            '{"kb":1,"values":["2026"]}', "v.yml:1 应为一行一个“键: 值”，写的是列表", id="saved file with a list"
        ),
        pytest.param(
            '{"kb":2,"values":{"year":"2026"}}',
            "v.yml:1 这个文件的版本“2”不认识；请从网页上重新保存",
            id="saved file of another version",
        ),
    ],
)
def test_data_file_that_can_not_be_used(tree: Tree, data: str | bytes, said: str):
    tree.write({"v.yml": data, "a.md": SKELETON})
    before = files(tree)
    done = tree.kb("fill", "a.md", "--data", "v.yml", "-o", "b.md")
    assert (done.code, done.out, done.err) == (1, "", f"{said}\n{NOTHING}")
    assert files(tree) == before


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(
            "名称,值\n年度,2026\n新建基层工会\n", "v.csv:3 只有一列“新建基层工会”；应为两列：名称,值", id="one column"
        ),
        pytest.param("年度;2026\n", "v.csv:1 只有一列“年度;2026”；应为两列：名称,值", id="semicolons"),
        pytest.param(
            '单位全称,"青石镇\n总工会"\nyaer,2026\n',
            f"v.csv:1 “单位全称”的值{FORM}“青石镇 总工会”\nv.csv:3 骨架里没有空格“yaer”；是不是“year”？",
            id="line break in a cell, lines still counted",
        ),
        pytest.param(
            f'年度,"2026\n{"甲" * 140_000}', "v.csv:1 从这里起读不下去；看看英文双引号是不是成对", id="quote left open"
        ),
        pytest.param("年度,2026\n年度,2027\n", "v.csv:2 “年度”给了两个值：“2026”和“2027”；只留一个", id="two values"),
        pytest.param("", "v.csv:1 文件是空的；应为一行一个“名称,值”", id="empty"),
        pytest.param(
            b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xff\x80",
            "v.csv:1 不是文本文件（既不是 UTF-8 也不是 GBK）；请另存为 .csv 或 .yml",
            id="a workbook called csv",
        ),
    ],
)
def test_table_that_can_not_be_used(tree: Tree, data: str | bytes, said: str):
    done = fill(tree, "v.csv", data, "-o", "b.md")
    assert (done.code, done.out, done.err) == (1, "", f"{said}\n{NOTHING}")
    assert not (tree.root / "b.md").exists()


@pytest.mark.parametrize(
    ("skeleton", "said"),
    [
        pytest.param(TEXT, "a.md:1 这不是骨架：文件头里没有 slots；", id="no front matter"),
        pytest.param("---\ntitle: 甲\n---\n正文\n", "a.md:1 这不是骨架：文件头里没有 slots；", id="no slots"),
        pytest.param("", "a.md:1 这不是骨架：文件头里没有 slots；", id="empty"),
        pytest.param(SKELETON.encode("gbk"), "a.md:1 不是 UTF-8 编码；", id="GBK"),
        pytest.param(
            SKELETON.replace("unit: township", "unit: a: b"),
            "a.md:4 文件头这里读不下去：“unit: a: b”（值里有冒号加空格，要给整个值加引号）；请重新下载骨架",
            id="front matter is no YAML",
        ),
        pytest.param(
            SKELETON.replace("{key: year, label: 年度, unit: ''}", "year"),
            "a.md:7 slots 的这一条不全（要有 key 和 label）；请重新下载骨架",
            id="entry without label",
        ),
        pytest.param(
            SKELETON.replace("add: 1", "add: 一"),
            "a.md:17 slots 的这一条不全（要有 key 和 label）；请重新下载骨架",
            id="formula without a number",
        ),
    ],
)
def test_skeleton_that_can_not_be_used(tree: Tree, skeleton: str | bytes, said: str):
    tree.write({"a.md": skeleton, "v.yml": ALL})
    done = tree.kb("fill", "a.md", "--data", "v.yml", "-o", "b.md")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(said)
    assert done.err.endswith("\n" + NOTHING)
    assert not (tree.root / "b.md").exists()


def test_existing_file_is_overwritten_only_with_force(tree: Tree):
    tree.write({"b.md": "已有的稿子\n"})
    done = fill(tree, "v.yml", ALL, "-o", "b.md")
    assert (done.code, done.out) == (2, "")
    assert done.err == "kb：b.md 已经存在，没有改动它；换一个文件名，或加 --force 覆盖\n"
    assert tree.read("b.md") == "已有的稿子\n"
    assert fill(tree, "v.yml", ALL, "-o", "b.md", "--force").code == 0
    assert tree.read("b.md") == FILLED


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["none.md", "--data", "v.yml"], "kb：没有文件 none.md\n", id="no skeleton"),
        pytest.param(["a.md", "--data", "none.yml"], "kb：没有文件 none.yml\n", id="no data"),
        pytest.param(["a.md", "--data", "docs"], "kb：没有文件 docs\n", id="data is a folder"),
        pytest.param(["a.md", "--data", "v.yml", "-o", "none/b.md"], "kb：没有文件夹 none；先建好它\n", id="no folder"),
    ],
)
def test_missing_files_are_a_fault_of_the_call(tree: Tree, arguments: list[str], said: str):
    tree.write({"a.md": SKELETON, "v.yml": ALL})
    before = files(tree)
    done = tree.kb("fill", *arguments)
    assert (done.code, done.out, done.err) == (2, "", said)
    assert files(tree) == before


def test_skeleton_without_any_blank_takes_no_values(tree: Tree):
    tree.write({"a.md": FRONT.split("slots:")[0] + "slots: []\n---\n\n正文\n", "v.yml": "year: 2026\n"})
    done = tree.kb("fill", "a.md", "--data", "v.yml")
    assert (done.code, done.err.splitlines()[0]) == (1, "v.yml:1 骨架里没有空格“year”；可用的名称见骨架开头的 slots")
