"""A build that can't be done says why, and leaves what is there as it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from building import mkdocs, site_tree
from conftest import ROOT, SAMPLE, Run, Tree
from published import TEA, real_spec

WRONG_KEY = SAMPLE.replace("{{new_unions=12}}", "{{new_unoins=12}}").replace("89.7", "98.7")
WRONG = """docs/township/a.md:16 KB306 没有数据项“new_unoins”；是不是“new_unions”？；\
应当：英文键都在 spec/data_items.yml 里；改法：改成数据项的键，没有合适的就用中文名称
docs/township/a.md:20 KB401 调解成功率写的是98.7，调解成功52÷受理劳动争议58＝89.7；\
应当：比率等于两数相除，按写出的小数位四舍五入；改法：改比率，或改分子、分母
"""
NO_ESBUILD = "网页脚本还没有生成，也没有装好 esbuild；请先运行 make setup"


def as_mkdocs(messages: str) -> str:
    """Return messages as MkDocs logs them."""
    return "".join(f"ERROR   -  {line}\n" for line in messages.splitlines())


def site_of(tree: Tree) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in (tree.root / "site").rglob("*")}


@pytest.fixture
def buildable(tmp_path: Path) -> Tree:
    """Return a project that can be built, with what an earlier build left in site/."""
    return site_tree(tmp_path / "project").write({"site/index.html": "上次的网站"})


@pytest.fixture
def without_esbuild(tmp_path: Path) -> Tree:
    """Return a project with one good sample, on a computer where nothing was set up for the browser side."""
    tree = site_tree(tmp_path / "project").write({"docs/township/a.md": SAMPLE})
    (tree.root / "scripts/web").unlink()
    shutil.copytree(ROOT / "scripts/web", tree.root / "scripts/web", ignore=shutil.ignore_patterns("node_modules"))
    return tree


def test_faulty_sample_stops_the_build_with_all_messages_and_the_old_site_stays(buildable: Tree):
    buildable.write({"docs/township/a.md": WRONG_KEY})
    done = mkdocs(buildable.root, buildable.root / "site")
    assert done.code == 1
    assert done.err == as_mkdocs(WRONG + "内容有2处错误，没有生成网站；改好以后再来")
    assert site_of(buildable) == {"index.html": "上次的网站"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param(
            "my sample.md", TEA, "docs/township/my sample.md:1 KB106 文件名是“my sample.md”", id="blank in name"
        ),
        pytest.param("b.md", TEA.encode("gbk"), "docs/township/b.md:2 KB501 这里开始不是 UTF-8（像是 GBK）", id="GBK"),
        pytest.param(
            "b.md", TEA.replace("---\n\n", "\n"), "docs/township/b.md:1 KB107 没有结束文件头的 ---", id="no end"
        ),
        pytest.param("b.md", TEA + "x" * 1_000_000, "docs/township/b.md:1 KB502 文件有 977 KB", id="1 MB"),
    ],
)
def test_bad_file_stops_the_build(buildable: Tree, name: str, text: str | bytes, said: str):
    buildable.write({f"docs/township/{name}": text})
    done = mkdocs(buildable.root, buildable.root / "site")
    assert done.code == 1
    assert done.err.startswith(f"ERROR   -  {said}；应当：")
    assert site_of(buildable) == {"index.html": "上次的网站"}


def test_things_to_look_at_do_not_stop_the_build(buildable: Tree):
    buildable.write({"docs/township/a.md": SAMPLE.replace("{{new_unions=12}}", "{{new_unions=99}}")})
    assert "KB405" in buildable.kb("check").out
    done = mkdocs(buildable.root, buildable.root / "site")
    assert done.code == 0, done.err
    assert (buildable.root / "site/township/a.html").is_file()


def test_stage_and_finish_refuse_a_faulty_sample_and_write_nothing(buildable: Tree):
    buildable.write({"docs/township/a.md": WRONG_KEY})
    refused = Run(1, "", WRONG + "内容有2处错误，改好以后再生成。\n")
    assert buildable.kb("stage", "pages") == refused
    assert buildable.kb("finish", "site") == refused
    assert not (buildable.root / "pages").exists()
    assert site_of(buildable) == {"index.html": "上次的网站"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["stage", "site"], "site 里已有文件，没有改动；请给一个空文件夹", id="stage into a used folder"),
        pytest.param(["stage", "docs/x"], "docs/x 在 docs/ 里面；请给一个别处的空文件夹", id="stage into docs"),
        pytest.param(["finish", "docs"], "docs 不是生成好的站点（没有 index.html）", id="finish no site"),
        pytest.param(["finish", "none"], "none 不是生成好的站点（没有 index.html）", id="finish a missing folder"),
    ],
)
def test_wrong_folder_is_a_fault_of_the_call(buildable: Tree, arguments: list[str], said: str):
    before = set(buildable.root.rglob("*"))
    assert buildable.kb(*arguments) == Run(2, "", f"kb：{said}\n")
    assert set(buildable.root.rglob("*")) == before


def test_stage_writes_pages_and_assets_and_no_finished_files(buildable: Tree):
    buildable.write({"docs/township/a.md": SAMPLE, "docs/assets/图 1.svg": "<svg/>"})
    done = buildable.kb("stage", "pages 1")
    themes = [f"themes/{key}.md" for key in real_spec().themes]
    assert done == Run(
        0, f"写好了 pages 1：{16 + len(themes)}个文件。在那里生成网站，再运行 kb finish pages 1/site\n", ""
    )
    assert sorted(p.name for p in (buildable.root / "pages 1").iterdir()) == ["docs", "mkdocs.yml"]
    assert not re.search("hook|watch", (buildable.root / "pages 1/mkdocs.yml").read_text(encoding="utf-8"))
    pages = buildable.root / "pages 1/docs"
    assert sorted(p.relative_to(pages).as_posix() for p in pages.rglob("*.*")) == [
        "assets/check-rules.js",
        "assets/check.css",
        "assets/check.js",
        "assets/desk-check.js",
        "assets/desk.css",
        "assets/desk.js",
        "assets/kb.css",
        "assets/kb.js",
        "assets/reference.js",
        "assets/search.js",
        "assets/word.js",
        "assets/图 1.svg",
        "index.md",
        *sorted(themes),
        "township/a.md",
        "township/index.md",
    ]
    text = (pages / "township/a.md").read_text(encoding="utf-8")
    assert "/// html | article.kb-sheet[data-sample='township/a']\n" in text
    assert not re.search(r"\{\{|<!-- kb:", text + (pages / "township/index.md").read_text(encoding="utf-8"))


def test_without_esbuild_the_build_says_what_to_run(without_esbuild: Tree):
    done = mkdocs(without_esbuild.root, without_esbuild.root / "site")
    assert (done.code, done.err) == (1, as_mkdocs(NO_ESBUILD))
    assert not (without_esbuild.root / "site").exists()


def test_without_esbuild_stage_says_what_to_run_and_writes_nothing(without_esbuild: Tree):
    assert without_esbuild.kb("stage", "pages") == Run(1, "", f"kb：{NO_ESBUILD}\n")
    assert not (without_esbuild.root / "pages").exists()


def test_bundle_is_made_once_and_again_only_when_its_inputs_change(buildable: Tree):
    cached = buildable.root / ".cache/web/kb.js"
    assert buildable.kb("stage", "one").code == 0
    first = cached.stat().st_mtime_ns
    assert buildable.kb("stage", "two").code == 0
    assert cached.stat().st_mtime_ns == first
    layout = buildable.read("spec/layout.yml")
    buildable.write({"spec/layout.yml": layout.replace("line_pitch_pt: 28.95", "line_pitch_pt: 28.5")})
    assert buildable.kb("stage", "three").code == 0
    assert cached.stat().st_mtime_ns > first
    assert "28.5" in cached.read_text(encoding="utf-8")
