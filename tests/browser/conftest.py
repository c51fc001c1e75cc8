"""The site built once and served under a project path, one browser, and pages that may not err or call out."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.content import SAMPLES
from browser.driver import Site, Watch
from chromium import NoBrowser, find_or_install
from conftest import KB, ROOT

REPOSITORY = "some-repo"
# A name that no browser trusts as it trusts 127.0.0.1: the site as an intranet has it, over plain http.
INTRANET = "kb.intranet.test"
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


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line on the terminal for each."""

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """A browser that closes may leave requests behind; that is no fault."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


def build(project: Path, site: Path) -> None:
    """Build a project with the real command; its messages are shown when it fails."""
    command = [KB.with_name("mkdocs"), "build", "--config-file", project / "mkdocs.yml", "--site-dir", site]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        pytest.fail(f"mkdocs build:\n{(done.stdout + done.stderr)[-2000:]}", pytrace=False)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that holds the built site in a folder of its own."""
    project = tmp_path_factory.mktemp("project")
    for name in ("docs", "spec"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    (project / "scripts").symlink_to(ROOT / "scripts")
    for name, text in SAMPLES.items():
        (project / "docs" / name).write_text(text, encoding="utf-8")
    root = tmp_path_factory.mktemp("served")
    build(project, root / REPOSITORY)
    return root


@pytest.fixture(scope="session")
def site(served: Path) -> Iterator[Site]:
    """Return the site, served as a host of many projects serves it."""
    with Server(("127.0.0.1", 0), partial(Quiet, directory=str(served))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        place = f"{server.server_port}/{REPOSITORY}/"
        yield Site(served / REPOSITORY, f"http://127.0.0.1:{place}", f"http://{INTRANET}:{place}")
        server.shutdown()


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

    `init` is run before the page's scripts; `only_ours` overlooks the errors of Material's own scripts.
    """
    watches: list[Watch] = []

    def make(init: str = "", only_ours: bool = False, **options: Any) -> Page:
        context = browser.new_context(**(SETTINGS | options))
        context.set_default_timeout(10_000)
        if init:
            context.add_init_script(init)
        watches.append(Watch(context, site, only_ours))
        return context.new_page()

    yield make
    for watch in watches:
        watch.context.close()
    assert [fault for watch in watches for fault in watch.faults] == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """Return an empty page at desktop size."""
    return new_page()
