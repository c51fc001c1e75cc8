"""The Markdown of a skeleton -> Blocks, its blanks as open runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from kb import markdown_text as md
from kb import model
from kb.spec import Spec
from kb.word.form import Block, Run

BOLD = re.compile(
    r"(?<![\\*])(\*{2,3})(?=[^\s*])(.{1,300}?)(?<=[^\s\\])\1(?!\*)|(?<![\w\\])(__)(?=\S)(.+?)(?<=\S)\3(?!\w)"
)
HIDDEN = re.compile("\ue002([0-9]+)\ue003")
# kb fill escapes these, too, and Markdown leaves them as they are.
ESCAPED = re.compile(r"\\([<|])")
DATE = re.compile(r"[0-9]{4}年[0-9]{1,2}月([0-9]{1,2}日)?")
LONGEST_NAME = 30
SENTENCE_ENDS = ("。", "！", "？", "；", "：")


class Reader:
    """Reads the text of one skeleton. `ids` are its blanks by label."""

    def __init__(self, ids: Mapping[str, str], spec: Spec) -> None:
        self.ids = ids
        self.signature = spec.signature
        before, after = re.escape(spec.blank["before"]), re.escape(spec.blank["after"])
        self.blank = re.compile(f"{before}([^{before}{after}\n]+){after}")

    def blocks(self, text: str) -> list[Block]:
        """Return the document; what stands behind the text is its signature."""
        found = [b for b in md.parse_blocks(text, 1) if not (b.kind == "code" and md.FENCE.match(b.text.strip()))]
        made: list[Block] = []
        for is_table, run in groupby(found, lambda b: b.kind == "row"):
            together = list(run)
            made += [self.table(together)] if is_table else map(self.paragraph, together)
        return self.signed(made)

    def paragraph(self, block: model.Block) -> Block:
        """Return one paragraph."""
        if block.kind == "code":
            return Block("body", (Run(block.text),))
        runs = tuple(self.runs(block.text))
        if block.kind == "heading":
            return Block("heading", runs, level=block.level) if block.level else Block("title", runs)
        if block.kind == "item":
            return Block("item", runs, number=block.mark if block.mark[0].isdecimal() else "")
        return Block("body", runs)

    def table(self, rows: Sequence[model.Block]) -> Block:
        """Return a table; its head is bold."""
        written = [cells for row in rows if (cells := md.cells(row.text))]
        return Block(
            "table",
            rows=tuple(
                tuple(tuple(replace(run, bold=run.bold or not at) for run in self.runs(cell)) for cell in cells)
                for at, cells in enumerate(written)
            ),
        )

    def runs(self, markdown: str) -> Iterator[Run]:
        """Yield the runs of a line of Markdown."""
        labels: list[str] = []

        def hide(match: re.Match[str]) -> str:
            if match[1] not in self.ids:
                return match[0]
            labels.append(match[0])
            return f"\ue002{len(labels) - 1}\ue003"

        for text, bold in parts(self.blank.sub(hide, markdown)):
            for at, piece in enumerate(HIDDEN.split(ESCAPED.sub(r"\1", md.plain(text)))):
                if at % 2:
                    yield self.open_run(labels[int(piece)], bold)
                elif piece:
                    yield Run(piece, bold)

    def open_run(self, printed: str, bold: bool) -> Run:
        """Return a blank as it is printed."""
        label = printed[1:-1]
        return Run(printed, bold, open=True, slot=self.ids[label], label=label)

    def signed(self, blocks: list[Block]) -> list[Block]:
        """Return the blocks with the lines of the signature marked as such: a date at the end, a name above it."""
        if not blocks or not self.is_date(blocks[-1]):
            return blocks
        lines = 2 if len(blocks) > 1 and is_name(blocks[-2]) else 1
        return [*blocks[:-lines], *(replace(block, kind="signature") for block in blocks[-lines:])]

    def is_date(self, block: Block) -> bool:
        """Whether a paragraph is a date alone, or the blank for it."""
        blank = len(block.runs) == 1 and block.runs[0].slot == self.signature[-1]
        return block.kind == "body" and (blank or DATE.fullmatch(block.text.strip()) is not None)


def is_name(block: Block) -> bool:
    """Whether a paragraph can be the name of a body: short and no sentence."""
    return block.kind == "body" and len(block.text) <= LONGEST_NAME and not block.text.endswith(SENTENCE_ENDS)


def parts(markdown: str) -> Iterator[tuple[str, bool]]:
    """Yield the text of a line piece by piece, each with whether it is bold."""
    last = 0
    for match in BOLD.finditer(markdown):
        yield markdown[last : match.start()], False
        yield match[2] or match[4], True
        last = match.end()
    yield markdown[last:], False


def filled(blocks: Sequence[Block], values: Mapping[str, str]) -> list[Block]:
    """Return the blocks with the blanks that have a value filled."""

    def put(run: Run) -> Run:
        value = values.get(run.slot) if run.open else None
        return run if value is None else replace(run, text=value, open=False)

    return [
        replace(
            block,
            runs=tuple(map(put, block.runs)),
            rows=tuple(tuple(tuple(map(put, cell)) for cell in row) for row in block.rows),
        )
        for block in blocks
    ]
