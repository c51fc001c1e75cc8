"""`make bench`: what it builds, what it measures, and how it writes the figures down."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest
import yaml

from bench import sites, speed
from bench.costs import Cost, by_turns, cost
from conftest import ROOT, Tree

COLUMNS = {
    100: {"查，从头": 1.26, "查，从头 MB": 64.4, "生成，没有改动": 13.0, "带搜索": 10.0, "首页": 81_920.0},
    10_000: {"查，从头": 1234.5, "查，从头 MB": 1_934.0, "首页": 83_000.0},
}


def test_table_has_a_column_for_each_size_and_a_dash_where_nothing_was_measured():
    lines = speed.table(COLUMNS).splitlines()
    assert lines[:3] == [
        "|  | 100篇 | 10,000篇 |",
        "| --- | ---: | ---: |",
        "| 查内容，从头，秒（内存 MB） | 1.3（64） | 1,234.5（1,934） |",
    ]
    assert "| 没有改动 ÷ 带搜索 | 1.30 | — |" in lines
    assert "| 第一次打开首页，gzip KB | 80 | 81 |" in lines


def test_page_says_when_and_on_what_it_was_measured():
    page = speed.page(COLUMNS, "本站52篇。", 10, "156.0.1", busy=True)
    assert page.startswith("---\ntitle: 有多快、有多大\n")
    assert "核的普通机器上量的，浏览器是 Chromium 156。量的时候机器还在忙别的" in page
    assert "\n\n本站52篇。\n\n" in page
    assert "{" not in page


def test_command_that_fails_tells_its_last_words(tmp_path: Path):
    with pytest.raises(RuntimeError, match="没有这篇"):
        cost([sys.executable, "-c", "import sys; sys.exit('没有这篇')"], tmp_path)


def test_memory_is_that_of_the_command_and_of_what_it_starts(tmp_path: Path):
    hold = "import time; x = b'1' * (200 << 20); time.sleep(0.5)"
    assert 200 < cost([sys.executable, "-c", hold], tmp_path).megabytes < 260
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    assert 200 < cost([sys.executable, "-c", start], tmp_path).megabytes < 260


def test_generated_project_passes_the_check(tmp_path: Path):
    tree = Tree(sites.ours(tmp_path / "project", 8))
    done = tree.kb("check")
    # What paragraphs put together at random give to look at is the rules' affair.
    assert (done.code, done.out.splitlines()[-1].partition("，")[0]) == (0, "查了9个文件：错误0处")


def test_same_pages_for_material_alone_have_nothing_of_ours(tmp_path: Path):
    folder = sites.plain(tmp_path / "plain", 8, "带搜索")
    config = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    real = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert config["nav"] == real["nav"]
    assert config["plugins"] == [{"search": {"lang": "zh"}}]
    assert config.keys() & {"hooks", "extra_css", "extra_javascript", "watch"} == set()
    made = sorted(p.relative_to(folder / "docs") for p in (folder / "docs").rglob("generated-*.md"))
    assert len(made) == 8
    assert "{{" not in (folder / "docs" / made[0]).read_text(encoding="utf-8")


def test_steps_run_by_turns_and_the_quickest_run_of_each_counts():
    seconds = {"ours": iter([3.0, 2.0, 4.0]), "plain": iter([5.0, 6.0, 7.0])}
    order: list[str] = []

    def step(name: str) -> Cost:
        order.append(name)
        return Cost(next(seconds[name]), 1.0)

    quickest = by_turns({name: partial(step, name) for name in seconds}, 3)
    assert quickest == {"ours": Cost(2.0, 1.0), "plain": Cost(5.0, 1.0)}
    assert order == ["ours", "plain"] * 3
