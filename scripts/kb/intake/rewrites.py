"""Spun words of a piece: what a rewriting site put, and what stood there."""

from __future__ import annotations

from kb.intake.model import Rewrite
from kb.spec import Spec


def find(text: str, start: int, end: int, spec: Spec) -> list[Rewrite]:
    """Return the spun words in `text[start:end]` by place."""
    return []
