"""The pages of a PDF, measured: paper, lines of a page, characters of a line. Distances in points."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

SAME_LINE = 4
SIZE_SLACK = 1
MARKS = "【】"


@dataclass(frozen=True)
class Wanted:
    """What the layout says: paper, margins, line pitch, size of the body and what a character of it takes."""

    paper: tuple[float, float]
    top: float
    right: float
    bottom: float
    left: float
    pitch: float
    size: float
    lines: int
    chars: int

    @property
    def step(self) -> float:
        """The room of one character."""
        return (self.paper[0] - self.left - self.right) / self.chars


@dataclass(frozen=True)
class Sign:
    """One character on a page: its origin on the base line, its size."""

    text: str
    x: float
    y: float
    size: float

    @property
    def wide(self) -> bool:
        """Whether it takes the room of a Chinese character."""
        return ord(self.text[0]) >= 0x2E80


@dataclass(frozen=True)
class Pages:
    """What was measured in one file: `lines` of each full page, `chars` of each full line.

    `early` are the lines of pages that end because a heading or the signature keeps together with what follows.
    `blanks` are the characters of full lines with an open blank: a content control may have a width of its own.
    """

    paper: list[tuple[float, float]]
    lines: list[int]
    early: list[int]
    chars: list[int]
    blanks: list[int]
    fonts: frozenset[str]


def measure(path: Path, wanted: Wanted, kept: Sequence[str]) -> Pages:
    """Return the measures of a PDF; `kept` are the texts that keep together with what follows them.

    A page is full when another one follows that begins with none of these, a line when it goes from margin to margin.
    """
    import pypdfium2  # only `make check-word` installs it

    document = pypdfium2.PdfDocument(path)
    try:
        pages = [list(lines_of(page, wanted)) for page in document]
        sizes = [page.get_size() for page in document]
        fonts = frozenset(name for page in document for name in fonts_of(page))
    finally:
        document.close()
    ends = [(slots(page, wanted), begins_kept(after, kept)) for page, after in pairwise(pages)]
    full = [line for lines in pages for line in lines if is_full(line, wanted)]
    return Pages(
        sizes,
        [lines for lines, early in ends if not early],
        [lines for lines, early in ends if early],
        [len(line) for line in full if not has_blank(line)],
        [len(line) for line in full if has_blank(line)],
        fonts,
    )


def signs_of(page: pypdfium2.PdfPage) -> Iterator[Sign]:
    """Yield the characters of a page that are no blanks."""
    from pypdfium2 import raw

    text = page.get_textpage()
    for at in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text.raw, at))
        x, y = ctypes.c_double(), ctypes.c_double()
        if not sign.strip() or not raw.FPDFText_GetCharOrigin(text.raw, at, x, y):
            continue
        yield Sign(sign, x.value, y.value, raw.FPDFText_GetFontSize(text.raw, at))


def lines_of(page: pypdfium2.PdfPage, wanted: Wanted) -> Iterator[list[Sign]]:
    """Yield the lines between the margins from top to bottom, each from left to right."""
    inside = [s for s in signs_of(page) if wanted.bottom < s.y < wanted.paper[1] - wanted.top]
    line: list[Sign] = []
    for sign in sorted(inside, key=lambda s: -s.y):
        if line and line[0].y - sign.y > SAME_LINE:
            yield sorted(line, key=lambda s: s.x)
            line = []
        line.append(sign)
    if line:
        yield sorted(line, key=lambda s: s.x)


def slots(lines: Sequence[Sequence[Sign]], wanted: Wanted) -> int:
    """Return how many lines of the pitch a page has from its first to its last one; the gap under a title counts."""
    return round((lines[0][0].y - lines[-1][0].y) / wanted.pitch) + 1 if lines else 0


def begins_kept(lines: Sequence[Sequence[Sign]], kept: Sequence[str]) -> bool:
    """Whether the first line of a page is one of these texts, or the first line of one."""
    first = "".join(sign.text for sign in lines[0]) if lines else ""
    return any("".join(text.split()).startswith(first) for text in kept)


def is_full(line: Sequence[Sign], wanted: Wanted) -> bool:
    """Whether a line goes from margin to margin in Chinese characters of the body's size alone."""
    body = all(sign.wide and abs(sign.size - wanted.size) < SIZE_SLACK for sign in line)
    begins = abs(line[0].x - wanted.left) < wanted.step
    return body and begins and line[-1].x + 1.8 * wanted.step > wanted.paper[0] - wanted.right


def has_blank(line: Sequence[Sign]) -> bool:
    """Whether an open blank, or a part of one, stands on a line."""
    return any(sign.text in MARKS for sign in line)


def fonts_of(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Yield the names of the fonts on a page."""
    from pypdfium2 import raw

    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
        font = raw.FPDFTextObj_GetFont(thing.raw)
        name = ctypes.create_string_buffer(200)
        raw.FPDFFont_GetBaseFontName(font, name, 200)
        yield name.value.decode(errors="replace").rpartition("+")[2]
