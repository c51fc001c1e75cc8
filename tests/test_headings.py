"""Headings: which beginnings are enumerators, which orders of levels are wrong, what counts as empty."""

from __future__ import annotations

import pytest

from kb.rules.headings import check
from published import body_only, real_spec, sample

THEME = "{: theme=organization }"


def found(body: str, *codes: str) -> list[tuple[int, str]]:
    """Return line in the body and code of what is wrong with its headings, of these codes or of all."""
    text = body_only(body)
    first = text[: text.index(body)].count("\n")
    problems = check(sample(text), real_spec(), "a.md")
    return [(p.line - first, p.code) for p in problems if not codes or p.code in codes]


NUMBERED = [
    "一、",
    "十二、",
    "二十一、",
    "一．",
    "一：",
    "（一）",
    "(三)",
    "（12）",
    "1.",
    "1、",
    "12．",
    "3）",
    "①",
    "第一，",
    "第二章",
    "一是",
]
NOT_NUMBERED = [
    "一件一件办",
    "一把手抓建会",
    "三项协议一起谈",
    "五一、国庆走访一线",
    "七一、八一不空档",
    "十五五开局抓建会",
    "十佳班组评出来",
    "2026年的账",
    "1.5万人次进课堂",
    "12345热线转来的事",
    "3个村先走一步",
    "第一线听诉求",
    "（镇里）抓建会",
]


@pytest.mark.parametrize("mark", NUMBERED)
def test_heading_that_begins_with_an_enumerator(mark: str):
    assert found(f"## {mark}抓建会 {THEME}\n\n正文") == [(1, "KB204")]


@pytest.mark.parametrize("heading", NOT_NUMBERED)
def test_heading_that_only_looks_like_it(heading: str):
    assert found(f"## {heading} {THEME}\n\n正文") == []


@pytest.mark.parametrize(
    ("marks", "wrong"),
    [
        (["##", "###", "####", "#####"], []),
        (["##", "###", "##", "###", "###"], []),
        (["##", "####"], [2]),
        (["##", "###", "#####"], [3]),
        (["###", "##"], [1]),
        (["#", "##"], [1]),
        (["##", "###", "####", "#####", "######"], [5]),
    ],
    ids=["one by one", "down and up", "one left out", "one left out below", "too deep at first", "title", "too deep"],
)
def test_levels_go_down_one_by_one(marks: list[str], wrong: list[int]):
    lines = [f"{mark} 甲 {THEME if mark == '##' else ''}" for mark in marks]
    assert found("\n\n".join(lines) + "\n\n正文", "KB205") == [(2 * n - 1, "KB205") for n in wrong]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("正文", [(-7, "KB209")], id="no heading at all"),
        pytest.param("### 甲\n\n正文", [(-7, "KB209"), (1, "KB205")], id="no level-1 heading"),
        pytest.param(f"## 甲 {THEME}", [(1, "KB209")], id="nothing at the end"),
        pytest.param(f"## 甲 {THEME}\n\n## 乙 {THEME}\n\n正文", [(1, "KB209")], id="nothing before the next"),
        pytest.param(f"## 甲 {THEME}\n\n### 乙\n\n正文", [], id="only a deeper heading with text"),
        pytest.param(f"## 甲 {THEME}\n\n### 乙\n\n## 丙 {THEME}\n\n正文", [(3, "KB209")], id="deeper one with nothing"),
        pytest.param("##\n\n正文", [(1, "KB201"), (1, "KB209")], id="no words"),
        pytest.param(f"## 甲 {THEME}\n\n<!-- 待写 -->", [(1, "KB209")], id="only a comment"),
        pytest.param(f"## 甲 {THEME}\n\n- 一条", [], id="a list is text"),
    ],
)
def test_headings_need_words_and_text(body: str, expected: list[tuple[int, str]]):
    assert sorted(found(body)) == expected


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("## 甲 {: theme=organization }", []),
        ('## 甲 {: theme=organization for="人少" #jia }', []),
        ("## 甲{: theme=organization }", ["KB203"]),
        ("## {{year}}年{: theme=organization }", ["KB203"]),
        ("## 甲 {: theme = organization }", ["KB201", "KB206", "KB206"]),
        ("## 甲 {: .red theme=organization }", ["KB206"]),
        ('## 甲 {: theme="organization" }', []),
        ("## 甲 {: theme=Organization }", ["KB202"]),
        ("##甲 {: theme=organization }", ["KB210"]),
        ("## 甲？ {: theme=organization }", []),
        ("## 甲。 {: theme=organization }", ["KB211"]),
    ],
)
def test_attribute_lists(heading: str, codes: list[str]):
    assert [code for _, code in found(f"{heading}\n\n正文")] == codes


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        (THEME, THEME, []),
        ("{: theme=organization #a }", "{: theme=organization #b }", []),
        ("{: theme=organization #a }", "{: theme=organization #a }", [1, 5]),
        ("{: theme=organization }", "{: theme=rights_law #organization }", [5]),
        ("{: theme=organization #rights_law }", "{: theme=rights_law }", [1]),
    ],
    ids=["made ones differ", "two of one's own", "one twice", "that of the first", "that of the second"],
)
def test_anchors_are_unique(first: str, second: str, wrong: list[int]):
    assert found(f"## 甲 {first}\n\n一\n\n## 乙 {second}\n\n二") == [(n, "KB207") for n in wrong]
