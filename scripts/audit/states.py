"""axe-core on every state of every type of page, light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

SCHEMES = {"light": "浅色", "dark": "深色"}
SIZES = {"desktop": {"width": 1366, "height": 768}, "phone": {"width": 390, "height": 844}}


@dataclass(frozen=True)
class Audited:
    """What axe found in one state: the rule, how often and where."""

    state: str
    scheme: str
    size: str
    violations: list[str]


def audit(browser: Browser, folder: Path, url: str, say: Callable[[str], None]) -> Iterator[Audited]:
    """Go through all states of a served site."""
    # The states are those of the tests; tests/ is on the path by now.
    from browser.axe import violations
    from browser.driver import Site, Watch
    from browser.states import STATES

    site = Site(folder, url, url)
    for scheme, size in product(SCHEMES, SIZES):
        context = browser.new_context(
            viewport=SIZES[size], color_scheme=scheme, locale="zh-CN", reduced_motion="reduce"
        )
        context.set_default_timeout(20_000)
        watch, page = Watch(context, site), context.new_page()
        for name, reach in STATES.items():
            reach(page, site)
            found = [*violations(page), *watch.faults]
            watch.faults.clear()
            say(f"{SCHEMES[scheme]} {size} {name}：{len(found)}" + "".join(f"\n    {one}" for one in found))
            yield Audited(name, scheme, size, found)
            page.evaluate("() => sessionStorage.clear()")
        context.close()
