"""Which pieces are copies: of each other, of pieces of other files, of published samples. By shingles of letters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from zlib import crc32

from kb.intake.lines import NO_LETTERS
from kb.intake.model import Piece

SHINGLE = 5
SAMPLED = 8  # one shingle in so many is looked at first
SAME = 0.3  # shared shingles of the shorter text: texts of this field that are no copies stay far below
# A copy in which every sentence was put anew shares less, but something in most of its stretches of so many letters;
# texts that have a paragraph of formulas in common share it in one place.
REWORDED, SPREAD, STRETCH = 0.1, 0.5, 60
ENOUGH = REWORDED / 3  # of the shingles looked at, for a pair to be compared whole
# A truncated copy has less of the longer text than so much, or stands in it and lacks its last stretch.
SHORTER, WITHIN = 0.85, 0.8
LEAST = 100
KEPT = 64  # texts


@dataclass(frozen=True)
class Document:
    """A text to compare: its id, its letters, whether it can be called a copy."""

    id: str
    letters: str
    piece: Piece | None = None

    @property
    def is_open(self) -> bool:
        """Whether it may yet be called a copy."""
        return self.piece is not None and self.piece.duplicate_of is None

    @property
    def shingles(self) -> Set[str]:
        """The runs of five letters."""
        return shingles(self.letters)


@lru_cache(maxsize=KEPT)
def shingles(letters: str) -> Set[str]:
    """Return the runs of five letters; kept for a few texts only, as they take thirty times the room of the text."""
    return {letters[i : i + SHINGLE] for i in range(len(letters) - SHINGLE + 1)}


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
    documents = [Document(piece.id, text, piece) for piece, text in pieces if len(text) >= LEAST]
    samples = [Document(path, text) for path, text in published.items() if len(text) >= LEAST]
    for a, b in candidates(documents, samples):
        if (a.is_open or b.is_open) and is_copy(*sorted((a, b), key=lambda document: len(document.letters))):
            name(a, b)


def is_copy(short: Document, long: Document) -> bool:
    """Whether two texts are one: they share much, or something nearly everywhere."""
    shared = short.shingles & long.shingles
    share = len(shared) / max(1, min(len(short.shingles), len(long.shingles)))
    if share >= SAME or share < REWORDED:
        return share >= SAME
    stretches = [short.letters[place : place + STRETCH] for place in range(0, len(short.letters), STRETCH)]
    alike = [any(part[i : i + SHINGLE] in shared for i in range(len(part) - SHINGLE + 1)) for part in stretches]
    return sum(alike) >= SPREAD * len(alike)


def candidates(documents: Sequence[Document], samples: Sequence[Document]) -> Iterator[tuple[Document, Document]]:
    """Yield the pairs worth comparing, the earlier one first: samples with documents, documents with each other.

    They share enough of the shingles looked at; comparing all pairs whole grows with their square.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    looked_at: Counter[int] = Counter()
    for number, document in enumerate(documents):
        for shingle in document.shingles:
            if crc32(shingle.encode()) % SAMPLED == 0:
                holders[shingle].append(number)
                looked_at[number] += 1
    for sample in samples:
        text = sample.letters
        kept = {shingle: holders[shingle] for i in range(len(text)) if (shingle := text[i : i + SHINGLE]) in holders}
        seen = Counter(number for found in kept.values() for number in found)
        size = len(text) / SAMPLED
        yield from ((sample, documents[n]) for n in sorted(seen) if seen[n] >= ENOUGH * min(size, looked_at[n]))
    pairs = Counter(pair for found in holders.values() for pair in combinations(found, 2))
    for (a, b), number in sorted(pairs.items()):
        if number >= ENOUGH * min(looked_at[a], looked_at[b]):
            yield documents[a], documents[b]


def name(first: Document, second: Document) -> None:
    """Say which of two copies is one."""
    short, long = sorted((first, second), key=lambda document: len(document.letters))
    kind = "exact" if first.letters == second.letters else "truncated" if is_cut(short, long) else "reworded"
    copy, source = (second, first) if second.piece else (first, second)
    if kind == "truncated" and first.piece and second.piece and len(first.letters) < len(second.letters):
        copy, source = first, second
    piece = copy.piece
    if piece is not None and piece.duplicate_of is None:
        piece.duplicate_of, piece.duplicate_kind = source.id, kind


def is_cut(short: Document, long: Document) -> bool:
    """Whether the shorter of two copies ends where the longer one goes on."""
    if len(short.letters) < SHORTER * len(long.letters):
        return True
    last = long.letters[-STRETCH:]
    lost = not any(last[i : i + SHINGLE] in short.shingles for i in range(len(last) - SHINGLE + 1))
    return lost and len(short.shingles & long.shingles) >= WITHIN * len(short.shingles)
