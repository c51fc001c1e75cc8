"""A browser that opens an engine's page and asks it; the clock runs in the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from bench.engines import TooLong

# A promise that is never kept would keep us waiting for ever.
LIMITED = """async ([call, query, limit, most]) => {
    const late = new Promise(done => setTimeout(done, most * 1000, {late: true}));
    const start = performance.now();
    const work = bench[call](query, limit).then(found => ({found, ms: performance.now() - start}));
    return Promise.race([work, late]);
}"""
MANY = "async queries => { const all = []; for (const q of queries) all.push(await bench.ask(q)); return all; }"


@contextmanager
def chromium(program: str, flags: Sequence[str]) -> Iterator[Browser]:
    """Start the browser and end it with the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(flags))
        yield browser
        browser.close()


class Session:
    """One engine's page in a context of its own: nothing is in the browser's cache."""

    def __init__(self, browser: Browser, address: str, init: str) -> None:
        self.context: BrowserContext = browser.new_context(locale="zh-CN")
        self.context.add_init_script(init)
        self.page: Page = self.context.new_page()
        self.page.goto(address)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def ready(self, seconds: float) -> float:
        """Wait until the engine can be asked; returns the milliseconds from its beginning. Raises TooLong."""
        own, taken = self.call("ready", None, None, seconds, f"未在{seconds:.0f}秒内就绪")
        return taken if own is None else float(own)

    def ask(self, query: str, limit: int | None, seconds: float) -> tuple[list[str], float]:
        """Return the results' addresses and the milliseconds that they took. Raises TooLong."""
        return self.call("ask", query, limit, seconds, "查得太久")

    def ask_all(self, queries: list[str]) -> list[list[str]]:
        """Return all results of many queries."""
        found: list[list[str]] = self.page.evaluate(MANY, queries)
        return found

    def call(self, name: str, query: str | None, limit: int | None, seconds: float, late: str) -> tuple[Any, float]:
        """Call a function of the page's `bench`. Raises TooLong."""
        try:
            answer = self.page.evaluate(LIMITED, [name, query, limit, seconds])
        except Error as fault:
            if self.page.is_closed() or "crash" in str(fault).lower():
                raise TooLong("浏览器耗尽内存") from None
            raise
        if "late" in answer:
            raise TooLong(late)
        return answer.get("found"), answer["ms"]
