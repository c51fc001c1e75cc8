"""An HTML page as the tests look at it: elements with their attributes and their text, read by Python's own parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "pre"}


@dataclass
class Element:
    """An element; `children` are elements and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self) -> Iterator[Element]:
        """Yield this element and everything in it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    def find(self, tag: str = "", of_class: str = "") -> list[Element]:
        """Return the elements inside with this tag and class."""
        return [e for e in self.all() if tag in ("", e.tag) and (not of_class or of_class in e.classes)]

    def text(self, without: tuple[str, ...] = ()) -> str:
        """Return the text inside, without that of elements of some classes."""
        if set(without) & set(self.classes):
            return ""
        return "".join(c if isinstance(c, str) else c.text(without) for c in self.children)


class Reader(HTMLParser):
    """Builds the tree; raises ValueError where tags do not match, which a browser would mend in its own way."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if len(element.attributes) < len(attrs):
            raise ValueError(f"attribute twice: {attrs}")
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.open[-1].tag != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1].tag}> at {self.getpos()}")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(path: Path) -> Element:
    """Return the root of a page."""
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    assert len(reader.open) == 1, [e.tag for e in reader.open]
    return reader.open[0]


def content(path: Path) -> Element:
    """Return the part of a page that is not Material's frame."""
    (found,) = read(path).find("article", "md-content__inner")
    return found


def sheet(path: Path) -> Element:
    """Return the document of a sample page."""
    (found,) = read(path).find("article", "kb-sheet")
    return found


def texts(sheet: Element) -> list[str]:
    """Return the text of each block of a document, without numbers of headings and marks of links."""
    blocks = [e for e in sheet.all() if e.tag in BLOCKS and not any(c.tag in BLOCKS for c in list(e.all())[1:])]
    return [block.text(without=("kb-num", "headerlink")).strip() for block in blocks]
