"""Marks of Markdown and HTML in names and values are text on the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from building import mkdocs, site_tree
from page import Element, content, read, sheet, texts
from published import TEA

NAME = r"""甲*乙*_丙_ & "丁" '戊' `己` [庚](辛) <壬 | ~~癸~~ #子 \丑 ![寅] &amp; 1."""
FOR = r"*甲* _乙_ `丙` [丁](戊) 3<5 & 6>4 | ^己^ &lt;"
VALUES = {
    "unit_name": "某*某*镇_总_工会",
    "party_body": "<镇党委> & \"甲\" '乙' &amp;",
    "upper_union": "[县总](x.md) ![图](y)",
    "report_period": r"1. 甲 | 乙 \ # ~~丙~~",
    "chair_title": "`主席",
    "甲&乙_丙-丁'戊.己!": "- + ^上^ (下) **三*四**",
}
NASTY = (
    f"""---
title: '{NAME.replace("'", "''")}'
heading: "{{{{unit_name}}}}{{{{year}}}}年*总结*"
unit: township
genre: annual_summary
span: year
for: '{FOR}'
source: original
written: 2026-11-20
---

"""
    + "\n\n".join(f"{{{{{key}={value}}}}}" for key, value in VALUES.items())
    + """

## 在{{unit_name}}与{{party_body}}办 {: theme=organization }

- 列表里{{unit_name}}
- {{report_period}}

| 表头{{unit_name}} | 数 |
| --- | ---: |
| {{upper_union}} | 1 |
"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a project with an ordinary sample and the one above."""
    tree = site_tree(tmp_path_factory.mktemp("marks") / "project")
    tree.write({"docs/township/tea.md": TEA, "docs/township/nasty.md": NASTY})
    done = mkdocs(tree.root, tree.root / "site", "--strict")
    assert done.code == 0, done.err
    return tree.root / "site"


def test_marks_in_names_and_values_are_text_on_the_page(site: Path):
    page = site / "township/nasty.html"
    found = content(page)
    (title,) = read(page).find("title")
    (top,) = found.find("h1")
    assert title.text().strip() == f"{NAME} - 工会文稿模板库"
    descriptions = [
        e.attributes["content"] for e in read(page).find("meta") if e.attributes.get("name") == "description"
    ]
    assert descriptions == [FOR]
    assert top.text(without=("headerlink",)) == NAME
    assert [p.text() for p in found.find("p", "kb-for")] == [f"适合：{FOR}"]
    unit, party, upper, period = (VALUES[k] for k in ("unit_name", "party_body", "upper_union", "report_period"))
    assert texts(sheet(page)) == [
        f"{unit}2026年总结",
        *VALUES.values(),
        f"在{unit}与{party}办",
        f"列表里{unit}",
        period,
        f"表头{unit}",
        "数",
        upper,
        "1",
        unit,
        "2026年12月10日",
    ]
    assert [e.text() for e in sheet(page).find("em")] == ["总结"]  # the author's own marks still count


def test_slots_with_marks_keep_their_label_and_value(site: Path):
    found: list[Element] = sheet(site / "township/nasty.html").find("span", "kb-slot")
    label = "甲&乙_丙-丁'戊.己!"
    (odd,) = [e for e in found if e.attributes["data-key"] == label]
    assert (odd.attributes["data-label"], odd.text()) == (label, VALUES[label])
    assert {e.attributes["data-key"]: e.text() for e in found} == VALUES | {
        "year": "2026",
        "sign_date": "2026年12月10日",
    }


def test_lists_show_names_with_marks_as_text(site: Path):
    found = content(site / "township/index.html")
    cards = [p.text() for p in found.find("p", "kb-card-title")]
    assert cards == [NAME, "乡镇总工会年度工作总结（茶厂多）"]
    links = [(a.attributes["href"], a.text()) for p in found.find("p", "kb-theme") for a in p.find("a")]
    assert [(href, text) for href, text in links if not href.startswith("../themes/")] == [
        ("nasty.html#organization", f"在{VALUES['unit_name']}与{VALUES['party_body']}办"),
        ("tea.html#organization", "把会建到茶厂"),
        ("tea.html#organization-2", "2027年先做一件"),
        ("tea.html#rights_law", "把函送到人"),
    ]


def test_catalog_has_the_same_texts(site: Path):
    listed = json.loads((site / "catalog.json").read_text(encoding="utf-8"))["samples"]
    entry = next(e for e in listed if e["path"] == "township/nasty.html")
    assert (entry["title"], entry["for"], entry["heading"]) == (NAME, FOR, f"{VALUES['unit_name']}2026年总结")
