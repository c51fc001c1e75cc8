"""The text of a .docx with the numbers that Word counts itself: without them its headings would have no marks."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from kb.checkup import read
from kb.numbering import chinese

CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "japaneseCounting",
    "taiwaneseCounting",
)
CIRCLES = ("decimalEnclosedCircle", "decimalEnclosedCircleChinese")
DEEPEST = 9  # styles on which a style is based: a damaged file may have them in a ring
PLACE = re.compile(r"%([1-9])")


@cache
def path_of(expression: str) -> Any:
    """Return a compiled XPath with Word's namespaces."""
    from docx.oxml.ns import nsmap
    from lxml import etree  # type: ignore[import-untyped]

    return etree.XPath(expression, namespaces=nsmap)


def find(node: Any, expression: str) -> list[Any]:
    """Return what an XPath finds in a node; python-docx's own method knows only the elements it has classes for."""
    found: list[Any] = path_of(expression)(node)
    return found


def word_text(path: Path) -> str:
    """Return the paragraphs of a .docx, cells of a row parted by tabs. Raises Unreadable."""
    plain = read.read(path)  # says what is wrong with a file that can't be read
    try:
        return with_numbers(path) or plain
    except Exception:  # whatever damaged lists make the library stumble over: the text is there without their numbers
        return plain


def with_numbers(path: Path) -> str:
    """Return the text of a .docx with the numbers of its lists, empty when it has none."""
    from docx import Document
    from docx.table import Table

    document: Any = Document(str(path))
    numbers = Numbers(document)
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(numbers.of(block) + block.text)
    return "\n".join(lines) if numbers.used else ""


class Numbers:
    """The counters of a document's numbered lists."""

    def __init__(self, document: Any) -> None:
        self.lists = {rel.reltype: rel.target_part for rel in document.part.rels.values() if not rel.is_external}
        self.counts: Counter[tuple[str, int]] = Counter()
        self.used = False

    def of(self, paragraph: Any) -> str:
        """Return the number before a paragraph as it is printed, empty when it has none."""
        place = numbered(paragraph)
        levels = self.levels(place[0]) if place and paragraph.text.strip() else {}
        if not place or place[1] not in levels:
            return ""
        key, level = place
        start = levels[level][2]
        self.counts[key, level] = self.counts.get((key, level), start - 1) + 1
        for deeper in [k for k in self.counts if k[0] == key and k[1] > level]:
            del self.counts[deeper]
        shown = PLACE.sub(lambda m: self.written(key, int(m[1]) - 1, levels), levels[level][1])
        self.used = self.used or bool(shown)
        return shown

    def levels(self, number: str) -> dict[int, tuple[str, str, int]]:
        """Return format, text and first number of each level of a list; bullets have none."""
        part = next((p for kind, p in self.lists.items() if kind.endswith("/numbering")), None)
        if part is None:
            return {}
        root = part.element
        kinds = find(root, f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        found = {}
        for level in find(root, f"./w:abstractNum[@w:abstractNumId='{kinds[0]}']/w:lvl") if kinds else []:
            form = (find(level, "./w:numFmt/@w:val") or ["decimal"])[0]
            text = (find(level, "./w:lvlText/@w:val") or [""])[0]
            start = int((find(level, "./w:start/@w:val") or ["1"])[0])
            if form not in ("bullet", "none"):
                found[int(find(level, "./@w:ilvl")[0])] = (form, text, start)
        return found

    def written(self, key: str, level: int, levels: dict[int, tuple[str, str, int]]) -> str:
        """Return the count of a level in its format."""
        form = levels.get(level, ("decimal", "", 1))[0]
        number = max(1, self.counts.get((key, level), 1))
        if form in CHINESE and number < 100:
            return chinese(number)
        return chr(0x245F + number) if form in CIRCLES and number <= 20 else str(number)


def numbered(paragraph: Any) -> tuple[str, int] | None:
    """Return list and level of a paragraph, from itself or its style; None when it is not numbered."""
    found = find(paragraph._p, "./w:pPr/w:numPr")
    style = paragraph.style
    for _ in range(DEEPEST):
        if found or style is None:
            break
        found = find(style.element, "./w:pPr/w:numPr")
        style = style.base_style
    if not found:
        return None
    number = find(found[0], "./w:numId/@w:val")
    level = find(found[0], "./w:ilvl/@w:val") or ["0"]
    return (number[0], int(level[0])) if number and number[0] != "0" else None
