"""What the browser tests have in common: opening a sample, its blanks, and what no page may do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Locator,
    Page,
    Request,
    WebError,
    WebSocket,
    expect,
)

TEA_PAGE = "township/tea.html"
BAMBOO_PAGE = "township/bamboo.html"
LONG_PAGE = "township/long.html"

READ = """article => [...article.querySelectorAll("p, h2, h3, h4, h5, li, th, td")]
    .map(block => block.innerText.replace("¶", "").trim())"""
# Said on the console, where whoever watches the page hears it.
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
    console.error(`violation: ${effectiveDirective} ${blockedURI} ${sourceFile}`));"""


@dataclass(frozen=True)
class Site:
    """Where the built site is: its folder, its address, and its address as an intranet has it."""

    folder: Path
    url: str
    intranet: str


class Watch:
    """Notes whatever no page may do: err, break its security policy, ask the reader, call anything outside the site."""

    def __init__(self, context: BrowserContext, site: Site, only_ours: bool = False) -> None:
        self.context = context
        self.own = (site.url, site.intranet, site.folder.as_uri(), "blob:", "data:")
        self.only_ours = only_ours
        self.faults: list[str] = []
        context.on("console", self.console)
        context.on("weberror", self.error)
        context.on("request", self.request)
        context.on("dialog", self.dialog)
        context.on("page", lambda page: page.on("websocket", self.socket))
        context.add_init_script(TELL_VIOLATIONS)

    def console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def error(self, error: WebError) -> None:
        fault = f"page error: {error.error.stack or error.error}"
        if not self.only_ours or "/assets/kb.js" in fault or "/assets/desk" in fault:
            self.faults.append(fault)

    def request(self, request: Request) -> None:
        if not request.url.startswith(self.own):
            self.faults.append(f"request: {request.url}")

    def socket(self, socket: WebSocket) -> None:
        self.faults.append(f"socket: {socket.url}")

    def dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def show(page: Page, view: str) -> None:
    """Press one of the three buttons 范文, 骨架, 填写."""
    button(page, view).click()
    expect(button(page, view)).to_have_attribute("aria-pressed", "true")


def open_sample(page: Page, address: str, view: str = "范文") -> None:
    """Open a page of the site with a sample on it, and show one of its views."""
    page.goto(address)
    show(page, view)


def read(page: Page) -> list[str]:
    """Return the document on the page as a reader sees it, block by block, without buttons and ¶."""
    blocks: list[str] = page.locator("article.kb-sheet").evaluate(READ)
    return blocks


def fields(page: Page, name: str) -> Locator:
    """Return all inputs of one blank, by the name that a screen reader says."""
    return page.get_by_role("textbox", name=name, exact=True)


def field(page: Page, name: str) -> Locator:
    """Return the first input of a blank."""
    return fields(page, name).first


def fill(page: Page, values: Mapping[str, str]) -> None:
    """Type values, then leave the last input."""
    for name, value in values.items():
        field(page, name).fill(value)
    page.locator("input:focus").blur()


def stored(page: Page, area: str) -> dict[str, str] | None:
    """Return the values that the browser keeps in sessionStorage or localStorage; None when nothing is there."""
    text: str | None = page.evaluate(f"{area}.getItem('kb.values')")
    return None if text is None else read_store(text)


def read_store(text: str) -> dict[str, str]:
    """Return the values of the stored or saved form, which must be of version 1."""
    data: dict[str, Any] = json.loads(text)
    assert data["kb"] == 1
    values: dict[str, str] = data["values"]
    return values
