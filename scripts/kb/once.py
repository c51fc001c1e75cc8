"""What is made of a large thing once and used many times: kept for the thing of the call before, told by identity."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def once(make: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """Return `make` that works out its result only when it is given another object than the last time."""
    kept: list[tuple[Given, Made]] = []

    @wraps(make)
    def made(given: Given) -> Made:
        if not kept or kept[0][0] is not given:
            kept[:] = [(given, make(given))]
        return kept[0][1]

    return made
