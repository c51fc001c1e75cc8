"""Which pieces are copies: of each other, of pieces of other files, of published samples. By shingles of letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from kb.intake.lines import NO_LETTERS
from kb.intake.model import Piece

SHINGLE = 5
SAMPLED = 8  # one shingle in so many is looked at first
SAME = 0.3  # shared shingles of the shorter text: texts of this field that are no copies stay far below
SHORTER = 0.85  # of the longer text's length: a truncated copy
LEAST = 100


@dataclass(frozen=True)
class Document:
    """A text to compare: its id, its letters, whether it can be called a copy."""

    id: str
    letters: str
    piece: Piece | None = None

    @property
    def shingles(self) -> set[str]:
        """The runs of five letters."""
        return {self.letters[i : i + SHINGLE] for i in range(len(self.letters) - SHINGLE + 1)}


def only_letters(text: str) -> str:
    """Return the characters and figures of a text."""
    return NO_LETTERS.sub("", text)


def letters(text: str, piece: Piece) -> str:
    """Return the letters of a piece with its sure junk cut and its spun words put right: copies differ in those."""
    cuts = [(j.start, j.end, "") for j in piece.junk if j.sure]
    cuts += [(r.start, r.start + len(r.wrong), r.right) for r in piece.rewrites if r.sure]
    parts: list[str] = []
    last = piece.start
    for start, end, new in sorted(cuts):
        if start >= last:
            parts += [text[last:start], new]
            last = end
    return only_letters("".join([*parts, text[last : piece.end]]))


def mark(pieces: Sequence[tuple[Piece, str]], published: Mapping[str, str]) -> None:
    """Set `duplicate_of` and `duplicate_kind` of the pieces, given with their letters, that are copies.

    `published` are the letters of published samples by their path. Of two pieces the later one is the copy, of two of
    unlike length the shorter one.
    """
    documents = [Document(path, text) for path, text in published.items()]
    documents += [Document(piece.id, text, piece) for piece, text in pieces]
    documents = [d for d in documents if len(d.letters) >= LEAST]
    sets = [d.shingles for d in documents]
    for a, b in sorted(candidates(sets)):
        shared = len(sets[a] & sets[b]) / max(1, min(len(sets[a]), len(sets[b])))
        if shared >= SAME and (documents[a].piece or documents[b].piece):
            name(documents[a], documents[b])


def candidates(sets: Sequence[set[str]]) -> set[tuple[int, int]]:
    """Return the pairs that share one of the shingles looked at: comparing all pairs whole grows with their square."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(sets):
        for shingle in found:
            if crc32(shingle.encode()) % SAMPLED == 0:
                holders[shingle].append(number)
    return {pair for found in holders.values() for pair in combinations(found, 2)}


def name(first: Document, second: Document) -> None:
    """Say which of two copies is one."""
    short, long = sorted((len(first.letters), len(second.letters)))
    kind = "exact" if first.letters == second.letters else "truncated" if short < SHORTER * long else "reworded"
    copy, source = (second, first) if second.piece else (first, second)
    if kind == "truncated" and first.piece and second.piece and len(first.letters) < len(second.letters):
        copy, source = first, second
    piece = copy.piece
    if piece is not None and piece.duplicate_of is None:
        piece.duplicate_of, piece.duplicate_kind = source.id, kind
