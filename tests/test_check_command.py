"""`kb check` as a command: what it prints, what it exits with, what it is told to check."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from bad_examples import FOLDER, SNIPPET
from conftest import KB, SAMPLE, Tree

EMPTY_CHECK = "查了1个文件：错误0处，请核对0处\n"  # spec/example.md alone
KEY = "；应当：英文键都在 spec/data_items.yml 里；改法：改成数据项的键，没有合适的就用中文名称"
SUM = "；应当：比率等于两数相除，按写出的小数位四舍五入；改法：改比率，或改分子、分母"
RANGE = "；应当：数值一般在这类单位一年的经验范围内；改法：核对数值和单位（人、人次，元、万元）"
FEW_MISTAKES = SAMPLE.replace("{{new_unions=12}}", "{{new_unoins=12}}").replace("89.7", "98.7")


def test_empty_project_is_clean(tree: Tree):
    done = tree.kb("check")
    assert (done.code, done.out, done.err) == (0, EMPTY_CHECK, "")


def test_error_exits_with_1_and_something_to_look_at_with_0(tree: Tree):
    tree.write({"a.md": SAMPLE.replace("=12}}", "=31}}"), "b.md": SAMPLE.replace("89.7", "98.7")})
    look, wrong = tree.kb("check", "a.md"), tree.kb("check", "b.md")
    assert (look.code, look.out, look.err) == (
        0,
        f"a.md:16 KB405 ［请核对］新建基层工会写的是31，经验范围是1—30家{RANGE}\n查了1个文件：错误0处，请核对1处\n",
        "",
    )
    assert (wrong.code, wrong.out, wrong.err) == (
        1,
        f"b.md:20 KB401 调解成功率写的是98.7，调解成功52÷受理劳动争议58＝89.7{SUM}\n查了1个文件：错误1处，请核对0处\n",
        "",
    )


def test_everything_in_every_file_and_in_the_spec_is_reported_in_one_run(tree: Tree):
    tree.write(
        {
            "docs/township/snippets/b.md": SNIPPET.replace("{{new_unions=12}}", "{{new_unoins=12}}"),
            "docs/street/snippets/a.md": SNIPPET.replace("乡镇", "街道")
            .replace("township", "street")
            .replace("=12", "="),
            "docs/school/snippets/c.md": SNIPPET.replace("township", "school").encode("gbk"),
            "spec/writing.yml": (FOLDER / "KB904.yml").read_bytes(),
            "spec/laws.yml": (FOLDER / "KB908.yml").read_bytes(),
        }
    )
    (tree.root / "spec/rewrites.yml").unlink()
    done = tree.kb("check")
    *messages, summary = done.out.splitlines()
    assert [m.partition("；应当：")[0] for m in messages] == [
        "docs/school/snippets/c.md:2 KB501 这里开始不是 UTF-8（像是 GBK）",
        "docs/street/snippets/a.md:11 KB305 “{{new_unions=}}”的示例值是空的",
        "docs/township/snippets/b.md:11 KB306 没有数据项“new_unoins”；是不是“new_unions”？",
        "spec/laws.yml:14 KB908 “townships”在 spec 里没有定义；是不是“township”？",
        "spec/rewrites.yml:1 KB901 没有这个文件",
        "spec/writing.yml:14 KB904 parts_summary 第1项的 must 应为 true 或 false，写的是“是”",
    ]
    assert summary == "查了4个文件：错误6处，请核对0处"
    assert (done.code, done.err) == (1, "")


def test_several_faults_of_one_file_come_in_the_order_of_its_lines(tree: Tree):
    done = tree.write({"a.md": FEW_MISTAKES}).kb("check", "a.md")
    assert (done.code, done.out) == (
        1,
        f"a.md:16 KB306 没有数据项“new_unoins”；是不是“new_unions”？{KEY}\n"
        f"a.md:20 KB401 调解成功率写的是98.7，调解成功52÷受理劳动争议58＝89.7{SUM}\n"
        "查了1个文件：错误2处，请核对0处\n",
    )


@pytest.mark.parametrize("name", ["units.yml", "data_items.yml", "themes.yml", "genres.yml"])
def test_without_a_file_that_samples_refer_to_only_the_spec_is_checked(tree: Tree, name: str):
    (tree.root / "spec" / name).unlink()
    done = tree.write({"docs/township/a.md": FEW_MISTAKES}).kb("check")
    assert (done.code, done.out, done.err) == (
        1,
        f"spec/{name}:1 KB901 没有这个文件；应当：spec/ 里的文件一个不少；改法：从版本库里取回这个文件\n"
        "查了0个文件：错误1处，请核对0处；spec 不全或用不了，范文没有查，先改好 spec\n",
        "",
    )


def test_without_rules_the_faults_are_still_reported_and_are_errors(tree: Tree):
    (tree.root / "spec/rules.yml").unlink()
    done = tree.write({"a.md": SAMPLE.replace("=12}}", "=31}}")}).kb("check", "a.md")
    assert (done.code, done.out) == (
        1,
        "a.md:16 KB405 新建基层工会写的是31，经验范围是1—30家\n"
        "spec/rules.yml:1 KB901 没有这个文件\n"
        "查了1个文件：错误2处，请核对0处\n",
    )


FILES = {
    "docs/township/snippets/a.md": SNIPPET,
    "docs/township/snippets/b.md": SNIPPET.replace("乡镇建会段落", "又一种写法").replace("抓建会", "建起来"),
    "docs/street/snippets/c.md": SNIPPET.replace("乡镇建会段落", "街道建会段落").replace("township", "street"),
    "docs/township/index.md": "# 乡镇\n",
    "docs/guide/index.md": "# 用法\n",
    "docs/guide/words.md": "# 词\n",
    "drafts/d.md": SAMPLE,
    "drafts/deeper/e.md": SAMPLE.replace("试验用", "又一篇").replace("工作如下", "做法"),
    "README.md": "# 说明\n",
}


@pytest.mark.parametrize(
    ("paths", "number"),
    [
        pytest.param([], 4, id="everything: three snippets and the example"),
        pytest.param(["docs"], 3, id="docs: samples only, no other pages"),
        pytest.param(["."], 3, id="the project: its samples"),
        pytest.param(["docs/township"], 2, id="one unit type"),
        pytest.param(["docs/guide"], 0, id="a folder of other pages"),
        pytest.param(["docs/township/index.md"], 0, id="an index page"),
        pytest.param(["docs/township/snippets/a.md"], 1, id="one file"),
        pytest.param(
            ["docs/township/../township/snippets/a.md", "docs/township/snippets/a.md"], 1, id="one file twice"
        ),
        pytest.param(["docs/township/snippets/a.md", "docs/township"], 2, id="a file and its folder"),
        pytest.param(["drafts"], 2, id="a folder beside docs, with what is below"),
        pytest.param(["spec"], 1, id="the example"),
    ],
)
def test_paths_say_what_is_checked(tree: Tree, paths: list[str], number: int):
    done = tree.write(dict(FILES)).kb("check", *paths)
    assert (done.out, done.code) == (f"查了{number}个文件：错误0处，请核对0处\n", 0)


def test_file_outside_the_project_is_shown_as_it_was_given(tree: Tree, tmp_path: Path):
    (tmp_path / "我的 稿子.md").write_text(FEW_MISTAKES, encoding="utf-8")
    done = tree.kb("check", str(tmp_path / "我的 稿子.md"))
    assert [m.split(" KB")[0] for m in done.out.splitlines()[:2]] == [
        f"{tmp_path}/我的 稿子.md:16",
        f"{tmp_path}/我的 稿子.md:20",
    ]


def test_command_works_from_a_folder_below_and_with_root_from_anywhere(tree: Tree, tmp_path: Path):
    tree.write({"docs/township/snippets/a.md": SNIPPET})
    below = Tree(tree.root / "docs" / "township").kb("check", "snippets/a.md")
    elsewhere = Tree(tmp_path).kb("--root", str(tree.root), "check")
    assert (below.code, below.out) == (0, EMPTY_CHECK)
    assert (elsewhere.code, elsewhere.out) == (0, "查了2个文件：错误0处，请核对0处\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["check", "没有.md"], "kb：没有 没有.md\n", id="unknown path"),
        pytest.param(["check", "docs", "不在/a.md"], "kb：没有 不在/a.md\n", id="one unknown path of two"),
    ],
)
def test_path_that_is_not_there_exits_with_2_and_nothing_is_checked(tree: Tree, arguments: list[str], message: str):
    done = tree.kb(*arguments)
    assert (done.code, done.out, done.err) == (2, "", message)


@pytest.mark.parametrize("arguments", [["check", "--all"], ["cheque"], []], ids=["option", "command", "nothing"])
def test_arguments_that_mean_nothing_exit_with_2_and_say_so_in_chinese(tree: Tree, arguments: list[str]):
    done = tree.kb(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "参数不对" in done.err
    assert "Traceback" not in done.err


def test_outside_a_project_the_command_exits_with_2(tmp_path: Path):
    done = Tree(tmp_path).kb("check")
    assert (done.code, done.out) == (2, "")
    where = f"kb：在 {tmp_path} 和它的上级文件夹里找不到模板库（要有 spec/ 和 mkdocs.yml）；"
    assert done.err == f"{where}请到模板库里运行，或用 --root 指明\n"


def test_check_writes_nothing_but_its_cache(tree: Tree):
    def times() -> dict[Path, int]:
        return {p: p.stat().st_mtime_ns for p in tree.root.rglob("*") if ".cache" not in p.relative_to(tree.root).parts}

    tree.write({"docs/township/a.md": FEW_MISTAKES})
    before = times()
    assert tree.kb("check").code == 1
    assert times() == before


def test_output_is_utf_8_whatever_the_locale(tree: Tree):
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([KB, "check"], cwd=tree.root, env=environment, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.decode()) == (0, EMPTY_CHECK)


def test_400_samples_are_checked(tree: Tree):
    tree.write({f"drafts/a-{n}.md": SAMPLE.replace("试验用", f"第{n}篇") for n in range(400)})
    done = tree.kb("check", "drafts")
    assert (done.code, done.out, done.err) == (0, "查了400个文件：错误0处，请核对0处\n", "")
