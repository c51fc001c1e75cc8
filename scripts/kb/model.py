"""What the content is made of: plain data classes, no behaviour beyond looking things up in themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Severity(StrEnum):
    """What a problem means for publishing: an error stops the build, a check asks a person to look, a hint can wait."""

    ERROR = "error"
    CHECK = "check"
    HINT = "hint"


@dataclass(frozen=True, order=True)
class Problem:
    """One finding: where, the permanent code of its rule, what was found."""

    path: str
    line: int
    code: str
    found: str


@dataclass(frozen=True)
class Slot:
    """One `{{key@period=example}}`; `start` and `end` are offsets into the scanned text, `line` counts from 1."""

    key: str
    period: str
    example: str | None
    start: int
    end: int
    line: int

    @property
    def id(self) -> str:
        """Key and period, `new_unions@plan`: what a value is stored and filled under."""
        return f"{self.key}@{self.period}" if self.period else self.key


@dataclass(frozen=True)
class Relation:
    """A typed relation with `item` on its left: see the header of spec/data_items.yml for the kinds."""

    kind: str
    item: str
    of: tuple[str, ...]
    severity: Severity
    percent: bool = False
    scale: float = 1
    low: float | None = None
    high: float | None = None
    text: str = ""
    line: int = 0


@dataclass(frozen=True)
class Block:
    """One block of a body. `text` is its Markdown without the leading mark and the attribute list.

    kind: heading, paragraph, item (of a list), row (of a table), code. level: of a heading, 1 for `##`.
    mark: the # signs of a heading, the sign of a list item. glued: no blank between the # signs and the text.
    """

    kind: str
    text: str
    line: int
    level: int = 0
    mark: str = ""
    glued: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)

    def line_at(self, place: int) -> int:
        """Return the line of the file on which an offset into `text` lies."""
        return self.line + self.text.count("\n", 0, place)


@dataclass(frozen=True)
class Section:
    """A heading with all under it, deeper headings included. `theme` is that of its level-1 heading."""

    heading: Block
    anchor: str
    theme: str
    number: str
    blocks: tuple[Block, ...]

    @property
    def level(self) -> int:
        """1 for `##`, 2 for `###` and so on."""
        return self.heading.level


@dataclass(eq=False)
class Sample:
    """A sample or snippet file. `path` is relative to docs/ where it lies there, else as messages show it.

    `lines` tells where each front matter key stands. `slots` are those of the body, `heading_slots` those of the
    printed title. Of a sample whose front matter can't be read (not `readable`) `meta` is empty.
    """

    path: str
    meta: dict[str, object]
    lines: dict[str, int]
    blocks: list[Block]
    slots: list[Slot]
    heading_slots: list[Slot]
    relations: list[Relation] = field(default_factory=list)
    readable: bool = True

    def get(self, key: str) -> str:
        """Return a front matter value as text, empty when it is missing or not a single value."""
        value = self.meta.get(key, "")
        return value if isinstance(value, str) else ""

    def words(self, key: str) -> list[str]:
        """Return a front matter list of words, empty when it is missing or not a list."""
        value = self.meta.get(key)
        return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []

    @property
    def is_snippet(self) -> bool:
        """A snippet file holds loose sections and has neither printed title nor signature."""
        return self.get("genre") == "snippet"

    @cached_property
    def examples(self) -> dict[str, str]:
        """The example value of every slot that has one, by id; the first one counts."""
        found: dict[str, str] = {}
        for slot in [*self.slots, *self.heading_slots]:
            if slot.example is not None:
                found.setdefault(slot.id, slot.example)
        return found


@dataclass(frozen=True)
class Item:
    """A data item or an identity item of spec/data_items.yml."""

    key: str
    label: str
    kind: str
    unit: str = ""
    theme: str = ""
    also: tuple[str, ...] = ()
    unit_types: tuple[str, ...] = ()
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    examples: Mapping[str, str] = field(default_factory=dict)
    formula: tuple[str, int] | None = None
    note: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether its values are figures that can be compared and computed with."""
        return self.kind in ("count", "money", "rate")


@dataclass(frozen=True)
class Theme:
    """A theme of spec/themes.yml; `structural` ones (problems, plan …) belong to no field of work.

    `keywords` are the words by which people name it, today and in old texts.
    """

    key: str
    name: str
    description: str
    structural: bool
    keywords: tuple[str, ...] = ()
    local_names: Mapping[str, str] = field(default_factory=dict)
    weights: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Unit:
    """A unit type of spec/units.yml; `outlines` gives the themes of each genre in order."""

    key: str
    name: str
    outlines: Mapping[str, Sequence[str]]
    theme_order: Sequence[str]


@dataclass(frozen=True)
class Genre:
    """A genre of spec/genres.yml; `heading` and `opening` are how its printed title and first paragraph are written."""

    key: str
    name: str
    spans: tuple[str, ...]
    heading: str
    opening: str = ""


@dataclass(frozen=True)
class Rule:
    """A rule of spec/rules.yml: its sentence says what is expected, `repair` how to get there.

    `publish` is its severity when content is about to be handed out, where that is another one.
    """

    code: str
    severity: Severity
    sentence: str
    repair: str
    publish: Severity | None = None
