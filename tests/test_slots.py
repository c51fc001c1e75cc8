"""The grammar of blanks: which text is a slot, which is a fault, and on what line."""

from __future__ import annotations

import pytest

from kb import slots as grammar
from kb.model import Slot
from kb.slots import SlotFault


def scan(text: str, line: int = 1) -> tuple[list[Slot], list[SlotFault]]:
    found, faults = grammar.scan(text, line)
    return list(found), list(faults)


def found(text: str, line: int = 1) -> list[tuple[str, str, str | None, int]]:
    """Return key, period, example and line of each slot of a text that has no faults."""
    slots, faults = scan(text, line)
    assert faults == []
    return [(s.key, s.period, s.example, s.line) for s in slots]


def faults_of(text: str, line: int = 1) -> list[tuple[str, int, str]]:
    """Return the faults of a text as code, line, what was found."""
    return [(f.code, f.line, f.found) for f in scan(text, line)[1]]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        pytest.param("没有空格的一句话。", [], id="no slot"),
        pytest.param("单个{花括号}不算。", [], id="single braces"),
        pytest.param("新建{{new_unions=12}}家", [("new_unions", "", "12", 1)], id="key with example"),
        pytest.param("新建{{new_unions}}家", [("new_unions", "", None, 1)], id="later mention"),
        pytest.param("{{new_unions@plan=15}}", [("new_unions", "plan", "15", 1)], id="plan"),
        pytest.param("{{new_unions@last}}", [("new_unions", "last", None, 1)], id="last without example"),
        pytest.param("{{上级转办=41}}", [("上级转办", "", "41", 1)], id="Chinese label"),
        pytest.param("{{上级转办@last=38}}", [("上级转办", "last", "38", 1)], id="Chinese label with period"),
        pytest.param("{{ year = 2026 }}", [("year", "", "2026", 1)], id="blanks around"),
        pytest.param(
            "{{unit_name=某某镇总工会（筹）}}", [("unit_name", "", "某某镇总工会（筹）", 1)], id="punctuation"
        ),
        pytest.param("{{某品牌=*甲*}}", [("某品牌", "", "*甲*", 1)], id="asterisks are text"),
        pytest.param("{{a=1}}{{b=2}}", [("a", "", "1", 1), ("b", "", "2", 1)], id="two side by side"),
        pytest.param(
            "一\n{{year}}\n\n二{{new_unions=3}}",
            [("year", "", None, 2), ("new_unions", "", "3", 4)],
            id="lines counted",
        ),
    ],
)
def test_slots_are_found_with_key_period_example_and_line(text: str, slots: list[tuple[str, str, str | None, int]]):
    assert found(text) == slots


def test_offsets_and_first_line_are_those_of_the_text():
    assert scan("一二{{year=2026}}年", line=7) == ([Slot("year", "", "2026", 2, 15, 7)], [])


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("甲{{year", [("KB301", 1, "“{{year”只有 {{，本行里没有配对的 }}")], id="never closed"),
        pytest.param(
            "甲{{year\n}}乙",
            [
                ("KB301", 1, "“{{year”只有 {{，本行里没有配对的 }}"),
                ("KB302", 2, "多出一个 }}，前面没有配对的 {{"),
            ],
            id="closed on another line",
        ),
        pytest.param(
            "{{year{{year}}",
            [("KB301", 1, "“{{year{{year}}”只有 {{，本行里没有配对的 }}")],
            id="opened twice",
        ),
        pytest.param("甲}}乙", [("KB302", 1, "多出一个 }}，前面没有配对的 {{")], id="never opened"),
        pytest.param("{{a=1}}}}", [("KB302", 1, "多出一个 }}，前面没有配对的 {{")], id="closed twice"),
        pytest.param("{{}}", [("KB303", 1, "“{{}}”的名称“”不合写法")], id="empty"),
        pytest.param("{{New}}", [("KB303", 1, "“{{New}}”的名称“New”不合写法")], id="capital letter"),
        pytest.param("{{1st=1}}", [("KB303", 1, "“{{1st=1}}”的名称“1st”不合写法")], id="digit first"),
        pytest.param("{{new-unions}}", [("KB303", 1, "“{{new-unions}}”的名称“new-unions”不合写法")], id="hyphen"),
        pytest.param(
            "{{上级 转办=1}}", [("KB303", 1, "“{{上级 转办=1}}”的名称“上级 转办”不合写法")], id="blank in label"
        ),
        pytest.param("{{上级|转办}}", [("KB303", 1, "“{{上级|转办}}”的名称“上级|转办”不合写法")], id="mark in label"),
        pytest.param("{{=12}}", [("KB303", 1, "“{{=12}}”的名称“”不合写法")], id="value without a name"),
        pytest.param("{{year@next=1}}", [("KB304", 1, "“{{year@next=1}}”里 @ 后面是“next”")], id="unknown period"),
        pytest.param("{{year@=1}}", [("KB304", 1, "“{{year@=1}}”里 @ 后面是“”")], id="empty period"),
        pytest.param("{{year=}}", [("KB305", 1, "“{{year=}}”的示例值是空的")], id="empty example"),
        pytest.param("{{year= }}", [("KB305", 1, "“{{year= }}”的示例值是空的")], id="blank example"),
        pytest.param("{{a=b=c}}", [("KB305", 1, "“{{a=b=c}}”的示例值里有 { } 或 =")], id="equals sign in example"),
        pytest.param("{{a=b{c}}", [("KB305", 1, "“{{a=b{c}}”的示例值里有 { } 或 =")], id="brace in example"),
    ],
)
def test_what_is_no_slot_is_a_fault_with_its_code(text: str, faults: list[tuple[str, int, str]]):
    assert faults_of(text) == faults


def test_example_of_60_characters_is_a_slot_and_of_61_is_not():
    assert found("{{a=" + "字" * 60 + "}}") == [("a", "", "字" * 60, 1)]
    assert faults_of("{{a=" + "字" * 61 + "}}") == [("KB305", 1, "“{{a=" + "字" * 61 + "}}”的示例值有61个字")]


def test_label_of_30_characters_is_a_slot_and_of_31_is_not():
    assert found("{{" + "字" * 30 + "}}") == [("字" * 30, "", None, 1)]
    assert [f[:2] for f in faults_of("{{" + "字" * 31 + "}}")] == [("KB303", 1)]


def test_faulty_slot_does_not_hide_the_good_ones_around_it():
    slots, faults = scan("{{year=2026}}年{{New=1}}，{{new_unions=3}}家")
    assert [s.id for s in slots] == ["year", "new_unions"]
    assert faults == [SlotFault("KB303", 1, "“{{New=1}}”的名称“New”不合写法")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("写法是`{{year=2026}}`。", id="code span"),
        pytest.param("写法是``甲`{{year=2026}}``。", id="code span with two ticks"),
        pytest.param("```\n{{year=2026}}\n```", id="fence"),
        pytest.param("~~~ text\n{{year=2026}}\n~~~", id="tilde fence"),
        pytest.param("````\n```\n{{year=2026}}\n````", id="fence with a shorter one inside"),
        pytest.param("  ```\n{{year=2026}}\n  ```", id="fence that is set in"),
        pytest.param("```\n{{year=2026}}\n\n没有结束", id="fence that never ends"),
    ],
)
def test_slot_in_code_is_a_fault_and_no_slot(text: str):
    slots, faults = scan(text)
    assert slots == []
    assert [(f.code, f.found) for f in faults] == [("KB308", "代码里有“{{year=2026}}”")]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("一个`在{{year=2026}}前", ["year"], id="one tick opens nothing"),
        pytest.param("`甲\n\n`{{year=2026}}", ["year"], id="no code across paragraphs"),
        pytest.param("\\`{{year=2026}}\\`", ["year"], id="escaped ticks"),
        pytest.param("```\n甲\n```\n{{year=2026}}", ["year"], id="after a fence"),
        pytest.param("```甲``` {{year=2026}}", ["year"], id="span of three ticks is no fence"),
        pytest.param("`甲`{{year=2026}}`乙`", ["year"], id="between two spans"),
    ],
)
def test_slot_outside_code_is_a_slot(text: str, ids: list[str]):
    slots, faults = scan(text)
    assert ([s.id for s in slots], faults) == (ids, [])


def test_lone_braces_in_code_are_no_fault():
    assert scan("左边写作`{{`。\n右边写作`}}`。") == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[{{year=2026}}年](https://example.org/)", id="text of a link"),
        pytest.param("[去年](https://example.org/{{year=2026}})", id="target of a link"),
        pytest.param("![{{year=2026}}](a.png)", id="image"),
        pytest.param("<https://example.org/{{year=2026}}>", id="address"),
        pytest.param("<mailto:{{year=2026}}>", id="mail address"),
    ],
)
def test_slot_in_a_link_is_a_fault(text: str):
    assert faults_of(text) == [("KB309", 1, "链接里有空格“{{year=2026}}”")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[附件]（见{{year=2026}}年）", id="full-width brackets"),
        pytest.param("[甲](a.md)和{{year=2026}}", id="after a link"),
        pytest.param("[甲\n{{year=2026}}](a.md)", id="brackets over two lines"),
    ],
)
def test_slot_beside_a_link_is_none(text: str):
    assert [s[0] for s in found(text)] == ["year"]


def test_thousands_of_open_braces_are_each_reported():
    text = "{{\n" * 5000
    assert faults_of(text) == [("KB301", n, "“{{”只有 {{，本行里没有配对的 }}") for n in range(1, 5001)]
