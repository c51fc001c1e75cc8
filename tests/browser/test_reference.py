"""The reference pages in a browser: filtered without a reload, whole without script, a notice when the data is old."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.driver import Site, button
from browser.test_check import checks as checks

PAGES = ["phrases", "laws", "items"]
OLD = "这份数据已经超过半年没有更新，这以后的会议、文件和新提法都不在里面，用前请核对最新的文件。"


@pytest.fixture
def opened(new_page: Callable[..., Page], checks: Site) -> Callable[[str], Page]:
    """Return a function that opens one of the pages."""

    def open_page(name: str) -> Page:
        page = new_page(home=checks)
        page.goto(f"{checks.url}check/{name}")
        return page

    return open_page


def entry(page: Page, name: str) -> Locator:
    """Return the row of the first table that has this name."""
    return page.locator("table.kb-reference").first.locator(
        "tr[data-entry]", has=page.locator(f"td b:text-is('{name}')")
    )


def test_phrases_are_found_by_text_and_by_year(opened: Callable[[str], Page]) -> None:
    page = opened("phrases.html")
    page.get_by_label("查", exact=True).fill("组织起来 切实维权")
    expect(entry(page, "组织起来、切实维权")).to_be_visible()
    expect(entry(page, "党的十八大")).to_be_hidden()
    button(page, "全部显示").click()
    year = page.get_by_label("哪一年", exact=True)
    year.select_option("2016年用的")
    expect(entry(page, "党的十八大")).to_be_visible()
    expect(entry(page, "党的二十大")).to_be_hidden()
    year.select_option("现在用的")
    expect(entry(page, "党的十八大")).to_be_hidden()
    expect(entry(page, "党的二十大")).to_be_visible()
    expect(entry(page, "党的二十一大")).to_be_hidden()
    page.get_by_label("查", exact=True).fill("没有这样的提法")
    expect(page.locator(".kb-found")).to_have_text("没有；少写几个字，或换成“全部”再试")


def test_a_link_leads_to_the_rows_with_its_text(opened: Callable[[str], Page]) -> None:
    page = opened("phrases.html#q=%E5%85%9A%E7%9A%84%E5%8D%81%E4%B9%9D%E5%A4%A7")
    expect(page.get_by_label("查", exact=True)).to_have_value("党的十九大")
    expect(entry(page, "党的十九大")).to_be_visible()
    expect(entry(page, "党的十八大")).to_be_visible()  # 后来的提法：党的十九大
    expect(entry(page, "党的十六大")).to_be_hidden()


def test_items_are_found_by_unit_type(opened: Callable[[str], Page]) -> None:
    page = opened("items.html")
    page.get_by_label("单位类型", exact=True).select_option("学校")
    expect(entry(page, "职工总数")).to_be_visible()
    expect(entry(page, "基层工会组织总数")).to_be_hidden()
    expect(page.locator("tbody:visible .kb-group")).not_to_have_count(0)


@pytest.mark.parametrize(("today", "notices"), [((2027, 5, 20), []), ((2027, 5, 22), [OLD])])
@pytest.mark.parametrize("name", [*PAGES, "index"])
def test_old_data_is_said_to_be_old(
    new_page: Callable[..., Page], checks: Site, name: str, today: tuple[int, int, int], notices: list[str]
) -> None:
    page = new_page(home=checks)
    page.clock.set_fixed_time(datetime(*today, 12))
    page.goto(f"{checks.url}check/{name}.html")
    page.locator(".kb-reference-bar input, .kb-check-area").first.wait_for()
    assert page.locator(".kb-old").all_inner_texts() == notices


@pytest.mark.parametrize("name", PAGES)
def test_without_script_the_table_is_whole(new_page: Callable[..., Page], checks: Site, name: str) -> None:
    page = new_page(java_script_enabled=False, home=checks)
    page.goto(f"{checks.url}check/{name}.html")
    rows = page.locator("table.kb-reference").first.locator("tr[data-entry]")
    assert rows.count() == page.locator("tr[data-entry]:visible").count() > 50


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("name", PAGES)
def test_the_table_does_not_move_when_its_controls_come(
    new_page: Callable[..., Page], checks: Site, name: str, width: int
) -> None:
    tops = []
    for script in (False, True):
        page = new_page(java_script_enabled=script, home=checks, viewport={"width": width, "height": 844})
        page.goto(f"{checks.url}check/{name}.html")
        page.locator(".kb-reference-bar input").first.wait_for() if script else None
        tops.append(page.locator("table.kb-reference").first.bounding_box()["y"])
    assert tops[0] == tops[1]


@pytest.mark.parametrize("name", PAGES)
def test_on_a_phone_rows_are_cards_that_fit(new_page: Callable[..., Page], checks: Site, name: str) -> None:
    page = new_page(home=checks, viewport={"width": 390, "height": 844})
    page.goto(f"{checks.url}check/{name}.html")
    row = page.locator("tr[data-entry]").first
    expect(row).to_have_css("display", "block")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert row.evaluate("row => [...row.cells].every(cell => cell.scrollWidth <= row.clientWidth)")


@pytest.mark.parametrize("name", [*PAGES, "index"])
def test_pages_are_light(checks: Site, name: str) -> None:
    page = (checks.folder / "check" / f"{name}.html").read_bytes()
    assert len(gzip.compress(page)) < 60_000
