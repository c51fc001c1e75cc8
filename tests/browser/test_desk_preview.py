"""The preview on the desk: A4 pages as Word will have them, the layout's settings, print, a long draft."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Locator, Page, expect

from browser import desk
from browser.driver import Site, button

EVIL = "<img src=x onerror=alert(1)>"
SENTENCE = "今年以来，工会围绕职工最关心的事安排工作，先把底数摸清，再把该建的会建起来，把该签的合同签下来。"
# What a reader sees of each page: its lines, each as the text between two line breaks.
LINES = """() => [...document.querySelectorAll(".kb-leaf")].map(leaf => {
    const lines = [];
    for (const block of leaf.querySelectorAll(".kb-a4-text > *")) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let last = null;
        while (walker.nextNode()) {
            const text = walker.currentNode;
            for (let at = 0; at < text.length; at++) {
                const range = document.createRange();
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const box = range.getBoundingClientRect();
                const middle = box.top + box.height / 2;
                if (last === null || Math.abs(middle - last) > 8) lines.push("");
                lines[lines.length - 1] += text.data[at];
                last = middle;
            }
        }
    }
    return lines;
})"""
# How many paragraphs are set anew, and how many pages, while one key is typed.
CHANGES_OF_A_KEY = """async () => {
    const counted = [".kb-a4-column", ".kb-preview-pages"].map(where => {
        const found = new Set();
        const watch = new MutationObserver(records => {
            for (const { target, addedNodes } of records) {
                if (where === ".kb-a4-column") addedNodes.forEach(node => found.add(node));
                else found.add(target.closest(".kb-leaf"));
            }
        });
        watch.observe(document.querySelector(where), { subtree: true, childList: true });
        return found;
    });
    const input = document.querySelector(".kb-chip-input");
    input.value += "1";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(done => setTimeout(done, 800));
    return counted.map(found => found.size);
}"""


def section(number: int, *lines: str, kind: str = "body") -> dict[str, Any]:
    """Return a section of one's own."""
    found = [{"kind": kind, "level": 0, "mark": "", "text": line} for line in lines]
    return {"id": f"s{number}", "from": "", "theme": "", "heading": f"做好第{number}件事", "lines": found}


def draft(*sections: dict[str, Any], signed: bool = True) -> dict[str, Any]:
    return {
        "unit": "township",
        "genre": "annual_summary",
        "span": "year",
        "heading": "{{unit_name}}{{year}}年工作总结",
        "sections": list(sections),
        "signed": signed,
    }


LONG = draft(*(section(n, SENTENCE * 4, SENTENCE * 3 + "新建{{new_unions}}家。") for n in range(1, 7)))


@pytest.fixture
def show(new_page: Callable[..., Page], site: Site) -> Callable[..., Page]:
    """Return a function that opens the preview of a draft."""

    def open_preview(of: dict[str, Any] = LONG, values: dict[str, str] | None = None, **options: Any) -> Page:
        page = new_page(**options)
        page.goto(site.url + "index.html")
        kept = {"kb.draft": json.dumps({"kb": 1, "count": len(of["sections"]), "draft": of})}
        kept["kb.values"] = json.dumps({"kb": 1, "values": values or {}})
        page.evaluate("kept => Object.entries(kept).forEach(([k, v]) => sessionStorage.setItem(k, v))", kept)
        page.goto(site.url + desk.PAGE)
        page.wait_for_selector(".kb-part")
        desk.tab(page, "preview")
        expect(page.locator(".kb-a4-p").first).to_be_visible()
        page.wait_for_timeout(300)
        return page

    return open_preview


def pages(page: Page) -> list[list[str]]:
    """Return the lines of all pages; each is brought near, as by a reader who scrolls."""
    for leaf in page.locator(".kb-leaf").all():
        leaf.scroll_into_view_if_needed()
        expect(leaf.locator(".kb-a4-text > *").first).to_be_attached()
    found: list[list[str]] = page.evaluate(LINES)
    return found


def note(page: Page) -> Locator:
    return page.locator(".kb-preview-note")


def setting(page: Page, name: str) -> Locator:
    return page.locator(".kb-settings").get_by_label(name, exact=True)


def change(page: Page, name: str, value: str) -> None:
    setting(page, name).fill(value)
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)


def open_settings(page: Page) -> None:
    page.locator(".kb-settings > summary").click()


def test_a_page_has_22_lines_of_28_characters_and_nothing_is_lost_between_pages(show: Callable[..., Page]) -> None:
    page = show({**LONG, "signed": False}, {"unit_name": "某某镇总工会", "year": "2026", "new_unions": "9"})
    found = pages(page)
    expect(note(page)).to_contain_text(f"共{len(found)}页，每页22行，每行28字。")
    # The title's empty line is no line of text.
    assert [len(lines) for lines in found[:-1]] == [21] + [22] * (len(found) - 2)
    full = [line for lines in found for line in lines if line.startswith(SENTENCE[1])]
    assert {len(line) for line in full} <= {27, 28}
    wanted = "".join(f"{'一二三四五六'[n]}、做好第{n + 1}件事{SENTENCE * 7}新建9家。" for n in range(6))
    assert "".join("".join(lines) for lines in found) == f"某某镇总工会2026年工作总结{wanted}"


def test_page_numbers_stand_outside(show: Callable[..., Page]) -> None:
    page = show()
    marks = page.locator(".kb-a4-page-number")
    assert marks.all_inner_texts()[:2] == ["— 1 —", "— 2 —"]
    assert [marks.nth(n).evaluate("mark => getComputedStyle(mark).textAlign") for n in range(2)] == ["right", "left"]


def test_a_click_on_a_blank_leads_to_where_it_is_filled(show: Callable[..., Page]) -> None:
    page = show()
    page.locator(".kb-a4-open", has_text="新建基层工会").first.click()
    expect(page.locator(".kb-chip-input")).to_have_attribute("placeholder", "新建基层工会")


def test_typing_shows_at_once_in_the_preview(show: Callable[..., Page]) -> None:
    page = show()
    page.locator(".kb-part button.kb-chip", has_text="【新建基层工会】").first.click()
    page.locator(".kb-chip-input").fill("86")
    expect(page.locator(".kb-a4-slot", has_text="86").first).to_be_visible()
    expect(page.locator(".kb-a4-open", has_text="新建基层工会")).to_have_count(0)


def test_the_preview_follows_the_section_that_is_worked_on(show: Callable[..., Page]) -> None:
    page = show()
    heading = page.locator(".kb-leaf .kb-a4-heading1", has_text="做好第6件事")
    expect(heading).not_to_be_in_viewport()
    desk.part(page, "做好第6件事").locator("button.kb-chip").first.click()
    expect(heading).to_be_in_viewport()
    expect(page.locator(".kb-chip-input")).to_be_in_viewport()


def test_printing_from_another_pane_prints_the_pages(show: Callable[..., Page]) -> None:
    page = show()
    desk.tab(page, "table")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".kb-leaf .kb-a4-signature").last).to_be_attached()
    expect(page.locator(".kb-a4-p").first).to_be_visible()


def test_markup_stays_text_in_the_preview_and_in_the_word_file(show: Callable[..., Page]) -> None:
    rows = {**section(2), "lines": [{"kind": "row", "level": 0, "mark": "", "text": f"{EVIL}\t甲"}]}
    page = show(draft(section(1, f"正文{EVIL}"), rows), values={"unit_name": EVIL})
    open_settings(page)
    setting(page, "加版头").check()
    change(page, "发文字号", EVIL)
    expect(page.locator(".kb-leaf .kb-a4-number-line")).to_have_text(EVIL)
    assert page.locator(".kb-preview img, .kb-settings img").count() == 0
    assert "".join("".join(lines) for lines in pages(page)).count(EVIL) == 6
    with page.expect_download() as download:
        button(page, "下载 Word 文件").click()
    found = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    texts = [paragraph.text for paragraph in found.paragraphs]
    assert texts[:2] == [f"{EVIL}文件", EVIL]
    assert f"正文{EVIL}" in texts
    assert found.tables[0].rows[0].cells[0].text == EVIL


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        pytest.param("上", "99", "上边距要填15—50之间的毫米数。没有改动版式。", id="margin"),
        pytest.param("行距（磅）", "3", "行距要填26—32之间的磅数。没有改动版式。", id="pitch"),
        pytest.param("行距（磅）", "abc", "行距要填26—32之间的磅数。没有改动版式。", id="no number"),
        pytest.param("每行字数", "28.5", "每行字数要填20—36之间的整数。没有改动版式。", id="no whole number"),
        pytest.param(
            "每行字数",
            "36",
            "按这样的左右边距，一行最多放29字；边距小一点，或每行字数少一点。没有改动版式。",
            id="too many",
        ),
    ],
)
def test_numbers_that_cannot_be_printed_are_said_and_not_applied(
    show: Callable[..., Page], name: str, value: str, said: str
) -> None:
    page = show()
    open_settings(page)
    change(page, name, value)
    expect(page.locator(".kb-settings-message")).to_have_text(said)
    expect(note(page)).to_contain_text("每页22行，每行28字。")
    assert page.evaluate("() => localStorage.getItem('kb.layout')") is None


def test_margins_and_pitch_of_ones_own_are_kept_and_can_be_taken_back(show: Callable[..., Page]) -> None:
    page = show()
    open_settings(page)
    change(page, "行距（磅）", "\uff12\uff18")
    change(page, "上", "30")
    change(page, "下", "30")
    expect(note(page)).to_contain_text("每页23行，每行28字。")
    expect(page.locator(".kb-settings-state")).to_have_text("已改动")
    page.reload()
    desk.tab(page, "preview")
    expect(note(page)).to_contain_text("每页23行，每行28字。")
    with page.expect_download() as download:
        button(page, "下载 Word 文件").click()
    found = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert round(found.sections[0].top_margin.mm) == 30
    assert found.styles["Normal"].paragraph_format.line_spacing.pt == 28
    open_settings(page)
    button(page, "恢复国标").click()
    expect(note(page)).to_contain_text("每页22行，每行28字。")
    expect(page.locator(".kb-settings-state")).to_have_text("国标（GB/T 9704-2012）")
    assert page.evaluate("() => localStorage.getItem('kb.layout')") is None


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param("{", id="no JSON"),
        pytest.param('{"margins_mm": {"top": "x"}, "fonts": {"body": "javascript:1"}}', id="nonsense"),
        pytest.param('{"line_pitch_pt": 1e9, "header": "yes"}', id="too much"),
        pytest.param("null", id="nothing"),
    ],
)
def test_a_damaged_layout_is_the_standards(show: Callable[..., Page], kept: str) -> None:
    page = show(init=f"if (location.host) localStorage.setItem('kb.layout', {json.dumps(kept)})")
    expect(note(page)).to_contain_text("每页22行，每行28字。")
    expect(page.locator(".kb-settings-state")).to_have_text("国标（GB/T 9704-2012）")


def test_letterhead_and_imprint_take_what_is_known_and_name_what_is_not(show: Callable[..., Page]) -> None:
    page = show(draft(section(1, SENTENCE)), values={"unit_name": "某某镇总工会"})
    open_settings(page)
    setting(page, "加版头").check()
    setting(page, "加版记").check()
    expect(page.locator(".kb-leaf .kb-a4-issuer")).to_have_text("某某镇总工会文件")
    expect(page.locator(".kb-leaf .kb-a4-number-line")).to_have_text("【发文字号】")
    expect(page.locator(".kb-leaf .kb-a4-office")).to_have_text("某某镇总工会【印发日期】印发")
    change(page, "抄送机关", "某某县总工会")
    expect(page.locator(".kb-leaf .kb-a4-copies")).to_have_text("抄送：某某县总工会。")
    foot, text = (page.locator(f".kb-leaf {one}").bounding_box() for one in (".kb-a4-imprint", ".kb-a4-text"))
    assert foot
    assert text
    assert abs(foot["y"] + foot["height"] - text["y"] - text["height"]) < 1
    # What is typed here may name a unit: it lies with the other values, and goes with them.
    assert "某某县" not in page.evaluate("() => JSON.stringify(localStorage)")


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_print_is_the_pages_and_nothing_else(show: Callable[..., Page], scheme: str) -> None:
    page = show()
    page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", scheme)
    number = page.locator(".kb-leaf").count()
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for other in (".kb-desk-bar", ".kb-desk-left", ".kb-settings", ".kb-preview-note", ".md-header", "h1"):
        expect(page.locator(other).first).to_be_hidden()
    colours = page.locator(".kb-a4-p").first.evaluate("p => getComputedStyle(p).color")
    assert colours == "rgb(0, 0, 0)"
    boxes = page.evaluate("() => [...document.querySelectorAll('.kb-leaf')].map(l => l.getBoundingClientRect().width)")
    assert [round(width / 96 * 25.4) for width in boxes] == [210] * number
    page.emulate_media(media="null")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".kb-desk-bar")).to_be_visible()
    pdf = page.pdf(prefer_css_page_size=True)
    assert re.findall(rb"/Type /Pages\s+/Count (\d+)", pdf) == [str(number).encode()]
    assert re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)[0] == (b"594.95996", b"841.91998")


def test_phone_shows_whole_pages_without_sideways_scrolling(show: Callable[..., Page]) -> None:
    page = show(viewport={"width": 390, "height": 844})
    leaf = page.locator(".kb-leaf").first.bounding_box()
    assert leaf
    assert leaf["x"] >= 0
    assert leaf["x"] + leaf["width"] <= 390
    assert abs(leaf["height"] / leaf["width"] - 297 / 210) < 0.01
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_a_key_sets_only_the_paragraphs_of_its_blank_in_a_draft_of_60_sections_and_200_blanks(
    show: Callable[..., Page],
) -> None:
    blanks = [f"{{{{own#空格{n}}}}}" for n in range(200)]
    parts = [section(n, *[SENTENCE * 2] * 3, SENTENCE + "".join(blanks[n::60])) for n in range(60)]
    page = show(draft(*parts))
    page.locator(".kb-part button.kb-chip", has_text="【空格0】").click()
    paragraphs, leaves = page.evaluate(CHANGES_OF_A_KEY)
    assert paragraphs == 1
    assert leaves <= 3


def test_100000_characters_in_one_section_are_shown_to_the_last(show: Callable[..., Page]) -> None:
    page = show(draft(section(1, SENTENCE * 2200 + "到此为止。"), signed=False))
    last = page.locator(".kb-leaf").last
    last.scroll_into_view_if_needed()
    expect(last.locator(".kb-a4-p").last).to_contain_text("到此为止。")
