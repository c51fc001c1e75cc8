"""A printed document as a list of blocks, the same as the browser's (scripts/web/blocks.ts); to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal, cast, get_args

Kind = Literal["title", "heading", "body", "item", "table", "signature"]
Json = Mapping[str, object]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True)
class Run:
    """Text of one look. An open blank reads as it is printed (【年度】); `slot` is the blank's id, `label` its name."""

    text: str
    bold: bool = False
    open: bool = False
    slot: str = ""
    label: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph or a table. `level` is 1-4 of a heading, else 0; `number` its enumerator or a list item's, as text.

    Only a table has `rows`, of cells, of runs; the first row is the head.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    number: str = ""
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()

    @property
    def text(self) -> str:
        """The paragraph as printed, its number included."""
        return self.number + "".join(run.text for run in self.runs)


def to_json(blocks: Sequence[Block]) -> list[dict[str, object]]:
    """Return blocks as JSON has them."""
    return [asdict(block) for block in blocks]


def from_json(data: object) -> list[Block]:
    """Return the blocks of a JSON list; what is left out of a run or a block is empty. Raises ValueError."""
    return [block(entry) for entry in entries(data)]


def block(data: Json) -> Block:
    """Return one block. Raises ValueError."""
    if data.get("kind") not in KINDS:
        raise ValueError(f"no kind of block: {data.get('kind')!r}")
    return Block(
        kind=cast(Kind, data["kind"]),
        runs=runs(data.get("runs")),
        level=int(str(data.get("level", 0))),
        number=str(data.get("number", "")),
        rows=tuple(tuple(runs(cell) for cell in listed(row)) for row in listed(data.get("rows"))),
    )


def runs(data: object) -> tuple[Run, ...]:
    """Return the runs of a paragraph or a cell. Raises ValueError."""
    return tuple(
        Run(
            text=str(entry["text"]),
            bold=bool(entry.get("bold")),
            open=bool(entry.get("open")),
            slot=str(entry.get("slot", "")),
            label=str(entry.get("label", "")),
        )
        for entry in entries(data)
    )


def entries(data: object) -> list[Json]:
    """Return a JSON list of objects. Raises ValueError."""
    found = listed(data)
    if not all(isinstance(entry, dict) for entry in found):
        raise ValueError("a list of objects was expected")
    return cast(list[Json], found)


def listed(data: object) -> list[object]:
    """Return a JSON list, an empty one for nothing. Raises ValueError."""
    if data is None:
        return []
    if not isinstance(data, list):
        raise ValueError("a list was expected")
    return data
