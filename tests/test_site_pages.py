"""The page of a sample: exact HTML of a small one, and values full of marks, in a project folder with spaces."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from building import mkdocs, site_tree
from page import content, sheet, texts
from published import SNIPPETS, TEA


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a project in folders with blanks in their names: a sample and a snippet file."""
    tree = site_tree(tmp_path_factory.mktemp("pages") / "工会 模板 库")
    tree.write(
        {
            "docs/township/tea.md": TEA,
            "docs/township/snippets/assistance.md": SNIPPETS,
        }
    )
    done = mkdocs(tree.root, tree.root / "网站 1", "--strict")
    assert done.code == 0, done.err
    return tree.root / "网站 1"


def html(page: Path, element: str) -> str:
    """Return the source of the first such element of a page."""
    found = re.search(rf"<{element}[ >].*?</{element.split()[0]}>", page.read_text(encoding="utf-8"), re.S)
    assert found
    return found.group()


def slot(attributes: str, example: str) -> str:
    return f'<span class="kb-slot" {attributes}>{example}</span>'


YEAR = slot('data-key="year" data-label="年度" data-kind="date"', "2026")
UNION = slot('data-key="unit_name" data-label="单位全称" data-kind="text"', "青石镇总工会")
LAST, NOW, PLAN = (
    slot(
        f'data-key="new_unions"{period} data-label="{label}" data-kind="count" data-unit="家" '
        'data-low="1" data-high="30"',
        example,
    )
    for period, label, example in (
        (' data-period="last"', "上年·新建基层工会", "3"),
        ("", "新建基层工会", "5"),
        (' data-period="plan"', "明年计划·新建基层工会", "4"),
    )
)
LETTERS = slot(
    'data-key="letters" data-label="劳动法律监督提示函" data-kind="count" data-unit="份" data-low="0" data-high="30"',
    "9",
)
NEXT = slot('data-key="next_year" data-label="下一年度" data-kind="date" data-from="year" data-add="1"', "2027")
SIGNED = slot('data-key="sign_date" data-label="成文日期" data-kind="date"', "2026年12月10日")


def free(label: str, example: str) -> str:
    return slot(f'data-key="{label}" data-label="{label}" data-kind="text" data-free=""', example)


def link(anchor: str) -> str:
    return f'<a class="headerlink" href="#{anchor}" title="本段的链接">&para;</a>'


def heading(tag: str, anchor: str, number: str, text: str, theme: str = "") -> str:
    theme = f'data-theme="{theme}" ' if theme else ""
    return f'<{tag} {theme}id="{anchor}"><span class="kb-num">{number}</span>{text}{link(anchor)}</{tag}>'


def test_document_as_a_whole(site: Path):
    written = html(site / "township/tea.html", "article class=.kb-sheet.").replace("&#95;", "_")
    assert written == "\n".join(
        [
            '<article class="kb-sheet" data-sample="township/tea">',
            f'<p class="kb-title">{UNION}{YEAR}年工作总结</p>',
            f"<p>{YEAR}年，{UNION}盯住<strong>采茶季</strong>用工。</p>",
            heading("h2", "organization", "一、", "把会建到茶厂", "organization"),
            heading("h3", "organization-1", "（一）", "先摸底"),
            f"<p>走访茶厂{free('走访茶厂', '31')}家，上年新建基层工会{LAST}家，今年{NOW}家。</p>",
            heading("h3", "organization.2", "（二）", "再补漏"),
            "<ul>",
            f"<li>采茶前补建{free('补建小组', '8')}个小组</li>",
            "<li>采茶后再查一遍</li>",
            "</ul>",
            heading("h2", "rights_law", "二、", "把函送到人", "rights_law"),
            f"<p>发出提示函{LETTERS}份，其中当面送达{free('当面送达', '6')}份、邮寄送达{free('邮寄送达', '3')}份。</p>",
            "<table>",
            "<thead>",
            "<tr>",
            "<th>送达</th>",
            "<th>份数</th>",
            "</tr>",
            "</thead>",
            "<tbody>",
            "<tr>",
            "<td>当面</td>",
            f"<td>{free('当面送达', '6')}</td>",
            "</tr>",
            "</tbody>",
            "</table>",
            heading("h2", "organization-2", "三、", f"{NEXT}年先做一件", "organization"),
            f"<p>3月底前新建{PLAN}家。</p>",
            f'<p class="kb-signature">{UNION}</p>',
            f'<p class="kb-signature">{SIGNED}</p>',
            "</article>",
        ]
    )


def test_above_the_document_stand_place_name_purpose_size_and_downloads(site: Path):
    found = content(site / "township/tea.html")
    shown = {name: [p.text() for p in found.find("p", name)] for name in ("kb-crumbs", "kb-for", "kb-meta")}
    assert shown == {
        "kb-crumbs": ["首页 \u203a 乡镇 \u203a 年度总结"],
        "kb-for": ["适合：茶厂多、采茶季用工紧的乡镇"],
        "kb-meta": ["乡镇 · 年度总结 · 126字 · 11个空格"],
    }
    assert [(a.attributes["href"], a.text()) for p in found.find("p", "kb-downloads") for a in p.find("a")] == [
        ("../skeletons/township/tea.docx", "下载骨架（Word）"),
        ("../skeletons/township/tea.md", "下载骨架（Markdown）"),
        ("../skeletons/township/tea.outline.md", "下载提纲"),
    ]


def test_rate_whose_parts_are_in_the_text_names_them(tmp_path: Path):
    tree = site_tree(tmp_path / "rate")
    figures = "争议{{dispute_in=58}}件，成{{dispute_ok=52}}件，占{{dispute_rate=89.7}}%，建会率{{union_rate=90}}%。"
    tree.write({"docs/township/tea.md": TEA.replace("用工。", "用工。" + figures)})
    done = mkdocs(tree.root, tree.root / "site", "--strict")
    assert done.code == 0, done.err
    found = {
        e.attributes["data-key"]: e.attributes
        for e in sheet(tree.root / "site/township/tea.html").find("span", "kb-slot")
    }
    assert found["dispute_rate"]["data-ratio"] == "dispute_ok/dispute_in"
    assert "data-percent" in found["dispute_rate"]
    assert found["union_rate"].keys() & {"data-ratio", "data-percent"} == set()  # its parts are not in the text


def test_page_of_a_snippet_file_has_neither_title_nor_signature_nor_numbers(site: Path):
    page = site / "township/snippets/assistance.html"
    assert texts(sheet(page)) == ["把难处接住", "走访慰问52人次。"]
    assert sheet(page).find("span", "kb-num") == []
    assert content(page).find("p", "kb-downloads") == []
    assert [(a.attributes["href"], a.text()) for a in content(page).find("p", "kb-crumbs")[0].find("a")] == [
        ("../../index.html", "首页"),
        ("../index.html", "乡镇"),
    ]
