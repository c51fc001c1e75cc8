"""A skeleton file as `kb fill` reads it: its blanks, its own relations, its text."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kb.fill.faults import FillError
from kb.model import Relation
from kb.publish import skeleton
from kb.sample_file import FRONT_MATTER
from kb.sample_file import relations as own_relations
from kb.yaml_file import Node, YamlFault, parse


@dataclass(frozen=True)
class Blank:
    """A blank that a skeleton lists: its id, its label, and the formula of a derived one."""

    id: str
    label: str
    formula: tuple[str, int] | None = None


@dataclass(frozen=True)
class Skeleton:
    """A skeleton file: its sample and blanks, the relations of this sample alone, its text without the front matter."""

    sample: str
    blanks: list[Blank]
    relations: list[Relation]
    text: str
    front: Node

    def front_with(self, ids: Collection[str]) -> str:
        """Return front matter that lists only these blanks, so that a half-filled text can be filled again."""
        data = self.front.plain()
        if not isinstance(data, dict):
            return ""
        data["slots"] = [entry for entry in data["slots"] if entry["key"] in ids]
        for entry in data["slots"]:
            if entry.get("formula", {}).get("from") not in ids:
                entry.pop("formula", None)  # its base is in the text and gave nothing: to be filled by hand
        data.pop("relations", None)  # their figures may be in the text by now
        return skeleton.front_matter(data)


def read_skeleton(path: Path) -> Skeleton:
    """Return what is in a skeleton file. Raises FillError."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise FillError([f"{path}:1 不是 UTF-8 编码；请用从网站下载的骨架，或另存为 UTF-8"]) from None
    match = FRONT_MATTER.match(text)
    try:
        front = parse(match["yaml"], 2) if match else Node("mapping", 1)
    except YamlFault as fault:
        raise FillError([f"{path}:{fault.line} 文件头{fault.found}；请重新下载骨架"]) from None
    slots = front.get("slots")
    if match is None or slots is None:
        raise FillError([f"{path}:1 这不是骨架：文件头里没有 slots；请用网站上“下载骨架”得到的 .md"])
    sample = front.get("sample")
    blanks = [blank(n, path) for n in slots.items]
    return Skeleton(
        sample.text if sample else "", blanks, own_relations(front), text[match.end() :].lstrip("\n"), front
    )


def blank(node: Node, path: Path) -> Blank:
    """Return a blank of the front matter's list. Raises FillError."""
    key, label, formula = (node.get(k) for k in ("key", "label", "formula"))
    base, add = (formula.get(k) if formula else None for k in ("from", "add"))
    whole = add is None or re.fullmatch(r"-?\d{1,4}", add.text)
    if not (key and key.text and label and label.text and whole):
        raise FillError([f"{path}:{node.line} slots 的这一条不全（要有 key 和 label）；请重新下载骨架"])
    return Blank(key.text, label.text, (base.text, int(add.text)) if base and add else None)
