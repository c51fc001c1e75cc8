"""A piece as a draft in the content format: what was found is replaced, from the end to the start."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kb.intake import kinds
from kb.intake.lines import LETTER, lines_of
from kb.intake.model import Labels, Piece
from kb.intake.pinyin import word
from kb.rules.headings import ENUMERATOR
from kb.slots import valid_value
from kb.spec import Spec

FALLBACK = "overview"  # the theme of a section that nothing tells
DEEPEST = 4
NO_BODY = "（写：原稿这里没有正文）"
NO_HEADING = "主要工作（写：原稿没有标题，拟几个）"
SHORT = 12  # of a line that is no broken one
NO_WORD = "（写：原稿这里是拼音“{}”）"
CLAUSE_END = " \t\u3000，,；;：:、。"
ENDS = "。！？；：…”）》』」!?;:)】"
SPECIAL = re.compile(r"([\\`*_#\[\]])")
MARKDOWN = re.compile(r"\*\*|(?m:^[ \t]*(?:#{1,6}[ \t]+|>[ \t]*))")  # of a source that is Markdown itself
ORDINAL = re.compile(r"(?m)^([ \t]*)(\d{1,9})([.)])(?=\s)")
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


@dataclass
class Chunk:
    """A part of the draft before it is written: a heading with its level, or a paragraph (`level` 0)."""

    level: int
    text: str
    theme: str = ""


def draft(text: str, piece: Piece, spec: Spec, today: str) -> str:
    """Return a piece as a file in the content format; `today` is the day it is written (2026-11-20)."""
    made = chunks(text, piece)
    made = with_headings(demoted(made))
    parts = ["\n".join(front_matter(text, piece, spec, today)), *body(made, spec)]
    return "\n\n".join(parts) + "\n"


def front_matter(text: str, piece: Piece, spec: Spec, today: str) -> Iterator[str]:
    """Yield the lines of the front matter; what a person has to decide says so."""
    labels = piece.labels or Labels("", "", "", True, 0)
    unit = labels.unit if labels.unit in spec.units else next(iter(spec.units))
    genre = labels.genre if labels.genre in spec.genres and spec.genres[labels.genre].heading else "annual_summary"
    spans = spec.genres[genre].spans
    title = Edit(text, piece)(piece.start, piece.title_end) if piece.title else ""
    shown = title or f"{spec.units[unit].name}工会{spec.genres[genre].name}"
    yield "---"
    yield f"title: {quoted(f'{shown}（待审：{piece.id}）')}"
    yield f"heading: {quoted(spec.genres[genre].heading)}"
    yield f"unit: {unit}"
    yield f"genre: {genre}"
    yield f"span: {labels.span if labels.span in spans else spans[0]}"
    yield "for: 待审：写清哪种单位用得上"
    yield "source: original"
    yield f"written: {today}"
    yield "---"


def quoted(value: str) -> str:
    """Return a value for one line of YAML."""
    return '"' + "".join(c for c in value if c.isprintable() and c != "\\").replace('"', "”") + '"'


def chunks(text: str, piece: Piece) -> list[Chunk]:
    """Return the headings and paragraphs of a piece, every change made; broken lines are joined."""
    edit = Edit(text, piece)
    found: list[Chunk] = []
    place = max(piece.start, piece.title_end)
    cut = [(j.start, j.end) for j in piece.junk if j.sure and j.kind == "truncated"]
    for heading in piece.headings:
        if any(a <= heading.start < b for a, b in cut):
            continue
        found += paragraphs(edit, place, heading.mark_start)
        found.append(Chunk(heading.level, unnumbered(edit(heading.start, heading.end)), heading.theme))
        place = heading.end
    found += paragraphs(edit, place, piece.end, last=True)
    return [c for c in found if c.level or LETTER.search(c.text)]


def unnumbered(heading: str) -> str:
    """Return a heading without further enumerators before it (一、（一）…) and without a full stop."""
    while mark := ENUMERATOR.match(heading):
        heading = heading[mark.end() :].lstrip(CLAUSE_END)
    return heading.rstrip(CLAUSE_END)


def paragraphs(edit: Edit, start: int, end: int, last: bool = False) -> Iterator[Chunk]:
    """Yield the paragraphs of a stretch of the source; the signature at the end of a piece is left out."""
    lines = lines_of(edit.text, start, end)
    while last and lines and (kinds.is_date(lines[-1].text) or kinds.is_signature(lines[-1].text)):
        lines.pop()
    joined = ""
    for line in lines:
        written = edit(line.start, line.end)
        whole = joined and (joined[-1] in ENDS or len(joined) < SHORT) and LETTER.search(joined)
        if whole:
            yield Chunk(0, joined)
        joined = written.lstrip(CLAUSE_END) if whole or not joined else joined + written
    if joined:
        yield Chunk(0, joined)


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
    return apart(wanted)


def spelled(letters: str) -> str:
    """Return the word that pinyin stands for, a prompt when it is not known."""
    return word(letters) or NO_WORD.format(letters)


def apart(wanted: Iterable[Change]) -> list[Change]:
    """Return the changes that overlap none before them in the list, by place."""
    kept: list[Change] = []
    taken: set[int] = set()
    for change in wanted:
        place = range(change.start, change.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(change)
    return sorted(kept, key=lambda c: c.start)


def slots(piece: Piece) -> Iterator[Change]:
    """Yield the blanks; a second, different value of one data item stays text, for it would be another item."""
    values: dict[str, str] = {}
    for figure in piece.figures:
        name = f"{figure.key}@{figure.period}" if figure.period else figure.key
        if valid_value(figure.value) and values.setdefault(name, figure.value) == figure.value:
            yield Change(figure.start, figure.end, f"{{{{{name}={figure.value}}}}}")


def demoted(found: Sequence[Chunk]) -> list[Chunk]:
    """Return the chunks with bare headings (nothing under them) below the first level as paragraphs."""
    top = min((c.level for c in found if c.level), default=0)
    result: list[Chunk] = []
    for chunk in reversed(found):
        following = result[-1] if result else None
        bare = chunk.level > 0 and (following is None or 0 < following.level <= chunk.level)
        result.append(Chunk(0, chunk.text) if bare and chunk.level > top else chunk)
    return result[::-1]


def with_headings(found: Sequence[Chunk]) -> list[Chunk]:
    """Return the chunks with a heading where there is none, and levels that go down step by step."""
    result: list[Chunk] = []
    above: list[int] = []
    for chunk in found:
        if chunk.level:
            above = [k for k in above if k < chunk.level]
            if result and result[-1].level and len(above) + 1 <= result[-1].level:
                result.append(Chunk(0, NO_BODY))
            above.append(chunk.level)
            result.append(Chunk(min(len(above), DEEPEST), chunk.text or NO_HEADING, chunk.theme))
        else:
            result.append(chunk)
    if not any(c.level for c in result):
        result.insert(min(1, max(0, len(result) - 1)), Chunk(1, NO_HEADING))
    return [*result, Chunk(0, NO_BODY)] if result[-1].level else result


def body(found: Sequence[Chunk], spec: Spec) -> Iterator[str]:
    """Yield the blocks of the draft."""
    for chunk in found:
        if chunk.level == 1:
            theme = chunk.theme if chunk.theme in spec.themes else FALLBACK
            yield f"## {chunk.text} {{: theme={theme} }}"
        elif chunk.level:
            yield f"{'#' * (chunk.level + 1)} {chunk.text}"
        else:
            yield ORDINAL.sub(r"\1\2\\\3", chunk.text)
