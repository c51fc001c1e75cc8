"""Private data of a piece: finders give spans (a module a kind), `replace` says what stands for each in the draft."""

from __future__ import annotations

from collections.abc import Sequence

from kb.intake.model import Junk, Private

__all__ = ["find"]


def find(text: str, start: int, end: int, junk: Sequence[Junk] = ()) -> list[Private]:
    """Return the private data in `text[start:end]` by place, none of it inside sure junk, with its replacements."""
    return []
