"""What the built pages and our script may not contain."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Browser

from browser.driver import Site, Watch
from building import mkdocs, without
from conftest import ROOT

FAULTS = """outside => new Promise(done => {
    console.error("said by a script");
    setTimeout(() => { throw new Error("thrown by a script"); });
    setTimeout(() => {
        const image = new Image();
        image.onerror = () => done();
        image.src = outside;
    }, 10);
})"""
PAGE = "---\ntitle: 一页\n---\n\n# 一页\n\n一段。\n"
RUN_TEXT = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "Function(")
CALL_OUT = ("fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "import(", "http://", "https://")
OURS = ("hooks", "extra_css", "extra_javascript", "nav", "watch")


class Inline(HTMLParser):
    """The scripts and styles that stand in a page itself, and its attributes that hold either."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.styles += [f"<{tag} {name}>" for name, _ in attrs if name == "style" or name.startswith("on")]
        self.styles += [f"<{tag} {value}>" for _, value in attrs if (value or "").lower().startswith("javascript:")]
        inline = tag == "style" or (tag == "script" and "src" not in dict(attrs))
        self.open = tag if inline else ""

    def handle_data(self, data: str) -> None:
        if self.open:
            # How far the top of the site is differs from page to page.
            found = re.sub(r'"(\.\.?/?|/)+', '"', data)
            (self.scripts if self.open == "script" else self.styles).append(found)

    def handle_endtag(self, tag: str) -> None:
        self.open = ""


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Inline:
    """Return what Material itself writes into a page with the same settings."""
    project = tmp_path_factory.mktemp("plain")
    config = without((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), *OURS)
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    (project / "docs" / "folder").mkdir(parents=True)
    (project / "docs" / "folder" / "page.md").write_text(PAGE, encoding="utf-8")
    (project / "docs" / "index.md").write_text(PAGE, encoding="utf-8")
    assert mkdocs(project, project / "site").code == 0
    return Inline((project / "site" / "folder" / "page.html").read_text(encoding="utf-8"))


def test_what_watches_the_pages_of_these_tests_sees_faults(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    watch = Watch(context, site)
    page = context.new_page()
    page.goto(site.url)
    assert watch.faults == []
    outside = site.url.removesuffix(f"{site.folder.name}/") + "assets/kb.js"
    page.evaluate(FAULTS, outside)
    context.close()
    assert watch.faults[0] == "console: said by a script"
    assert watch.faults[1].startswith("page error: Error: thrown by a script")
    assert sorted(watch.faults[2:])[1:] == [f"request: {outside}"]
    assert sorted(watch.faults[2:])[0].startswith("console: Failed to load resource: ")


def test_pages_hold_no_script_or_style_but_material_s(site: Site, plain: Inline) -> None:
    assert len(plain.scripts) == 4
    wrong = {}
    for path in sorted(site.folder.rglob("*.html")):
        found = Inline(path.read_text(encoding="utf-8"))
        if (found.scripts, found.styles) != (plain.scripts, plain.styles):
            wrong[path.name] = sorted({*found.scripts, *found.styles} - {*plain.scripts, *plain.styles})
    assert wrong == {}


@pytest.mark.parametrize(("name", "words"), [("kb.js", "复制全文"), ("search.js", "再显示一些")])
def test_the_script_knows_no_way_to_run_text_or_to_call_out(site: Site, name: str, words: str) -> None:
    script = (site.folder / "assets" / name).read_text(encoding="utf-8")
    assert words in script
    assert [way for way in (*RUN_TEXT, *CALL_OUT) if way in script] == []


def test_the_style_sheet_asks_for_no_other_file(site: Site) -> None:
    style = (site.folder / "assets" / "kb.css").read_text(encoding="utf-8")
    assert ".kb-sheet" in style
    assert re.findall(r"url\(|@import|//", style) == []
