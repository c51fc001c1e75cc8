"""A small site and the library's own, built by the real command; one browser; pages that may not err or call out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import building
from browser.content import DOCS
from browser.driver import Site, Watch
from browser.serving import INTRANET, serve
from building import mkdocs, site_tree
from chromium import NoBrowser, find_or_install
from conftest import ROOT

REPOSITORY = "some-repo"
# Pages that work on a reader's own draft need no sample, only to be there.
WORK_PAGES = ["desk/index.md", "check/index.md"]
# Of two lists of features the browser takes the last: what Playwright switches off itself is named again. The pop-ups
# of the address bar are pages with a process of their own in every context, and cost as much as the page under test.
SWITCHED_OFF = [
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(SWITCHED_OFF)}",
    f"--host-resolver-rules=MAP {INTRANET} 127.0.0.1",
]


# Without transitions no test sees a page half-way from one state to the next.
SETTINGS = {"viewport": {"width": 1366, "height": 768}, "locale": "zh-CN", "reduced_motion": "reduce"}


def build(project: Path, folder: Path) -> Path:
    """Build a project with the real command; its last messages are shown when that fails."""
    done = mkdocs(project, folder)
    if done.code:
        pytest.fail(f"mkdocs build:\n{(done.out + done.err)[-2000:]}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a small site of the samples in content.py."""
    project = site_tree(tmp_path_factory.mktemp("small") / "project")
    project.write({f"docs/{name}": text for name, text in DOCS.items()})
    project.write({f"docs/{name}": (ROOT / "docs" / name).read_text(encoding="utf-8") for name in WORK_PAGES})
    with serve(build(project.root, tmp_path_factory.mktemp("served") / REPOSITORY)) as served:
        yield served


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of this repository."""
    folder = tmp_path_factory.mktemp("library") / REPOSITORY
    folder.symlink_to(building.library(tmp_path_factory.getbasetemp()))
    with serve(folder) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the one browser. Without one the tests fail: skipped, nobody would miss them."""
    try:
        program = find_or_install()
    except NoBrowser as fault:
        raise pytest.fail.Exception(str(fault), pytrace=False) from None
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an empty page in a context of its own; the options are the context's.

    `init` is run before the page's scripts; `only_ours` overlooks the errors of Material's own scripts; `home` is the
    site beyond which no request may go.
    """
    watches: list[Watch] = []

    def make(init: str = "", only_ours: bool = False, home: Site | None = None, **options: Any) -> Page:
        context = browser.new_context(**(SETTINGS | options))
        context.set_default_timeout(10_000)
        if init:
            context.add_init_script(init)
        watches.append(Watch(context, home or site, only_ours))
        return context.new_page()

    yield make
    for watch in watches:
        watch.context.close()
    assert [fault for watch in watches for fault in watch.faults] == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """Return an empty page at desktop size."""
    return new_page()
