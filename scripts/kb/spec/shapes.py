"""Shapes of values, and how a YAML tree is held against them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kb.spec.tree import is_number
from kb.yaml_file import Node

Fault = tuple[int, str, str]  # line, code, what was found


@dataclass(frozen=True)
class Shape:
    """A kind of value. `one_of` limits a scalar; `of` shapes list items or mapping values; `keys` a fixed mapping.

    `form` is a pattern that a scalar has to match, `like` an example of it for whoever wrote something else. `rule`
    finds what is wrong with a mapping whose keys and values are right one by one.
    """

    kind: str
    one_of: tuple[str, ...] = ()
    of: Shape | None = None
    keys: Mapping[str, Shape] = field(default_factory=dict)
    optional: tuple[str, ...] = ()
    rule: Callable[[Node], Iterator[Fault]] | None = None
    form: str = ""
    like: str = ""


def keyed(optional: str = "", **keys: Shape) -> Shape:
    """A mapping with exactly these keys; those named in `optional` may be left out."""
    return Shape("mapping", keys=keys, optional=tuple(optional.split()))


def listed(of: Shape) -> Shape:
    """A list of such values."""
    return Shape("list", of=of)


def mapped(of: Shape) -> Shape:
    """A mapping from any key to such values."""
    return Shape("mapping", of=of)


def word(*one_of: str) -> Shape:
    """A scalar that is one of these words."""
    return Shape("text", one_of=one_of)


TEXT, NUMBER, TRUTH, REGEX = Shape("text"), Shape("number"), Shape("truth"), Shape("regex")
ANY, DATE, NULLABLE_DATE = Shape("any"), Shape("date"), Shape("date_or_null")
NULLABLE_TEXT = Shape("text_or_null")
WORDS = listed(TEXT)
PAIR = listed(NUMBER)
KIND_NAMES = {"text": "文字", "number": "数字", "truth": "true 或 false", "list": "列表", "mapping": "键和值"}
SCALARS = ("text", "number", "truth", "regex", "date", "date_or_null", "text_or_null")
UNUSABLE = "KB909"  # an expression that Python can't read
DATE_FORM = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def faults(node: Node, shape: Shape, where: str = "") -> Iterator[Fault]:
    """Yield every place where `node` does not have `shape`; `where` names the value in the messages."""
    expected = "text" if shape.kind in SCALARS else shape.kind
    actual = "text" if node.kind == "scalar" else node.kind
    if shape.kind == "any":
        return
    if expected != actual:
        yield node.line, "KB904", f"{where}应为{KIND_NAMES[expected]}，写的是{KIND_NAMES[actual]}"
    elif shape.kind == "list" and shape.of:
        for number, item in enumerate(node.items, 1):
            yield from faults(item, shape.of, f"{where}第{number}项")
    elif shape.kind == "mapping":
        yield from mapping_faults(node, shape, where)
    else:
        yield from scalar_faults(node, shape, where)


def mapping_faults(node: Node, shape: Shape, where: str) -> Iterator[Fault]:
    """Yield repeated, unknown and missing keys, then the faults of the values."""
    name = node.get("key") or node.get("phrase") or node.get("code") or node.get("name")
    where = f"{where}（{name.text}）" if name and name.text else where
    for key, line in node.repeated():
        yield line, "KB905", f"{where}里的键“{key}”写了两次"
    for key, line, value in node.pairs:
        of = shape.of or shape.keys.get(key)
        if of is None:
            yield line, "KB902", f"{where}有未知的键“{key}”，可用的是：{'、'.join(shape.keys)}"
        else:
            yield from faults(value, of, f"{where}的 {key} ".lstrip("的 "))
    missing = [k for k in shape.keys if k not in shape.optional and node.get(k) is None]
    if missing:
        yield node.line, "KB903", f"{where or '文件'}缺少：{'、'.join(missing)}"
    if shape.rule:
        yield from ((line, code, f"{where}{found}") for line, code, found in shape.rule(node))


def scalar_faults(node: Node, shape: Shape, where: str) -> Iterator[Fault]:
    """Yield the fault of a single value that is outside what its shape allows."""
    if shape.one_of and node.text not in shape.one_of:
        yield node.line, "KB904", f"{where}写的是“{node.text}”，可用的是：{'、'.join(shape.one_of)}"
    elif shape.form and not re.fullmatch(shape.form, node.text):
        yield node.line, "KB904", f"{where}写的是“{node.text}”，应像这样写：{shape.like}"
    elif shape.kind == "text" and node.tag == "null":
        yield node.line, "KB904", f"{where}应为文字，写的是空的"
    elif shape.kind == "number" and not is_number(node):
        yield node.line, "KB904", f"{where}应为数字，写的是“{node.text}”"
    elif shape.kind == "truth" and node.text not in ("true", "false"):
        yield node.line, "KB904", f"{where}应为 true 或 false，写的是“{node.text}”"
    elif shape.kind == "regex":
        try:
            re.compile(node.text)
        except re.error as fault:
            yield node.line, UNUSABLE, f"{where}不是能用的正则：{node.text}（{fault}）"
    elif shape.kind.startswith("date") and not is_date(node, shape):
        yield node.line, "KB904", f"{where}应为 2026-11-20 这样的日期，写的是“{node.text}”"


def is_date(node: Node, shape: Shape) -> bool:
    """Whether a scalar is a day, month or year of the calendar, or a null where that is allowed."""
    if shape.kind == "date_or_null" and node.tag == "null":
        return True
    try:
        datetime.date.fromisoformat(node.text + "-01-01"[len(node.text) - 4 :])
    except ValueError:
        return False
    return DATE_FORM.fullmatch(node.text) is not None
