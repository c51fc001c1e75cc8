"""Putting payloads into a page, and what leaves it - the clipboard, Markdown, Word -, which must have them as text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree import ElementTree

import markdown
from playwright.sync_api import FilePayload, Locator, Page

from browser.hostile import PAYLOADS, Found, missing

# What the HTML of a copied document is made of, and what the clipboard itself puts around it.
CLIP_TAGS = {"p", "h1", "h2", "h3", "h4", "span", "table", "tbody", "tr", "td", "html", "head", "body", "meta"}
CLIP_ATTRIBUTES = {"style", "border", "cellspacing", "charset"}
MARKDOWN_TAGS = {"p", "h1", "h2", "h3", "h4", "h5", "ul", "ol", "li", "strong"} | {"table", "thead", "tbody"}
# The extensions of the site itself, and those that most others have.
EXTENSIONS = ["extra", "admonition", "pymdownx.blocks.html"]
LOADING = re.compile("attachedTemplate|altChunk|hyperlink|object|pict$|drawing|subDoc")


def downloaded(page: Page, press: Callable[[], None]) -> bytes:
    """Return the file that is saved when something is pressed."""
    with page.expect_download() as download:
        press()
    return Path(download.value.path()).read_bytes()


def choose(page: Page, where: str, name: str, content: bytes) -> None:
    """Open a file by the input of a part of the page."""
    file = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
    page.locator(f"{where} input[type=file]").set_input_files(file)


def put(field: Locator, text: str) -> None:
    """Put a text into a field at once: many lines take Chromium seconds as typing."""
    field.evaluate("(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }", text)


def assert_text_only(html: str, tags: set[str], attributes: set[str], wanted: Iterable[str]) -> None:
    """Expect that a piece of HTML has the payloads as text, and nothing but the tags and attributes of a document."""
    found = Found(html)
    more = {*(found.tags - tags), *(found.attributes - attributes)}
    assert more == set(), more
    assert missing(found.text, wanted) == []


def assert_clip(html: str, wanted: Iterable[str] = PAYLOADS) -> None:
    """Expect that what is pasted into Word is text."""
    assert_text_only(html, CLIP_TAGS, CLIP_ATTRIBUTES, wanted)


def assert_markdown(text: str, wanted: Iterable[str] = PAYLOADS) -> None:
    """Expect that Markdown is text once it is HTML."""
    html = markdown.markdown(text, extensions=EXTENSIONS)
    assert_text_only(html, MARKDOWN_TAGS | {"tr", "th", "td"}, {"start", "style"}, wanted)


def assert_word(file: bytes, wanted: Iterable[str] = PAYLOADS) -> None:
    """Expect that a Word file has the payloads as text, loads nothing and links nowhere."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert [name for name, text in parts.items() if 'TargetMode="External"' in text or "<!" in text] == []
    trees = {name: ElementTree.fromstring(text) for name, text in parts.items()}
    nodes = list(trees["word/document.xml"].iter())
    assert [node.tag for node in nodes if LOADING.search(node.tag)] == []
    paragraphs = ["".join(node.itertext()) for node in nodes if node.tag.endswith("}p")]
    assert missing("\n".join(paragraphs), wanted) == []
