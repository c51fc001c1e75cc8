"""The ways to open a page: without script, from a disk, on paper."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.clipboard import copy, copy_whole
from browser.content import BLANKS, EXAMPLES, FILLED, TEXT, TYPED, read_lines
from browser.driver import BAMBOO_PAGE, TEA_PAGE, Site, field, fill, read, show

# Texts that show on the page outside the sheet.
AROUND_THE_SHEET = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const { data, parentElement: place } = texts.currentNode;
        if (data.trim() && !place.closest(".kb-sheet") && place.checkVisibility({ visibilityProperty: true }))
            found.push(data.trim());
    }
    return found;
}"""


def test_without_script_the_text_and_the_skeleton_are_there(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site.url + TEA_PAGE)
    assert read(page) == read_lines(EXAMPLES)
    assert page.locator(".kb-bar, .kb-sheet button, .kb-sheet input").count() == 0
    skeleton = page.get_by_role("link", name="下载骨架（Markdown）")
    expect(skeleton).to_be_visible()
    answer = page.request.get(site.url + "township/" + skeleton.get_attribute("href"))
    assert answer.status == 200
    assert answer.text().startswith("---\n")
    with page.expect_download() as download:
        skeleton.click()
    assert download.value.path().read_bytes() == answer.body()


@pytest.fixture
def on_disk(new_page: Callable[..., Page], site: Site) -> Page:
    """Return the sample's page opened from a folder, as from a USB stick."""
    page = new_page()
    page.goto((site.folder / TEA_PAGE).as_uri())
    return page


def test_from_a_disk_views_filling_and_copying_work(on_disk: Page) -> None:
    assert read(on_disk) == read_lines(EXAMPLES)
    show(on_disk, "骨架")
    assert read(on_disk) == read_lines(BLANKS)
    show(on_disk, "填写")
    fill(on_disk, TYPED)
    on_disk.reload()
    assert copy(on_disk, copy_whole(on_disk), "已复制（含格式）").text == TEXT.format(**FILLED)


def test_from_a_disk_links_between_pages_work_and_take_the_values_along(on_disk: Page) -> None:
    show(on_disk, "填写")
    fill(on_disk, TYPED)
    on_disk.locator(".kb-crumbs").get_by_role("link", name="首页").click()
    on_disk.locator(".kb-choice", has_text="乡镇").get_by_role("link", name="年度总结").click()
    on_disk.get_by_role("link", name="乡镇总工会年度工作总结（竹器厂多）").click()
    on_disk.wait_for_url(f"**/{BAMBOO_PAGE}")
    assert field(on_disk, "年度").input_value() == "2027"


def test_paper_holds_the_sheet_alone_in_every_view(page: Page, site: Site, tmp_path: Path) -> None:
    page.goto(site.url + TEA_PAGE)
    for view, values in {"范文": EXAMPLES, "骨架": BLANKS, "填写": FILLED}.items():
        page.emulate_media(media="screen")
        show(page, view)
        if view == "填写":
            fill(page, TYPED)
        page.emulate_media(media="print")
        assert page.evaluate(AROUND_THE_SHEET) == []
        assert read(page) == read_lines(values)
        assert page.locator(".kb-sheet :is(input, button, .headerlink):visible").count() == 0
        if shutil.which("pdftotext"):
            page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
            assert text_of(tmp_path / "sheet.pdf") == folded("".join(read_lines(values)))


def text_of(pdf: Path) -> str:
    """Return the characters of a PDF in the order in which they are written, which is how viewers search it."""
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, timeout=60, check=True)
    return folded(done.stdout)


def folded(text: str) -> str:
    """Return text without spaces, and with one sign for a character and the radical that fonts take for it."""
    return "".join(unicodedata.normalize("NFKC", text).split())
