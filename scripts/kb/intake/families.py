"""A spinning site's table as a family: where several of its words are found, its other words are no accident any more.

spec/rewrites.yml says where a word is wrong for certain, whatever else a text has in it. In a text that was spun such a
word is wrong nearly everywhere, and it is shorter to say where it is right: that is what spec/spun_families.yml does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from kb.checkup.rulebook import regex
from kb.intake.model import Rewrite
from kb.intake.spec_words import of_spec
from kb.once import once
from kb.spec import Spec
from kb.spec.spun_families import SpunFamily, SpunWord
from kb.word_finder import WordFinder

CLAUSE_END = re.compile("[，。；：！？,;:!?\\n]")
WINDOW = 40  # a clause is looked at no further than this around a word
ENOUGH = 2  # so many different words of one family make a text a spun one
MANY = 5  # so many also without an odd one; then the text went through a machine: one word is enough for another family
Hits = Mapping[SpunWord, list[int]]


def find(piece: str, certain: Iterable[str], spec: Spec, terms: Iterable[str] = ()) -> Iterator[Rewrite]:
    """Yield the words of the families that a piece was spun with; not `sure` where one word alone speaks for it.

    `certain` are the words that are wrong whatever else stands in the piece; `terms`, which may be a slip, speak for
    the families alone whose words they have.
    """
    known = lexicon(spec)
    found, named = hits(piece, spec), [known.finder.words_in(word) for word in set(certain)]
    unclaimed = sum(not words for words in named)
    claimed = {word for words in (*named, *map(known.finder.words_in, terms)) for word in words}
    signs = [evidence(f, claimed, found) + (unclaimed if f.rest else 0) for f in spec.spun_families]
    enough = 1 if max(signs, default=0) >= MANY else ENOUGH
    for family, speak in zip(spec.spun_families, signs, strict=True):
        if speak or family.always:
            yield from rewrites(family, found, family.always or speak >= enough)


def rewrites(family: SpunFamily, found: Hits, sure: bool) -> Iterator[Rewrite]:
    """Yield the words of a family where they were found."""
    for word in family.members & found.keys():
        for start in found[word]:
            yield Rewrite(start, word.wrong, word.right, sure)


def hits(piece: str, spec: Spec) -> Hits:
    """Return where each word of any family stands in a place of its pattern."""
    found: dict[SpunWord, list[int]] = {}
    entries = lexicon(spec).entries
    for start, wrongs in wrong_words(spec).by_place(piece).items():
        for word in (word for wrong in wrongs for word in entries[wrong]):
            if regex(word.find).match(piece, start) and not is_right(word, piece, start):
                found.setdefault(word, []).append(start)
    return found


def is_right(word: SpunWord, piece: str, start: int) -> bool:
    """Whether the clause around a word says that it is its author's own."""
    if not word.unless:
        return False
    before = CLAUSE_END.split(piece[max(0, start - WINDOW) : start])[-1]
    clause = before + CLAUSE_END.split(piece[start : start + WINDOW], maxsplit=1)[0]
    return regex(word.unless).search(clause) is not None


@dataclass(frozen=True)
class Lexicon:
    """The finder of all words; of each word the entries, as it may stand for several; the words of mere slips."""

    finder: WordFinder
    entries: dict[str, list[SpunWord]]
    slips: frozenset[str]


@once
def lexicon(spec: Spec) -> Lexicon:
    """Return what is looked for in every piece."""
    entries: dict[str, list[SpunWord]] = {}
    for word in dict.fromkeys(word for family in spec.spun_families for word in family.words):
        entries.setdefault(word.wrong, []).append(word)
    slips = frozenset(word for family in spec.spun_families if family.always for word in family.wrongs)
    return Lexicon(WordFinder(entries), entries, slips)


@of_spec
def wrong_words(spec: Spec) -> Iterable[str]:
    """Return the words of all families."""
    return lexicon(spec).entries


def evidence(family: SpunFamily, claimed: Set[str], found: Hits) -> int:
    """Return how many different words say that a piece was spun with a family; many say so without an odd one."""
    words = {word.wrong for word in family.members & found.keys()}
    signs = words if len(words) >= MANY else words & family.odd
    return len(signs | (claimed & family.wrongs))
