"""The texts of entries in files of a few sections: what a match is verified against and what a result shows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kb.publish.search.entries import Entry, Line
from kb.publish.search.order import Ordered

TARGET = 2_600  # characters of text in a file


@dataclass(frozen=True)
class Bundles:
    """The files, and how many entries each holds."""

    bodies: Sequence[str]
    sizes: Sequence[int]


def bundles(ordered: Ordered) -> Bundles:
    """Put neighbouring entries together; an entry is never split."""
    pages: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(ordered.entries):
        pages[entry.page].append(number)
    groups: list[list[Entry]] = []
    room = 0
    for entry in ordered.entries:
        size = sum(len(line.text) for line in entry.lines)
        if room < size or not groups:
            groups.append([])
            room = TARGET
        groups[-1].append(entry)
        room -= size
    bodies = [
        json.dumps([record(e, pages[e.page]) for e in g], ensure_ascii=False, separators=(",", ":")) for g in groups
    ]
    return Bundles(bodies, [len(g) for g in groups])


def record(entry: Entry, same_page: Sequence[int]) -> list[object]:
    """Return page, anchor, title, heading, text, and the numbers of all entries of the page."""
    return [entry.page, entry.anchor, entry.title, entry.heading, "\n".join(map(written, entry.lines)), same_page]


def written(line: Line) -> str:
    """Return a line with its kind and enumerator in front; neither is text."""
    return f"{line.kind}{line.mark}\t{line.text}"
