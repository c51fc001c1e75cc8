"""YAML with line numbers: every value knows its line, and what can't be read is a fault with a line, in Chinese."""

from __future__ import annotations

import pytest

from kb.yaml_file import Node, YamlFault, parse


def fault(text: str, first_line: int = 1) -> tuple[int, str]:
    """Return line and message of the fault in a text."""
    with pytest.raises(YamlFault) as raised:
        parse(text, first_line)
    return raised.value.line, raised.value.found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", {}, id="empty"),
        pytest.param("# 只有注释\n", {}, id="comment only"),
        pytest.param("title: 乡镇", {"title": "乡镇"}, id="text"),
        pytest.param('title: "甲: 乙"', {"title": "甲: 乙"}, id="quoted colon"),
        pytest.param("title: 甲：乙", {"title": "甲：乙"}, id="full-width colon"),
        pytest.param("title:", {"title": ""}, id="no value"),
        pytest.param("n: 012\nd: 2026-11-20\nt: yes", {"n": "012", "d": "2026-11-20", "t": "yes"}, id="as written"),
        pytest.param("a: [一, 二]", {"a": ["一", "二"]}, id="list in one line"),
        pytest.param("a:\n- 一\n- 二", {"a": ["一", "二"]}, id="list over lines"),
        pytest.param("a: {b: 一, c: [二]}", {"a": {"b": "一", "c": ["二"]}}, id="nested"),
        pytest.param("a: |\n  一\n  二\n", {"a": "一\n二\n"}, id="block of text"),
        pytest.param("a: 一 # 注", {"a": "一"}, id="comment after a value"),
        pytest.param("a: 1\na: 2", {"a": "2"}, id="repeated key"),
        pytest.param("<<: {a: b}", {"<<": {"a": "b"}}, id="merge key is a key"),
        pytest.param("- 一", ["一"], id="list at the top"),
        pytest.param("一", "一", id="text at the top"),
    ],
)
def test_values_stay_as_they_were_written(text: str, expected: object):
    assert parse(text).plain() == expected


def test_every_value_knows_its_line_counted_from_the_first():
    root = parse("a: 1\n\nb:\n- {c: 2}\n- 3\n", first_line=2)
    assert root == Node(
        "mapping",
        2,
        pairs=(
            ("a", 2, Node("scalar", 2, "1", "int")),
            (
                "b",
                4,
                Node(
                    "list",
                    5,
                    items=(
                        Node("mapping", 5, pairs=(("c", 5, Node("scalar", 5, "2", "int")),)),
                        Node("scalar", 6, "3", "int"),
                    ),
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("value", "tag"),
    [("1", "int"), ("1.5", "float"), ("true", "bool"), ("", "null"), ("~", "null"), ("'1'", "str"), ("一", "str")],
)
def test_tag_tells_what_yaml_takes_a_value_for(value: str, tag: str):
    found = parse(f"a: {value}").get("a")
    assert found is not None
    assert found.tag == tag


def test_repeated_keys_are_given_with_the_lines_of_the_later_ones():
    assert list(parse("a: 1\nb: 2\na: 3\na: 4\n", first_line=2).repeated()) == [("a", 4), ("a", 5)]


def test_get_of_an_absent_key_or_of_no_mapping_is_none():
    assert parse("a: 1").get("b") is None
    assert parse("- a").get("a") is None


QUOTE = "要给整个值加引号"


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        pytest.param("a: 1\nb: 甲: 乙", 3, f"这里读不下去：“b: 甲: 乙”（值里有冒号加空格，{QUOTE}）", id="colon"),
        pytest.param("a:1\nb: 2", 3, f"这里读不下去：“b: 2”（值里有冒号加空格，{QUOTE}）", id="no blank after a colon"),
        pytest.param('a: "甲', 2, '这里读不下去：“a: "甲”（引号或括号没有配对）', id="open quote"),
        pytest.param("a: '甲\nb: 乙\n", 3, "这里读不下去：“b: 乙”（引号或括号没有配对）", id="open quote over lines"),
        pytest.param("a: [甲\n", 2, "这里读不下去：“a: [甲”（引号、括号或缩进没有配好）", id="open bracket"),
        pytest.param("a: 1\n\tb: 2", 3, "这里读不下去：“b: 2”（用了制表符，要改成空格）", id="tab"),
        pytest.param("a: @甲", 2, f"这里读不下去：“a: @甲”（有不能放在开头的字符，{QUOTE}）", id="at sign"),
        pytest.param("a: `甲`", 2, f"这里读不下去：“a: `甲`”（有不能放在开头的字符，{QUOTE}）", id="tick"),
        pytest.param("a: - 甲", 2, f"这里读不下去：“a: - 甲”（值以 - 和空格开头，{QUOTE}）", id="hyphen"),
        pytest.param("a: {{year}}年", 2, f"键的位置是 {{ 或 [；值以 {{ 或 [ 开头时，{QUOTE}", id="slot without quotes"),
        pytest.param("a: *甲*", 2, f"这里读不下去：“a: *甲*”（值以 * 或 & 开头，{QUOTE}）", id="asterisk"),
        pytest.param("a: &甲 乙", 2, f"这里读不下去：“a: &甲 乙”（值以 * 或 & 开头，{QUOTE}）", id="ampersand"),
        pytest.param("a: &b 乙", 2, f"值以 * 或 & 开头，{QUOTE}", id="ampersand before a letter"),
        pytest.param("a: !甲 乙", 2, f"这里读不下去：“a: !甲 乙”（值以 ! 开头，{QUOTE}）", id="exclamation mark"),
        pytest.param("a: !b 乙", 2, f"值以 ! 开头，{QUOTE}", id="exclamation mark before a letter"),
        pytest.param("a: 甲\nb: 乙\x00丙", 3, "有不能用的字符 U+0000", id="NUL"),
        pytest.param("a: 甲\x0b乙", 2, "有不能用的字符 U+000B", id="vertical tab"),
        pytest.param("a: 1\n---\nb: 2", 3, "文件中间有单独一行 ---", id="second document"),
        pytest.param("[" * 21 + "]" * 21, 2, "嵌套太深", id="nested too deep"),
        pytest.param("[" * 100_000, 2, "嵌套太深", id="100,000 open brackets"),
        pytest.param("a:\n" + "- " * 100_000, 3, "嵌套太深", id="100,000 hyphens"),
        pytest.param("a: " + "{a: " * 50_000, 2, "嵌套太深", id="50,000 open braces"),
        pytest.param("a: &a [*a]", 2, f"值以 * 或 & 开头，{QUOTE}", id="list that holds itself"),
    ],
)
def test_fault_has_the_line_and_says_in_chinese_what_is_wrong(text: str, line: int, found: str):
    assert fault(text, first_line=2) == (line, found)


def test_nesting_of_20_is_read():
    assert parse("[" * 20 + "]" * 20).kind == "list"
