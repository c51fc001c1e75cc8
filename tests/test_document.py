"""A sample as a document: values of its blanks, anchors of its sections, its printed text."""

from __future__ import annotations

import pytest

from kb.document import (
    characters,
    examples,
    join_runs,
    opening,
    printed,
    render,
    sections,
    slot_ids,
    texts,
    to_fill,
)
from kb.model import Sample
from published import body_only, real_spec, sample


def of_township(body: str, front: str = "") -> Sample:
    """Return a township plan with this body."""
    return sample(body_only(body, front))


def values(body: str, *ids: str) -> dict[str, str | None]:
    """Return the example values of some blanks."""
    found = examples(of_township(body), real_spec())
    return {i: found.get(i) for i in ids}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("{{new_unions=12}}", {"new_unions": "12"}, id="typed"),
        pytest.param("{{new_unions}}家，共{{new_unions=12}}家", {"new_unions": "12"}, id="mention before the example"),
        pytest.param(
            "{{new_unions=12}}{{new_unions@last=9}}{{new_unions@plan=15}}",
            {"new_unions": "12", "new_unions@last": "9", "new_unions@plan": "15"},
            id="three periods",
        ),
        pytest.param("{{上级转办=41}}", {"上级转办": "41"}, id="free text"),
        pytest.param("正文", {"year": "2026", "unit_name": "某某镇总工会"}, id="identity items have usual examples"),
        pytest.param("{{unit_name=青石镇总工会}}", {"unit_name": "青石镇总工会"}, id="typed wins over usual"),
        pytest.param("正文", {"next_year": "2027", "last_year": "2025"}, id="derived from the usual year"),
        pytest.param("{{year=2031}}", {"next_year": "2032", "last_year": "2030"}, id="derived from the typed year"),
        pytest.param("{{year=本}}", {"next_year": None, "last_year": None}, id="nothing follows from a word"),
        pytest.param("正文", {"new_unions": None, "上级转办": None}, id="figures have no usual example"),
    ],
)
def test_example_values(body: str, expected: dict[str, str | None]):
    assert values(body, *expected) == expected


def test_example_in_the_printed_title_counts_for_the_text():
    text = body_only("{{unit_name}}的工作").replace("heading: 试验标题", 'heading: "{{unit_name=青石镇总工会}}计划"')
    assert examples(sample(text), real_spec())["unit_name"] == "青石镇总工会"


def test_blanks_come_in_printed_order_and_once_title_first_signature_last():
    text = body_only("{{new_unions=1}}{{year}}{{next_year}}{{new_unions}}{{new_unions@plan=2}}").replace(
        "heading: 试验标题", 'heading: "{{unit_name}}{{year}}年计划"'
    )
    found = sample(text)
    assert slot_ids(found, real_spec()) == [
        "unit_name",
        "year",
        "new_unions",
        "next_year",
        "new_unions@plan",
        "sign_date",
    ]
    assert to_fill(found, real_spec()) == ["unit_name", "year", "new_unions", "new_unions@plan", "sign_date"]


def test_sample_without_signature_has_no_blanks_for_it():
    assert slot_ids(of_township("{{new_unions=1}}", "sign: none\n"), real_spec()) == ["new_unions"]


@pytest.mark.parametrize(
    ("headings", "anchors", "numbers"),
    [
        pytest.param(
            ["## 甲 {: theme=organization }", "## 乙 {: theme=rights_law }"],
            ["organization", "rights_law"],
            ["一、", "二、"],
            id="themes",
        ),
        pytest.param(
            ["## 甲 {: theme=organization }", "## 乙 {: theme=rights_law }", "## 丙 {: theme=organization }"],
            ["organization", "rights_law", "organization-2"],
            ["一、", "二、", "三、"],
            id="second section of a theme",
        ),
        pytest.param(
            [
                "## 甲 {: theme=problems }",
                "### 乙",
                "#### 丙",
                "#### 丁",
                "### 戊",
                "## 己 {: theme=plan_tasks }",
                "### 庚",
            ],
            ["problems", "problems-1", "problems-1-1", "problems-1-2", "problems-2", "plan_tasks", "plan_tasks-1"],
            ["一、", "（一）", "1.", "2.", "（二）", "二、", "（一）"],
            id="deeper ones count anew under each parent",
        ),
        pytest.param(
            ["## 甲 {: theme=problems }", "### 乙", "#### 丙", "##### 丁"],
            ["problems", "problems-1", "problems-1-1", "problems-1-1-1"],
            ["一、", "（一）", "1.", "（1）"],
            id="four levels",
        ),
        pytest.param(
            ["## 甲 {: theme=problems #kunnan }", "### 乙", "### 丙 {: #bing }", "#### 丁"],
            ["kunnan", "kunnan-1", "bing", "bing-1"],
            ["一、", "（一）", "（二）", "1."],
            id="explicit anchor wins and is the parent of the next",
        ),
        pytest.param(
            ["## 甲 {: theme=organization }", "### 乙", "### 丙", "## 丁 {: theme=organization }", "### 戊"],
            ["organization", "organization-1", "organization.2", "organization-2", "organization-2-1"],
            ["一、", "（一）", "（二）", "二、", "（一）"],
            id="deeper one that would take the anchor of the second section",
        ),
        pytest.param(["## 甲", "### 乙"], ["section", "section-1"], ["一、", "（一）"], id="no theme"),
        pytest.param(["### 甲"], ["section-1"], ["（一）"], id="no level-1 heading above"),
    ],
)
def test_anchors_and_numbers(headings: list[str], anchors: list[str], numbers: list[str]):
    found = sections(of_township("\n\n正文\n\n".join(headings) + "\n\n正文"), real_spec())
    assert [s.anchor for s in found] == anchors
    assert [s.number for s in found] == numbers


def test_sections_hold_what_is_under_them_and_the_theme_of_their_level_1_heading():
    found = sections(
        of_township("开头\n\n## 甲 {: theme=problems }\n\n一\n\n### 乙\n\n二\n\n## 丙 {: theme=plan_tasks }\n\n三"),
        real_spec(),
    )
    assert [(s.level, s.theme, [b.text for b in s.blocks]) for s in found] == [
        (1, "problems", ["甲", "一", "乙", "二"]),
        (2, "problems", ["乙", "二"]),
        (1, "plan_tasks", ["丙", "三"]),
    ]


def test_snippets_have_no_numbers():
    text = "---\nunit: township\ngenre: snippet\n---\n\n## 甲 {: theme=assistance for=少 }\n\n### 乙\n\n正文\n"
    assert [s.number for s in sections(sample(text), real_spec())] == ["", ""]


def test_opening_is_what_stands_before_the_first_heading():
    assert [b.text for b in opening(of_township("一\n\n二\n\n## 甲 {: theme=problems }\n\n三"))] == ["一", "二"]
    assert [b.text for b in opening(of_township("一\n\n二"))] == ["一", "二"]


def test_render_replaces_slots_and_leaves_code_alone():
    assert render("{{year=2026}}年`{{year}}`{{new_unions@plan}}", lambda i: f"[{i}]") == (
        "[year]年`{{year}}`[new_unions@plan]"
    )


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**{{某品牌=甲}}**来了", "*甲*来了"),
        ("\\*{{某品牌=甲}}", "**甲*"),
        ("{{某品牌}}和{{某品牌}}", "*甲*和*甲*"),
    ],
)
def test_marks_in_a_value_are_text_and_marks_around_it_are_dropped(markdown: str, expected: str):
    assert printed(markdown, lambda _: "*甲*") == expected


def test_texts_and_characters_leave_out_marks_blanks_and_rules_of_tables():
    found = of_township(
        "**一** 二\n\n## 三 {: theme=problems }\n\n- {{new_unions=12}}家\n\n| 四 | 五 |\n| --- | --- |\n"
    )
    pieces = list(texts(found.blocks, lambda _: "12"))
    assert pieces == ["一 二", "三", "12家", "四", "五"]
    assert characters(iter(pieces)) == 8


def test_runs_of_list_items_and_rows_are_joined_and_paragraphs_are_not():
    found = of_township("一\n\n二\n\n- 三\n- 四\n\n| 五 |\n| --- |\n\n## 六 {: theme=problems }\n\n七")
    assert list(join_runs(found.blocks, lambda b: b.text)) == ["一", "二", "三\n四", "| 五 |\n| --- |", "六", "七"]
