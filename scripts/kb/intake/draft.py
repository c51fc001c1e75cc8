"""A piece as a draft in the content format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.intake import kinds
from kb.intake.broken_lines import goes_on
from kb.intake.edit import Edit
from kb.intake.lines import LETTER, lines_of
from kb.intake.model import Labels, Piece
from kb.rules.files import UNREAD
from kb.rules.headings import ENUMERATOR
from kb.spec import Spec

FALLBACK = "overview"  # the theme of a section that nothing tells
DEEPEST = 4
NO_BODY = "（写：原稿这里没有正文）"
NO_HEADING = "主要工作（写：原稿没有标题，拟几个）"
CLAUSE_END = " \t\u3000，,；;：:、。"
ORDINAL = re.compile(r"[ \t]*\d{1,9}[.)](?=\s)")


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
    yield f"title: {quoted(f'{shown}（{UNREAD}：{piece.id}）')}"
    yield f"heading: {quoted(spec.genres[genre].heading)}"
    yield f"unit: {unit}"
    yield f"genre: {genre}"
    yield f"span: {labels.span if labels.span in spans else spans[0]}"
    yield f"for: {UNREAD}：写清哪种单位用得上"
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
    for place, line in enumerate(lines):
        written = edit(line.start, line.end)
        whole = joined and not goes_on(joined, lines, place, edit.text)
        if whole:
            yield Chunk(0, joined)
        joined = written.lstrip(CLAUSE_END) if whole or not joined else joined + written
    if joined:
        yield Chunk(0, joined)


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


def escaped_ordinal(paragraph: str) -> str:
    """Return a paragraph so that a number at its beginning is no list in Markdown: 1\\. of 1."""
    match = ORDINAL.match(paragraph)
    return f"{match[0][:-1]}\\{paragraph[match.end() - 1 :]}" if match else paragraph


def body(found: Sequence[Chunk], spec: Spec) -> Iterator[str]:
    """Yield the blocks of the draft."""
    for chunk in found:
        if chunk.level == 1:
            theme = chunk.theme if chunk.theme in spec.themes else FALLBACK
            yield f"## {chunk.text} {{: theme={theme} }}"
        elif chunk.level:
            yield f"{'#' * (chunk.level + 1)} {chunk.text}"
        else:
            yield escaped_ordinal(chunk.text)
