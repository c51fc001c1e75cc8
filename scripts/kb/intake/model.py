"""What intake finds in a source text: spans with offsets into it. Finding and replacing are separate.

All offsets are Python string indices into `Source.text` as it was read, before anything is changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Source:
    """A file that was read: its name as reported, its text as offsets count it."""

    name: str
    text: str


@dataclass(frozen=True)
class Junk:
    """What is no part of the document (watermark, url, related, pinyin, emoji, noise …). Uncertain junk stays in."""

    start: int
    end: int
    kind: str
    sure: bool = True


@dataclass(frozen=True)
class Heading:
    """A heading without its mark. `level` is the kind of the mark: 一、 1, （一） 2, 1. 3, （1） 4.

    `mark_start` is where the enumerator begins (`start` when there is none), `end` where the heading's text ends: the
    rest of the line is body text that was glued to it.
    """

    level: int
    text: str
    start: int
    end: int
    mark_start: int
    theme: str = ""


@dataclass(frozen=True)
class Private:
    """A person, organisation, place, phone, id_number, email or url, and what stands for it in the draft."""

    kind: str
    text: str
    start: int
    replacement: str = ""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Rewrite:
    """A spun or spoiled word and what stood there; only `sure` ones are applied, the others are shown."""

    start: int
    wrong: str
    right: str
    sure: bool = True


@dataclass(frozen=True)
class Figure:
    """A figure that is a data item: becomes the slot `{{key@period=value}}`. `start`..`end` is the value alone."""

    start: int
    end: int
    key: str
    period: str
    value: str


@dataclass(frozen=True)
class Stale:
    """A phrase, law name or date that is out of its period today."""

    start: int
    phrase: str
    reason: str


@dataclass(frozen=True)
class Labels:
    """What kind of document a piece is; `confidence` from 0 to 1."""

    unit: str
    genre: str
    span: str
    is_union: bool
    confidence: float


@dataclass
class Piece:
    """One document within a source, with all that was found in it. `id` is the draft's file name without .md."""

    id: str
    source: str
    start: int
    end: int
    title: str = ""
    title_end: int = 0  # where the body begins
    labels: Labels | None = None
    headings: list[Heading] = field(default_factory=list)
    junk: list[Junk] = field(default_factory=list)
    private: list[Private] = field(default_factory=list)
    rewrites: list[Rewrite] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    stale: list[Stale] = field(default_factory=list)
    duplicate_of: str | None = None
    duplicate_kind: str | None = None
