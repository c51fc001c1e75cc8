"""体检: a draft is pasted, what is found is marked and listed, repaired, taken back, ignored, kept, taken away."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import REPOSITORY, build
from browser.drafts import CHECK_PAGE, DRAFT, REPAIRED, area, card, marked, paste
from browser.driver import Site, button
from browser.serving import serve
from browser.test_scripts import CALL_OUT, RUN_TEXT
from browser.test_store import FORBIDDEN
from building import site_tree
from conftest import ROOT

PLACE_OF = """words => {
    const mark = [...document.querySelectorAll(".kb-check-copy mark")].find(one => one.textContent === words);
    const { x, y, width, height } = mark.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
}"""
# The height of the text and of the copy under it: they part as soon as one line breaks elsewhere.
HEIGHTS = """() => [...document.querySelectorAll(".kb-check-area, .kb-check-copy")].map(one => {
    one.parentElement.style.alignItems = "start";
    one.style.cssText = "height: 1px; overflow: hidden";
    const height = one.scrollHeight;
    one.style.cssText = "";
    one.parentElement.style.alignItems = "";
    return height;
})"""
COPY = """text => {
    const put = event => (event.clipboardData.setData("text/plain", text), event.preventDefault());
    document.addEventListener("copy", put, { once: true });
    document.execCommand("copy");
}"""
COUNT_PATTERNS = """
let made = 0;
const construct = (of, given) => {
    if (++made === 500) document.documentElement.setAttribute("data-many-patterns", "");
    return new of(...given);
};
window.RegExp = new Proxy(RegExp, { construct });
"""
KEPT = "文稿只在这台电脑上检查，不会传到别处；只留在这个标签页，刷新还在，关掉就没有了。"
FAULT = "没有查完：检查程序出了错，文稿没有动。请告诉管这个网站的人。"
NOT_KEPT = "文稿只在这台电脑上检查，不会传到别处；浏览器不让保存，刷新就没有了，请及时存为文件。"


@pytest.fixture(scope="session")
def checks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a small site with the library's own pages under 体检."""
    project = site_tree(tmp_path_factory.mktemp("checks") / "project")
    for path in sorted((ROOT / "docs" / "check").glob("*.md")):
        project.write({f"docs/check/{path.name}": path.read_bytes()})
    with serve(build(project.root, tmp_path_factory.mktemp("served") / REPOSITORY)) as served:
        yield served


@pytest.fixture
def opened(new_page: Callable[..., Page], checks: Site) -> Page:
    """Return the page 体检, empty."""
    page = new_page(home=checks)
    page.goto(checks.url + CHECK_PAGE)
    return page


def test_findings_are_marked_in_the_text_and_listed_with_their_basis(opened: Page) -> None:
    paste(opened, DRAFT)
    assert marked(opened) == ["党的十九大", "群众", "女职工权益保护法", "群众"]
    law = card(opened, "女职工权益保护法")
    expect(law).to_contain_text("应为妇女权益保障法")
    expect(law).to_contain_text("（法律法规）")
    assert law.get_by_role("button").all_inner_texts() == ["看原文", "忽略"]
    assert card(opened, "群众").get_by_role("button").all_inner_texts() == [
        "这2处改为“集体”",
        "看第1处（共2处）",
        "忽略",
    ]
    expect(opened.locator(".kb-check-summary")).to_have_text("必须改4处，建议改0处，请核对0处")
    assert opened.locator(".kb-check-list h2").all_inner_texts() == ["必须改 4处"]
    expect(opened.locator(".kb-check-where")).to_have_text(KEPT)


def test_what_is_guessed_is_said_and_another_year_finds_other_faults(opened: Page) -> None:
    paste(opened, DRAFT)
    chosen = [opened.get_by_label(name, exact=True) for name in ("单位类型", "文种", "年度")]
    assert [one.evaluate("one => one.selectedOptions[0].textContent") for one in chosen] == [
        "猜：乡镇",
        "猜：年度总结",
        "猜：2026年",
    ]
    chosen[2].select_option("2018年")
    expect(card(opened, "党的十九大")).to_have_count(0)
    expect(card(opened, "女职工权益保护法")).to_have_count(1)
    opened.reload()
    expect(opened.get_by_label("年度", exact=True)).to_have_value("2018")


def test_a_mark_leads_to_its_entry_by_mouse_and_by_keys_and_back(opened: Page) -> None:
    paste(opened, DRAFT)
    opened.mouse.click(*opened.evaluate(PLACE_OF, "女职工权益保护法"))
    expect(opened.locator(".kb-check-list .kb-on b")).to_have_text("女职工权益保护法")
    opened.keyboard.press("Control+Home")
    expect(opened.locator(".kb-check-list .kb-on")).to_have_count(0)
    for _ in range(2):
        opened.keyboard.press("ArrowDown")
    for _ in range(20):
        opened.keyboard.press("ArrowRight")
    expect(opened.locator(".kb-check-list .kb-on b")).to_have_text("党的十九大")
    button(opened, "看第1处（共2处）").click()
    button(opened, "看第2处（共2处）").click()
    place = DRAFT.rindex("群众")
    assert area(opened).evaluate("area => [area.selectionStart, area.selectionEnd]") == [place, place + 2]
    assert opened.locator("mark.kb-on").count() == 1


def test_repairs_are_made_and_taken_back(opened: Page) -> None:
    paste(opened, DRAFT)
    button(opened, "这2处改为“集体”").click()
    expect(area(opened)).to_have_value(REPAIRED)
    assert marked(opened) == ["党的十九大", "女职工权益保护法"]
    area(opened).press("Control+z")
    expect(area(opened)).to_have_value(DRAFT)
    expect(card(opened, "群众")).to_have_count(1)
    button(opened, "全部可改的一键改（2处）").click()
    expect(area(opened)).to_have_value(REPAIRED)
    button(opened, "撤销").click()
    expect(area(opened)).to_have_value(DRAFT)


def test_marks_move_along_while_one_types(opened: Page) -> None:
    paste(opened, DRAFT)
    area(opened).press("Control+Home")
    opened.keyboard.type("关于")
    assert marked(opened) == ["党的十九大", "群众", "女职工权益保护法", "群众"]
    button(opened, "这2处改为“集体”").click()
    expect(area(opened)).to_have_value("关于" + REPAIRED)


def test_an_input_method_is_left_alone_while_it_composes(opened: Page) -> None:
    paste(opened, DRAFT)
    area(opened).press("Control+End")
    session = opened.context.new_cdp_session(opened)
    session.send("Input.imeSetComposition", {"text": "qunzhonghetong", "selectionStart": 14, "selectionEnd": 14})
    opened.wait_for_timeout(700)  # longer than the pause after which a text is checked
    expect(area(opened)).to_have_value(DRAFT + "qunzhonghetong")
    session.send("Input.insertText", {"text": "又签订群众合同。"})
    expect(area(opened)).to_have_value(DRAFT + "又签订群众合同。")
    expect(button(opened, "这3处改为“集体”")).to_be_visible()


def test_ignored_entries_stay_away_until_they_are_wanted_again(opened: Page) -> None:
    paste(opened, DRAFT)
    card(opened, "女职工权益保护法").get_by_role("button", name="忽略").click()
    expect(card(opened, "女职工权益保护法")).to_have_count(0)
    opened.reload()
    expect(area(opened)).to_have_value(DRAFT)
    assert marked(opened) == ["党的十九大", "群众", "群众"]
    opened.locator(".kb-check-list summary").click()
    button(opened, "恢复").click()
    expect(card(opened, "女职工权益保护法")).to_have_count(1)


def test_nothing_is_left_behind_when_it_is_cleared(opened: Page) -> None:
    paste(opened, DRAFT)
    assert json.loads(opened.evaluate("sessionStorage.getItem('kb.check')"))["text"] == DRAFT
    assert opened.evaluate("Object.keys(localStorage).filter(key => localStorage[key].includes('镇总工会'))") == []
    button(opened, "清空").click()
    expect(area(opened)).to_have_value(DRAFT)
    button(opened, "确定清空？").click()
    expect(area(opened)).to_have_value("")
    expect(opened.locator(".kb-check-list")).to_have_text("还没有文稿。粘进来以后，意见列在这里。")
    expect(button(opened, "撤销")).to_be_disabled()
    opened.reload()
    expect(area(opened)).to_have_value("")
    assert "总工会" not in opened.evaluate("JSON.stringify(sessionStorage)")


def test_where_the_browser_keeps_nothing_the_page_says_so(new_page: Callable[..., Page], checks: Site) -> None:
    page = new_page(FORBIDDEN, only_ours=True, home=checks)
    page.goto(checks.url + CHECK_PAGE)
    paste(page, DRAFT)
    expect(page.locator(".kb-check-where")).to_have_text(NOT_KEPT)
    expect(card(page, "群众")).to_have_count(1)


def test_a_fault_of_the_check_itself_is_said(new_page: Callable[..., Page], checks: Site) -> None:
    page = new_page(only_ours=True, home=checks)
    rules = 'kbCheckRules({"rules": {"as_of": "2026-11-20"}, "units": {}, "genres": {}});'
    page.route("**/assets/check-rules.js", lambda route: route.fulfill(body=rules))
    page.goto(checks.url + CHECK_PAGE)
    area(page).fill(DRAFT)
    expect(page.locator(".kb-check-summary")).to_have_text(FAULT)
    expect(area(page)).to_have_value(DRAFT)


def test_a_script_in_the_text_is_text(opened: Page) -> None:
    text = "<script>window.bad = 1</script><img src=x onerror='window.bad = 2'>签订群众合同12份。"
    paste(opened, text)
    expect(area(opened)).to_have_value(text)
    assert opened.locator(".kb-check-copy").inner_text().removesuffix("\n") == text
    assert opened.locator(".kb-check script, .kb-check img").count() == 0
    assert opened.evaluate("window.bad") is None


def test_the_text_is_copied_and_saved(opened: Page) -> None:
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    paste(opened, REPAIRED)
    button(opened, "复制改好的全文").click()
    expect(button(opened, "已复制")).to_be_visible()
    assert opened.evaluate("navigator.clipboard.readText()") == REPAIRED
    for ending, mark in {"txt": "\ufeff", "md": ""}.items():
        with opened.expect_download() as saved:
            button(opened, f"存为 .{ending}").click()
        assert saved.value.suggested_filename == f"某某镇总工会2026年工作总结.{ending}"
        assert Path(saved.value.path()).read_text(encoding="utf-8") == mark + REPAIRED


@pytest.mark.parametrize("width", [1366, 700, 390])
def test_marks_lie_under_their_words(opened: Page, width: int) -> None:
    line = "“党的十九大”、《女职工权益保护法》；（群众合同）……——12,500.5万元 well-being，" * 9
    opened.set_viewport_size({"width": width, "height": 844})
    paste(opened, f"{line}\n\t{line}\n\n　　{line}\n")
    text, copy = opened.evaluate(HEIGHTS)
    assert text == copy > 300
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_very_long_text_is_checked_without_marks(opened: Page) -> None:
    opened.evaluate(COPY, (DRAFT * 4000)[:350_000])
    area(opened).press("Control+v")
    expect(opened.locator(".kb-check-summary")).to_contain_text("必须改", timeout=60_000)
    expect(opened.locator(".kb-check-list")).to_contain_text("女职工权益保护法")
    assert marked(opened) == []
    assert opened.locator(".kb-check-card").count() < 300


def test_it_works_from_a_disk(new_page: Callable[..., Page], checks: Site) -> None:
    page = new_page(home=checks)
    page.goto((checks.folder / CHECK_PAGE).as_uri())
    paste(page, DRAFT)
    button(page, "全部可改的一键改（2处）").click()
    page.reload()
    expect(area(page)).to_have_value(REPAIRED)
    card(page, "女职工权益保护法").wait_for()


def test_without_script_the_page_says_what_to_do(new_page: Callable[..., Page], checks: Site) -> None:
    page = new_page(java_script_enabled=False, home=checks)
    page.goto(checks.url + CHECK_PAGE)
    expect(page.locator(".kb-check")).to_contain_text("这一页要用浏览器的脚本来检查。")


def test_other_pages_carry_nothing_of_it_and_its_script_has_no_way_out(checks: Site) -> None:
    assets = checks.folder / "assets"
    assert "kbCheckRules" not in (assets / "kb.js").read_text(encoding="utf-8")
    for name in ("check.js", "reference.js"):
        script = (assets / name).read_text(encoding="utf-8")
        # The text of a .docx is XML; parsed as such it runs nothing.
        forbidden = [way for way in (*RUN_TEXT, *CALL_OUT) if way in script and way != "DOMParser"]
        assert forbidden == []
    assert "check.js" not in (checks.folder / "index.html").read_text(encoding="utf-8")


def test_patterns_are_made_ready_before_anything_is_pasted(new_page: Callable[..., Page], checks: Site) -> None:
    page = new_page(init=COUNT_PATTERNS, home=checks)
    page.goto(checks.url + CHECK_PAGE)
    expect(page.locator("html[data-many-patterns]")).to_have_count(1)
    assert area(page).input_value() == ""
