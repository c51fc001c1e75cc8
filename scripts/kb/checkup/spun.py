"""Words that a content farm put in place of the right ones (spec/rewrites.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.checkup.finding import Finding, Pattern, hide, sentences


@dataclass(frozen=True)
class Rewrite:
    """One spun word: how to recognise it, and sentences in which it is left alone. tier: safe, context, review."""

    wrong: str
    right: str
    tier: str
    patterns: tuple[Pattern, ...]
    veto: tuple[re.Pattern[str], ...]


def find(text: str, rewrites: Iterable[Rewrite], protected: Iterable[str], tiers: Iterable[str]) -> Iterator[Finding]:
    """Yield the spun words of the given tiers; the safe ones are sure."""
    tried = set(tiers)
    shown = hide(text, protected)
    # Most words are nowhere in a text: one look at the whole of it saves one at each sentence.
    wanted = [r for r in rewrites if r.tier in tried and any(p.find.search(shown) for p in r.patterns)]
    for offset, sentence in sentences(shown) if wanted else ():
        for rewrite in wanted:
            if not any(v.search(sentence) for v in rewrite.veto):
                yield from matches(sentence, offset, rewrite)


def matches(sentence: str, offset: int, rewrite: Rewrite) -> Iterator[Finding]:
    """Yield what one rewrite finds in a sentence."""
    for pattern in rewrite.patterns:
        for m in pattern.find.finditer(sentence):
            message = f"“{m.group()}”像是换词稿里的词，原词是“{rewrite.right}”"
            repair = pattern.repair(m)
            yield Finding(offset + m.start(), offset + m.end(), m.group(), message, rewrite.tier == "safe", repair)
