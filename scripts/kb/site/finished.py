"""HTML that Markdown has nothing to do with: paragraphs of words and blanks.

Two of its HTML parsers would walk through every attribute of every blank, which costs more than all else in a page.
So a generator in this process gets a short stand-in (`Held`) and what it stands for after Markdown ran; `kb stage`
writes the HTML itself into the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# A line that has no mark of Markdown or HTML and begins like no list, rule or block of theirs.
LINE = r"(?![-+/:=~]|\d+[.)])[^\\`*_\[\]<>&{}!#|\x00-\x1f]+"
PLAIN = re.compile(rf"{LINE}(?:\n{LINE})*")
# Of one block or of several one after another; Markdown puts a line break after it.
STAND_IN = re.compile(r'<hr data-kb="(\d+)(?:-(\d+))?"(?: id="[^"]+")?>(?:\n(?=\n))?')
RUN = re.compile(r'<hr data-kb="(\d+)">(?:\n\n<hr data-kb="(\d+)">)+')

TO_MARKDOWN = re.compile(r'(?<=[\w-])\.md(?=" download>)')  # zensical makes .html of it, in whatever element
ID = re.compile(r'<\w+[^>]*( id="[^"]+")')

Hand = Callable[[str], str]


def is_plain(text: str) -> bool:
    """Whether Markdown would make of a paragraph's text nothing but the same text."""
    return PLAIN.fullmatch(text) is not None


def as_it_is(html: str) -> str:
    """Hand the HTML itself over. A link to a file that ends in .md is written so that none is taken for a page's."""
    return TO_MARKDOWN.sub("%2Emd", html)


class Held:
    """Finished HTML by the number of its stand-in. Call it to hand something over."""

    def __init__(self) -> None:
        self.held: list[str] = []

    def __call__(self, html: str) -> str:
        """Keep some HTML; returns its stand-in, a block of its own in Markdown.

        An id of its outermost element stays in sight of a generator that checks links.
        """
        self.held.append(html)
        own = ID.match(html)
        return f'<hr data-kb="{len(self.held) - 1}"{own[1] if own else ""}>'

    def gathered(self, text: str) -> str:
        """Return a page's Markdown with one stand-in for blocks that follow one another: Markdown works by blocks."""
        return RUN.sub(self.as_one, text)

    def as_one(self, run: re.Match[str]) -> str:
        """Return one stand-in for a run of them that were handed over one after another, else the run itself."""
        first, last = int(run[1]), int(run[2])
        if run[0].count("<hr") != last - first + 1:
            return run[0]
        return f'<hr data-kb="{first}-{last}">'

    def put_back(self, html: str) -> str:
        """Return a page, or a part of one, with what was held in place of the stand-ins."""
        return STAND_IN.sub(lambda m: "\n".join(self.held[int(m[1]) : int(m[2] or m[1]) + 1]), html)
