"""Why input can't be used."""

from __future__ import annotations

from collections.abc import Iterable


class FillError(Exception):
    """Input that can't be used; `lines` are complete Chinese messages with file and line."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)
        super().__init__("\n".join(self.lines))
