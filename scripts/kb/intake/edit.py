"""Stretches of a source with what was found in them replaced, from the end to the start, as Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kb.intake.model import Piece
from kb.intake.pinyin import word
from kb.intake.spans import apart
from kb.slots import valid_value

NO_WORD = "（写：原稿这里是拼音“{}”）"
SPECIAL = re.compile(r"([\\`*_#\[\]])")
MARKDOWN = re.compile(r"\*\*|(?m:^[ \t]*(?:#{1,6}[ \t]+|>[ \t]*))")  # of a source that is Markdown itself
MEANING = re.compile(r"[\\`*_<>#\[\]{}【】〖〗]")
OPEN = str.maketrans({"{": "（", "}": "）", "【": "（", "】": "）", "〖": "（", "〗": "）", "<": "〈", ">": "〉"})
BLANKS = re.compile(r"[\s\u200b\ufeff]+")
BETWEEN = re.compile(r" (?:(?<=[\u3400-\u9fff，。；：、！？“”（）《》] )|(?=[\u3400-\u9fff，。；：、！？“”（）《》]))")
HALF_WIDTH = re.compile(r"[,;:?!()](?:(?<=[\u3400-\u9fff“”》）%].)|(?=[\u3400-\u9fff“”《（]))")
FULL_WIDTH = dict(zip(",;:?!()", "，；：？！（）", strict=True))


@dataclass(frozen=True)
class Change:
    """`text[start:end]` becomes `new` in the draft."""

    start: int
    end: int
    new: str


class Edit:
    """A source text with the changes of a piece; called with a stretch of it, it gives that stretch of the draft."""

    def __init__(self, text: str, piece: Piece) -> None:
        self.text = text
        self.changes = changes(text, piece)
        self.ends = [c.end for c in self.changes]

    def __call__(self, start: int, end: int) -> str:
        """Return `text[start:end]` changed, from the end to the start, without marks that Markdown would read."""
        parts: list[str] = []
        last = end
        for change in reversed(self.between(start, end)):
            parts.append(escaped(self.text[min(change.end, last) : last]))
            if change.start >= start:
                parts.append(change.new)
            last = max(start, change.start)
        parts.append(escaped(self.text[start:last]))
        return plain("".join(reversed(parts)))

    def between(self, start: int, end: int) -> list[Change]:
        """Return the changes that touch a stretch, also those that go over its end or began before it."""
        found = []
        for change in self.changes[bisect_right(self.ends, start) :]:
            if change.start >= end:
                break
            found.append(change)
        return found


def plain(written: str) -> str:
    """Return text in one line, its blanks and punctuation as Chinese has them."""
    if BLANKS.search(written):
        written = BETWEEN.sub("", BLANKS.sub(" ", written)).strip()
    return HALF_WIDTH.sub(lambda m: FULL_WIDTH[m.group()], written)


def escaped(written: str) -> str:
    """Return source text so that it means in Markdown what it says; brackets of the content format become others."""
    if not MEANING.search(written):
        return written
    return SPECIAL.sub(r"\\\1", MARKDOWN.sub("", written.translate(OPEN)))


def changes(text: str, piece: Piece) -> list[Change]:
    """Return all changes of a piece by place; of overlapping ones the first kind wins (junk, names, words, figures)."""
    cut = [(j, "" if j.kind != "pinyin" else spelled(text[j.start : j.end])) for j in piece.junk if j.sure]
    wanted = [
        *(Change(j.start, j.end, new) for j, new in cut),
        *(Change(p.start, p.end, escaped(p.replacement)) for p in piece.private if p.replacement),
        *(Change(r.start, r.start + len(r.wrong), escaped(r.right)) for r in piece.rewrites if r.sure),
        *slots(piece),
    ]
    return apart(wanted, lambda change: (change.start, change.end))


def spelled(letters: str) -> str:
    """Return the word that pinyin stands for, a prompt when it is not known."""
    return word(letters) or NO_WORD.format(letters)


def slots(piece: Piece) -> Iterator[Change]:
    """Yield the blanks; a second, different value of one data item stays text, for it would be another item."""
    values: dict[str, str] = {}
    for figure in piece.figures:
        name = f"{figure.key}@{figure.period}" if figure.period else figure.key
        if valid_value(figure.value) and values.setdefault(name, figure.value) == figure.value:
            yield Change(figure.start, figure.end, f"{{{{{name}={figure.value}}}}}")
