"""The search as a reader uses it: the box in the header, its panel, the page of results; keys, phones, faults."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.clipboard import copy
from browser.conftest import REPOSITORY, build
from browser.content import EXAMPLES, TEXT, section
from browser.driver import TEA_PAGE, Site, button
from browser.finding import TRADES, box, panel, roots
from browser.finding import finds as finds
from building import site_tree
from conftest import ROOT

BOTH = pytest.mark.parametrize("place", ["http", "file"])
SETTLED = 400  # ms: longer than the panel waits for the next key
STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"
FAILED = "搜索没有装载成功，可能是网络断了，或文件没有拷全。"


@pytest.fixture
def opened(new_page: Callable[..., Page], finds: Site) -> Callable[..., Page]:
    """Return a function that opens a page of the small site."""

    def open_page(address: str = "index.html", place: str = "http", **options: object) -> Page:
        page = new_page(home=finds, **options)
        page.goto(roots(finds)[place] + address)
        return page

    return open_page


def links(place: Locator) -> Locator:
    """Return the results that are shown, by the words that lead to them."""
    return place.locator(".kb-search-view > .kb-hits > .kb-hit > .kb-hit-link")


def status(place: Locator) -> Locator:
    return place.locator(".kb-search-status")


def near(place: Locator) -> Locator:
    return place.locator(".kb-near .kb-hit")


def facet(place: Locator, name: str) -> Locator:
    return place.get_by_label(name, exact=True)


def choices(place: Locator, name: str) -> list[str]:
    return facet(place, name).locator("option").all_text_contents()


def results_of(page: Page) -> Locator:
    """Return the results of the page 搜索."""
    return page.locator(".kb-search-page")


@BOTH
@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_leads_to_the_box_and_typing_shows_sections(opened: Callable[..., Page], key: str, place: str) -> None:
    page = opened(place=place)
    page.keyboard.press(key)
    expect(box(page)).to_be_focused()
    page.keyboard.type("采茶前")
    expect(links(panel(page))).to_have_text(["把会建到茶厂"])
    expect(status(panel(page))).to_have_text("共1段")
    hit = panel(page).locator(".kb-hit").first
    expect(hit.locator(".kb-hit-path")).to_have_text("乡镇 › 年度总结 › 乡镇总工会年度工作总结（茶厂多）")
    expect(hit.locator(".kb-hit-text mark")).to_have_text(["采茶前"])
    links(panel(page)).first.click()
    page.wait_for_url(f"**/{TEA_PAGE}#organization")
    expect(page.locator("#organization")).to_be_in_viewport()


def test_in_a_field_the_slash_is_a_character(opened: Callable[..., Page]) -> None:
    page = opened("search.html")
    asked = page.get_by_label("要查的词")
    asked.fill("a")
    page.keyboard.press("/")
    expect(asked).to_have_value("a/")
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()


def test_arrows_walk_through_the_results(opened: Callable[..., Page]) -> None:
    page = opened()
    box(page).fill("走访茶厂")
    found = links(panel(page))
    expect(found).to_have_count(2)
    for key, at in (("Down", 0), ("Down", 1), ("Down", 1), ("Up", 0)):
        page.keyboard.press(f"Arrow{key}")
        expect(found.nth(at)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    page.wait_for_timeout(SETTLED)
    expect(found.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/township/*.html#*")


def test_escape_leads_back_and_then_away(opened: Callable[..., Page]) -> None:
    page = opened()
    box(page).fill("走访茶厂")
    expect(links(panel(page))).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box(page)).to_be_focused()
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(box(page)).to_have_value("走访茶厂")
    box(page).fill("")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()


def test_the_panel_goes_when_the_reader_does(opened: Callable[..., Page]) -> None:
    page = opened()
    box(page).fill("走访茶厂")
    expect(panel(page)).to_be_visible()
    page.mouse.click(20, 740)
    expect(panel(page)).to_be_hidden()
    box(page).focus()
    expect(links(panel(page))).to_have_count(2)


@BOTH
def test_enter_leads_to_the_page_of_all_results(opened: Callable[..., Page], place: str) -> None:
    page = opened(TEA_PAGE, place)
    box(page).fill("会员 茶厂")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(links(results_of(page))).to_have_text(["到茶厂里去"])
    expect(page.get_by_label("要查的词")).to_have_value("会员 茶厂")


def test_while_an_input_method_composes_nothing_is_searched(opened: Callable[..., Page]) -> None:
    page = opened()
    keyboard = page.context.new_cdp_session(page)
    box(page).fill("竹器会员")
    expect(links(panel(page))).to_have_text(["到竹器里去"])
    page.keyboard.insert_text("没")  # its search is still waiting when the next character is begun
    keyboard.send("Input.imeSetComposition", {"text": "you", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(SETTLED)
    expect(box(page)).to_have_value("竹器会员没you")
    expect(status(panel(page))).to_have_text("共1段")
    box(page).dispatch_event("keydown", {"key": "ArrowDown", "isComposing": True})
    box(page).dispatch_event("keydown", {"key": "Escape", "isComposing": True})
    expect(box(page)).to_be_focused()
    expect(panel(page)).to_be_visible()
    keyboard.send("Input.insertText", {"text": "有"})
    expect(status(panel(page))).to_have_text("没有找到“竹器会员没有”")


def test_facets_follow_the_query_and_narrow_it(opened: Callable[..., Page]) -> None:
    page = opened()
    box(page).fill("走访")
    expect(status(panel(page))).to_have_text("共3段")
    assert choices(panel(page), "单位类型") == ["全部单位类型", "乡镇（2）", "学校（1）"]
    assert choices(panel(page), "文种") == ["全部文种", "年度总结（2）", "片段（1）"]
    facet(panel(page), "单位类型").focus()
    facet(panel(page), "单位类型").select_option("学校（1）")
    expect(links(panel(page))).to_have_text(["把难处接住"])
    expect(status(panel(page))).to_have_text("共1段")
    expect(facet(panel(page), "单位类型")).to_be_focused()
    assert choices(panel(page), "单位类型") == ["全部单位类型", "乡镇（2）", "学校（1）"]
    assert choices(panel(page), "文种") == ["全部文种", "片段（1）"]
    box(page).fill("采茶季")
    expect(status(panel(page))).to_have_text("没有找到“采茶季”")
    button(page, "不筛选再查").click()
    expect(status(panel(page))).to_have_text("共2段")
    assert choices(panel(page), "文种") == ["全部文种", "年度总结（1）", "写法（1）"]


@BOTH
def test_an_address_says_what_is_asked(opened: Callable[..., Page], place: str) -> None:
    page = opened("search.html?q=走访&unit=township", place)
    found = results_of(page)
    expect(status(found)).to_have_text("共2段")
    expect(facet(found, "单位类型")).to_have_value("township")
    facet(found, "主题").select_option("organization")
    expect(status(found)).to_have_text("共1段")
    page.get_by_label("要查的词").fill("竹器")
    button(page, "查").click()
    page.wait_for_url("**/search.html?q=%E7%AB%B9%E5%99%A8&unit=township&theme=organization")
    page.reload()
    expect(page.get_by_label("要查的词")).to_have_value("竹器")
    expect(facet(found, "主题")).to_have_value("organization")


def test_an_address_may_name_what_there_is_not(opened: Callable[..., Page]) -> None:
    page = opened("search.html?q=走访&unit=no-such&theme=__proto__")
    found = results_of(page)
    expect(status(found)).to_have_text("没有找到“走访”")
    expect(facet(found, "单位类型").locator("option:checked")).to_have_text("no-such（0）")
    button(page, "不筛选再查").click()
    expect(status(found)).to_have_text("共3段")
    page.wait_for_url("**/search.html?q=%E8%B5%B0%E8%AE%BF")


def test_more_results_are_shown_when_asked_for(opened: Callable[..., Page]) -> None:
    page = opened("search.html?q=会员")
    found = results_of(page)
    expect(status(found)).to_have_text(f"共{len(TRADES)}段")
    expect(links(found)).to_have_count(20)
    button(page, "再显示一些").click()
    expect(links(found)).to_have_count(len(TRADES))
    expect(links(found).nth(20)).to_be_focused()
    expect(button(page, "再显示一些")).to_have_count(0)
    box(page).fill("会员")
    expect(links(panel(page))).to_have_count(8)
    panel(page).get_by_role("link", name="看全部结果").click()
    page.wait_for_url("**/search.html?q=%E4%BC%9A%E5%91%98")


def test_near_copies_are_one_result(opened: Callable[..., Page]) -> None:
    page = opened()
    box(page).fill("先到厂里看")
    expect(status(panel(page))).to_have_text("共7段")
    expect(links(panel(page))).to_have_count(1)
    more = panel(page).get_by_text("另有6处相近")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links(panel(page)).first).to_be_focused()
    more.click()
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    expect(panel(page).locator(".kb-hit-more a")).to_have_count(6)
    panel(page).locator(".kb-hit-more a").last.click()
    page.wait_for_url("**/township/long.html#organization-*")


def test_what_was_looked_for_is_kept_in_memory_only(opened: Callable[..., Page]) -> None:
    page = opened("search.html?q=竹器会员")
    expect(links(results_of(page))).to_have_count(1)
    for query in ("砖窑会员", "冷库会员"):
        page.get_by_label("要查的词").fill(query)
        button(page, "查").click()
        expect(results_of(page).locator("mark")).to_have_text([query])
    page.get_by_label("要查的词").fill("")
    button(page, "查").click()
    expect(status(results_of(page)).get_by_role("button")).to_have_text(["冷库会员", "砖窑会员", "竹器会员"])
    assert "会员" not in page.evaluate(STORED)
    button(page, "砖窑会员").click()
    expect(links(results_of(page))).to_have_text(["到砖窑里去"])
    page.goto(page.url.partition("?")[0])
    expect(status(results_of(page))).to_have_text("写几个词，用空格分开；连在一起的一句话用英文引号括起来。")


def test_a_section_is_copied_from_its_result(opened: Callable[..., Page]) -> None:
    page = opened()
    box(page).fill("采茶前补建")
    control = panel(page).locator(".kb-hit-tools button").first
    expect(control).to_have_accessible_name("复制本段：把会建到茶厂")
    clip = copy(page, control, "已复制（含格式）")
    assert clip.text == section(TEXT.format(**EXAMPLES), "一、把会建到茶厂", "二、")
    assert "黑体" in clip.html
    box(page).fill("")
    expect(status(panel(page)).get_by_role("button")).to_have_text(["采茶前补建"])


def test_a_table_is_copied_as_a_table(opened: Callable[..., Page]) -> None:
    page = opened("search.html?q=劳动争议58件")
    clip = copy(page, results_of(page).locator(".kb-hit-tools button").first, "已复制（含格式）")
    assert clip.text == section(TEXT.format(**EXAMPLES), "二、把争议", "三、")
    assert clip.html.count("<tr") == 2


@pytest.mark.parametrize(
    ("query", "why"),
    [("走访茶厂 调解成功", "同一篇里有这些词，不在一段"), ("采茶后走访茶厂", "分开查：采茶后 走访茶厂")],
)
def test_without_a_result_there_is_what_is_near(opened: Callable[..., Page], query: str, why: str) -> None:
    page = opened()
    box(page).fill(query)
    expect(status(panel(page))).to_have_text(f"没有找到“{query}”")
    expect(panel(page).locator(".kb-near-head")).to_have_text("相关")
    expect(near(panel(page)).locator(".kb-hit-why").first).to_have_text(why)


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "👷🧧", "，。", "\x07\x1b", "工" * 10_000, "__proto__"])
def test_odd_queries_are_shown_as_text(opened: Callable[..., Page], query: str) -> None:
    page = opened("search.html")
    box(page).fill(query)
    shown_as_text(panel(page), query)
    page.get_by_label("要查的词").fill(query)
    page.keyboard.press("Enter")
    shown_as_text(results_of(page), query)
    page.reload()
    shown_as_text(results_of(page), query)


def shown_as_text(place: Locator, query: str) -> None:
    expect(status(place)).to_contain_text(f"没有找到“{query[:20]}")
    expect(place.locator(".kb-near")).not_to_be_empty()
    expect(place.locator("script")).to_have_count(0)


def test_blanks_ask_nothing(opened: Callable[..., Page]) -> None:
    page = opened()
    box(page).fill("  \u3000 ")
    expect(status(panel(page))).to_contain_text("可以写几个词")
    page.keyboard.press("Enter")
    page.wait_for_timeout(SETTLED)
    assert page.url.endswith("/index.html")


def test_a_result_of_a_hand_written_page_offers_no_copy(opened: Callable[..., Page]) -> None:
    page = opened("search.html?q=<b>")
    expect(links(results_of(page))).to_have_text(["怎么写"])
    expect(results_of(page).locator("mark")).to_have_text(["<b>"])
    expect(results_of(page).locator(".kb-hit-tools, b")).to_have_count(0)


@pytest.fixture
def offline(browser: Browser, finds: Site) -> Callable[..., Page]:
    """Return a function that opens a page for which some files can't be had: Chromium reports that as an error."""
    pages: list[Page] = []

    def open_page(pattern: str, address: str, place: str) -> Page:
        page = browser.new_context(reduced_motion="reduce").new_page()
        page.set_default_timeout(10_000)
        page.route(pattern, lambda route: route.abort())
        page.goto(roots(finds)[place] + address)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()


@BOTH
@pytest.mark.parametrize("file", ["index", "*/p*", "*/t*"])
def test_a_part_of_the_index_that_fails_can_be_tried_again(offline: Callable[..., Page], file: str, place: str) -> None:
    page = offline(f"**/assets/search/{file}.js*", "search.html?q=采茶前", place)
    found = results_of(page)
    expect(found.get_by_role("alert")).to_contain_text("搜索没有做成：没有读到 assets/search/")
    with page.expect_event("requestfailed"):
        button(page, "重试").click()
    expect(found.get_by_role("alert")).to_contain_text("网站可能刚更新过，或文件没有拷全。")
    page.unroute_all()
    button(page, "重试").click()
    expect(links(found)).to_have_text(["把会建到茶厂"])
    expect(status(found)).to_have_text("共1段")


@BOTH
def test_a_search_that_is_not_there_can_be_tried_again(offline: Callable[..., Page], place: str) -> None:
    page = offline("**/assets/search.js", "search.html?q=采茶前", place)
    expect(results_of(page)).to_contain_text(FAILED)
    box(page).fill("竹器会员")
    expect(panel(page)).to_contain_text(FAILED)
    page.unroute_all()
    panel(page).get_by_role("button", name="重试").click()
    expect(links(panel(page))).to_have_text(["到竹器里去"])
    page.keyboard.press("Escape")
    results_of(page).get_by_role("button", name="重试").click()
    expect(links(results_of(page))).to_have_text(["把会建到茶厂"])


def test_on_a_phone_a_word_opens_the_box(opened: Callable[..., Page]) -> None:
    page = opened(viewport={"width": 390, "height": 844}, has_touch=True)
    expect(box(page)).to_be_hidden()
    button(page, "搜索").tap()
    expect(box(page)).to_be_focused()
    box(page).fill("走访")
    expect(links(panel(page))).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    wide = (
        panel(page)
        .locator("*")
        .evaluate_all("all => all.filter(one => one.getBoundingClientRect().right > 390).length")
    )
    assert wide == 0
    assert panel(page).locator(".kb-hit-tools button").first.bounding_box()["height"] >= 40
    links(panel(page)).first.tap()
    page.wait_for_url("**/*.html#*")
    page.goto(page.url.partition("/township")[0].partition("/school")[0] + "/search.html?q=走访")
    expect(links(results_of(page))).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_an_index_of_nothing_says_so(new_page: Callable[..., Page], tmp_path_factory: pytest.TempPathFactory) -> None:
    project = site_tree(tmp_path_factory.mktemp("nothing") / "project")
    project.write({"docs/search.md": (ROOT / "docs/search.md").read_bytes()})
    folder = build(project.root, tmp_path_factory.mktemp("served") / REPOSITORY)
    home = Site(folder, folder.as_uri(), folder.as_uri())
    page = new_page(home=home)
    page.goto((folder / "search.html").as_uri() + "?q=工会 经费")
    expect(status(results_of(page))).to_have_text("没有找到“工会 经费”")
    expect(results_of(page).locator(".kb-near")).to_contain_text("换一个短一点的词，或从“按主题”里找。")
    assert (
        page.evaluate("Promise.all([kb.search('工会'), kb.suggest('送温暖'), kb.search('工', {genre: 'guide'})])")
        == [[]] * 3
    )
