"""Rows of numbers as short texts that scripts can carry: five bits a character, the sixth says that more follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def pack_number(value: int) -> str:
    """Return one number from 0 upwards, lowest bits first."""
    parts = []
    while value >= 32:
        parts.append(ALPHABET[32 + (value & 31)])
        value >>= 5
    return "".join([*parts, ALPHABET[value]])


SMALL = [pack_number(n) for n in range(1 << 14)]
SMALLER = ["", *SMALL]  # one less than the place


def pack(values: Iterable[int]) -> str:
    """Return a row of numbers from 0 upwards."""
    return "".join([SMALL[v] if v < len(SMALL) else pack_number(v) for v in values])


def pack_rising(values: Sequence[int], after: int = -1) -> str:
    """Return rising numbers by their distances: how far the first is from what is next to `after`, and so on."""
    if not values:
        return ""
    first = pack_number(values[0] - after - 1)
    if len(values) == 1:
        return first
    try:
        return first + "".join([SMALLER[b - a] for a, b in pairwise(values)])
    except IndexError:  # far apart, which is rare
        return first + pack([b - a - 1 for a, b in pairwise(values)])
