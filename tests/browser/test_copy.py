"""复制本段, 复制全文 and 下载 Markdown: what lies on the clipboard, in every view and format and by every way there is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.content import BLANKS, EXAMPLES, FILLED, MARKDOWN, TEXT, TYPED, section
from browser.driver import (
    TEA_PAGE,
    Site,
    button,
    choose_format,
    copy,
    copy_section,
    copy_whole,
    field,
    fill,
    fields,
    open_sample,
    paste,
)
from playwright.sync_api import Page, expect

VIEWS = {"范文": EXAMPLES, "骨架": BLANKS, "填写": FILLED}
SECTION = ("二、把争议调在厂里", "三、")
NO_EVENT = "document.execCommand = () => false;"
NO_API = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


def open_view(page: Page, address: str, view: str) -> None:
    """Open the sample in a view; in 填写 some blanks are filled in."""
    open_sample(page, address, view)
    if view == "填写":
        fill(page, TYPED)


@pytest.mark.parametrize("view", VIEWS)
def test_plain_text(page: Page, site: Site, view: str) -> None:
    open_view(page, site.url + TEA_PAGE, view)
    choose_format(page, "纯文本")
    text = TEXT.format(**VIEWS[view])
    whole = copy(page, copy_whole(page), "已复制（纯文本）")
    assert (whole.text, whole.html) == (text, "")
    part = copy(page, copy_section(page, "rights_law"), "已复制（纯文本）")
    assert (part.text, part.html) == (section(text, *SECTION), "")


@pytest.mark.parametrize("view", VIEWS)
def test_markdown(page: Page, site: Site, view: str) -> None:
    open_view(page, site.url + TEA_PAGE, view)
    choose_format(page, "Markdown")
    text = MARKDOWN.format(**VIEWS[view])
    whole = copy(page, copy_whole(page), "已复制（Markdown）")
    assert (whole.text, whole.html) == (text, "")
    part = copy(page, copy_section(page, "rights_law"), "已复制（Markdown）")
    assert (part.text, part.html) == (section(text, *SECTION), "")
    with page.expect_download() as download:
        button(page, "下载 Markdown").click()
    assert download.value.suggested_filename == f"{VIEWS[view]['unit']}{VIEWS[view]['year']}年工作总结.md"
    assert download.value.path().read_text(encoding="utf-8") == text


def test_the_last_section_ends_before_the_signature(page: Page, site: Site) -> None:
    open_view(page, site.url + TEA_PAGE, "范文")
    part = copy(page, copy_section(page, "plan_tasks"), "已复制（含格式）")
    assert part.text == "　　三、2027年先做一件\n　　3月底前新建4家，仍由青石镇总工会牵头。"


def test_a_selection_copied_by_hand_keeps_values_and_open_blanks(page: Page, site: Site) -> None:
    open_view(page, site.url + TEA_PAGE, "填写")
    choose_format(page, "纯文本")
    paragraph = page.locator("article.kb-sheet p").nth(2)
    paragraph.evaluate("node => getSelection().selectAllChildren(node)")
    page.keyboard.press("Control+C")
    assert paste(page).text == "　　走访茶厂40家，上年新建基层工会【上年·新建基层工会】家，今年9家。"


def test_by_event_alone_on_plain_http(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page()
    open_view(page, site.intranet + TEA_PAGE, "填写")
    assert page.evaluate("[isSecureContext, typeof navigator.clipboard]") == [False, "undefined"]
    clip = copy(page, copy_whole(page), "已复制（含格式）")
    assert clip.text == TEXT.format(**FILLED)
    assert "font-family:黑体,SimHei" in clip.html


def test_by_the_clipboard_api_alone(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page(init=NO_EVENT, permissions=["clipboard-read", "clipboard-write"])
    open_view(page, site.url + TEA_PAGE, "填写")
    clip = copy(page, copy_whole(page), "已复制（含格式）")
    assert clip.text == TEXT.format(**FILLED)
    assert "黑体" in clip.html
    assert "把会建到茶厂" in clip.html


def test_an_api_that_takes_only_text_gets_the_text(new_page: Callable[..., Page], site: Site) -> None:
    init = NO_EVENT + "delete window.ClipboardItem;"
    page = new_page(init=init, permissions=["clipboard-read", "clipboard-write"])
    open_view(page, site.url + TEA_PAGE, "范文")
    clip = copy(page, copy_whole(page), "已复制（纯文本）")
    assert (clip.text, clip.html) == (TEXT.format(**EXAMPLES), "")


@pytest.mark.parametrize("refusal", [NO_API, ""], ids=["no API", "API refused"])
def test_where_every_way_is_refused_the_text_is_shown_selected(
    new_page: Callable[..., Page], site: Site, refusal: str
) -> None:
    page = new_page(init=NO_EVENT + refusal + "navigator.clipboard && (navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')));")
    open_view(page, site.url + TEA_PAGE, "范文")
    choose_format(page, "纯文本")
    copy_whole(page).click()
    dialog = page.locator("dialog.kb-dialog")
    expect(dialog).to_contain_text("没能复制：浏览器不允许网页写剪贴板。请按 Ctrl+C 复制下面的文字")
    area = dialog.get_by_label("要复制的文字")
    expect(area).to_be_focused()
    assert area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)") == TEXT.format(**EXAMPLES)
    page.keyboard.press("Control+C")
    button(page, "关闭").click()
    expect(dialog).to_have_count(0)
    assert paste(page).text == TEXT.format(**EXAMPLES)


def test_what_a_reader_types_is_text_everywhere(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE, "填写")
    script, stars, hash_ = "<img src=x onerror=alert(1)>", "*a*", "# b"
    before = page.locator("body *").evaluate_all("all => all.length")
    fill(page, {"单位全称": script, "走访茶厂": stars, "补建小组": hash_, "当面送达": "a|b"})
    assert page.locator("body *").evaluate_all("all => all.length") == before
    assert page.locator("article img, body > img").count() == 0
    values = BLANKS | {"unit": script, "visited": stars, "groups": hash_, "handed": "a|b"}
    word = copy(page, copy_whole(page), "已复制（含格式）")
    assert word.text == TEXT.format(**values)
    assert "<img" not in word.html
    choose_format(page, "Markdown")
    assert copy(page, copy_section(page, "organization"), "已复制（Markdown）").text.splitlines()[-2:] == []
