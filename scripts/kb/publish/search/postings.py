"""Where each character and each pair of characters stands, in files of even size."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import add

from kb.publish.search.fold import plain
from kb.publish.search.order import Ordered
from kb.publish.search.packing import pack_rising

TARGET = 6_000  # characters of a file; half of it after gzip
HEAVY = 2_500  # what is longer has a file of its own, so that nobody loads it with something else
# A section is more likely about what it says twice, more so about what it says often, and about what it begins with.
TWICE, OFTEN = 2, 5
LEAD, EARLY = 40, 90

# Of each key, the numbers of the sections where it stands: at all, in a heading, twice, often, in the first characters
# of the body, early in it; and those on whose page it is among the words that the page is known by (title, aliases).
Lists = list[dict[str, list[int]]]
# Of each key its lists as they are written.
Rows = dict[str, list[str]]


@dataclass(frozen=True)
class Shards:
    """The files: first `pairs` for pairs by their hash, then `singles` for characters, then one for each heavy key."""

    bodies: Sequence[str]
    pairs: int
    singles: int
    heavy: Sequence[str]


@dataclass(frozen=True)
class Filed:
    """The lists of some entries in order, and how they are written."""

    lists: Lists
    rows: Rows


def filed(ordered: Ordered) -> Filed:
    """File every character and pair of the ordered entries."""
    lists = collect(ordered)
    rows: Rows = defaultdict(lambda: [""] * len(lists))
    for place, own in enumerate(lists):
        for key, numbers in own.items():
            rows[key][place] = pack_rising(numbers)
    return Filed(lists, rows)


def followed(first: Filed, start: int, then: Ordered) -> Rows:
    """Return what is written of filed entries, of which there are `start`, and of those that come behind them."""
    for place, own in enumerate(collect(then, start)):
        for key, numbers in own.items():
            before = first.lists[place].get(key, [-1])[-1]
            first.rows[key][place] += pack_rising(numbers, before)
    return first.rows


def shards(rows: Rows) -> Shards:
    """Put the lists of all keys into files."""
    written = {key: ".".join(row).rstrip(".") for key, row in rows.items()}
    heavy = sorted(k for k, v in written.items() if len(v) > HEAVY)
    light = {k: v for k, v in written.items() if len(v) <= HEAVY}
    pairs, singles = list(files(light, 2)), list(files(light, 1))
    alone = [body({key: written[key]}) for key in heavy]
    return Shards([*pairs, *singles, *alone], len(pairs), len(singles), heavy)


def collect(ordered: Ordered, start: int = 0) -> Lists:
    """Return the lists of every key; entries come in order, numbered from `start`, so each list rises."""
    lists: Lists = [defaultdict(list) for _ in range(7)]
    known = {also: of_page(also) for also in {entry.also for entry in ordered.entries}}
    for number, (entry, folded) in enumerate(zip(ordered.entries, ordered.folded, strict=True), start):
        counts = Counter(chain.from_iterable(map(keys, folded)))
        heads = [t for line, t in zip(entry.lines, folded, strict=True) if line.kind.isdecimal()]
        body = "".join(t for line, t in zip(entry.lines, folded, strict=True) if not line.kind.isdecimal())
        twice = [k for k, times in counts.items() if times >= TWICE]
        often = [k for k in twice if counts[k] >= OFTEN]
        begins = [counts.keys() & keys(body[:most]) for most in (LEAD, EARLY)]
        found = (counts, {k for t in heads for k in keys(t)}, twice, often, *begins)
        for own, present in zip(lists, (*found, known[entry.also]), strict=True):
            for key in present:
                own[key].append(number)
    return lists


def keys(text: str) -> Iterator[str]:
    """Return the characters of a text and its pairs."""
    return chain(text, map(add, text, text[1:]))


def of_page(also: Sequence[str]) -> set[str]:
    """Return the pairs of the words by which a page is known."""
    return {pair for word in also for text in [plain(word)] for pair in map(add, text, text[1:])}


def files(written: dict[str, str], length: int) -> Iterator[str]:
    """Yield the bodies of the files for keys of one length."""
    own = sorted(k for k in written if len(k) == length)
    number = max(1, round(sum(len(written[k]) + 8 for k in own) / TARGET))
    parts: list[dict[str, str]] = [{} for _ in range(number)]
    for key in own:
        parts[place(key, number)][key] = written[key]
    return map(body, parts)


def body(part: dict[str, str]) -> str:
    """Return one file's data."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def place(key: str, number: int) -> int:
    """Return which of `number` files a key is in: FNV-1a over its code points, as scripts/web/search does it."""
    value = 0x811C9DC5
    for code in map(ord, key):
        value = ((value ^ code) * 0x01000193) & 0xFFFFFFFF
    return value % number
