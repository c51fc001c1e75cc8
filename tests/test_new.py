"""`kb new`: a file to start from, for every unit type and genre."""

from __future__ import annotations

import datetime
import re
from itertools import product
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, Run, Tree, new_tree

UNITS = {u["key"]: u for u in yaml.safe_load((ROOT / "spec/units.yml").read_text(encoding="utf-8"))["units"]}
GENRES = [
    g["key"] for g in yaml.safe_load((ROOT / "spec/genres.yml").read_text(encoding="utf-8"))["genres"] if "heading" in g
]
EVERY = list(product(UNITS, GENRES))
UNIT_NAMES = "township、street、community、school、enterprise、county、agency"
GENRE_NAMES = "annual_summary、half_year_summary、plan、summary_and_plan、special_summary"


def name(genre: str) -> str:
    return f"new-{genre.replace('_', '-')}.md"


def themes(text: str) -> list[str]:
    """Return the themes of the level-1 headings."""
    return re.findall(r"^## .* \{: theme=(\w+) \}$", text, re.M)


def usual(unit: str, genre: str) -> list[str]:
    """Return the themes a new file has where units.yml gives no outline."""
    order = UNITS[unit]["theme_order"]
    return ["plan_goal", *order, "plan_guarantee"] if genre == "plan" else [*order, "problems", "plan_tasks"]


def filled(text: str) -> str:
    """Return the file with the prompts （写：…） replaced, as its author leaves it."""
    return re.sub("（写：[^）]*）", "照实写的一句话", text)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tree, dict[tuple[str, str], Run]]:
    """Return a project with a new file of every unit type and genre, and what the command said of each."""
    tree = new_tree(tmp_path_factory.mktemp("new") / "project")
    return tree, {(unit, genre): tree.kb("new", unit, "--genre", genre) for unit, genre in EVERY}


@pytest.mark.parametrize(("unit", "genre"), EVERY)
def test_new_file_has_the_outline_of_its_unit_type(every, unit: str, genre: str):
    tree, runs = every
    path = f"docs/{unit}/{name(genre)}"
    said = f"写好了 {path}：把（写：……）换成正文，改好 title 和 for，再运行 kb check\n"
    assert runs[unit, genre] == Run(0, said, "")
    text = tree.read(path)
    assert themes(text) == UNITS[unit].get("outlines", {}).get(genre, usual(unit, genre))
    assert f"unit: {unit}\ngenre: {genre}\n" in text
    assert f"written: {datetime.date.today().isoformat()}\n" in text


def test_check_accepts_every_new_file_and_asks_only_for_the_prompts(every):
    tree, _ = every
    done = tree.kb("check")
    codes = {line.split()[1] for line in done.out.splitlines()[:-1]}
    assert (done.code, codes) == (0, {"KB503"})
    assert done.out.splitlines()[-1] == f"查了{len(EVERY) + 1}个文件：错误0处，请核对{len(EVERY)}处"


def test_nothing_is_left_to_look_at_once_the_prompts_are_replaced(every, tmp_path: Path):
    made, _ = every
    tree = new_tree(tmp_path / "project")
    tree.write({f"docs/{u}/{name(g)}": filled(made.read(f"docs/{u}/{name(g)}")) for u, g in EVERY})
    for unit, genre in EVERY[::6]:  # one by one: filled with the same words they would be copies of each other
        done = tree.kb("check", f"docs/{unit}/{name(genre)}")
        assert (done.code, done.out) == (0, "查了1个文件：错误0处，请核对0处\n")


def test_new_township_plan_as_a_whole(tree: Tree):
    tree.kb("new", "township", "--genre", "plan", "--name", "tea-plan")
    today = datetime.date.today().isoformat()
    text = tree.read("docs/township/tea-plan.md")
    assert text.startswith(
        f"""---
title: 乡镇工会工作计划（这一篇与别篇的不同）
heading: "{{{{unit_name}}}}{{{{next_year}}}}年工作计划"
unit: township
genre: plan
span: year
for: 什么样的单位用得上
source: original
written: {today}
aliases: []
---

{{{{year={today[:4]}}}}}年，{{{{unit_name}}}}在{{{{party_body}}}}和{{{{upper_union}}}}领导下，（写：指导思想一句、总评一句、一两个总数）。

## 总体要求与目标 {{: theme=plan_goal }}

（写：指导思想和主线各一句，再列可量化的目标：上年实绩、本年目标、增量）

## 夯实“小三级”工会，扩大组织覆盖 {{: theme=organization }}

（写：建会、入会、换届、小三级工会、规范化、建家）"""
    )
    assert "@plan=" in text


def test_nothing_is_ever_overwritten(tree: Tree):
    first = tree.kb("new", "school", "--genre", "plan")
    tree.write({"docs/school/new-plan.md": "我的稿子\n"})
    second, third = (tree.kb("new", "school", "--genre", "plan") for _ in range(2))
    assert [r.out.partition("：")[0] for r in (first, second, third)] == [
        "写好了 docs/school/new-plan.md",
        "写好了 docs/school/new-plan-2.md",
        "写好了 docs/school/new-plan-3.md",
    ]
    assert tree.read("docs/school/new-plan.md") == "我的稿子\n"
    named = [tree.kb("new", "school", "--genre", "plan", "--name", "new-plan-2") for _ in range(2)]
    assert named == [Run(2, "", "kb：docs/school/new-plan-2.md 已经存在，没有改动它；换一个 --name\n")] * 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["town", "--genre", "plan"], f"没有单位类型“town”；可用的是：{UNIT_NAMES}", id="unit"),
        pytest.param(["township", "--genre", "paln"], f"没有文种“paln”；可用的是：{GENRE_NAMES}", id="genre"),
        pytest.param(["township", "--genre", "snippet"], f"没有文种“snippet”；可用的是：{GENRE_NAMES}", id="snippet"),
        *(
            pytest.param(
                ["township", "--genre", "plan", "--name", wrong],
                f"文件名“{wrong}”应为小写英文单词、数字和连字符，如 wage-bargaining-annual",
                id=f"name {wrong}",
            )
            for wrong in ("Tea Plan", "茶", "../tea", "tea.md", "tea_plan")
        ),
    ],
)
def test_wrong_argument_names_the_choices_and_writes_nothing(tree: Tree, arguments: list[str], said: str):
    before = set(tree.root.rglob("*"))
    assert tree.kb("new", *arguments) == Run(2, "", f"kb：{said}\n")
    assert set(tree.root.rglob("*")) == before


def test_outside_a_project_it_says_so(tmp_path: Path):
    done = Tree(tmp_path).kb("new", "township", "--genre", "plan")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"kb：在 {tmp_path} 和它的上级文件夹里找不到模板库（要有 spec/ 和 mkdocs.yml）；"
        "请到模板库里运行，或用 --root 指明\n"
    )
