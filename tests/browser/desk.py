"""The page 组稿台 as the tests use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from browser.driver import Site, button

PAGE = "desk/index.html"


def open_desk(page: Page, site: Site) -> Page:
    """Go to the desk and wait until it is there."""
    page.goto(site.url + PAGE)
    page.wait_for_selector(".kb-start:not([hidden]), .kb-part")
    return page


def start(page: Page, choice: str, unit: str = "乡镇", genre: str = "年度总结") -> None:
    """Begin a draft as a reader does; `choice` is a sample's title or 推荐提纲."""
    button(page, unit).click()
    button(page, genre).click()
    page.locator(".kb-start-choice", has_text=choice).locator("button").click()
    page.wait_for_selector(".kb-part")


def headings(page: Page) -> list[str]:
    return page.locator(".kb-part-title").all_inner_texts()


def part(page: Page, words: str) -> Locator:
    """Return the section whose heading has these words."""
    return page.locator(".kb-part", has=page.locator(".kb-part-title", has_text=words))


def tool(page: Page, words: str, name: str) -> Locator:
    return part(page, words).locator(f"[data-tool='{name}']")


def tab(page: Page, name: str) -> None:
    page.locator(f".kb-desk-tabs [data-pane='{name}']").click()


def more(page: Page, name: str) -> Locator:
    """Open the menu and return one of its buttons."""
    page.locator(".kb-desk-more > summary").click()
    return button(page, name)


def message(page: Page) -> str:
    return page.locator(".kb-desk-message").inner_text()


def fill(page: Page, values: dict[str, str]) -> None:
    """Fill blanks in the data table, by id."""
    tab(page, "table")
    for slot, value in values.items():
        page.locator(f".kb-dt [data-id='{slot}']").fill(value)
    page.keyboard.press("Tab")


def text(page: Page) -> str:
    """Return what stands in the sections."""
    return "\n".join(page.locator(".kb-part-body, .kb-part-title").all_inner_texts())


def stored(page: Page, area: str) -> Any:
    """Return the draft that the browser keeps; None when there is none."""
    kept = page.evaluate(f"() => {area}.getItem('kb.draft')")
    return json.loads(kept)["draft"] if kept else None


def settled(page: Page) -> None:
    """Wait until what was typed has been written."""
    page.wait_for_timeout(350)


def save_file(page: Page) -> Path:
    with page.expect_download() as download:
        more(page, "保存到文件").click()
    return Path(download.value.path())


def open_file(page: Page, name: str, content: bytes) -> None:
    with page.expect_file_chooser() as chooser:
        more(page, "从文件打开").click()
    chooser.value.set_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})


def wait_for_parts(page: Page, number: int) -> None:
    expect(page.locator(".kb-part")).to_have_count(number)
