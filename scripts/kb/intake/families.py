"""A spinning site's table as a family: where several of its words are found, its other words are no accident any more.

spec/rewrites.yml says where a word is wrong for certain, whatever else a text has in it. In a text that was spun such a
word is wrong nearly everywhere, and it is shorter to say where it is right: that is what spec/spun_families.yml does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from kb.checkup.rulebook import regex
from kb.intake.model import Rewrite
from kb.once import once
from kb.spec import Spec
from kb.spec.spun_families import SpunFamily, SpunWord
from kb.word_finder import WordFinder

ENOUGH = 2  # so many different words of one family make a text a spun one
MANY = 5  # where so many speak for one family, the text went through a machine: one word is enough for another
Hits = Mapping[SpunWord, list[int]]


def find(piece: str, certain: Set[str], spec: Spec) -> Iterator[Rewrite]:
    """Yield the words of the families that a piece was spun with; not `sure` where one word alone speaks for it.

    `certain` are the words that are wrong whatever else stands in the piece.
    """
    found, all_families = hits(piece, spec), spec.spun_families
    unclaimed = {word for word in certain if not any(is_of(word, family) for family in all_families)}
    signs = [evidence(f, certain, found) + (len(unclaimed) if f.rest else 0) for f in all_families]
    enough = 1 if max(signs, default=0) >= MANY else ENOUGH
    for family, speak in zip(all_families, signs, strict=True):
        if speak or family.always:
            yield from rewrites(family, found, family.always or speak >= enough)


def rewrites(family: SpunFamily, found: Hits, sure: bool) -> Iterator[Rewrite]:
    """Yield the words of a family where they were found."""
    for word in family.words:
        for start in found.get(word, ()):
            yield Rewrite(start, word.wrong, word.right, sure)


def hits(piece: str, spec: Spec) -> Hits:
    """Return where each word of any family stands in a place of its pattern."""
    known, entries = lexicon(spec)
    found: dict[SpunWord, list[int]] = {}
    for start, wrongs in known.by_place(piece).items():
        for word in (word for wrong in wrongs for word in entries[wrong]):
            if regex(word.find).match(piece, start):
                found.setdefault(word, []).append(start)
    return found


@once
def lexicon(spec: Spec) -> tuple[WordFinder, dict[str, list[SpunWord]]]:
    """Return the finder of all words, and of each the entries: a word may stand for several."""
    entries: dict[str, list[SpunWord]] = {}
    for word in dict.fromkeys(word for family in spec.spun_families for word in family.words):
        entries.setdefault(word.wrong, []).append(word)
    return WordFinder(entries), entries


def evidence(family: SpunFamily, certain: Set[str], found: Hits) -> int:
    """Return how many different words say that a piece was spun with a family."""
    odd = {word.wrong for word in family.words if word in found and word.wrong in family.odd}
    return len(odd | {word.wrong for word in family.words if any(word.wrong in one for one in certain)})


def is_of(word: str, family: SpunFamily) -> bool:
    """Whether a certain word is one of a family's, with or without what stands beside it."""
    return any(own.wrong in word for own in family.words)
