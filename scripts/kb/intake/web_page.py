"""The text of a saved web page: blocks as lines, what stands around the article left out."""

from __future__ import annotations

import re

from kb.checkup.read import Unreadable

SILENT = ("script", "style", "noscript", "template", "iframe", "svg", "head")
DROPPED = (*SILENT, "nav", "header", "footer", "aside", "form", "button", "select")
AROUND = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|sidebar|side|footer|foot|header|breadcrumb|crumbs?|related|recommend|hot|comments?"
    r"|share|ads?|advert|banner|copyright|pager?|pagination|toolbar|login|tags?)(?:$|[-_ 0-9])",
    re.I,
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th")
BLOCKS = ("p", "div", "section", "article", "main", "br", "hr", "blockquote", "pre", *HEADINGS, *LISTS)
ARTICLE = 0.3  # of the page's text: something so big is no frame, whatever it is called


def page_text(html: str) -> str:
    """Return the text of an HTML page, a line a block. Raises Unreadable where lxml is not installed."""
    try:
        from lxml import etree  # type: ignore[import-untyped]
        from lxml import html as parser
    except ImportError as fault:
        raise Unreadable("读网页要用 lxml，还没有装；请先运行 make setup，或另存为 .txt") from fault
    try:
        # As bytes: a declaration of another encoding within the page no longer holds.
        root = parser.document_fromstring(
            html.encode("utf-8"), parser=parser.HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable("网页里没有文字") from fault
    for node in list(root.iter(*DROPPED, etree.Comment, etree.ProcessingInstruction)):
        node.drop_tree() if node.getparent() is not None else None
    whole = len(root.text_content())
    for node in list(root.iter()):
        called = f"{node.get('class', '')} {node.get('id', '')}"
        if AROUND.search(called) and node.getparent() is not None and len(node.text_content()) < ARTICLE * whole:
            node.drop_tree()
    for node in root.iter(*BLOCKS):
        node.text = "\n" + (node.text or "")
        node.tail = "\n" + (node.tail or "")
    lines = (" ".join(line.split()) for line in root.text_content().split("\n"))
    return "\n".join(line for line in lines if line)
