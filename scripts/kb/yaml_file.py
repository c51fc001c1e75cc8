"""YAML with line numbers: a tree whose every value knows where it was written, and faults instead of exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
TAGS = "tag:yaml.org,2002:"
DEEPEST = 20


@dataclass(frozen=True)
class Node:
    """A value of a YAML file: scalar (text as written), list, or mapping; `tag` is YAML's own guess of its type."""

    kind: str
    line: int
    text: str = ""
    tag: str = ""
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[str, int, Node], ...] = ()

    def get(self, key: str) -> Node | None:
        """Return the value of `key` in a mapping, None when it is absent or this is no mapping."""
        return next((value for name, _, value in self.pairs if name == key), None)

    def plain(self) -> object:
        """Return the value as str, list or dict; every scalar stays the text that was written."""
        if self.kind == "mapping":
            return {name: value.plain() for name, _, value in self.pairs}
        if self.kind == "list":
            return [item.plain() for item in self.items]
        return self.text

    def repeated(self) -> Iterator[tuple[str, int]]:
        """Yield the keys of a mapping that stand in it more than once, with the line of the later one."""
        seen: set[str] = set()
        for name, line, _ in self.pairs:
            if name in seen:
                yield name, line
            seen.add(name)


class YamlFault(Exception):
    """Text that is not YAML: `line` (from 1) and a Chinese sentence that says what the parser stumbled over."""

    def __init__(self, line: int, found: str) -> None:
        super().__init__(found)
        self.line = line
        self.found = found


def dump(data: object) -> str:
    """Return plain data as YAML in the order given, an entry of a list in one line."""
    return str(
        yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10_000)
    )


def parse(text: str, first_line: int = 1) -> Node:
    """Return the tree of `text`, lines counted from `first_line`; an empty text is an empty mapping.

    Raises YamlFault with the line where the parser stopped.
    """
    if bad := yaml.reader.Reader.NON_PRINTABLE.search(text):
        raise YamlFault(first_line + text.count("\n", 0, bad.start()), f"有不能用的字符 U+{ord(bad.group()):04X}")
    try:
        return build(Loader(text), first_line)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        lines = text.rstrip("\n").split("\n")
        place = min(mark.line if mark else 0, len(lines) - 1)  # what is never closed ends below the last line
        written, why = lines[place].strip()[:40], explain(str(fault.problem or fault), lines[place])
        raise YamlFault(first_line + place, f"这里读不下去：“{written}”（{why}）") from fault
    except (yaml.YAMLError, ValueError) as fault:
        raise YamlFault(first_line, f"有不能识别的字符或写法（{str(fault).splitlines()[0]}）") from fault


def build(loader: Any, first_line: int) -> Node:
    """Make the tree from the parser's events: PyYAML's own composer dies of deep nesting and multiplies aliases."""
    stack = [Open("list", first_line)]
    while loader.check_event():
        event = loader.get_event()
        line = first_line + event.start_mark.line
        refuse(event, line, stack)
        if isinstance(event, yaml.ScalarEvent):
            tag = loader.resolve(yaml.ScalarNode, event.value, event.implicit)
            stack[-1].add(Node("scalar", line, text=event.value, tag=tag.removeprefix(TAGS)))
        elif isinstance(event, yaml.CollectionStartEvent):
            stack.append(Open("mapping" if isinstance(event, yaml.MappingStartEvent) else "list", line))
        elif isinstance(event, yaml.CollectionEndEvent):
            stack[-2].add(stack.pop().closed())
    return stack[0].values[0] if stack[0].values else Node("mapping", first_line)


@dataclass
class Open:
    """A list or mapping whose end has not come yet; the keys of a mapping stand among its values."""

    kind: str
    line: int
    values: list[Node] = field(default_factory=list)

    def add(self, value: Node) -> None:
        """Take the next value. Raises YamlFault for a key that is no single word."""
        if self.kind == "mapping" and len(self.values) % 2 == 0 and value.kind != "scalar":
            raise YamlFault(value.line, "键的位置是 { 或 [；值以 { 或 [ 开头时，要给整个值加引号")
        self.values.append(value)

    def closed(self) -> Node:
        """Return what was read, now that its end has come."""
        if self.kind == "list":
            return Node("list", self.line, items=tuple(self.values))
        keys, values = self.values[::2], self.values[1::2]
        return Node("mapping", self.line, pairs=tuple((k.text, k.line, v) for k, v in zip(keys, values, strict=True)))


def refuse(event: yaml.Event, line: int, stack: list[Open]) -> None:
    """Raise YamlFault for what YAML allows and no file of this project has: mostly a value that lacks its quotes."""
    if isinstance(event, yaml.DocumentStartEvent) and stack[0].values:
        raise YamlFault(line, "文件中间有单独一行 ---")
    if isinstance(event, yaml.CollectionStartEvent) and len(stack) > DEEPEST:
        raise YamlFault(line, "嵌套太深")
    for name, mark in (("anchor", "* 或 &"), ("tag", "!")):
        if getattr(event, name, None):
            raise YamlFault(line, f"值以 {mark} 开头，要给整个值加引号")


def explain(problem: str, written: str) -> str:
    """Return the parser's English complaint about a line in Chinese where it is one of the usual ones."""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return "用了制表符，要改成空格"
    usual = {
        "mapping values are not allowed": "值里有冒号加空格，要给整个值加引号",
        "could not find expected ':'": "少了冒号，或冒号后少了空格",
        "block sequence entries are not allowed": "值以 - 和空格开头，要给整个值加引号",
        "found unexpected end of stream": "引号或括号没有配对",
        "expected <block end>": "缩进不齐，或引号没有配对",
        "cannot start any token": "有不能放在开头的字符，要给整个值加引号",
        "expected alphabetic or numeric": "值以 * 或 & 开头，要给整个值加引号",
        "expected whitespace or line break": "值以 ! 开头，要给整个值加引号",
        "did not find expected": "引号、括号或缩进没有配好",
    }
    return next((chinese for english, chinese in usual.items() if english in problem), problem)
