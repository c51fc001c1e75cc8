"""The figures of a sentence that have a unit, and which units count alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.checkup.amounts import Amount
from kb.checkup.rulebook import Rules, regex


@dataclass(frozen=True)
class Count:
    """A figure with its unit in a sentence; label is what stands between it and the figure before."""

    start: int
    end: int
    amount: Amount
    label: str

    @property
    def value(self) -> int:
        """The value in ten-thousandths."""
        return self.amount.value


def counted(sentence: str, count: str) -> list[Count]:
    """Return the figures of a sentence that have a unit."""
    found: list[Count] = []
    end = 0
    for match in regex(count).finditer(sentence):
        amount = Amount(match[1], match[2] or "", match[3])
        found.append(Count(match.start(), match.end(), amount, sentence[end : match.start()]))
        end = match.end()
    return found


def are_alike(figures: Rules, one: str, other: str, more: Iterable[Sequence[str]] = ()) -> bool:
    """Whether two units count the same; `more` are units that do so only in what a finder compares."""
    return one == other or any(one in units and other in units for units in (*figures["alike"], *more))
