"""The numbers of entries. Sections of one unit type, genre and theme follow each other, short ones first.

So one small table of runs says these facts of every section, without a word about any single one: filters and counts
need no text, neighbours are found by the same words (their lists pack well), and texts that are shown together lie in
one file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from kb.publish.search.entries import Entry
from kb.publish.search.fold import plain
from kb.publish.search.guide import GENRE
from kb.spec import Spec

# Upper bounds of the length classes, in characters: among equals the shorter class comes first.
CLASSES = (150, 200, 250, 300, 350, 450, 600)


@dataclass(frozen=True)
class Ordered:
    """Entries by number; `folded` are the texts of their lines as they are compared.

    `runs`: (unit type, genre, theme, length class, how many) of entries in a row, each fact as its place in the list
    of keys, where an empty key is "none".
    """

    entries: Sequence[Entry]
    folded: Sequence[Sequence[str]]
    runs: Sequence[tuple[int, int, int, int, int]]


def keys_of(spec: Spec) -> tuple[list[str], list[str], list[str]]:
    """Return the keys of unit types, genres and themes in the order that the runs refer to."""
    return [*spec.units, ""], [*spec.genres, GENRE], ["", *spec.themes]


def ordered(found: Sequence[Entry], spec: Spec) -> Ordered:
    """Give every entry its place. Guide pages have no unit type, so they come behind all samples."""
    units, genres, themes = keys_of(spec)
    rows = []
    for entry in found:
        folded = [plain(line.text) for line in entry.lines]
        length = sum(map(len, folded))
        facts = (units.index(entry.unit), genres.index(entry.genre), themes.index(entry.theme), size_class(length))
        rows.append(((facts, length, entry.page, entry.anchor), entry, folded))
    rows.sort(key=lambda row: row[0])
    runs = [(*facts, len(list(same))) for facts, same in groupby(row[0][0] for row in rows)]
    return Ordered([e for _, e, _ in rows], [f for _, _, f in rows], runs)


def followed(first: Ordered, then: Ordered) -> Ordered:
    """Return entries and those that come behind all of them."""
    return Ordered([*first.entries, *then.entries], [*first.folded, *then.folded], [*first.runs, *then.runs])


def characters(ordered: Ordered) -> set[str]:
    """Return the characters of the entries' texts, as written and as they are compared."""
    written = (line.text for entry in ordered.entries for line in entry.lines)
    return set().union(*written, *chain.from_iterable(ordered.folded))


def size_class(length: int) -> int:
    """Return the length class of a text, 0 for the shortest."""
    return sum(length > bound for bound in CLASSES)
