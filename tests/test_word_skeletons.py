"""Word skeletons in the finished site, and how they are kept."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

import pytest

from conftest import KB, Run, Tree
from kb import word
from kb.site import sheet
from published import SNIPPETS, TEA, sample
from word_files import controls, paragraphs

NAME = "site/skeletons/township/a.docx"
KEPT = ".cache/word"


def finish(tree: Tree) -> bytes:
    """Finish a site; return the Word skeleton of its sample."""
    tree.write({"site/index.html": ""})
    done = tree.kb("finish", "site")
    assert (done.code, done.err) == (0, "")
    return (tree.root / NAME).read_bytes()


def test_each_sample_has_a_word_skeleton_and_snippets_have_none(township: Callable[[str], Tree]):
    tree = township(TEA).write({"docs/township/snippets/assistance.md": SNIPPETS})
    content = finish(tree)
    assert [p.name for p in (tree.root / "site").rglob("*.docx")] == ["a.docx"]
    assert paragraphs(content)[:3] == [
        "【单位全称】【年度】年工作总结",
        "【年度】年，【单位全称】盯住采茶季用工。",
        "一、把会建到茶厂",
    ]
    assert paragraphs(content)[-2:] == ["【单位全称】", "【成文日期】"]
    found = controls(content)
    assert found[0] == ("unit_name", "单位全称", "【单位全称】")
    assert ("new_unions@plan", "明年计划·新建基层工会", "【明年计划·新建基层工会】") in found
    assert len(found) == 16


def test_skeleton_of_the_site_can_be_filled(township: Callable[[str], Tree]):
    tree = township(TEA)
    finish(tree)
    tree.write({"v.csv": "年度,2026\n单位全称,青石镇总工会\n提示函,9\n"})
    refused = tree.kb("fill", NAME, "--data", "v.csv", "-o", "b.docx")
    assert (refused.code, "骨架里没有空格“提示函”" in refused.err) == (1, True)
    tree.write({"v.csv": "年度,2026\n单位全称,青石镇总工会\n劳动法律监督提示函,9\n当面送达,5\n邮寄送达,3\n"})
    done = tree.kb("fill", NAME, "--data", "v.csv", "-o", "b.docx")
    assert done.code == 1
    assert done.err.endswith("数字对不上：劳动法律监督提示函写的是9，当面送达5＋邮寄送达3＝8\n")
    assert paragraphs(tree.root / "b.docx")[0] == "青石镇总工会2026年工作总结"


def test_second_build_has_the_same_bytes_and_writes_nothing(township: Callable[[str], Tree]):
    tree = township(TEA)
    before = finish(tree)
    times = {p: p.stat().st_mtime_ns for p in [tree.root / NAME, *(tree.root / KEPT).iterdir()]}
    assert finish(tree) == before
    assert {p: p.stat().st_mtime_ns for p in times} == times


def test_what_is_kept_follows_the_sample_and_the_layout(township: Callable[[str], Tree]):
    tree = township(TEA)
    first = finish(tree)
    (kept,) = (tree.root / KEPT).iterdir()
    tree.write({"docs/township/a.md": TEA.replace("先摸底", "先看看")})
    second = finish(tree)
    assert first != second
    assert not kept.exists()
    layout = tree.read("spec/layout.yml")
    tree.write({"spec/layout.yml": layout.replace("left: 28}", "left: 27}")})
    assert finish(tree) != second


def test_damaged_cache_folder_costs_time_only(township: Callable[[str], Tree]):
    tree = township(TEA)
    first = finish(tree)
    for path in (tree.root / KEPT).iterdir():
        path.unlink()
    (tree.root / KEPT).rmdir()
    tree.write({KEPT: "no folder"})
    assert finish(tree) == first


def test_page_offers_the_word_file_only_where_it_is_made(monkeypatch: pytest.MonkeyPatch):
    one = sample(TEA)
    assert "下载骨架（Word）" in sheet.downloads(one, "../")
    monkeypatch.setattr(word, "available", lambda: False)
    assert ".docx" not in sheet.downloads(one, "../")
    assert "下载骨架（Markdown）" in sheet.downloads(one, "../")


def without_library(tree: Tree, *arguments: str) -> Run:
    """Run `kb` where python-docx can't be found."""
    hide = "import sys; sys.modules['docx'] = None\nfrom kb.cli import main\nsys.exit(main(sys.argv[1:]))"
    command = [KB.with_name("python"), "-c", hide, *arguments]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=tree.root, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    return Run(done.returncode, done.stdout, done.stderr)


def test_without_the_library_there_are_none_and_a_line_says_so(township: Callable[[str], Tree]):
    tree = township(TEA).write({"site/index.html": "", "v.yml": "year: 2026\n"})
    done = without_library(tree, "finish", "site")
    assert (done.code, done.err) == (0, "没有装 python-docx，没有生成 Word 骨架；要生成就先运行 make setup\n")
    assert not list(tree.root.rglob("*.docx"))
    fill = ("fill", "site/skeletons/township/a.md", "--data", "v.yml")
    assert without_library(tree, *fill).code == 0
    refused = without_library(tree, *fill, "-o", "b.docx")
    said = "b.docx：读写 .docx 要用 python-docx，还没有装；请先运行 make setup，或用 .md 的骨架、写成 .md\n"
    assert (refused.code, refused.err) == (1, said + "没有写出任何文件。\n")
