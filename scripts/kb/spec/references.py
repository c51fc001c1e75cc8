"""Names in spec files that stand for nothing, and names given twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model import Problem
from kb.spec.tree import entries, mapping
from kb.wording import nearest
from kb.yaml_file import Node

UNIQUE = (
    ("data_items.yml", ("identity", "items"), ("key", "label")),
    ("themes.yml", ("themes", "structural"), ("key", "name")),
    ("units.yml", ("units",), ("key", "name")),
    ("genres.yml", ("genres",), ("key", "name")),
    ("rules.yml", ("rules",), ("code",)),
)


def problems(trees: Mapping[str, Node], known: Mapping[str, list[str]], shown: str) -> Iterator[Problem]:
    """Yield what is given twice or not at all; `known` lists the names of each kind, `shown` is spec/ in messages."""
    for file, lists, fields in UNIQUE:
        nodes = [n for key in lists for n in entries(trees[file], key)]
        yield from twice(nodes, fields, f"{shown}/{file}")
    for file, line, kind, name in named(trees):
        if kind in known and name not in known[kind]:
            yield Problem(f"{shown}/{file}", line, "KB908", f"“{name}”在 spec 里没有定义{nearest(name, known[kind])}")


def twice(nodes: list[Node], fields: tuple[str, ...], shown: str) -> Iterator[Problem]:
    """Yield a problem for each value of `fields` that two entries share."""
    for name in fields:
        seen: dict[str, int] = {}
        for node in nodes:
            value = node.get(name)
            if value is None or not value.text:
                continue
            if value.text in seen:
                yield Problem(shown, value.line, "KB905", f"{name} “{value.text}”与第{seen[value.text]}行重复")
            seen.setdefault(value.text, value.line)


FIELDS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("data_items.yml", "items", {"theme": "theme", "also": "theme", "unit_types": "unit", "range": "unit"}),
    ("data_items.yml", "identity", {"example": "unit"}),
    ("themes.yml", "themes", {"used_by": "unit"}),
    ("units.yml", "units", {"theme_order": "theme", "outlines": "genre"}),
    ("genres.yml", "genres", {"spans": "span"}),
    ("laws.yml", "laws", {"unit_types": "unit"}),
    ("vocabulary.yml", "vocabulary", {"units": "unit"}),
    ("vocabulary.yml", "private", {"units": "unit"}),
)


def named(trees: Mapping[str, Node]) -> Iterator[tuple[str, int, str, str]]:
    """Yield (file, line, kind, name) of every reference from one entry to another."""
    for file, key, fields in FIELDS:
        for node in entries(trees[file], key):
            yield from refer(file, node, **fields)
    yield from nested(trees)
    yield from refer("layout.yml", trees["layout.yml"], signature="item")


def nested(trees: Mapping[str, Node]) -> Iterator[tuple[str, int, str, str]]:
    """Yield the references that stand one level deeper: in relations, formulas and outlines."""
    for node in entries(trees["data_items.yml"], "items"):
        for entry in entries(node, "relations"):
            yield from refer("data_items.yml", entry, of="item")
    for node in entries(trees["data_items.yml"], "identity"):
        formula = node.get("formula")
        if formula:
            yield from refer("data_items.yml", formula, **{"from": "item"})
    for node in entries(trees["units.yml"], "units"):
        for outline in mapping(node.get("outlines")).values():
            yield from (("units.yml", i.line, "theme", i.text) for i in outline.items)


def refer(file: str, node: Node, **fields: str) -> Iterator[tuple[str, int, str, str]]:
    """Yield the names in `fields` of an entry: a scalar, the scalars of a list, or the keys of a mapping."""
    for name, kind in fields.items():
        value = node.get(name)
        if value is None:
            continue
        if value.kind == "mapping":
            yield from ((file, line, kind, key) for key, line, _ in value.pairs)
        else:
            scalars = value.items if value.kind == "list" else (value,)
            yield from ((file, s.line, kind, s.text) for s in scalars if s.kind == "scalar")
