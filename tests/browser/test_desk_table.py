"""The data table on the desk: filling, what is said at the fields, whole tables in and out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import clipboard
from browser.driver import Site, button, stored

DESK = "desk/index.html"
PHONE = {"width": 390, "height": 844}
EVIL = "<img src=x onerror=alert(1)>"

PASTE = """([selector, text]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const target = document.querySelector(selector);
    target.focus();
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
# How many places of the table change while one key is typed.
CHANGES_OF_A_KEY = """async () => {
    let changes = 0;
    const watch = new MutationObserver(found => { changes += found.length; });
    watch.observe(document.querySelector(".kb-dt"), { subtree: true, childList: true, attributes: true });
    const input = document.querySelector("input[data-id='dispute_in']");
    input.focus();
    await new Promise(done => setTimeout(done, 500));
    changes = 0;
    input.value += "1";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(done => setTimeout(done, 500));
    return changes;
}"""


def section(number: int, theme: str, heading: str, *lines: str) -> dict[str, Any]:
    """Return a section of a draft that came from no sample."""
    body = [{"kind": "body", "level": 0, "mark": "", "text": line} for line in lines]
    return {"id": f"s{number}", "from": "", "theme": theme, "heading": heading, "lines": body}


SECTIONS = [
    section(1, "organization", "抓建会", "今年新建{{new_unions}}家，明年{{new_unions@plan}}家，品牌是{{own#品牌名}}。"),
    section(2, "rights_law", "抓调解", "受理{{dispute_in}}件，成功{{dispute_ok}}件，成功率{{dispute_rate}}%。"),
    section(3, "plan_tasks", "{{next_year}}年打算", "入会{{new_members@plan}}人，建会{{new_unions@plan}}家。"),
]
DRAFT = {
    "unit": "township",
    "genre": "annual_summary",
    "span": "year",
    "heading": "{{unit_name}}{{year}}年工作总结",
    "sections": SECTIONS,
    "signed": False,
}


@pytest.fixture
def open_desk(new_page: Callable[..., Page], site: Site) -> Callable[..., Page]:
    """Return a function that opens the data table of a draft."""

    def show(draft: dict[str, Any] = DRAFT, values: dict[str, str] | None = None, **options: Any) -> Page:
        kept = {"kb.draft": json.dumps({"kb": 1, "count": len(draft["sections"]), "draft": draft})}
        kept["kb.values"] = json.dumps({"kb": 1, "values": values or {}})
        page = new_page(**options)
        page.goto(site.url + "index.html")
        page.evaluate("kept => Object.entries(kept).forEach(([k, v]) => sessionStorage.setItem(k, v))", kept)
        page.goto(site.url + DESK)
        page.get_by_role("tab", name="数据表").click()
        expect(page.locator(".kb-dt-row").first).to_be_visible()
        return page

    return show


def cell(page: Page, slot: str) -> Locator:
    """Return the field of a blank by its id."""
    return page.locator(f".kb-dt input[data-id='{slot}']")


def row(page: Page, label: str) -> Locator:
    """Return the row of a data item."""
    return page.get_by_role("group", name=label, exact=True)


def notes(page: Page, label: str) -> Locator:
    """Return what is said in a row."""
    return row(page, label).locator(".kb-dt-note")


def type_into(page: Page, slot: str, text: str) -> None:
    """Type into a field and leave it."""
    cell(page, slot).click()
    cell(page, slot).fill(text)
    cell(page, slot).blur()


def test_rows_stand_under_themes_and_typing_is_kept_and_counted(open_desk: Callable[..., Page]) -> None:
    page = open_desk()
    heads = page.locator(".kb-dt-head h3").all_inner_texts()
    assert [head.split()[-1] for head in heads] == ["0/2", "0/4", "0/3"]
    expect(page.locator(".kb-dt .kb-count")).to_have_text("已填 0/9")
    type_into(page, "year", "\uff12\uff10\uff12\uff16年")
    expect(cell(page, "year")).to_have_value("2026")
    expect(cell(page, "next_year")).to_have_value("2027")
    expect(page.locator(".kb-dt .kb-count")).to_have_text("已填 1/9")
    assert stored(page, "sessionStorage") == {"year": "2026"}


def test_enter_and_arrows_stay_in_the_column(open_desk: Callable[..., Page]) -> None:
    page = open_desk()
    cell(page, "new_unions@plan").click()
    page.keyboard.type("15")
    for key, slot in [
        ("Enter", "own#品牌名"),
        ("ArrowDown", "new_members@plan"),
        ("ArrowUp", "own#品牌名"),
        ("Shift+Enter", "new_unions@plan"),
    ]:
        page.keyboard.press(key)
        expect(cell(page, slot)).to_be_focused()


def test_a_conversion_is_said_and_what_is_no_figure_stays_and_is_marked(open_desk: Callable[..., Page]) -> None:
    page = open_desk()
    type_into(page, "new_members@plan", "1.2万")
    expect(cell(page, "new_members@plan")).to_have_value("12000")
    expect(notes(page, "新发展会员").first).to_have_text("明年计划：1.2万 → 12000（单位是“人”）")
    type_into(page, "new_unions", "约120")
    expect(cell(page, "new_unions")).to_have_value("约120")
    expect(cell(page, "new_unions")).to_have_attribute("aria-invalid", "true")
    assert notes(page, "新建基层工会").all_inner_texts() == [
        "本期：“约120”不是确数，请改",
        "新建基层工会写的是“约120”，不像数字，请核对",
    ]


def test_a_rate_that_is_wrong_is_an_error_and_the_right_one_is_offered(open_desk: Callable[..., Page]) -> None:
    page = open_desk(values={"dispute_in": "58", "dispute_ok": "52", "dispute_rate": "90.1"})
    wrong = "调解成功率写的是90.1，调解成功52÷受理劳动争议58＝89.7"
    for label in ("调解成功率", "受理劳动争议", "调解成功"):
        expect(notes(page, label).filter(has_text=wrong)).to_have_class("kb-dt-note kb-dt-error")
    expect(cell(page, "dispute_rate")).to_have_attribute("data-mark", "error")
    assert stored(page, "sessionStorage")["dispute_rate"] == "90.1"
    button(page, "填入89.7").click()
    expect(cell(page, "dispute_rate")).to_have_value("89.7")
    expect(page.locator(".kb-dt-error")).to_have_count(0)


def test_growth_and_last_year_are_offered_where_the_reader_is(open_desk: Callable[..., Page]) -> None:
    page = open_desk(values={"new_unions@last": "9"})
    cell(page, "new_unions").click()
    button(page, "填入9").click()
    expect(cell(page, "new_unions")).to_have_value("9")
    type_into(page, "new_unions", "12")
    cell(page, "new_unions").click()
    expect(notes(page, "新建基层工会").filter(has_text="比上年增加3家，增长33.3%")).to_be_visible()
    cell(page, "dispute_in").click()
    expect(notes(page, "新建基层工会").filter(has_text="比上年")).to_have_count(0)


TABLE = (
    f"项目\t单位\t2025年\t2026年\n新建基层工会（家）\t家\t\uff19\t1,2\n受理劳动争议\t件\t60\t1,058\n{EVIL}\t\t1\t2\n"
)


def test_a_table_pasted_into_a_field_is_previewed_filled_and_undone(open_desk: Callable[..., Page]) -> None:
    page = open_desk(values={"year": "2026", "dispute_in": "58"})
    page.evaluate(PASTE, [".kb-dt input[data-id='new_unions']", TABLE])
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".kb-dt-act strong")).to_have_text("要填入3处，2处没有用上。")
    assert dialog.locator(".kb-dt-left li").all_inner_texts() == [
        "第2行 新建基层工会（家）　1,2：“1,2”里逗号的位置不对",
        f"第4行 {EVIL}　1　2：数据表里没有这一项",
    ]
    assert dialog.locator("tbody tr").all_inner_texts() == [
        "上年·新建基层工会\t（空）\t9\t认作“新建基层工会”；\uff19 → 9",
        "上年·受理劳动争议\t（空）\t60\t",
        "受理劳动争议\t58\t1058\t1,058 → 1058",
    ]
    assert stored(page, "sessionStorage") == {"year": "2026", "dispute_in": "58"}
    button(page, "填入3处").click()
    expect(cell(page, "dispute_in")).to_have_value("1058")
    page.locator(".kb-dt-tools").get_by_role("button", name="撤销").click()
    expect(cell(page, "dispute_in")).to_have_value("58")
    assert stored(page, "sessionStorage") == {"year": "2026", "dispute_in": "58"}


def test_columns_without_a_heading_can_be_named_by_the_reader(open_desk: Callable[..., Page]) -> None:
    page = open_desk()
    button(page, "粘贴表格").click()
    page.get_by_role("textbox", name="粘贴的表格").fill("新建基层工会\t15\n")
    page.get_by_role("combobox", name="第2列").select_option("明年计划")
    button(page, "填入1处").click()
    expect(cell(page, "new_unions@plan")).to_have_value("15")


def test_figures_alone_go_down_from_the_field(open_desk: Callable[..., Page]) -> None:
    page = open_desk()
    page.evaluate(PASTE, [".kb-dt input[data-id='dispute_in']", "58\n52\n"])
    after = page.get_by_role("dialog").locator("tbody tr td:first-child").all_inner_texts()
    assert after == ["受理劳动争议", "调解成功"]
    page.keyboard.press("Escape")
    assert stored(page, "sessionStorage") == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("新建基层工会\t1\n" * 100_000, "内容太多（900000字）；一次最多100000字，请只复制要填的几列"),
        ("字\n" * 40_000, "有40000行，太多；一次最多2000行"),
        (" \n\t\n", "里面没有内容。"),
    ],
    ids=["100,000 rows", "40,000 rows", "nothing"],
)
def test_too_much_or_nothing_is_refused_with_a_message(open_desk: Callable[..., Page], text: str, told: str) -> None:
    page = open_desk()
    button(page, "粘贴表格").click()
    if text.strip():
        page.evaluate(PASTE, [".kb-dt-area", text])
    else:
        page.get_by_role("textbox", name="粘贴的表格").fill(text)
    expect(page.locator(".kb-dt-result")).to_have_text(told)


def export(page: Page) -> bytes:
    """Return the file that 导出数据表 saves."""
    with page.expect_download() as download:
        button(page, "导出数据表").click()
    assert download.value.suggested_filename == "数据表.csv"
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("coding", ["utf-8", "gb18030"])
def test_an_exported_table_comes_back(open_desk: Callable[..., Page], coding: str) -> None:
    page = open_desk(values={"unit_name": "=某某镇", "new_unions": "12", "own#品牌名": "@船上的家"})
    text = export(page).decode("utf-8-sig")
    assert text.startswith("数据项,单位,上年,本期,明年计划,填报说明\r\n单位全称,,,'=某某镇,,")
    assert "新建基层工会,家,,12,,要填本期、明年计划\r\n" in text
    assert "品牌名,,,'@船上的家,,\r\n" in text
    back = text.replace("家,,12,,", "家,9,12,15,").replace("'=某某镇", "某某镇总工会").encode(coding)
    chooser = page.locator(".kb-dt-tools input[type=file]")
    chooser.set_input_files({"name": "数据表.csv", "mimeType": "text/csv", "buffer": back})
    expect(page.locator(".kb-dt-act strong")).to_have_text("要填入3处，2处与现在相同。")
    button(page, "填入3处").click()
    expect(cell(page, "new_unions@plan")).to_have_value("15")
    expect(cell(page, "unit_name")).to_have_value("某某镇总工会")


def test_the_returns_of_two_villages_are_added_up(open_desk: Callable[..., Page]) -> None:
    page = open_desk()
    files = [
        {"name": f"{village}.csv", "mimeType": "text/csv", "buffer": f"数据项,本期\n受理劳动争议,{number}\n".encode()}
        for village, number in [("东村", 40), ("西村", 18)]
    ]
    page.locator(".kb-dt-tools input[type=file]").set_input_files(files)
    dialog = page.get_by_role("dialog", name="导入2份数据表")
    assert dialog.locator("tbody tr").all_inner_texts() == ["受理劳动争议\t（空）\t58\t40＋18"]
    button(page, "填入1处").click()
    expect(cell(page, "dispute_in")).to_have_value("58")


def test_the_table_is_copied_for_a_spreadsheet(open_desk: Callable[..., Page]) -> None:
    page = open_desk(values={"unit_name": "=某某镇", "dispute_in": "58"})
    button(page, "复制为表格").click()
    expect(page.locator(".kb-dt .kb-message")).to_have_text("已复制，到 Excel 或 WPS 表格里粘贴。")
    rows = clipboard.paste(page).text.split("\r\n")
    assert rows[0] == "数据项\t单位\t上年\t本期\t明年计划\t填报说明"
    assert rows[1].startswith("单位全称\t\t\t'=某某镇\t\t")
    assert any(row.startswith("受理劳动争议\t件\t\t58\t\t要填本期") for row in rows)


def test_a_workbook_is_refused_with_what_to_do(open_desk: Callable[..., Page]) -> None:
    page = open_desk()
    chooser = page.locator(".kb-dt-tools input[type=file]")
    chooser.set_input_files({"name": "表.csv", "mimeType": "text/csv", "buffer": b"PK\x03\x04" + bytes(50)})
    told = "没有打开 表.csv：这是 Excel 文件（.xlsx）；请在表格里选中要填的几列，复制后点“粘贴表格”，或另存为 .csv。"
    expect(page.locator(".kb-dt .kb-message")).to_have_text(told)


def test_only_what_is_open_is_shown_until_all_is_asked_for_again(open_desk: Callable[..., Page]) -> None:
    page = open_desk(values={"unit_name": "某某镇总工会", "year": "2026", "dispute_in": "58"})
    only = page.get_by_role("checkbox", name="只看没填的")
    only.check()
    expect(row(page, "受理劳动争议")).to_be_hidden()
    expect(page.locator(".kb-dt-head", has_text="基本情况")).to_be_hidden()
    type_into(page, "dispute_ok", "52")
    expect(row(page, "调解成功")).to_be_visible()
    only.uncheck()
    expect(row(page, "受理劳动争议")).to_be_visible()


def test_places_lead_to_the_section(open_desk: Callable[..., Page]) -> None:
    page = open_desk()
    row(page, "受理劳动争议").get_by_role("button", name="抓调解").click()
    expect(page.locator("[data-section='s2']")).to_be_in_viewport()


def test_markup_in_every_field_is_text(open_desk: Callable[..., Page]) -> None:
    sections = [section(1, "organization", EVIL, "品牌{{own#品牌名}}，新建{{new_unions}}家。")]
    page = open_desk(draft={**DRAFT, "sections": sections}, values={"own#品牌名": EVIL, "new_unions": EVIL})
    expect(notes(page, "新建基层工会").first).to_have_text(f"新建基层工会写的是“{EVIL}”，不像数字，请核对")
    assert page.locator(".kb-dt img").count() == 0


def test_on_a_phone_rows_are_cards_without_scrolling_sideways(open_desk: Callable[..., Page]) -> None:
    page = open_desk(values={"dispute_in": "58", "dispute_ok": "520", "dispute_rate": "9"}, viewport=PHONE)
    expect(page.locator(".kb-dt.kb-dt-narrow")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    button(page, "粘贴表格").click()
    page.get_by_role("textbox", name="粘贴的表格").fill(TABLE)
    expect(page.locator(".kb-dt-changes")).to_be_visible()
    assert page.evaluate("(n => n.scrollWidth - n.clientWidth)(document.querySelector('dialog'))") <= 0


def test_a_key_changes_nothing_but_the_count(open_desk: Callable[..., Page]) -> None:
    page = open_desk(values={"dispute_in": "5"})
    assert page.evaluate(CHANGES_OF_A_KEY) == 0
