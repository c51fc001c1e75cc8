"""Pieces of messages that more than one module makes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a question with the known word nearest to `word` (；是不是“year”？), `otherwise` when none is near."""
    near = difflib.get_close_matches(word, list(known), 1, 0.5)
    return f"；是不是“{near[0]}”？" if near else otherwise
