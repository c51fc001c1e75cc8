"""Figures of a text as exact whole numbers of a ten-thousandth, so that both engines compute the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

ONE = 10_000
TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True)
class Amount:
    """A figure: its digits as written, 万 or 亿, its unit, its value in ten-thousandths."""

    digits: str
    times: str = ""
    unit: str = ""

    @property
    def value(self) -> int:
        """The value in ten-thousandths."""
        whole, _, part = self.digits.partition(".")
        return (int(whole) * ONE + int(f"{part}0000"[:4])) * TIMES[self.times]

    @property
    def decimals(self) -> int:
        """How many decimals are written."""
        return len(self.digits.partition(".")[2])

    @property
    def steps(self) -> int:
        """The value in steps of the last decimal that is written, 万 left aside."""
        return int(self.digits.replace(".", ""))

    @property
    def step(self) -> int:
        """The value of one in the last decimal that is written."""
        return ONE * TIMES[self.times] // int(10**self.decimals)

    @property
    def rough(self) -> int:
        """How far a figure that is rounded in 万 or 亿 may be off: half of its last decimal."""
        return self.step // 2 if self.times and self.decimals else 0

    @property
    def shown(self) -> str:
        """The figure as it is written."""
        return f"{self.digits}{self.times}{self.unit}"


def percent(part: int, whole: int, decimals: int) -> int:
    """Return part ÷ whole in steps of a percentage's last decimal, rounded half up."""
    size: int = 10**decimals
    return (part * 100 * size * 2 + whole) // (whole * 2)


def with_decimals(steps: int, decimals: int) -> str:
    """Return steps of the last decimal as a decimal number."""
    if not decimals:
        return str(steps)
    digits = str(steps).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}"


def written(value: int, like: Amount) -> str:
    """Return a value in ten-thousandths with 万 and unit of another figure."""
    size = ONE * TIMES[like.times]
    digits = with_decimals(value * ONE // size, 4).rstrip("0").rstrip(".")
    return f"{digits}{like.times}{like.unit}"


def amounts(groups: tuple[str | None, ...]) -> list[Amount]:
    """Return the figures of a match of {n} and {u} in turn, three groups each."""
    triples = zip(groups[::3], groups[1::3], groups[2::3], strict=True)
    return [Amount(digits or "0", times or "", unit or "") for digits, times, unit in triples]


def first(match: re.Match[str], unit: str = "") -> Amount:
    """Return the first figure of a match."""
    return Amount(match[1], match[2] or "", unit)
