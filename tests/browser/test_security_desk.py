"""Every payload in every place of the desk that takes text, and in everything with which a reader leaves it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from playwright.sync_api import FilePayload, Page, expect

from browser import desk
from browser.clipboard import copy
from browser.drafts import CHECK_PAGE, docx, p, t
from browser.driver import button
from browser.hostile import DROP, KEEP, PAYLOADS, TEXT, active, as_files, batches, missing, nothing_ran
from browser.hostile import watched as watched
from browser.leaving import assert_clip, assert_markdown, assert_word, choose, downloaded, put

LONGEST_HEADING = 43
VALUES = "where => [...document.querySelectorAll(where)].map(node => node.value).join('\\n')"


def as_section(at: int, text: str) -> dict[str, Any]:
    """Return a section that has a payload wherever it can have a text, and a blank for it to be filled in."""
    lines = [
        {"kind": "heading", "level": 2, "mark": "", "text": text},
        {"kind": "body", "level": 0, "mark": "", "text": f"{text}{{{{own#名{at}号}}}}"},
        {"kind": "item", "level": 0, "mark": text, "text": text},
        {"kind": "row", "level": 0, "mark": "", "text": f"{text}\t{{{{constructor}}}}\t{text}"},
    ]
    return {"id": text, "from": text, "theme": text, "heading": text, "lines": lines}


def draft(about: str, sections: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return a draft that says the same of all that it is."""
    return {
        **dict.fromkeys(("unit", "genre", "span", "heading"), about),
        "signed": True,
        "sections": list(sections),
    }


HOSTILE = draft(PAYLOADS[0], [as_section(at, text) for at, text in enumerate(PAYLOADS)])
BLANKS = draft("", [as_section(0, "甲") | {"lines": [as_section(at, "乙")["lines"][1] for at in range(len(PAYLOADS))]}])
LETTERHEAD = dict.fromkeys(("发文机关标志", "发文字号", "抄送机关", "印发机关", "印发日期"), PAYLOADS[0])
FILLED = {
    **{f"own#名{at}号": text for at, text in enumerate(PAYLOADS)},
    **{f"版式#{name}": text for name, text in LETTERHEAD.items()},
    **{text: text for text in PAYLOADS},
}


def look_everywhere(page: Page, before: dict[str, object]) -> None:
    """Open every pane beside the draft."""
    for name in ("preview", "blanks", "checks", "table"):
        desk.tab(page, name)
        page.wait_for_timeout(60)
    nothing_ran(page, before)


def assert_leaves_as_text(page: Page) -> None:
    """Expect text in everything with which a reader leaves the desk."""
    assert_word(downloaded(page, lambda: button(page, "下载 Word 文件").click()))
    assert_markdown(downloaded(page, lambda: desk.more(page, "下载 Markdown").click()).decode())
    assert missing(downloaded(page, lambda: desk.more(page, "下载纯文本").click()).decode()) == []
    clip = copy(page, page.locator(".kb-desk-bar > .kb-button").nth(3), "已复制（含格式）")
    assert missing(clip.text) == []
    assert_clip(clip.html)


def test_in_a_text_pasted_on_the_desk_and_edited_there(watched: Callable[[str], Page]) -> None:
    page = watched(desk.PAGE)
    before = active(page)
    sections = "\n".join(f"一、{text}\n（一）{text}\n{text}\n甲\t{text}" for text in PAYLOADS)
    put(page.get_by_label("粘贴自己的稿子"), f"{PAYLOADS[0]}总结\n{sections}")
    button(page, "放上来").click()
    desk.wait_for_parts(page, sum(len(text) <= LONGEST_HEADING for text in PAYLOADS))
    assert missing(desk.text(page)) == []
    button(page, "改标题").click()
    page.get_by_label("标题", exact=True).fill(PAYLOADS[1])
    button(page, "改好了").click()
    page.locator("[data-tool='改文字']").first.click()
    page.get_by_label("本段标题").fill(PAYLOADS[2])
    put(page.get_by_label("本段文字"), "\n".join(PAYLOADS))
    button(page, "改好了").click()
    assert missing(page.evaluate(TEXT, ".kb-part:first-child .kb-part-body")) == []
    look_everywhere(page, before)


def test_in_a_draft_from_a_file_and_in_the_table(watched: Callable[[str], Page]) -> None:
    page = watched(desk.PAGE)
    before = active(page)
    file = json.dumps({"kb": 1, "values": FILLED, "labels": FILLED, "draft": HOSTILE})
    choose(page, ".kb-start-own", "a.json", file.encode())
    desk.wait_for_parts(page, len(PAYLOADS))
    expect(page.locator(".kb-desk-message")).to_contain_text("已打开")
    look_everywhere(page, before)
    assert missing(page.evaluate(TEXT, ".kb-part-title")) == []
    assert missing(page.evaluate(TEXT, ".kb-part-body")) == []
    assert missing(page.evaluate(VALUES, ".kb-dt input")) == []
    rows = csv.reader(io.StringIO(downloaded(page, lambda: button(page, "导出数据表").click()).decode("utf-8-sig")))
    cells = [cell for row in rows for cell in row]
    assert missing("\n".join(cells)) == []
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []
    assert_leaves_as_text(page)
    saved = json.loads(downloaded(page, lambda: desk.more(page, "保存到文件").click()))
    assert [one["heading"] for one in saved["draft"]["sections"]] == PAYLOADS
    nothing_ran(page, before)


def test_in_the_names_of_what_a_draft_is(watched: Callable[[str], Page]) -> None:
    page = watched(desk.PAGE)
    before = active(page)
    for name in ("__proto__", "constructor", "toString", PAYLOADS[0]):
        file = json.dumps({"kb": 1, "values": {}, "draft": draft(name, [as_section(0, name)])})
        choose(page, ".kb-desk-menu", "a.json", file.encode())
        expect(page.locator(".kb-part-title").first).to_contain_text(name)
        look_everywhere(page, before)
        for offer in (button(page, "加一段"), desk.tool(page, name, "换一种")):
            offer.click()
            page.get_by_role("dialog").get_by_role("button", name="关闭").click()
        button(page, "由总结写计划").click()
        page.get_by_role("dialog").get_by_role("button", name="接在总结后面").click()
        nothing_ran(page, before)


def csv_of(rows: Iterable[tuple[str, str]]) -> bytes:
    """Return a table as a spreadsheet saves it."""
    written = io.StringIO()
    csv.writer(written).writerows([("数据项", "本期"), *rows])
    return written.getvalue().encode()


def test_in_tables_from_files_and_in_their_names(watched: Callable[[str], Page]) -> None:
    table = watched(CHECK_PAGE)
    table.evaluate(KEEP, {"kb.draft": json.dumps({"kb": 1, "count": 9, "draft": BLANKS})})
    table.goto(table.url.replace(CHECK_PAGE, desk.PAGE))
    desk.wait_for_parts(table, 1)
    desk.tab(table, "table")
    before = active(table)
    for batch in batches(90):
        choose(table, ".kb-dt-tools", f"{batch[0]}.csv", csv_of((text, "1") for text in batch))
        shown = table.locator(".kb-dt-left").inner_text()
        assert missing(shown, [text.lstrip("'")[:36] for text in batch]) == []
        nothing_ran(table, before)
        table.keyboard.press("Escape")
    for batch in batches(90):
        choose(table, ".kb-dt-tools", "a.csv", csv_of((f"名{PAYLOADS.index(text)}号", text) for text in batch))
        shown = table.get_by_role("dialog").inner_text()
        assert missing(shown, [text.lstrip("'")[:30] for text in batch]) == []
        table.get_by_role("button", name=re.compile("^填入")).click()
        nothing_ran(table, before)
    many = [FilePayload(name=f"{a}.csv", mimeType="text/csv", buffer=csv_of([(a, "1")])) for a in PAYLOADS[:60]]
    table.locator(".kb-dt-tools input[type=file]").set_input_files(many)
    expect(table.get_by_role("dialog")).to_be_visible()
    nothing_ran(table, before)


def test_in_text_and_word_files_put_on_the_desk(watched: Callable[[str], Page]) -> None:
    page = watched(desk.PAGE)
    before = active(page)
    said = page.evaluate(DROP, [".kb-desk-frame", [["a.txt", "\n".join(PAYLOADS)]], ".kb-desk-message"])
    assert "已放上来" in said
    assert missing(desk.text(page)) == []
    button(page, "撤销：放上自己的稿子").click()
    choose(page, ".kb-start-own", "a.docx", docx(*(p(t(text)) for text in PAYLOADS)))
    desk.wait_for_parts(page, 1)
    assert missing(desk.text(page)) == []
    assert missing(page.evaluate(DROP, [".kb-desk-frame", as_files(".pdf"), ".kb-desk-message"])) == []
    nothing_ran(page, before)


def test_signs_that_no_file_can_hold_break_none(watched: Callable[[str], Page]) -> None:
    page = watched(desk.PAGE)
    # Half a pair of surrogates can't be sent to a page: it is made there.
    page.get_by_label("粘贴自己的稿子").evaluate("field => { field.value = '甲\\0\\x0b\\x1b\\ufffe\\u2028\\ud83d乙'; }")
    button(page, "放上来").click()
    desk.wait_for_parts(page, 1)
    assert_word(downloaded(page, lambda: button(page, "下载 Word 文件").click()), ["甲", "乙"])
    assert_markdown(downloaded(page, lambda: desk.more(page, "下载 Markdown").click()).decode(), ["甲", "乙"])
