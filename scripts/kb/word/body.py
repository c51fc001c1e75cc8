"""Blocks -> the paragraphs and tables of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import count, groupby, zip_longest

from kb.word.form import Block, Run
from kb.word.layout import Layout, twips, width
from kb.word.styles import borders

# What XML 1.0 cannot hold.
IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAKS = re.compile("[\t\n\r]+")
HINT = '<w:rFonts w:hint="eastAsia"/>'
MARKED = '<w:highlight w:val="yellow"/>'
WIDEST_CELL = 20
PADDING = 2  # of a column, in characters
DEEPEST = 4


class Body:
    """Writes the text of one document; the ids of its blanks count from 1."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.ids = count(1)

    def write(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield the XML of each paragraph and table, in order."""
        for at, block in enumerate(blocks):
            after = blocks[at + 1].kind if at + 1 < len(blocks) else ""
            if block.kind == "table":
                yield from self.table(block)
                if not after:
                    yield "<w:p/>"  # Word holds a document that ends in a table to be damaged
            elif block.kind == "signature":
                yield self.signature(blocks, at, after == "signature")
            else:
                yield self.paragraph(block)

    def paragraph(self, block: Block, properties: str = "") -> str:
        """Return a paragraph in its kind's style."""
        number = (Run(block.number),) if block.number else ()
        return self.styled(style(block), (*number, *block.runs), properties)

    def styled(self, name: str, runs: Sequence[Run], properties: str = "") -> str:
        """Return a paragraph of a style; `properties` are its own, in the order of the schema."""
        own = (f'<w:pStyle w:val="{name}"/>' if name else "") + properties
        return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{''.join(map(self.run, joined(runs)))}</w:p>"

    def signature(self, blocks: Sequence[Block], at: int, more: bool) -> str:
        """Return a line of the signature: apart from the text, together with the lines after it, with room enough."""
        lines = [block.text for block in blocks if block.kind == "signature"]
        first = at > 0 and blocks[at - 1].kind != "signature"
        gap = round(self.layout.number("gap_lines", "signature_block") * self.layout.pitch)
        look = self.layout.look("signature")
        left = self.layout.room(max(map(width, lines)))
        return self.paragraph(
            blocks[at],
            ("<w:keepNext/>" if more else "")
            + (f'<w:spacing w:before="{gap}"/>' if first else "")
            + (indent_left(left, look.size_pt) if left != look.left else ""),
        )

    def run(self, run: Run) -> str:
        """Return a run; an open blank whose id is known is a control that is tabbed to and typed over."""
        bold = "<w:b/><w:bCs/>" if run.bold else ""
        if run.open and run.slot:
            return self.control(run, bold)
        return text_run(run.text, HINT + bold + (MARKED if run.open else ""))

    def control(self, run: Run, bold: str) -> str:
        """Return an open blank as a content control: its label as title and placeholder, its id as tag."""
        look = f'<w:rStyle w:val="PlaceholderText"/>{HINT}{bold}{MARKED}'
        typed = f"<w:rPr>{HINT}{bold}</w:rPr>"
        return (
            f'<w:sdt><w:sdtPr>{typed}<w:alias w:val="{clean(run.label)}"/><w:tag w:val="{clean(run.slot)}"/>'
            f'<w:id w:val="{next(self.ids)}"/><w:showingPlcHdr/></w:sdtPr>'
            f"<w:sdtContent>{text_run(run.text, look)}</w:sdtContent></w:sdt>"
        )

    def table(self, block: Block) -> Iterator[str]:
        """Yield a table as wide as the text; nothing when it has no cells."""
        columns = list(zip_longest(*block.rows, fillvalue=()))
        if not columns:
            return
        widths = column_widths(columns, self.layout.text_width)
        grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
        rows = zip(*columns, strict=True)
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
            f'<w:jc w:val="center"/>{borders(self.layout)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            + "".join(self.row(cells, widths, head=at == 0) for at, cells in enumerate(rows))
            + "</w:tbl>"
        )

    def row(self, cells: Sequence[Sequence[Run]], widths: Sequence[int], head: bool) -> str:
        """Return a row that no page break divides; the head is repeated on every page."""
        name = "TableHead" if head else "TableText"
        written = (
            f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{self.styled(name, cell)}</w:tc>"
            for cell, one in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(written)}</w:tr>"


def joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs, neighbours of one look as one; a blank that becomes a control stays by itself."""
    for (slot, bold, is_open), alike in groupby(runs, lambda run: (run.open and run.slot, run.bold, run.open)):
        if slot:
            yield from alike
        else:
            yield Run("".join(run.text for run in alike), bold, is_open)


def style(block: Block) -> str:
    """Return the id of a block's style, empty for the body."""
    if block.kind == "heading":
        return f"Heading{max(1, min(block.level, DEEPEST))}"
    return {"title": "Title", "signature": "Signature"}.get(block.kind, "")


def indent_left(chars: int, size_pt: float) -> str:
    """Return an indent of so many characters."""
    return f'<w:ind w:leftChars="{chars * 100}" w:left="{twips(chars * size_pt)}"/>'


def text_run(text: str, properties: str) -> str:
    """Return a run of text, nothing for none."""
    written = clean(text)
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{written}</w:t></w:r>' if written else ""


def clean_text(text: str) -> str:
    """Return text as a run holds it: white space as spaces, what XML cannot hold left out."""
    return text if text.isprintable() else IMPOSSIBLE.sub("", BREAKS.sub(" ", text))


def clean(text: str) -> str:
    """Return text for XML: as a run holds it, signs of markup as references."""
    return escape(clean_text(text))


def column_widths(columns: Sequence[Sequence[Sequence[Run]]], total: int) -> list[int]:
    """Return the widths of columns, by the longest text in each; they add up to `total`."""
    longest = [max(width("".join(run.text for run in cell)) for cell in column) for column in columns]
    weights = [min(one, WIDEST_CELL) + PADDING for one in longest]
    widths = [int(total * weight / sum(weights)) for weight in weights]
    return [*widths[:-1], total - sum(widths[:-1])]
