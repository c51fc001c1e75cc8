"""Markdown of samples: blocks with lines, headings taken apart, the plain text of a line."""

from __future__ import annotations

import pytest

from kb.markdown_text import attributes, cells, parse_blocks, plain, without_comments


def blocks(text: str, line: int = 1) -> list[tuple[str, str, int]]:
    """Return kind, text and line of each block."""
    return [(b.kind, b.text, b.line) for b in parse_blocks(text, line)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("\n\n", [], id="blank lines"),
        pytest.param("甲\n\n乙\n", [("paragraph", "甲", 1), ("paragraph", "乙", 3)], id="paragraphs"),
        pytest.param("甲\n乙\n", [("paragraph", "甲\n乙", 1)], id="paragraph broken by hand"),
        pytest.param("## 甲\n乙\n", [("heading", "甲", 1), ("paragraph", "乙", 2)], id="text right under a heading"),
        pytest.param("乙\n## 甲\n", [("paragraph", "乙", 1), ("heading", "甲", 2)], id="heading right under text"),
        pytest.param("- 甲\n* 乙\n+ 丙\n", [("item", "甲", 1), ("item", "乙", 2), ("item", "丙", 3)], id="list"),
        pytest.param("1. 甲\n   乙\n2. 丙\n", [("item", "甲\n乙", 1), ("item", "丙", 3)], id="item broken by hand"),
        pytest.param("-甲\n", [("paragraph", "-甲", 1)], id="no blank after the hyphen"),
        pytest.param("2026年\n", [("paragraph", "2026年", 1)], id="number without a point"),
        pytest.param("| 甲 |\n| --- |\n", [("row", "| 甲 |", 1), ("row", "| --- |", 2)], id="table"),
        pytest.param("```\n## 甲\n```\n", [("code", "```", 1), ("code", "## 甲", 2), ("code", "```", 3)], id="fence"),
        pytest.param(
            "````\n```\n````\n乙",
            [("code", "````", 1), ("code", "```", 2), ("code", "````", 3), ("paragraph", "乙", 4)],
            id="fence in a longer one",
        ),
        pytest.param("```\n甲", [("code", "```", 1), ("code", "甲", 2)], id="fence that never ends"),
        pytest.param("```甲``` 乙\n丙", [("paragraph", "```甲``` 乙\n丙", 1)], id="span of three ticks is no fence"),
        pytest.param("<!-- 甲 -->\n乙\n", [("paragraph", "乙", 2)], id="comment"),
        pytest.param("<!-- 甲\n## 乙 -->\n丙\n", [("paragraph", "丙", 3)], id="comment over two lines"),
        pytest.param("    # 甲\n", [("paragraph", "# 甲", 1)], id="indented like code is no heading"),
    ],
)
def test_blocks_have_kind_text_and_line(text: str, expected: list[tuple[str, str, int]]):
    assert blocks(text) == expected


def test_lines_count_from_the_first_line_of_the_body():
    assert blocks("甲\n\n乙", line=12) == [("paragraph", "甲", 12), ("paragraph", "乙", 14)]


def test_line_at_counts_within_a_block():
    (block,) = parse_blocks("甲\n乙\n丙", 5)
    assert [block.line_at(block.text.index(c)) for c in "甲乙丙"] == [5, 6, 7]


@pytest.mark.parametrize(
    ("line", "level", "text", "found"),
    [
        pytest.param("## 抓建会", 1, "抓建会", {}, id="level 1"),
        pytest.param("##### 抓建会", 4, "抓建会", {}, id="level 4"),
        pytest.param("# 抓建会", 0, "抓建会", {}, id="title"),
        pytest.param("####### 抓建会", 5, "# 抓建会", {}, id="seven marks"),
        pytest.param("## 抓建会 ##", 1, "抓建会", {}, id="closing marks"),
        pytest.param("## 抓建会 {: theme=organization }", 1, "抓建会", {"theme": "organization"}, id="theme"),
        pytest.param(
            "## 抓建会 {theme=organization}", 1, "抓建会", {"theme": "organization"}, id="theme without colon"
        ),
        pytest.param("## 抓建会\t{: #jianhui }", 1, "抓建会", {"id": "jianhui"}, id="anchor after a tab"),
        pytest.param("## 抓建会{: theme=a }", 1, "抓建会{: theme=a }", {}, id="no blank before the list"),
        pytest.param("## {{year}}年 {: theme=a }", 1, "{{year}}年", {"theme": "a"}, id="slot in a heading"),
        pytest.param("## 到 {{year}}", 1, "到 {{year}}", {}, id="slot at the end is no list"),
        pytest.param("##", 1, "", {}, id="no text"),
        pytest.param("## {: theme=a }", 1, "{: theme=a }", {}, id="list without a text"),
    ],
)
def test_heading_is_taken_apart(line: str, level: int, text: str, found: dict[str, str]):
    (block,) = parse_blocks(line, 1)
    assert (block.kind, block.level, block.text, dict(block.attributes)) == ("heading", level, text, found)


@pytest.mark.parametrize(
    ("line", "glued"), [("##抓建会", True), ("## 抓建会", False), ("##\t抓建会", False), ("##", False)]
)
def test_missing_blank_after_the_marks_is_noted(line: str, glued: bool):
    assert parse_blocks(line, 1)[0].glued is glued


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("theme=organization", {"theme": "organization"}),
        ('theme=assistance for="困难职工多、经费少"', {"theme": "assistance", "for": "困难职工多、经费少"}),
        ("for='一 二' #anchor", {"for": "一 二", "id": "anchor"}),
        ("theme=a theme=b", {"theme": "b"}),
        (".red theme=a", {".red": "", "theme": "a"}),
        ("for=困难 职工", {"for": "困难", "职工": ""}),
        ("", {}),
    ],
)
def test_attribute_list(inside: str, expected: dict[str, str]):
    assert attributes(inside) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("没有记号", "没有记号"),
        ("**重**要", "重要"),
        ("*斜*体", "斜体"),
        ("***都***有", "都有"),
        ("_斜_ 体", "斜 体"),
        ("snake_case_name", "snake_case_name"),
        ("3*4*5", "345"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("`**代码**`外", "**代码**外"),
        ("``甲`乙``", "甲`乙"),
        ("[文字](a.md)后", "文字后"),
        ("![图](a.png)", "图"),
        (r"\*不是\*", "*不是*"),
        (r"\[甲\]", "[甲]"),
        ("\ue0000\ue001", "\ue0000\ue001"),
        ("`甲`\ue0007\ue001", "甲\ue0007\ue001"),
    ],
)
def test_plain_drops_marks_and_keeps_code_and_escaped_characters(markdown: str, expected: str):
    assert plain(markdown) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| 甲 | 乙 |", ["甲", "乙"]),
        ("| 甲 | |", ["甲", ""]),
        ("甲 | 乙", ["甲", "乙"]),
        ("| --- | :-: |", []),
        ("|---|---|", []),
    ],
)
def test_cells_of_a_row(row: str, expected: list[str]):
    assert cells(row) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲<!-- 乙 -->丙", "甲" + " " * 10 + "丙"),
        ("<!-- 甲\n乙 -->丙", "      \n     丙"),
        ("<!-- 甲 --> 乙 <!-- 丙", " " * 10 + " 乙 <!-- 丙"),
        ("<!-- 甲", "<!-- 甲"),
        ("甲 --> 乙", "甲 --> 乙"),
    ],
)
def test_comments_become_blanks_of_the_same_length(text: str, expected: str):
    assert without_comments(text) == expected
