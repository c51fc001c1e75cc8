"""A piece's source and draft as HTML: what was found is marked by kind, with what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from kb.intake.model import Piece, Rewrite
from kb.intake.spans import apart
from kb.word_finder import WordFinder

NAMES = {
    "heading": "标题",
    "private": "隐去的名称",
    "rewrite": "还原的词",
    "figure": "空格",
    "junk": "删去的",
    "stale": "过时的",
}
PRIVATE = {
    "person": "人名",
    "organisation": "单位",
    "place": "地名",
    "phone": "电话",
    "id_number": "证件号",
    "email": "邮箱",
    "url": "网址",
}
SLOT = re.compile(r"\{\{([^{}=]+)(?:=([^{}]*))?\}\}")
NOTE = re.compile('（写：[^（）]*）|待审[^\n"]*')
SHORT = 24
LETTER = re.compile("[\u4e00-\u9fff]")
OWN = (("figure", SLOT), ("note", NOTE))  # what is a draft's own wherever it stands
ORDER = ("figure", "note", "private", "rewrite")  # which of two goes first that begin at one place


@dataclass(frozen=True)
class Mark:
    """A stretch of the source: its kind, what is said when one points at it, what a person is asked, and
    what stands there in the draft, as far as that is shown above it.
    """

    start: int
    end: int
    kind: str
    said: str
    ask: str = ""
    new: str = ""

    @property
    def anchor(self) -> str:
        """Where links to it go."""
        return f"m{self.start}-{self.kind}"


def marks_of(piece: Piece, text: str) -> list[Mark]:
    """Return everything that was found in a piece, by place."""
    found = [Mark(h.start, h.end, "heading", f"{h.level}级标题 {h.theme}".strip()) for h in piece.headings]
    for p in piece.private:
        found.append(Mark(p.start, p.end, "private", PRIVATE.get(p.kind, p.kind), new=p.replacement))
    for r in piece.rewrites:
        ask = "" if r.sure else f"“{r.wrong}”或许原来是“{r.right}”，没有改"
        new = r.right if r.sure else ""
        found.append(Mark(r.start, r.start + len(r.wrong), "rewrite", ask or "换词还原", ask, new))
    for j in piece.junk:
        said = "这里像是缺了字" if j.kind == "hole" else "或许不是正文，没有删"
        ask = "" if j.sure else f"“{short(text[j.start : j.end])}”{said}"
        found.append(Mark(j.start, j.end, "junk", ask or f"删去（{j.kind}）", ask))
    for f in piece.figures:
        found.append(Mark(f.start, f.end, "figure", f"空格：{f.key}{'@' + f.period if f.period else ''}"))
    for s in piece.stale:
        found.append(Mark(s.start, s.start + len(s.phrase), "stale", s.reason, s.reason))
    return sorted(found, key=lambda m: (m.start, -m.end))


def short(text: str) -> str:
    """Return a text in one line, cut short."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT]}……"


def source_html(text: str, piece: Piece, marks: Sequence[Mark]) -> str:
    """Return the source of a piece as HTML; where marks overlap, a stretch has all of them."""
    edges = {piece.start, piece.end}
    for mark in marks:
        edges |= {min(max(mark.start, piece.start), piece.end), min(max(mark.end, piece.start), piece.end)}
    return "".join(stretches(text, sorted(edges), marks))


def stretches(text: str, edges: Sequence[int], marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the text between one edge and the next; `marks` are by place."""
    open_marks: list[Mark] = []
    place = 0
    for start, end in pairwise(edges):
        while place < len(marks) and marks[place].start <= start:
            open_marks.append(marks[place])
            place += 1
        open_marks = [mark for mark in open_marks if mark.end > start]
        written = escape(text[start:end])
        yield marked(written, start, open_marks) if open_marks else written


def marked(written: str, start: int, marks: Sequence[Mark]) -> str:
    """Return a stretch with its marks; the first stretch of a mark is where links to it go."""
    kinds = " ".join(dict.fromkeys([m.kind for m in marks] + ["ask" for m in marks if m.ask]))
    said = escape("；".join(m.said for m in marks))
    own = next((f' id="{m.anchor}"' for m in marks if m.start == start), "")
    new = next((m.new for m in marks if m.start == start and m.new), "")
    shown = f"<ruby>{written}<rt>{escape(new)}</rt></ruby>" if new else written
    return f'<mark class="{kinds}"{own} title="{said}">{shown}</mark>'


def draft_html(draft: str, piece: Piece, text: str) -> str:
    """Return a draft as HTML: blanks with their names above, what replaces names and words, notes for the author."""
    parts, place = [], 0
    for start, end, kind in changed(draft, piece, text):
        parts += [escape(draft[place:start]), in_draft(draft[start:end], kind)]
        place = end
    return "".join([*parts, escape(draft[place:])])


def changed(draft: str, piece: Piece, text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, kind) of what a draft has that the source has not, by place; none overlap."""
    found = [(*match.span(), kind) for kind, pattern in OWN for match in pattern.finditer(draft)]
    wanted = {
        written: ("rewrite", *beside) for written, beside in (put_right(text, r) for r in piece.rewrites if r.sure)
    }
    wanted |= {p.replacement: ("private", 0, 0) for p in piece.private}
    finder = WordFinder(wanted)
    for number, start, end in finder.matches(draft):
        kind, before, after = wanted[finder.words[number]]
        found.append((start + before, end - after, kind))
    return apart(sorted(found, key=lambda f: (f[0], ORDER.index(f[2]), -f[1])), lambda f: f[:2])


def put_right(text: str, rewrite: Rewrite) -> tuple[str, tuple[int, int]]:
    """Return a word as the draft has it between the characters of the source, and how many of these stand around it."""
    before = LETTER.search(text[max(0, rewrite.start - 1) : rewrite.start])
    after = LETTER.match(text, rewrite.start + len(rewrite.wrong))
    around = (before[0] if before else "", after[0] if after else "")
    return rewrite.right.join(around), (len(around[0]), len(around[1]))


def in_draft(written: str, kind: str) -> str:
    """Return a blank, a note or a replaced word of a draft as HTML."""
    blank = SLOT.fullmatch(written) if kind == "figure" else None
    if blank:
        name = escape(blank[1])
        return f'<ruby><mark class="figure">{escape(blank[2]) if blank[2] else name}</mark><rt>{name}</rt></ruby>'
    return f'<mark class="{kind}">{escape(written)}</mark>'
