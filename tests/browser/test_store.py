"""Where the values are kept: in the tab, on this computer when asked, in memory when refused, in a file."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.content import FILLED as FILLED_TEXT
from browser.content import MARKDOWN, TYPED
from browser.driver import BAMBOO_PAGE, TEA_PAGE, Site, button, field, fill, open_sample, read_store, stored
from conftest import KB, ROOT

KEPT_HERE = "所填内容只留在这个标签页，关掉就没有了，也不会传到别处。"
REMEMBERED = "保存在这台电脑的浏览器里，共用电脑请勿勾选。"
NOT_KEPT = "浏览器不让保存：只在本页内存里，请用“保存到文件”。"

TYPED_IDS = {"unit_name": "云岭镇总工会", "year": "2027", "new_unions": "9", "township/tea#走访茶厂": "40"}

FORBIDDEN = """for (const area of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, area, { get() { throw new Error("storage is switched off"); } });"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""

FOREIGN = "没有打开：这不是本网站保存的数据文件，已填的内容没有改动。"
NEWER = "没有打开：这个文件的版本本页不认识，已填的内容没有改动。"
DAMAGED = "没有打开：文件已损坏，已填的内容没有改动。"
BAD_VALUE = "没有打开：文件已损坏，或有超过60字、多行的内容，已填的内容没有改动。"
REFUSED = {
    "年度：2027": FOREIGN,
    "[1]": FOREIGN,
    '{"name": "别的程序", "values": {"year": "1999"}}': FOREIGN,
    '{"kb": 2, "values": {"year": "1999"}}': NEWER,
    '{"kb": 1}': DAMAGED,
    '{"kb": 1, "values": {"year": "1999", "new_unions": 9}}': BAD_VALUE,
    '{"kb": 1, "values": {"year": "1999", "unit_name": "%s"}}' % ("长" * 61): BAD_VALUE,
    '{"kb": 1, "values": {"year": "1999", "unit_name": "一\\n二"}}': BAD_VALUE,
}


@pytest.fixture
def tea(page: Page, site: Site) -> Page:
    """Return the page of the sample in 填写, nothing filled in."""
    open_sample(page, site.url + TEA_PAGE, "填写")
    return page


def where(page: Page) -> str:
    return page.locator(".kb-where > span").first.inner_text()


def open_file(page: Page, text: str) -> None:
    with page.expect_file_chooser() as chooser:
        button(page, "从文件打开").click()
    chooser.value.set_files({"name": "所填数据.json", "mimeType": "application/json", "buffer": text.encode()})


def save_file(page: Page) -> str:
    with page.expect_download() as download:
        button(page, "保存到文件").click()
    assert download.value.suggested_filename == "所填数据.json"
    return download.value.path().read_text(encoding="utf-8")


def test_values_stay_in_the_tab_and_a_new_tab_has_none(tea: Page, site: Site) -> None:
    fill(tea, TYPED)
    assert where(tea) == KEPT_HERE
    assert stored(tea, "sessionStorage") == TYPED_IDS
    assert stored(tea, "localStorage") is None
    tab = tea.context.new_page()
    tab.goto(site.url + TEA_PAGE)
    assert field(tab, "年度").input_value() == ""


def test_ticked_values_move_to_this_computer_and_outlive_the_browser(
    tea: Page, new_page: Callable[..., Page], site: Site
) -> None:
    fill(tea, TYPED)
    tea.get_by_label("记住本机数据").check()
    assert where(tea) == REMEMBERED
    assert stored(tea, "sessionStorage") is None
    assert stored(tea, "localStorage") == TYPED_IDS
    # What a browser still has when it is started again.
    later = new_page(storage_state=tea.context.storage_state())
    later.goto(site.url + TEA_PAGE)
    assert field(later, "单位全称").input_value() == "云岭镇总工会"
    expect(later.get_by_label("记住本机数据")).to_be_checked()


def test_unticked_values_move_back_into_the_tab(tea: Page) -> None:
    fill(tea, TYPED)
    tea.get_by_label("记住本机数据").check()
    tea.get_by_label("记住本机数据").uncheck()
    assert where(tea) == KEPT_HERE
    assert stored(tea, "sessionStorage") == TYPED_IDS
    assert tea.evaluate("Object.keys(localStorage).filter(key => key.startsWith('kb.')).sort()") == ["kb.view"]
    tea.reload()
    assert field(tea, "年度").input_value() == "2027"


def test_ticked_values_follow_in_a_second_tab(tea: Page, site: Site) -> None:
    tea.get_by_label("记住本机数据").check()
    tab = tea.context.new_page()
    tab.goto(site.url + BAMBOO_PAGE)
    field(tab, "单位全称").fill("云岭镇总工会")
    expect(field(tea, "单位全称")).to_have_value("云岭镇总工会")
    field(tea, "年度").fill("2027")
    expect(field(tab, "年度")).to_have_value("2027")


@pytest.mark.parametrize("refusal", [FORBIDDEN, FULL], ids=["switched off", "full"])
def test_where_storage_is_refused_the_page_works_and_says_so(
    new_page: Callable[..., Page], site: Site, refusal: str
) -> None:
    page = new_page(init=refusal, only_ours=True)
    open_sample(page, site.url + TEA_PAGE, "填写")
    fill(page, TYPED)
    assert where(page) == NOT_KEPT
    assert page.locator(".kb-count").inner_text() == "已填 4/12 处"
    page.get_by_label("记住本机数据").click()
    expect(page.locator(".kb-message")).to_have_text("浏览器不让保存在本机。")
    expect(page.get_by_label("记住本机数据")).not_to_be_checked()
    assert read_store(save_file(page)) == TYPED_IDS


def test_a_damaged_store_counts_as_empty(tea: Page) -> None:
    fill(tea, TYPED)
    tea.evaluate("sessionStorage.setItem('kb.values', sessionStorage.getItem('kb.values').slice(0, 20))")
    tea.reload()
    assert tea.locator(".kb-count").inner_text() == "已填 0/12 处"
    assert where(tea) == KEPT_HERE


def test_a_saved_file_is_readable_and_opens_elsewhere(tea: Page, new_page: Callable[..., Page], site: Site) -> None:
    fill(tea, TYPED)
    saved = save_file(tea)
    assert json.loads(saved) == {
        "kb": 1,
        "values": TYPED_IDS,
        "labels": {
            "unit_name": "单位全称",
            "year": "年度",
            "new_unions": "新建基层工会（家）",
            "township/tea#走访茶厂": "走访茶厂",
        },
    }
    other = new_page()
    open_sample(other, site.url + TEA_PAGE, "填写")
    fill(other, {"年度": "1999", "补建小组": "3"})
    open_file(other, saved)
    expect(other.locator(".kb-message")).to_have_text("已从文件填入 4 项。")
    assert stored(other, "sessionStorage") == TYPED_IDS | {"township/tea#补建小组": "3"}
    assert field(other, "单位全称").input_value() == "云岭镇总工会"


def test_a_file_that_is_not_ours_or_damaged_changes_nothing(tea: Page) -> None:
    fill(tea, TYPED)
    message = tea.locator(".kb-message")
    for text, said in REFUSED.items():
        open_file(tea, '{"kb": 1, "values": {}}')
        expect(message).to_have_text("已从文件填入 0 项。")
        open_file(tea, text)
        expect(message, text).to_have_text(said)
        assert stored(tea, "sessionStorage") == TYPED_IDS
    assert field(tea, "年度").input_value() == "2027"


def test_a_saved_file_fills_the_skeleton_of_the_page(tea: Page, site: Site, tmp_path: Path) -> None:
    fill(tea, TYPED)
    # What was filled in on another sample is in the file too, and does no harm.
    tea.goto(site.url + BAMBOO_PAGE)
    fill(tea, {"走访茶厂": "7"})
    tea.goto(site.url + TEA_PAGE)
    (tmp_path / "所填数据.json").write_text(save_file(tea), encoding="utf-8")
    with tea.expect_download() as download:
        tea.get_by_role("link", name="下载骨架（Markdown）").click()
    download.value.save_as(tmp_path / "骨架.md")
    command = [KB, "fill", tmp_path / "骨架.md", "--data", tmp_path / "所填数据.json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    # In a skeleton a table's head is not set in bold: Markdown does that by itself.
    filled = MARKDOWN.format(**FILLED_TEXT).replace("| **送达** | **份数** |", "| 送达 | 份数 |")
    assert done.stdout.split("---\n\n", 1)[1].strip() == filled.strip()
