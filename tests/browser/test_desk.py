"""组稿台: starting, arranging, filling once, leaving with a Word file."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from browser import desk
from browser.driver import TEA_PAGE, Site, button

TEA_TITLE = "茶厂多"
TEA_HEADINGS = ["开头", "一、把会建到茶厂", "二、把争议调在厂里", "三、【下一年度】年先做一件"]
VALUES = {"unit_name": "云岭镇总工会", "year": "2027", "new_unions": "9", "township/tea#走访茶厂": "40"}


@pytest.fixture
def tea(page: Page, site: Site) -> Page:
    """Return the desk with the sample of the tea township on it."""
    desk.open_desk(page, site)
    desk.start(page, TEA_TITLE)
    return page


def word_text(file: bytes) -> str:
    found = docx.Document(io.BytesIO(file))
    return "\n".join(p.text for p in found.paragraphs)


def test_sample_comes_with_open_blanks_and_numbered_headings(tea: Page) -> None:
    assert desk.headings(tea) == TEA_HEADINGS
    assert "走访茶厂【走访茶厂】家，上年新建基层工会【上年·新建基层工会】家，今年【新建基层工会】家。" in desk.text(tea)
    assert desk.message(tea) == "范文已放上来，数字都成了空格。先在数据表里填数，处处都会跟着变。"


def test_value_is_filled_once_and_right_everywhere(tea: Page) -> None:
    desk.fill(tea, VALUES)
    words = desk.text(tea)
    assert "2027年，云岭镇总工会盯住采茶季用工，比2026年早动手一个月。" in words
    assert "三、2028年先做一件" in words
    assert "仍由云岭镇总工会牵头。" in words
    expect(tea.locator(".kb-desk-title h2")).to_have_text("云岭镇总工会2027年工作总结")


def test_blank_in_the_text_is_an_input_and_enter_goes_to_the_next(tea: Page) -> None:
    first = tea.locator(".kb-part button.kb-chip", has_text="【年度】").first
    first.click()
    tea.locator(".kb-chip-input").fill("20２７")  # noqa: RUF001
    tea.keyboard.press("Enter")
    expect(tea.locator(".kb-chip-input")).to_have_attribute("placeholder", "单位全称")
    assert tea.evaluate("() => JSON.parse(sessionStorage.getItem('kb.values')).values.year") == "20２７"  # noqa: RUF001


def test_sections_move_by_keyboard_and_headings_are_numbered_anew(tea: Page) -> None:
    desk.tool(tea, "把争议调在厂里", "上移").focus()
    tea.keyboard.press("Enter")
    assert desk.headings(tea) == ["开头", "一、把争议调在厂里", "二、把会建到茶厂", "三、【下一年度】年先做一件"]
    assert tea.evaluate("() => document.activeElement.dataset.tool") == "上移"


def test_section_is_carried_by_the_pointer(tea: Page) -> None:
    handle = desk.part(tea, "先做一件").locator(".kb-part-handle")
    handle.scroll_into_view_if_needed()
    start = handle.bounding_box()
    assert start
    tea.mouse.move(start["x"] + 5, start["y"] + 5)
    tea.mouse.down()
    tea.evaluate("() => scrollTo(0, 0)")
    goal = desk.part(tea, "把会建到茶厂").bounding_box()
    assert goal
    tea.mouse.move(goal["x"] + 30, goal["y"] + 4, steps=4)
    tea.mouse.up()
    assert desk.headings(tea) == ["开头", "一、【下一年度】年先做一件", "二、把会建到茶厂", "三、把争议调在厂里"]


def test_removed_section_comes_back(tea: Page) -> None:
    desk.tool(tea, "把争议调在厂里", "删去").click()
    assert desk.headings(tea) == ["开头", "一、把会建到茶厂", "二、【下一年度】年先做一件"]
    button(tea, "撤销：删去一段").click()
    assert desk.headings(tea) == TEA_HEADINGS
    button(tea, "重做：删去一段").click()
    assert desk.headings(tea) == ["开头", "一、把会建到茶厂", "二、【下一年度】年先做一件"]
    tea.keyboard.press("Control+z")
    assert desk.headings(tea) == TEA_HEADINGS


def test_section_is_edited_as_text_and_new_blanks_are_made(tea: Page) -> None:
    desk.tool(tea, "把会建到茶厂", "改文字").click()
    area = tea.get_by_label("本段文字")
    assert area.input_value().split("\n")[:2] == [
        "（一）先摸底",
        "走访茶厂【走访茶厂】家，上年新建基层工会【上年·新建基层工会】家，今年【新建基层工会】家。",
    ]
    area.fill("（一）先补漏\n补建【新建基层工会】家，印【茶样名录】份。\n（二）再回访\n逐家回访。")
    button(tea, "改好了").click()
    assert desk.part(tea, "把会建到茶厂").locator(".kb-part-body").inner_text().split("\n\n") == [
        "（一）先补漏",
        "补建【新建基层工会】家，印【茶样名录】份。",
        "（二）再回访",
        "逐家回访。",
    ]
    desk.fill(tea, {"own#茶样名录": "60"})
    assert "印60份。" in desk.text(tea)
    button(tea, "撤销：改文字").click()
    assert "走访茶厂" in desk.text(tea)


def test_section_is_swapped_for_another_of_its_theme(tea: Page) -> None:
    before = desk.headings(tea)
    desk.tool(tea, "把会建到茶厂", "换一种").click()
    offered = tea.locator(".kb-variant")
    expect(offered.first).to_be_visible()
    heading = offered.first.locator("h3").inner_text()
    offered.first.get_by_role("button", name="换成这一段").click()
    expect(tea.locator(".kb-part-title").nth(1)).to_have_text(f"一、{heading}")
    assert len(desk.headings(tea)) == len(before)


def test_sections_from_other_pages_wait_on_the_desk(page: Page, site: Site) -> None:
    page.goto(site.url + TEA_PAGE)
    expect(page.locator(".kb-tray-count")).to_have_text("")
    page.get_by_role("button", name="加入组稿台：二").click()
    expect(page.locator(".kb-tray-count")).to_have_text("1")
    page.locator(".kb-tray").click()
    desk.wait_for_parts(page, 1)
    assert desk.headings(page) == ["一、把争议调在厂里"]
    expect(page.locator(".kb-desk-title h2")).to_have_text("【单位全称】【年度】年工作总结")
    page.goto(site.url + TEA_PAGE)
    page.get_by_role("button", name="加入组稿台：一").click()
    expect(page.locator(".kb-tray-count")).to_have_text("2")
    page.locator(".kb-tray").click()
    desk.wait_for_parts(page, 2)
    assert desk.headings(page) == ["一、把争议调在厂里", "二、把会建到茶厂"]
    expect(page.locator(".kb-tray-count")).to_have_text("2")


def test_whole_sample_is_taken_from_its_page(page: Page, site: Site) -> None:
    page.goto(site.url + TEA_PAGE)
    button(page, "用这篇组稿").click()
    page.wait_for_selector(".kb-part")
    assert desk.headings(page) == TEA_HEADINGS


def test_sections_of_theme_pages_are_the_same_sections(page: Page, site: Site) -> None:
    page.goto(site.url + "themes/rights_law.html")
    page.locator(".kb-piece[data-sample='township/tea']").get_by_role("button", name="加入组稿台").click()
    page.locator(".kb-tray").click()
    desk.wait_for_parts(page, 1)
    assert desk.headings(page) == ["一、把争议调在厂里"]


def test_open_blanks_are_listed_and_lead_to_their_places(tea: Page) -> None:
    desk.fill(tea, VALUES)
    desk.tab(tea, "blanks")
    entries = tea.locator(".kb-open-list button").all_inner_texts()
    assert entries[0] == "【上年·新建基层工会】"
    assert "【走访茶厂】" not in entries
    tea.locator(".kb-open-list button").first.click()
    expect(tea.locator(".kb-chip-input")).to_be_focused()
    expect(tea.locator(".kb-chip-input")).to_have_attribute("placeholder", "上年·新建基层工会")


def test_figures_that_contradict_are_marked_in_the_text(tea: Page) -> None:
    desk.fill(tea, {"dispute_in": "58", "dispute_ok": "52", "dispute_rate": "95"})
    rate = tea.locator(".kb-part [data-slot='dispute_rate']")
    expect(rate).to_have_class("kb-chip kb-doubt")
    expect(tea.locator("[role=tab][data-pane='table']")).to_have_text("数据表（1处要看）")
    desk.fill(tea, {"dispute_rate": "89.7"})
    expect(rate).to_have_class("kb-chip")
    expect(tea.locator("[role=tab][data-pane='table']")).to_have_text("数据表")


def test_hundred_thousand_characters_are_taken_and_nothing_is_lost(tea: Page) -> None:
    desk.tool(tea, "把会建到茶厂", "改文字").click()
    text = "\n".join("采茶前走访一遍，问清用工。" * 8 for _ in range(1000))
    tea.get_by_label("本段文字").evaluate(
        """(area, text) => {
            area.select();
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    button(tea, "改好了").click()
    desk.wait_for_parts(tea, 4)
    tea.wait_for_timeout(400)
    lines = desk.stored(tea, "sessionStorage")["sections"][1]["lines"]
    assert (len(lines), "\n".join(line["text"] for line in lines)) == (1000, text)


def test_word_file_has_the_values_and_the_open_blanks(tea: Page) -> None:
    desk.fill(tea, VALUES)
    with tea.expect_download() as download:
        button(tea, "下载 Word 文件").click()
    assert download.value.suggested_filename == "云岭镇总工会2027年工作总结.docx"
    words = word_text(Path(download.value.path()).read_bytes())
    assert words.split("\n")[0] == "云岭镇总工会2027年工作总结"
    assert "一、把会建到茶厂" in words
    assert "走访茶厂40家，上年新建基层工会【上年·新建基层工会】家，今年9家。" in words


def test_markdown_and_text_have_the_same_words(tea: Page) -> None:
    desk.fill(tea, VALUES)
    with tea.expect_download() as download:
        desk.more(tea, "下载纯文本").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").split("\n")
    assert lines[0] == "云岭镇总工会2027年工作总结"
    assert lines[2] == "　　一、把会建到茶厂"
    with tea.expect_download() as download:
        desk.more(tea, "下载 Markdown").click()
    markdown = Path(download.value.path()).read_text(encoding="utf-8")
    assert "## 一、把会建到茶厂\n\n### （一）先摸底\n\n走访茶厂40家" in markdown


def test_own_text_and_word_file_become_sections(page: Page, site: Site, tmp_path: Path) -> None:
    desk.open_desk(page, site)
    document = docx.Document()
    for line in (
        "云岭镇总工会2027年工作总结",
        "2027年,我们这样做。",
        "一、抓建会",
        "（一）摸底",
        "走访９家。",
        "二、抓调解",
        "受理5件。",
    ):
        document.add_paragraph(line)
    document.save(str(tmp_path / "旧稿.docx"))
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="打开文件").click()
    chooser.value.set_files(tmp_path / "旧稿.docx")
    desk.wait_for_parts(page, 3)
    assert desk.headings(page) == ["开头", "一、抓建会", "二、抓调解"]
    assert "2027年，我们这样做。" in desk.text(page)
    assert "走访9家。" in desk.text(page)
    assert desk.message(page) == "已放上来：按一级标题分成2段；全角半角和多余空格已理好。"


def test_file_that_is_dropped_is_put_behind_what_is_there(tea: Page) -> None:
    tea.locator(".kb-desk-frame").evaluate(
        """(frame, text) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], "旧稿.txt", { type: "text/plain" }));
            frame.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        "一、抓收缴\n收缴经费9万元。",
    )
    desk.wait_for_parts(tea, 5)
    assert desk.headings(tea) == [*TEA_HEADINGS, "四、抓收缴"]
    assert desk.message(tea) == "已放上来：按一级标题分成1段。放在最后。"


def test_check_up_on_the_desk_finds_and_repairs(page: Page, site: Site) -> None:
    desk.open_desk(page, site)
    page.get_by_label("粘贴自己的稿子").fill("云岭镇总工会2026年工作总结\n一、抓建会\n签订群众合同9份。\n")
    button(page, "放上来").click()
    desk.wait_for_parts(page, 1)
    desk.tab(page, "checks")
    page.get_by_role("button", name="改为“集体”").click()
    assert "签订集体合同9份。" in desk.text(page)
    button(page, "撤销：按体检意见修改").click()
    assert "签订群众合同9份。" in desk.text(page)


def test_draft_goes_to_the_page_of_the_check_up(tea: Page) -> None:
    desk.more(tea, "送去体检页").click()
    tea.wait_for_url("**/check/index.html")
    expect(tea.locator(".kb-check textarea")).to_have_value(
        re.compile(r"^【单位全称】【年度】年工作总结\n　　【年度】年，")
    )


def test_text_of_the_check_up_comes_to_the_desk(page: Page, site: Site) -> None:
    page.goto(site.url + "check/index.html")
    page.locator(".kb-check textarea").fill("云岭镇总工会2026年工作总结\n一、抓建会\n建会9家。\n二、抓调解\n调解5件。")
    button(page, "送到组稿台").click()
    desk.wait_for_parts(page, 2)
    assert desk.headings(page) == ["一、抓建会", "二、抓调解"]


def test_section_that_was_searched_for_comes_to_the_desk(page: Page, site: Site) -> None:
    page.goto(site.url + "index.html")
    page.get_by_label("搜索范文和段落").fill("采茶前补建")
    page.get_by_role("button", name="加入组稿台：把会建到茶厂").click()
    page.locator(".kb-tray").click()
    desk.wait_for_parts(page, 1)
    assert desk.headings(page) == ["一、把会建到茶厂"]


def test_plan_follows_from_the_summary(tea: Page) -> None:
    desk.fill(tea, {"new_unions": "9", "year": "2027"})
    button(tea, "由总结写计划").click()
    button(tea, "另起一份计划（桌上换成计划）").click()
    expect(tea.locator(".kb-desk-title h2")).to_have_text("【单位全称】2028年工作计划")
    assert "以2027年为基数，2028年：新建基层工会由9家到【明年计划·新建基层工会】家" in desk.text(tea)
    button(tea, "撤销：由总结写计划").click()
    assert desk.headings(tea)[1] == TEA_HEADINGS[1]


PAYLOADS = [
    "<img src=x onerror=window.hit=1>",
    "<script>window.hit=1</script>",
    '"><svg onload=window.hit=1>',
    "{{constructor.constructor('window.hit=1')()}}",
    "javascript:window.hit=1",
]


def test_script_in_any_field_is_text(page: Page, site: Site) -> None:
    desk.open_desk(page, site)
    lines = "\n".join(PAYLOADS)
    page.get_by_label("粘贴自己的稿子").fill(f"{PAYLOADS[0]}总结\n一、{PAYLOADS[1]}\n{lines}\n")
    button(page, "放上来").click()
    page.wait_for_selector(".kb-part")
    draft = {
        "kb": 1,
        "values": {"year": PAYLOADS[0], "own#x": PAYLOADS[1]},
        "draft": desk.stored(page, "sessionStorage"),
    }
    draft["draft"]["sections"].append(
        {"id": "<b>", "from": "../../x#<img>", "theme": "<i>", "heading": "{{year}}", "lines": []}
    )
    desk.open_file(page, "坏.json", json.dumps(draft).encode())
    expect(page.locator(".kb-desk-message")).to_contain_text("已打开")
    for name in ("table", "preview", "blanks", "checks"):
        desk.tab(page, name)
        page.wait_for_timeout(300)
    shown = desk.text(page)
    assert all(payload in shown for payload in PAYLOADS)
    assert page.evaluate("() => window.hit") is None
    with page.expect_download() as download:
        button(page, "下载 Word 文件").click()
    assert all(payload in word_text(Path(download.value.path()).read_bytes()) for payload in PAYLOADS)


def test_from_home_to_word_in_twelve_clicks(new_page: Callable[..., Page], library: Site) -> None:
    page = new_page(home=library)
    clicks: list[str] = []

    def click(name: str, within: str = "body") -> None:
        clicks.append(name)
        page.locator(within).get_by_text(name, exact=True).first.click()

    page.goto(library.url + "index.html")
    click("组稿台", ".md-tabs")
    click("乡镇", ".kb-desk")
    click("年度总结", ".kb-desk")
    click("按推荐提纲搭好", ".kb-desk")
    page.wait_for_selector(".kb-dt-row")
    rows = page.eval_on_selector_all(
        ".kb-dt-row",
        """rows => rows.map(row => [row.getAttribute("aria-label"),
            ...[...row.querySelectorAll("input")].map(input => input.placeholder.replace("如 ", ""))])""",
    )
    header = "数据项\t上年\t本期\t明年计划"
    lines = ["\t".join([row[0], *(row[1:] if len(row) == 4 else ["", row[1], ""])]) for row in rows if any(row[1:])]
    click("粘贴表格", ".kb-dt")
    page.locator(".kb-dt-area").fill("\n".join([header, *lines]))
    page.locator("dialog").get_by_role("button", name="填入").click()
    clicks.append("填入")
    with page.expect_download() as download:
        click("下载 Word 文件", ".kb-desk-bar")
    words = word_text(Path(download.value.path()).read_bytes())
    assert words.split("\n")[0] == "某某镇总工会2026年工作总结"
    assert "一、" in words
    assert words.count("【") <= 3, [line for line in words.split("\n") if "【" in line]
    assert len(clicks) == 7
