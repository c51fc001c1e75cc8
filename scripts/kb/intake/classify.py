"""What kind of document a piece is, and what each of its sections is about."""

from __future__ import annotations

from collections.abc import Sequence

from kb.intake.model import Heading, Labels
from kb.spec import Spec


def labels(text: str, start: int, end: int, title: str, headings: Sequence[Heading], spec: Spec) -> Labels:
    """Return unit type, genre, span, and whether `text[start:end]` is about union work at all."""
    return Labels("county", "annual_summary", "year", "工会" in text[start:end], 0.1)


def theme(heading: str, body: str, spec: Spec) -> str:
    """Return the theme of a section, a key of spec/themes.yml; empty when nothing tells."""
    return ""
