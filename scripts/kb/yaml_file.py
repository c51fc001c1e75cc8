"""YAML with line numbers: a tree whose every value knows where it was written, and faults instead of exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TAGS = "tag:yaml.org,2002:"


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


def parse(text: str, first_line: int = 1) -> Node:
    """Return the tree of `text`, lines counted from `first_line`; an empty text is an empty mapping.

    Raises YamlFault with the line where the parser stopped.
    """
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = first_line + (mark.line if mark else 0)
        written = (text.splitlines() or [""])[min(line - first_line, max(0, text.count("\n") - 1))].strip()
        raise YamlFault(line, f"这里读不下去：“{written[:40]}”（{explain(str(fault.problem or fault))}）") from fault
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise YamlFault(first_line, f"有不能识别的字符或写法（{str(fault).splitlines()[0]}）") from fault
    return convert(root, first_line) if root is not None else Node("mapping", first_line)


def convert(node: yaml.Node, first_line: int, depth: int = 0) -> Node:
    """Turn PyYAML's node into ours. Raises YamlFault on nesting that no file of this project has."""
    line = first_line + node.start_mark.line
    if depth > 20:
        raise YamlFault(line, "嵌套太深")
    if isinstance(node, yaml.MappingNode):
        pairs = ((k.value, first_line + k.start_mark.line, convert(v, first_line, depth + 1)) for k, v in node.value)
        return Node("mapping", line, pairs=tuple((str(k), at, v) for k, at, v in pairs))
    if isinstance(node, yaml.SequenceNode):
        return Node("list", line, items=tuple(convert(v, first_line, depth + 1) for v in node.value))
    return Node("scalar", line, text=node.value, tag=node.tag.removeprefix(TAGS))


def explain(problem: str) -> str:
    """Return the parser's English complaint in Chinese where it is one of the usual ones."""
    usual = {
        "mapping values are not allowed": "值里有冒号加空格，要给整个值加引号",
        "could not find expected ':'": "少了冒号，或冒号后少了空格",
        "found character '\\t'": "用了制表符，要改成空格",
        "found unexpected end of stream": "引号或括号没有配对",
        "expected <block end>": "缩进不齐，或引号没有配对",
        "cannot start any token": "有不能放在开头的字符，要给整个值加引号",
        "found undefined alias": "值以 * 开头，要给整个值加引号",
        "did not find expected": "引号、括号或缩进没有配好",
    }
    return next((chinese for english, chinese in usual.items() if english in problem), problem)
