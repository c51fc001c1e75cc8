"""Small readers for the trees of spec files: they give a plain value, or an empty one where the file is faulty."""

from __future__ import annotations

import re

from kb.yaml_file import Node

EMPTY = Node("mapping", 1)
NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")


def entries(tree: Node, key: str) -> list[Node]:
    """Return the mappings in the list `key` of a tree; whatever else stands there is left to `faults`."""
    node = tree.get(key)
    return [n for n in node.items if n.kind == "mapping"] if node else []


def text(node: Node, key: str) -> str:
    """Return the scalar `key` of a mapping, empty when it is absent."""
    value = node.get(key)
    return value.text if value and value.tag != "null" else ""


def words(node: Node, key: str) -> tuple[str, ...]:
    """Return the list of scalars `key` of a mapping."""
    value = node.get(key)
    return tuple(item.text for item in value.items) if value else ()


def is_number(node: Node) -> bool:
    """Whether a scalar is a number as people write it: YAML also knows 0x1F, 1:30, 1_000, .inf and .nan."""
    return node.tag in ("int", "float") and NUMBER.fullmatch(node.text) is not None


def number(node: Node | None, default: float = 0) -> float:
    """Return a scalar as a number, `default` when it is none."""
    return float(node.text) if node and is_number(node) else default


def mapping(node: Node | None) -> dict[str, Node]:
    """Return a mapping's values by key."""
    return {key: value for key, _, value in node.pairs} if node else {}


def typed(node: Node) -> object:
    """Return a value with numbers and truths as such (layout.yml goes to the browser as JSON)."""
    if node.kind == "mapping":
        return {key: typed(value) for key, _, value in node.pairs}
    if node.kind == "list":
        return [typed(item) for item in node.items]
    if node.tag == "bool":
        return node.text == "true"
    if is_number(node):
        return int(node.text) if node.tag == "int" else float(node.text)
    return node.text
