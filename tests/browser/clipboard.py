"""Copying, pasting, and what a pasted piece of HTML holds."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from playwright.sync_api import Locator, Page, expect

# Pastes as any program does: the paste event hands over what lies on the clipboard, unchanged.
PREPARE_PASTE = """() => {
    const area = document.createElement("textarea");
    area.id = "paste-here";
    area.addEventListener("paste", event => {
        const data = event.clipboardData;
        area.clip = { text: data.getData("text/plain"), html: data.getData("text/html") };
        event.preventDefault();
    });
    document.body.append(area);
    area.focus();
}"""
TAKE_PASTED = """() => {
    const area = document.getElementById("paste-here");
    area.remove();
    return area.clip;
}"""
# By the prototype, for the tests that take execCommand away from the page.
FORGET_LAST_COPY = """() => {
    document.querySelectorAll(".kb-live").forEach(said => { said.textContent = ""; });
    const put = event => {
        event.stopImmediatePropagation();
        event.preventDefault();
        event.clipboardData.setData("text/plain", "nothing copied yet");
    };
    document.addEventListener("copy", put, true);
    Document.prototype.execCommand.call(document, "copy");
    document.removeEventListener("copy", put, true);
}"""


BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "th", "td")


class Paragraphs(HTMLParser):
    """The paragraphs of a piece of HTML: tag, text, and the style of each run of text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Paragraph] = []
        self.styles: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = dict(attrs).get("style") or ""
        if tag in BLOCKS:
            self.found.append(Paragraph(tag, style, []))
        elif tag == "span":
            self.styles.append(style)

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.styles.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found[-1].runs.append((data, self.styles[-1] if self.styles else ""))


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a piece of HTML."""

    tag: str
    style: str
    runs: list[tuple[str, str]]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


@dataclass(frozen=True)
class Clip:
    """What lies on the clipboard."""

    text: str
    html: str


def copy(page: Page, control: Locator, said: str) -> Clip:
    """Press a copy button; returns what is pasted then. `said` is what the page says about it."""
    page.evaluate(FORGET_LAST_COPY)
    control.click()
    expect(page.locator(".kb-live")).to_have_text(said)
    expect(control).to_have_text(said)
    return paste(page)


def paste(page: Page) -> Clip:
    """Return what lies on the clipboard."""
    page.evaluate(PREPARE_PASTE)
    page.keyboard.press("Control+V")
    return Clip(**page.evaluate(TAKE_PASTED))


def copy_whole(page: Page) -> Locator:
    """Return the button 复制全文, also while it says something else."""
    return page.locator(".kb-tools > .kb-button").nth(1)  # behind 用这篇组稿


def copy_section(page: Page, anchor: str) -> Locator:
    """Return the button 复制本段 of the section with this anchor."""
    return page.locator(".kb-head").filter(has=page.locator(f"#{anchor}")).locator(".kb-tool button").first


def choose_format(page: Page, name: str) -> None:
    """Choose one of Word 格式, 纯文本, Markdown."""
    page.get_by_label("复制为").select_option(label=name)


def paragraphs(html: str) -> list[tuple[str, str]]:
    """Return the paragraphs of a piece of HTML as tag and text."""
    return [(one.tag, one.text) for one in Paragraphs(html).found]
