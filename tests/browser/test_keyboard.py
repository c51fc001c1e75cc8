"""Whole ways through the site by keys alone: nothing is out of reach, nothing holds the focus, nothing loses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import desk
from browser.clipboard import paste
from browser.drafts import CHECK_PAGE, DRAFT, area
from browser.driver import Site, stored
from browser.hands import Hands


@pytest.fixture
def hands(new_page: Callable[..., Page], library: Site) -> Hands:
    """Return hands on the home page of the library."""
    page = new_page(home=library)
    page.goto(library.url + "index.html")
    return Hands(page)


def test_from_home_to_a_filled_section_on_the_clipboard(hands: Hands) -> None:
    page = hands.page
    hands.use("乡镇")
    page.wait_for_url("**/township/index.html")
    hands.use("乡镇总工会年度工作总结（外资和规模企业多")
    page.wait_for_url("**/township/wage-bargaining-annual.html")
    hands.use("填写")
    hands.use("下一处空格")
    first = hands.at
    hands.write("云岭镇总工会")
    hands.press("Enter")
    assert hands.at != first
    hands.write("2027")
    hands.press("Enter")
    assert sorted((stored(page, "sessionStorage") or {}).values()) == ["2027", "云岭镇总工会"]
    hands.use("复制本段：一")
    expect(page.locator(".kb-live")).to_have_text("已复制（含格式）")
    assert "一、" in paste(page).text


def test_a_search_by_slash_arrows_and_enter(hands: Hands) -> None:
    page = hands.page
    hands.press("/")
    assert hands.at == "搜索范文和段落"
    hands.write("集体协商")
    expect(page.locator(".kb-search-panel .kb-hit").first).to_be_visible()
    hands.press("ArrowDown", "ArrowDown")
    assert hands.at
    target = page.evaluate("document.activeElement.href")
    hands.press("Escape")
    assert hands.at == "搜索范文和段落"
    hands.press("ArrowDown", "ArrowDown", "Enter")
    page.wait_for_url(target)


def test_a_draft_from_outline_to_word(hands: Hands, library: Site) -> None:
    page = hands.page
    page.goto(library.url + desk.PAGE)
    page.wait_for_selector(".kb-start:not([hidden])")
    hands.use("跳转至")
    for name in ("乡镇", "年度总结"):
        hands.use(name)
    page.wait_for_selector(".kb-start-choice")
    hands.use("按推荐提纲搭好")
    page.wait_for_selector(".kb-part")
    assert hands.at.startswith("【单位全称】")
    before = desk.headings(page)
    hands.use("下移：")
    hands.tab_to("下移：", "Shift+Tab")
    hands.use("删去：")
    assert hands.at == desk.headings(page)[0]
    hands.use("撤销：删去一段", "Shift+Tab")
    assert len(desk.headings(page)) == len(before)
    assert hands.at.startswith("撤销：")
    hands.use("跳过各段，到数据表")
    assert hands.at == "数据表"
    hands.press("ArrowRight")
    assert hands.at == "预览"
    hands.press("ArrowLeft")
    hands.tab_to("单位全称")
    hands.write("云岭镇总工会")
    hands.press("Enter")
    assert hands.at
    hands.use("跳过各段，到上面的按钮", "Shift+Tab")
    assert hands.at == "下载 Word 文件"
    with page.expect_download() as download:
        hands.press("Enter")
    assert download.value.suggested_filename.endswith(".docx")
    expect(page.locator(".kb-desk-title h2")).to_contain_text("云岭镇总工会")
    expect(page.locator(".kb-desk-message")).to_contain_text("Word 文件已下载")


def test_the_menu_and_dialogs_of_the_desk_give_the_focus_back(hands: Hands, library: Site) -> None:
    page = hands.page
    page.goto(library.url + desk.PAGE)
    desk.start(page, "推荐提纲")
    hands.use("更多", "Shift+Tab")
    hands.use("另起一份")
    assert hands.at == "更多"
    hands.use("撤销：另起一份", "Shift+Tab")
    hands.use("换一种：")
    expect(page.get_by_role("dialog")).to_be_visible()
    hands.press("Escape")
    assert hands.at.startswith("换一种：")
    hands.use("改文字：", "Shift+Tab")
    assert hands.at == "本段文字"
    hands.press("Escape")
    assert hands.at.startswith("改文字：")


def test_findings_are_walked_and_repaired(hands: Hands, library: Site) -> None:
    page = hands.page
    page.goto(library.url + CHECK_PAGE)
    hands.tab_to("文稿")
    hands.write(DRAFT)
    expect(page.locator(".kb-check-card").first).to_be_visible()
    hands.use("看原文")
    assert hands.at == "文稿"
    hands.use("这2处改为")
    expect(area(page)).to_have_value(DRAFT.replace("群众合同", "集体合同"))
    assert hands.at in ("看原文", "忽略", "文稿")
    hands.use("忽略")
    assert hands.at
    hands.tab_to("撤销", "Shift+Tab")
    hands.press("Enter")
    expect(area(page)).to_have_value(DRAFT)
