"""A file and the sample in it: front matter in every variant, lines kept, nothing lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import SAMPLE
from kb.model import Problem
from kb.sample_file import parse_sample, read_text

FRONT = "---\ntitle: 试验\nheading: 试验标题\n"
BODY = "\n## 甲 {: theme=problems }\n\n正文\n"


def problems(text: str) -> list[tuple[int, str, str]]:
    """Return line, code and finding of what is wrong with the form of a text."""
    return [(p.line, p.code, p.found) for p in parse_sample(text, "docs/township/a.md")[1]]


def test_sample_keeps_path_values_lines_and_slots():
    found, faults = parse_sample(SAMPLE, "docs/township/a.md")
    assert faults == []
    assert found.path == "township/a.md"
    assert found.meta == {
        "title": "乡镇总工会年度工作总结（试验用）",
        "heading": "{{unit_name}}{{year}}年工作总结",
        "unit": "township",
        "genre": "annual_summary",
        "span": "year",
        "for": "试验用",
        "source": "original",
        "written": "2026-11-20",
    }
    assert found.lines == {
        "": 1,
        "title": 2,
        "heading": 3,
        "unit": 4,
        "genre": 5,
        "span": 6,
        "for": 7,
        "source": 8,
        "written": 9,
    }
    assert [(s.id, s.line) for s in found.heading_slots] == [("unit_name", 3), ("year", 3)]
    assert [(b.kind, b.line) for b in found.blocks] == [
        ("paragraph", 12),
        ("heading", 14),
        ("paragraph", 16),
        ("heading", 18),
        ("paragraph", 20),
    ]
    assert [(s.id, s.example, s.line) for s in found.slots] == [
        ("year", "2026", 12),
        ("unit_name", "某某镇总工会", 12),
        ("new_unions", "12", 16),
        ("new_unions@plan", "15", 16),
        ("dispute_in", "58", 20),
        ("dispute_ok", "52", 20),
        ("dispute_rate", "89.7", 20),
    ]


def test_file_outside_docs_keeps_the_path_that_messages_show():
    assert parse_sample(SAMPLE, "drafts/a.md")[0].path == "drafts/a.md"


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(SAMPLE.encode(), id="as written"),
        pytest.param(b"\xef\xbb\xbf" + SAMPLE.encode(), id="BOM"),
        pytest.param(SAMPLE.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(b"\xef\xbb\xbf" + SAMPLE.replace("\n", "\r\n").encode(), id="BOM and CRLF"),
        pytest.param(SAMPLE.replace("\n", "\r").encode(), id="old Mac line ends"),
    ],
)
def test_marks_that_editors_leave_do_not_change_the_text(tmp_path: Path, written: bytes):
    (tmp_path / "a.md").write_bytes(written)
    assert read_text(tmp_path / "a.md", "a.md") == (SAMPLE, [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FRONT + "---\n" + BODY, id="as usual"),
        pytest.param(FRONT + "--- \t\n" + BODY, id="blanks after the end mark"),
        pytest.param(FRONT.replace("---", "---  ") + "---\n" + BODY, id="blanks after the first mark"),
        pytest.param(FRONT + "---", id="nothing after the end mark"),
        pytest.param(FRONT + "aliases: [--- 甲]\n---\n" + BODY, id="hyphens inside a value"),
        pytest.param(FRONT + "---\n" + BODY + "\n---\n\n乙\n", id="rule in the body"),
    ],
)
def test_front_matter_is_found(text: str):
    found, faults = parse_sample(text, "a.md")
    assert faults == []
    assert (found.get("title"), found.lines["heading"]) == ("试验", 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [(1, "KB107", "第一行是“”")], id="empty file"),
        pytest.param("\n" + FRONT + "---\n", [(1, "KB107", "第一行是“”")], id="blank line before"),
        pytest.param("## 甲\n", [(1, "KB107", "第一行是“## 甲”")], id="no front matter"),
        pytest.param("\ufeff" + FRONT, [(1, "KB107", "第一行是“\ufeff---”")], id="BOM twice"),
        pytest.param(FRONT + BODY, [(1, "KB107", "没有结束文件头的 ---")], id="no end"),
        pytest.param(FRONT + "----\n" + BODY, [(1, "KB107", "没有结束文件头的 ---")], id="four hyphens at the end"),
        pytest.param(FRONT + " ---\n" + BODY, [(1, "KB107", "没有结束文件头的 ---")], id="end mark set in"),
        pytest.param("---\n", [(1, "KB107", "没有结束文件头的 ---")], id="one mark alone"),
        pytest.param("---\n---\n", [], id="nothing between the marks"),
        pytest.param("---\n- 甲\n---\n", [(2, "KB101", "文件头不是一行一个“键: 值”")], id="list"),
        pytest.param("---\n甲\n---\n", [(2, "KB101", "文件头不是一行一个“键: 值”")], id="text"),
        pytest.param(
            FRONT + "for: 甲: 乙\n---\n",
            [(4, "KB101", "这里读不下去：“for: 甲: 乙”（值里有冒号加空格，要给整个值加引号）")],
            id="colon without quotes",
        ),
        pytest.param(
            FRONT + "\tfor: 甲\n---\n", [(4, "KB101", "这里读不下去：“for: 甲”（用了制表符，要改成空格）")], id="tab"
        ),
        pytest.param(FRONT + "title: 又一个\n---\n", [(4, "KB108", "键“title”写了两次")], id="key twice"),
        pytest.param(
            "---\nheading: {{unit_name}}总结\n---\n",
            [(2, "KB101", "键的位置是 { 或 [；值以 { 或 [ 开头时，要给整个值加引号")],
            id="slot without quotes",
        ),
        pytest.param(
            '---\nheading: "{{unit_name总结"\n---\n',
            [(2, "KB301", "“{{unit_name总结”只有 {{，本行里没有配对的 }}")],
            id="open slot in the printed title",
        ),
        pytest.param(FRONT + "---\n\n甲}}\n", [(6, "KB302", "多出一个 }}，前面没有配对的 {{")], id="slot in the body"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_line(text: str, expected: list[tuple[int, str, str]]):
    assert problems(text) == expected


def test_unreadable_front_matter_still_lets_the_body_be_read():
    found, _ = parse_sample("---\na: b: c\n---\n" + BODY, "a.md")
    assert (found.meta, [b.text for b in found.blocks]) == ({}, ["甲", "正文"])


def test_comments_are_no_text_and_their_slots_no_slots():
    found, faults = parse_sample(FRONT + "---\n\n甲<!-- {{new_unions=1}} {{ -->\n\n{{year}}\n", "a.md")
    assert faults == []
    assert [(s.id, s.line) for s in found.slots] == [("year", 8)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("工会总结\n".encode("gbk"), (1, "KB501", "这里开始不是 UTF-8（像是 GBK）"), id="GBK"),
        pytest.param(
            "---\n工会总结\n".encode("gbk"), (2, "KB501", "这里开始不是 UTF-8（像是 GBK）"), id="GBK from line 2"
        ),
        pytest.param("一二".encode("utf-16"), (1, "KB501", "这里开始不是 UTF-8（像是 UTF-16）"), id="UTF-16"),
        pytest.param(b"\x89PNG\r\n\x1a\n\xff\xff", (1, "KB501", "这里开始不是 UTF-8（不像文本文件）"), id="image"),
        pytest.param(b"a" * 204_801, (1, "KB502", "文件有 200 KB"), id="200 KB and a byte"),
        pytest.param(b"a" * 1_048_576, (1, "KB502", "文件有 1,024 KB"), id="1 MB"),
    ],
)
def test_file_that_is_no_text_or_too_large_is_not_read(tmp_path: Path, raw: bytes, expected: tuple[int, str, str]):
    (tmp_path / "a.md").write_bytes(raw)
    text, faults = read_text(tmp_path / "a.md", "docs/a.md")
    assert (text, faults) == ("", [Problem("docs/a.md", *expected)])


def test_file_of_exactly_200_kb_is_read(tmp_path: Path):
    (tmp_path / "a.md").write_bytes(b"a" * 204_800)
    assert read_text(tmp_path / "a.md", "a.md") == ("a" * 204_800, [])
