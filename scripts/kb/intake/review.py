"""The page on which a person looks through what was found: source and draft side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from kb.intake.model import Piece, Source


def page(source: Source, pieces: Sequence[Piece], drafts: Mapping[str, str]) -> str:
    """Return report.html of one source: `drafts` are the drafts' texts by piece id."""
    return f"<!doctype html><meta charset=utf-8><title>{escape(source.name)}</title>"
