"""Texts that must never do anything, and how a test sees that they did nothing and are all there as text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from html.parser import HTMLParser
from itertools import islice

import pytest
import yaml
from playwright.sync_api import Page

from browser.driver import Site
from conftest import ROOT

GROUPS: dict[str, list[str]] = yaml.safe_load((ROOT / "tests/browser/payloads.yml").read_text(encoding="utf-8"))
PAYLOADS = [text for group in GROUPS.values() for text in group]

# What a payload calls when it runs.
SENSOR = "window.hits = []; window.hit = () => void window.hits.push(new Error().stack);"
# Elements that do something by being there, and attributes that do something by what they say.
ACTIVE = """() => {
    const kinds = "style link meta base iframe frame frameset object embed img picture video audio source svg "
        + "math form template noscript portal marquee plaintext xss x";
    const count = name => [name, document.getElementsByTagName(name).length];
    const found = Object.fromEntries(kinds.split(" ").map(count).filter(([, number]) => number));
    // The site's own files come and go while they are loaded.
    found.script = [...document.scripts].filter(({ src }) => !src.startsWith(`${location.origin}/`)).length;
    const runs = value => /^[\\s\\0]*(javascript|vbscript|data:text|view-source)/i.test(value);
    const leads = name => /^(href|src|action|formaction|data|xlink:href)$/.test(name);
    const wrong = ({ name, value }) => /^(on|srcdoc$)/.test(name) || leads(name) && runs(value);
    found.attributes = [...document.querySelectorAll("*")].flatMap(node => [...node.attributes].filter(wrong))
        .map(({ name, value }) => `${name}=${value}`);
    return found;
}"""

TEXT = "where => [...document.querySelectorAll(where)].map(node => node.textContent).join('\\n')"
# Files dropped on a place, one after the other; gives what the page says of each.
DROP = """async ([where, files, said]) => {
    const all = [];
    for (const [name, text] of files) {
        document.querySelector(said).textContent = "";
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name));
        const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector(where).dispatchEvent(event);
        const waits = () => /^(正在.*)?$/.test(document.querySelector(said).textContent);
        while (waits()) await new Promise(next => setTimeout(next, 2));
        all.push(document.querySelector(said).textContent);
    }
    return all.join("\\n");
}"""
KEEP = """kept => {
    for (const area of [localStorage, sessionStorage]) {
        area.clear();
        for (const [key, text] of Object.entries(kept)) area.setItem(key, text);
    }
}"""


def active(page: Page) -> dict[str, object]:
    """Return how many active elements of each kind are on a page, and its active attributes (which must be none)."""
    found: dict[str, object] = page.evaluate(ACTIVE)
    return found


def nothing_ran(page: Page, before: dict[str, object]) -> None:
    """Expect that nothing ran on a page, and that it has the active elements that it had before."""
    hits, inherited = page.evaluate("[window.hits, Object.keys(Object.prototype)]")
    assert (hits, inherited) == ([], []), f"hits {hits} {inherited}"
    now = active(page)
    assert now == before, f"{before} became {now}"
    assert now["attributes"] == [], now


def plain(text: str) -> str:
    """Return a text without the differences that make none for a reader: width of letters, kinds of blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("\ufeff", "").split())


def missing(text: str, wanted: Iterable[str] = PAYLOADS) -> list[str]:
    """Return the payloads that are not in a text as they were written."""
    there = plain(text)
    return [payload for payload in wanted if plain(payload) not in there]


def batches(size: int, payloads: Sequence[str] = PAYLOADS) -> Iterator[list[str]]:
    """Yield the payloads, so many at a time."""
    rest = iter(payloads)
    while batch := list(islice(rest, size)):
        yield batch


def as_files(ending: str) -> list[list[str]]:
    """Return a file for each payload, named by it, with nothing in it that could be read."""
    return [[text + ending, "%PDF-1.4"] for text in PAYLOADS]


class Found(HTMLParser):
    """The tags, the attributes and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.text += "\n" if tag != "span" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def watched(new_page: Callable[..., Page], library: Site) -> Callable[[str], Page]:
    """Return a function that opens a page of the library that would notice a payload that runs."""

    def go(address: str) -> Page:
        page: Page = new_page(init=SENSOR, home=library)
        page.goto(library.url + address)
        return page

    return go
