"""Punctuation as the finders know it: a comma of half width behind a Chinese character is one of full width."""

from __future__ import annotations

import re

HALF, FULL = ",;:!?", "，；：！？"
MARKS = str.maketrans(HALF, FULL)
HALF_WIDTH = re.compile(f"[{HALF}](?<=[\u4e00-\u9fff”’》）)】%].)")


def full_width(text: str) -> str:
    """Return a text of the same length in which marks of half width behind Chinese are of full width."""
    if not any(mark in text for mark in HALF):
        return text
    return HALF_WIDTH.sub(lambda match: match[0].translate(MARKS), text)
