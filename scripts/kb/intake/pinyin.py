"""Syllables of pinyin: whether letters between characters spell a word, and which word of the field it is."""

from __future__ import annotations

import re
from functools import cache

INITIALS = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])"
FINALS = (
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|ui|uo|ve|ue|er"
    "|a|o|e|i|u|v|ü)"
)
SYLLABLE = re.compile(f"{INITIALS}?{FINALS}")
WHOLE = re.compile(f"(?:{INITIALS}{FINALS}|ai|an|ang|ao|ou|er|en)+")
ENGLISH = frozenset(
    {
        "online",
        "media",
        "china",
        "menu",
        "sale",
        "game",
        "home",
        "office",
        "face",
        "time",
        "line",
        "more",
        "change",
        "women",
        "date",
        "page",
    }
)


@cache
def syllables(written: str) -> int:
    """Return how many syllables lower-case letters are, 0 when they are not pinyin."""
    if written in ENGLISH or not WHOLE.fullmatch(written):
        return 0
    return len(SYLLABLE.findall(written))
