"""Samples -> entries: what a search finds, with its text line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.document import example_texts, examples, opening, printed, sections
from kb.model import Block, Sample, Section
from kb.publish.catalog import page
from kb.spec import Spec

TITLE, BODY, ITEM, CELL, ROW_END = "0", "p", "i", "c", "r"


@dataclass(frozen=True)
class Line:
    """One paragraph: nothing matches across two of them.

    kind: "0" a title of the page, "1".."5" a heading of that level, p paragraph, i list item, c table cell, r the last
    cell of its row.
    mark: the enumerator that is printed before it; no part of the text.
    """

    kind: str
    text: str
    mark: str = ""


@dataclass(frozen=True)
class Entry:
    """A section or opening. `page` is the path in the site, `anchor` empty for an opening.

    `also` are words by which its page is known beyond its text: title, aliases.
    """

    page: str
    anchor: str
    title: str
    heading: str
    unit: str
    theme: str
    genre: str
    lines: tuple[Line, ...]
    also: tuple[str, ...] = ()


def of_sample(sample: Sample, spec: Spec) -> Iterator[Entry]:
    """Yield the opening and the level-1 sections of a sample or snippet file, in order."""
    values = examples(sample, spec)
    title, head = sample.get("title"), printed(sample.get("heading"), lambda i: values.get(i, ""))
    common = (sample.get("unit"), sample.get("genre"), (title, *sample.words("aliases")))
    first = (Line(TITLE, title), *([Line(TITLE, head)] if head else []), *lines(opening(sample), sample, spec, {}))
    yield entry(sample, "", head or title, "", first, common)
    found = sections(sample, spec)
    marks = {s.heading.line: s.number for s in found}
    for section in (s for s in found if s.level == 1):
        yield of_section(sample, section, lines(section.blocks, sample, spec, marks), common)


def of_section(
    sample: Sample, section: Section, own: Sequence[Line], common: tuple[str, str, tuple[str, ...]]
) -> Entry:
    """Return the entry of one level-1 section."""
    return entry(sample, section.anchor, own[0].text if own else "", section.theme, own, common)


def entry(
    sample: Sample,
    anchor: str,
    heading: str,
    theme: str,
    own: Sequence[Line],
    common: tuple[str, str, tuple[str, ...]],
) -> Entry:
    """Return an entry of a sample; `common` is unit type, genre and the words of its page."""
    unit, genre, also = common
    return Entry(page(sample), anchor, sample.get("title"), heading, unit, theme, genre, tuple(own), also)


def lines(blocks: Sequence[Block], sample: Sample, spec: Spec, marks: Mapping[int, str]) -> list[Line]:
    """Return the text of some blocks of a sample, paragraph by paragraph, example values in place."""
    found = []
    for block in blocks:
        own = [" ".join(t.split()) for t in example_texts(sample, spec, [block])]
        if block.kind == "row":
            found += [Line(ROW_END if n == len(own) else CELL, t) for n, t in enumerate(own, 1)]
        else:
            found += [line(block, t, marks) for t in own]
    return [one for one in found if one.text]


def line(block: Block, text: str, marks: Mapping[int, str]) -> Line:
    """Return a block that is no table row."""
    if block.kind == "heading":
        return Line(str(block.level), text, marks.get(block.line, ""))
    return Line(ITEM, text, block.mark) if block.kind == "item" else Line(BODY, text)
