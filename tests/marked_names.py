"""Sentences with the names in them marked by 【】, one a line, and what is found in them."""

from __future__ import annotations

import re

from kb.intake import private

MARKED = re.compile("【(.+?)】")


def cases(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def bare(marked: str) -> str:
    return re.sub("[【】]", "", marked)


def named(text: str) -> list[str]:
    return [name.text for name in private.find(text, 0, len(text))]


def missed(marked: str) -> list[str]:
    """Return the marked names that nothing found holds."""
    found = named(bare(marked))
    return [name for name in MARKED.findall(marked) if not any(name in one for one in found)]
