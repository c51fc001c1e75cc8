"""The outline tables of docs/<unit>/index.md and the outlines that `kb new` takes from spec/units.yml are the same."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from published import real_spec

COLUMNS = "| 段落 | 写什么 | 常报数据 | 篇幅 |"
TABLES = [
    pytest.param(unit.key, genre, id=f"{unit.key} {genre}")
    for unit in real_spec().units.values()
    for genre in unit.outlines
]


def tables(page: str) -> dict[str, list[list[str]]]:
    """Return the rows of each outline table, by the heading above it."""
    found: dict[str, list[list[str]]] = {}
    for part in re.split(r"^### ", page, flags=re.M)[1:]:
        if COLUMNS in part:
            rows = part.partition(COLUMNS)[2].split("\n\n")[0].strip().split("\n")[1:]
            found[part.split("\n")[0].strip()] = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows]
    return found


def table(unit: str, genre: str) -> list[list[str]]:
    """Return the rows of one unit type's outline table of one genre."""
    page = (ROOT / "docs" / unit / "index.md").read_text(encoding="utf-8")
    return tables(page)[real_spec().genres[genre].name]


def themes(rows: list[list[str]]) -> list[str]:
    """Return the themes of the rows that are 必写, in order.

    A cell reads **小标题**：主题，合写另一主题，必写; where a part's own name is its theme, **名称**，必写.
    """
    keys = {theme.name: theme.key for theme in real_spec().themes.values()}
    found = []
    for cell in (row[0] for row in rows):
        if cell.endswith("，必写"):
            heading, _, name = cell.removesuffix("，必写").partition("**：")
            written = (name.split("，")[0] if name else heading).strip("*")
            found.append(keys.get(re.sub("（(明年打算|下半年)）$", "", written), written))
    return found


def test_there_are_outlines():
    assert TABLES


@pytest.mark.parametrize(("unit", "genre"), TABLES)
def test_table_names_the_themes_of_the_outline_in_the_same_order(unit: str, genre: str):
    found = themes(table(unit, genre))
    if genre != "plan":
        assert found.pop(0) in ("开头", "开头与进度")
    assert found == list(real_spec().units[unit].outlines[genre])


def test_every_table_has_an_outline():
    genres = {genre.name: genre.key for genre in real_spec().genres.values()}
    pages = [ROOT / "docs" / unit / "index.md" for unit in real_spec().units]
    for page in (p for p in pages if p.is_file()):
        named = [genres.get(name, name) for name in tables(page.read_text(encoding="utf-8"))]
        assert sorted(named) == sorted(real_spec().units[page.parent.name].outlines), page


@pytest.mark.parametrize(("unit", "genre"), TABLES)
def test_data_of_a_theme_are_named_by_the_labels_of_data_items(unit: str, genre: str):
    of_themes = [row[2] for row in table(unit, genre) if "**：" in row[0]]
    named = {name for cell in of_themes for name in cell.split("；")}
    assert len(named) > 10
    assert named - real_spec().by_label.keys() == set()
