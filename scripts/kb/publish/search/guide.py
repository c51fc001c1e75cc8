"""Hand-written pages (guide, introductions of themes and unit types) as entries, read from their built HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from kb.publish.search.entries import BODY, CELL, ITEM, ROW_END, Entry, Line

GENRE = "guide"
BLOCKS = {"p": BODY, "li": ITEM, "td": CELL, "th": CELL, "dt": BODY, "dd": BODY, "pre": BODY}
HEADINGS = {f"h{n}": str(n - 1) for n in range(1, 7)}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Lists that the build puts into a page and the tools of a heading are no text of it.
PIECES = '<p class="kb-piece-unit"'  # from here on a theme's page shows sections of samples
LEFT_OUT = ("kb-", "headerlink", "md-source-file")


class Reader(HTMLParser):
    """Collects the lines of a page's article; `found` holds (anchor, lines) of each level-1 section."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[Line]]] = [("", [])]
        self.open: list[tuple[str, bool]] = []
        self.kind = ""
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; a block ends the one before it."""
        if tag in VOID:
            return
        about = {name: value or "" for name, value in attrs}
        inside = self.inside or (tag == "article" and "md-content__inner" in about.get("class", ""))
        hidden = any(c.startswith(LEFT_OUT) for c in about.get("class", "").split()) or tag in ("script", "style")
        self.open.append((tag, inside and not hidden and not self.hidden))
        if not self.reading:
            return
        if tag == "h2":
            self.flush()
            self.found.append((about.get("id", ""), []))
        if kind := HEADINGS.get(tag) or BLOCKS.get(tag):
            self.flush()
            self.kind = kind

    def handle_endtag(self, tag: str) -> None:
        """End an element, and the ones in it that were left open."""
        if tag in VOID or tag not in [name for name, _ in self.open]:
            return
        if self.reading and (tag in HEADINGS or tag in BLOCKS):
            self.flush()
        if tag == "tr" and self.found[-1][1] and self.found[-1][1][-1].kind == CELL:
            self.found[-1][1][-1] = Line(ROW_END, self.found[-1][1][-1].text)
        while self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Collect text."""
        if self.reading:
            self.text.append(data)

    @property
    def inside(self) -> bool:
        """Whether the place is in the article, shown or not."""
        return bool(self.open) and any(tag == "article" for tag, _ in self.open)

    @property
    def hidden(self) -> bool:
        """Whether the place is in something that is left out."""
        return self.inside and not self.open[-1][1]

    @property
    def reading(self) -> bool:
        """Whether text belongs to the page here."""
        return bool(self.open) and self.open[-1][1]

    def flush(self) -> None:
        """End a block."""
        if text := " ".join("".join(self.text).split()):
            self.found[-1][1].append(Line(self.kind or BODY, text))
        self.text, self.kind = [], ""


def of_page(path: str, html: str) -> Iterator[Entry]:
    """Yield what stands before the first level-1 heading of a built page, and its sections that have text."""
    reader = Reader()
    begin = html.find('<article class="md-content__inner')
    reader.feed(html[max(0, begin) :].partition(PIECES)[0])
    reader.close()
    title = next((line.text for _, lines in reader.found for line in lines if line.kind in HEADINGS.values()), "")
    for anchor, lines in reader.found:
        if any(line.kind not in HEADINGS.values() for line in lines):
            yield Entry(path, anchor, title, lines[0].text if anchor else title, "", "", GENRE, tuple(lines), (title,))
