"""spec/ as Python sees it: `load` reports every fault with file and line; the rest is looked up in a Spec."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kb.model import Genre, Item, Problem, Rule, Theme, Unit
from kb.spec.kept import kept

if TYPE_CHECKING:
    from kb.spec.spun_families import SpunFamily
    from kb.yaml_file import Node


@dataclass
class Spec:
    """The content rules in force. `layout` is spec/layout.yml with its numbers as int or float."""

    items: dict[str, Item] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    genres: dict[str, Genre] = field(default_factory=dict)
    spans: dict[str, str] = field(default_factory=dict)
    sign_dates: dict[str, str] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    layout: dict[str, object] = field(default_factory=dict)
    parts: list[dict[str, str]] = field(default_factory=list)
    lengths: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    checkup: dict[str, object] = field(default_factory=dict)
    spun_families: tuple[SpunFamily, ...] = ()
    is_usable: bool = True  # whether every regex of it can be read
    trees: dict[str, Node] = field(default_factory=dict)  # by file name, of those that pages show as written

    @property
    def is_complete(self) -> bool:
        """Whether there is something of everything that samples refer to; else every reference would be a fault."""
        return self.is_usable and bool(self.items and self.themes and self.units and self.genres)

    @cached_property
    def by_label(self) -> dict[str, Item]:
        """Every item by its label."""
        return {item.label: item for item in self.items.values()}

    @cached_property
    def blank(self) -> dict[str, str]:
        """The marks of an open blank: before, after, last, plan."""
        marks = self.layout.get("blank")
        return {str(k): str(v) for k, v in marks.items()} if isinstance(marks, dict) else {}

    @cached_property
    def signature(self) -> list[str]:
        """The keys of the lines after the text."""
        keys = self.layout.get("signature")
        return [str(k) for k in keys] if isinstance(keys, list) else []

    @cached_property
    def numbering(self) -> list[dict[str, object]]:
        """The styles of headings' enumerators, by level."""
        styles = self.layout.get("numbering")
        return [s for s in styles if isinstance(s, dict)] if isinstance(styles, list) else []

    def label(self, slot_id: str) -> str:
        """Return how a blank is called in print: `new_unions@plan` → 明年计划·新建基层工会."""
        key, _, period = slot_id.partition("@")
        item = self.items.get(key)
        return (self.blank.get(period, "") if period else "") + (item.label if item else key)

    def is_number(self, slot_id: str) -> bool:
        """Whether a blank is a data item whose values are figures."""
        item = self.items.get(slot_id.partition("@")[0])
        return item is not None and item.is_number

    def print_blank(self, slot_id: str) -> str:
        """Return an open blank as text: 【新建基层工会】."""
        return f"{self.blank['before']}{self.label(slot_id)}{self.blank['after']}"


def load(folder: Path, shown: str = "spec") -> tuple[Spec, list[Problem]]:
    """Return the spec in `folder` and every fault found in it; a faulty part is left out, nothing is raised.

    `shown` is the folder's name in the problems.
    """

    def make() -> tuple[Spec, list[Problem]]:
        from kb.spec import anew  # a tenth of a second, for what seldom happens

        return anew.load(folder, shown)

    return kept({path.name: path.read_bytes() for path in sorted(folder.glob("*.yml"))}, make)
