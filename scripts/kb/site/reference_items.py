"""The table of data items (spec/data_items.yml) for its reference page, with relations in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from kb.model import Item, Relation, Sample, Severity, Theme
from kb.site.reference import BAR, Row, as_of, assets, confidence, join, main, small, table
from kb.spec import Spec
from kb.spec.tree import entries, text
from kb.yaml_file import Node

KINDS = {"count": "数量", "money": "金额", "rate": "比率", "text": "文字", "date": "时间"}
RANGE = "经验范围，待核，只用来提醒"


def items(_samples: Sequence[Sample], spec: Spec, page: str) -> str:
    """Return the table of data items theme by theme, and that of what every document has."""
    tree = spec.trees["data_items.yml"]
    nodes = {text(n, "key"): n for n in entries(tree, "items")}
    groups = ((title(theme), list(rows(theme, spec, nodes))) for theme in spec.themes.values())
    heads = ["数据项", "单位", "常报的单位", "和别的数的关系", "说明", "把握"]
    parts = [as_of(tree), BAR, table("items", heads, groups), "## 每份文稿都有的项", table("identity", *identity(spec))]
    return join([assets(page, "reference.js"), *parts])


def title(theme: Theme) -> str:
    """Return the title of a theme's items, with the way to its sections."""
    return f'<a href="../themes/{theme.key}.html">{escape(theme.name)}</a>'


def rows(theme: Theme, spec: Spec, nodes: Mapping[str, Node]) -> Iterator[Row]:
    """Yield the items of a theme."""
    for item in spec.items.values():
        if item.theme == theme.key and item.key in nodes:
            yield row(item, spec, nodes[item.key])


def row(item: Item, spec: Spec, node: Node) -> Row:
    """Return one data item; its usual ranges rest on experience alone and are folded away."""
    also = [n.text for n in aliases.items] if (aliases := node.get("aliases")) else []
    units = [spec.units[key].name for key in item.unit_types]
    cells = [
        main(item.label, f"也叫：{'、'.join(also)}" if also else ""),
        escape(f"{item.unit}（{KINDS[item.kind]}）"),
        escape("各类单位" if len(units) == len(spec.units) else "、".join(units)) + ranges(item, spec),
        "<br>".join(escape(in_words(relation, spec)) for relation in item.relations),
        escape(item.note),
        confidence(node),
    ]
    return Row(cells, {"entry": "1", "units": " ".join(units)})


def ranges(item: Item, spec: Spec) -> str:
    """Return the usual ranges of an item, unit type by unit type."""
    lines = "，".join(f"{spec.units[key].name}{low:.12g}—{high:.12g}" for key, (low, high) in item.ranges.items())
    return f"<details><summary>范围</summary>{small(RANGE + '：' + lines)}</details>" if lines else ""


def in_words(relation: Relation, spec: Spec) -> str:
    """Return a relation as a sentence, with what it means when it does not hold."""
    names = [spec.label(key) for key in relation.of]
    meaning = "不等就是写错了" if relation.severity is Severity.ERROR else "不合请核对"
    return f"{SENTENCES[relation.kind](relation, names)}；{meaning}"


def ratio(relation: Relation, names: Sequence[str]) -> str:
    """A rate and its two counts."""
    return f"＝{names[0]}÷{names[1]}{'×100' if relation.percent else ''}，按写出的小数位四舍五入"


def total(_relation: Relation, names: Sequence[str]) -> str:
    """A sum and its parts."""
    return f"＝{'＋'.join(names)}"


def at_most(relation: Relation, names: Sequence[str]) -> str:
    """A figure and the one that it does not exceed."""
    return relation.text or f"一般不多于{names[0]}"


def within(relation: Relation, names: Sequence[str]) -> str:
    """Two figures whose quotient lies between two bounds; the bounds are experience."""
    return relation.text or f"与{names[1]}的比不寻常"


SENTENCES: Mapping[str, Callable[[Relation, Sequence[str]], str]] = {
    "ratio": ratio,
    "sum": total,
    "at_most": at_most,
    "range": within,
}


def identity(spec: Spec) -> tuple[list[str], list[tuple[str, list[Row]]]]:
    """Return heads and rows of the items that every document has."""
    found = [i for i in spec.items.values() if not i.is_number]
    lines = [Row([main(i.label), KINDS[i.kind], escape(i.note)]) for i in found]
    return ["项", "填什么", "说明"], [("", lines)]
