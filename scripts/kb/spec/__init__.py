"""spec/ as Python sees it: `load` reports every fault with file and line; the rest is looked up in a Spec."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kb.model import Genre, Item, Problem, Rule, Theme, Unit
from kb.spec import build, references, schema, shapes, spun_families
from kb.spec.kept import kept
from kb.spec.spun_families import SpunFamily
from kb.spec.tree import EMPTY
from kb.yaml_file import Node, YamlFault, parse


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
    trees: dict[str, Node] = field(default_factory=dict)  # by file name, for pages that show entries as written

    @property
    def is_complete(self) -> bool:
        """Whether there is something of everything that samples refer to; else every reference would be a fault."""
        return bool(self.items and self.themes and self.units and self.genres)

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
    files = {name: path.read_bytes() for name in schema.FILES if (path := folder / name).is_file()}
    return kept(files, lambda: load_anew(folder, shown))


def load_anew(folder: Path, shown: str) -> tuple[Spec, list[Problem]]:
    """Do what `load` says, file by file."""
    problems: list[Problem] = []
    trees = {name: read(folder / name, f"{shown}/{name}", problems) for name in schema.FILES}
    shown_trees = {name: tree for name, tree in trees.items() if name != spun_families.FILE}
    spec = Spec(**build.fields(trees), trees=shown_trees)  # type: ignore[arg-type]
    known = {
        "theme": list(spec.themes),
        "unit": list(spec.units),
        "item": list(spec.items),
        "genre": list(spec.genres),
        "span": list(spec.spans),
    }
    # Of a kind that could not be read at all every name would be reported; the file itself already is.
    problems += references.problems(trees, {kind: names for kind, names in known.items() if names}, shown)
    return spec, sorted(set(problems))


def read(path: Path, shown: str, problems: list[Problem]) -> Node:
    """Return the tree of one spec file, an empty one when it can't be read; adds what is wrong to `problems`."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(shown, 1, "KB901", "没有这个文件"))
        return EMPTY
    tree, found = kept({path.name: content}, lambda: examine(content, path.name))
    problems += [Problem(shown, line, code, text) for line, code, text in found]
    return tree


def examine(content: bytes, name: str) -> tuple[Node, list[tuple[int, str, str]]]:
    """Return the tree of the spec file called `name` and (line, code, what was found) of its faults."""
    try:
        tree = parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return EMPTY, [(1, "KB907", "不是 UTF-8 编码")]
    except YamlFault as fault:
        return EMPTY, [(fault.line, "KB906", fault.found)]
    return tree, list(shapes.faults(tree, schema.FILES[name]))
