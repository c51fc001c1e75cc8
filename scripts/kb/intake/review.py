"""The page on which a person looks through what was found: source and draft side by side, every change marked.

It is one file without script: kinds are shown and hidden by checkboxes that the style sheet looks at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from kb.intake.marked import NAMES, Mark, draft_html, marks_of, source_html
from kb.intake.model import Piece, Source

STYLE = Path(__file__).with_name("review.css")
# The names of spec, for a page that has no spec: unit types, genres, spans, kinds of copies.
UNITS = {
    "township": "乡镇",
    "street": "街道",
    "community": "社区",
    "school": "学校",
    "enterprise": "企业",
    "county": "县区总工会",
    "agency": "机关事业单位",
}
GENRES = {
    "annual_summary": "年度总结",
    "half_year_summary": "半年小结",
    "plan": "计划",
    "summary_and_plan": "总结和计划",
    "special_summary": "专项总结",
}
SPANS = {"year": "全年", "first_half": "上半年", "second_half": "下半年"}
COPIES = {"exact": "逐字相同", "reworded": "改写", "truncated": "删节"}
UNSURE = 0.35  # below this confidence a person should look at unit type and genre


def page(source: Source, pieces: Sequence[Piece], drafts: Mapping[str, str]) -> str:
    """Return report.html of one source: `drafts` are the drafts' texts by piece id."""
    marks = {piece.id: marks_of(piece, source.text) for piece in pieces}
    every = [mark for found in marks.values() for mark in found]
    name = escape(source.name)
    return "".join(
        (
            '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{name}：整理结果</title>\n<style>\n{STYLE.read_text('utf-8')}</style>\n</head>\n<body>\n",
            *legend(every),
            f"<header><h1>{name}：整理结果</h1>\n<p>左边是原稿，右边是草稿；改动都标了出来。原稿没有动过，草稿要有人看过才能用。</p>\n",
            f"<p>共{len(pieces)}篇，写出草稿{sum(p.id in drafts for p in pieces)}篇。</p></header>\n<main>\n",
            *todo(pieces, marks),
            *(part for piece in pieces for part in section(source, piece, marks[piece.id], drafts.get(piece.id))),
            *outside(source, pieces),
            "</main>\n</body>\n</html>\n",
        )
    )


def legend(marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the kinds with their counts, each with a checkbox that shows it."""
    counts = Counter(mark.kind for mark in marks)
    for kind in NAMES:
        yield f'<input class="switch" type="checkbox" id="show-{kind}" checked>\n'
    yield '<nav class="legend" aria-label="标记"><div><ul>\n'
    for kind, name in NAMES.items():
        yield f'<li><label for="show-{kind}" class="{kind}">{name} {counts[kind]}</label></li>\n'
    yield "</ul></div></nav>\n"


def todo(pieces: Sequence[Piece], marks: Mapping[str, Sequence[Mark]]) -> Iterator[str]:
    """Yield the list of what needs a person, with links to the places; what is the same in a piece is one entry."""
    entries: dict[tuple[str, str], list[str]] = defaultdict(list)
    for piece in pieces:
        for anchor, text in asked(piece, marks[piece.id]):
            entries[piece.id, text].append(anchor)
    if not entries:
        yield '<p class="todo">没有拿不准的地方；仍请通读一遍。</p>\n'
        return
    number = sum(map(len, entries.values()))
    yield f'<nav class="todo" aria-label="要人看的"><h2>要人看的{number}处</h2>\n<ul class="columns">\n'
    for (name, text), anchors in entries.items():
        more = "".join(f' <a href="#{escape(a)}">第{n}处</a>' for n, a in enumerate(anchors[1:], 2))
        yield f'<li><a href="#{escape(anchors[0])}">{escape(name)}</a> {escape(text)}{more}</li>\n'
    yield "</ul></nav>\n"


def asked(piece: Piece, marks: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    """Yield (anchor, what to look at) of a piece."""
    labels = piece.labels
    if labels and not labels.is_union:
        yield piece.id, "看不出是工会文稿，没有写草稿"
        return
    if piece.duplicate_of:
        yield piece.id, f"与 {piece.duplicate_of} 重复（{COPIES.get(piece.duplicate_kind or '', '相近')}）"
    if labels and labels.confidence < UNSURE:
        yield piece.id, f"单位类型拿不准（写的是{UNITS.get(labels.unit, labels.unit)}）"
    for mark in marks:
        if mark.ask:
            yield mark.anchor, mark.ask


def section(source: Source, piece: Piece, marks: Sequence[Mark], draft: str | None) -> Iterator[str]:
    """Yield a piece: what it is, its source with marks, its draft."""
    labels = piece.labels
    about = []
    if labels:
        about = [UNITS.get(labels.unit, ""), GENRES.get(labels.genre, ""), SPANS.get(labels.span, "")]
        about.append(f"把握{labels.confidence:.0%}")
    yield f'<section class="piece" id="{escape(piece.id)}">\n<h2>{escape(piece.title or piece.id)}</h2>\n'
    yield f'<p class="quiet">{escape("，".join(filter(None, [piece.id, *about])))}</p>\n<div class="pair">\n'
    yield f'<div><h3>原稿</h3><div class="text" lang="zh-CN">{source_html(source.text, piece, marks)}</div></div>\n'
    shown = draft_html(draft, piece, source.text) if draft is not None else "没有写草稿。"
    yield f'<div><h3>草稿</h3><div class="text">{shown}</div></div>\n</div>\n</section>\n'


def outside(source: Source, pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield what of the source is in no piece."""
    place, rest = 0, []
    for piece in sorted(pieces, key=lambda p: p.start):
        rest.append(source.text[place : max(place, piece.start)].strip())
        place = max(place, piece.end)
    rest = [part for part in [*rest, source.text[place:].strip()] if part]
    if rest:
        shown = escape("\n……\n".join(rest))
        yield f'<details class="piece"><summary>不属于任何一篇的文字（{sum(map(len, rest))}字）</summary>'
        yield f'<div class="text">{shown}</div></details>\n'
