"""复制本段, 复制全文 and 下载 Markdown: what comes out, in every view and format and by every way there is."""

from __future__ import annotations

from collections.abc import Callable

import markdown
import pytest
from playwright.sync_api import Page, expect

from browser.clipboard import Clip, choose_format, copy, copy_section, copy_whole, paragraphs, paste
from browser.content import BLANKS, EXAMPLES, FILLED, MARKDOWN, TEXT, TYPED, read_lines, section
from browser.driver import TEA_PAGE, Site, button, field, fill, open_sample, read, show

VIEWS = {"范文": EXAMPLES, "骨架": BLANKS, "填写": FILLED}
SECTION = ("二、把争议调在厂里", "三、")
NO_EVENT = "document.execCommand = () => false;"
NO_API = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
API_REFUSES = """if (navigator.clipboard) navigator.clipboard.write = navigator.clipboard.writeText =
    () => Promise.reject(new DOMException("no", "NotAllowedError"));"""
# At the start of a paragraph, of a list item, in a sentence, in a table.
HOSTILE = {
    "单位全称": "<img src=x onerror=alert(1)>",
    "年度": "# b",
    "走访茶厂": "*a*",
    "补建小组": "- c",
    "当面送达": "a|b",
}
HOSTILE_TEXT = BLANKS | {"unit": HOSTILE["单位全称"], "year": "# b", "visited": "*a*", "groups": "- c", "handed": "a|b"}


def show_with_values(page: Page, view: str) -> dict[str, str]:
    """Show a view; in 填写 some blanks are filled in. Returns the values that the text then has."""
    show(page, view)
    if view == "填写":
        fill(page, TYPED)
    return VIEWS[view]


def test_plain_text_in_every_view(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE)
    choose_format(page, "纯文本")
    for view in VIEWS:
        text = TEXT.format(**show_with_values(page, view))
        assert copy(page, copy_whole(page), "已复制（纯文本）") == Clip(text, "")
        assert copy(page, copy_section(page, "rights_law"), "已复制（纯文本）") == Clip(section(text, *SECTION), "")


def test_markdown_in_every_view(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE)
    choose_format(page, "Markdown")
    for view in VIEWS:
        text = MARKDOWN.format(**show_with_values(page, view))
        assert copy(page, copy_whole(page), "已复制（Markdown）") == Clip(text, "")
        # An empty line parts this section from the next one, not from the end of the clipboard.
        part = section(text, *SECTION).rstrip("\n") + "\n"
        assert copy(page, copy_section(page, "rights_law"), "已复制（Markdown）") == Clip(part, "")


def test_markdown_as_a_file_named_by_the_printed_title(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE)
    for view in VIEWS:
        values = show_with_values(page, view)
        with page.expect_download() as download:
            button(page, "下载 Markdown").click()
        assert download.value.suggested_filename == f"{values['unit']}{values['year']}年工作总结.md"
        assert download.value.path().read_text(encoding="utf-8") == MARKDOWN.format(**values)


def test_the_last_section_ends_before_the_signature(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE)
    part = copy(page, copy_section(page, "plan_tasks"), "已复制（含格式）")
    assert part.text == "　　三、2027年先做一件\n　　3月底前新建4家，仍由青石镇总工会牵头。"


def test_by_hand_a_selection_keeps_values_and_open_blanks_and_leaves_the_hint(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE)
    show_with_values(page, "填写")
    choose_format(page, "纯文本")
    field(page, "上年·新建基层工会（家）").focus()
    expect(page.locator(".kb-hint")).to_be_visible()
    page.locator("article.kb-sheet p").nth(2).evaluate("paragraph => getSelection().selectAllChildren(paragraph)")
    page.keyboard.press("Control+C")
    assert paste(page).text == "　　走访茶厂40家，上年新建基层工会【上年·新建基层工会】家，今年9家。"


def test_by_event_alone_on_plain_http(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page()
    open_sample(page, site.intranet + TEA_PAGE)
    show_with_values(page, "填写")
    assert page.evaluate("[isSecureContext, typeof navigator.clipboard]") == [False, "undefined"]
    clip = copy(page, copy_whole(page), "已复制（含格式）")
    assert clip.text == TEXT.format(**FILLED)
    assert "font-family:黑体,SimHei" in clip.html


def test_by_the_clipboard_api_alone(new_page: Callable[..., Page], site: Site) -> None:
    # Chromium holds the HTML that it is handed against the page's policy: it complains of the styles, and keeps them.
    page = new_page(init=NO_EVENT, bypass_csp=True, permissions=["clipboard-read", "clipboard-write"])
    open_sample(page, site.url + TEA_PAGE)
    show_with_values(page, "填写")
    clip = copy(page, copy_whole(page), "已复制（含格式）")
    assert clip.text == TEXT.format(**FILLED)
    assert "黑体" in clip.html
    assert "把会建到茶厂" in clip.html


def test_an_api_that_takes_only_text_gets_the_text(new_page: Callable[..., Page], site: Site) -> None:
    init = NO_EVENT + "delete window.ClipboardItem;"
    page = new_page(init=init, permissions=["clipboard-read", "clipboard-write"])
    open_sample(page, site.url + TEA_PAGE)
    clip = copy(page, copy_whole(page), "已复制（纯文本）")
    assert (clip.text, clip.html) == (TEXT.format(**EXAMPLES), "")


@pytest.mark.parametrize("refusal", [NO_API, API_REFUSES], ids=["no API", "API refuses"])
def test_where_every_way_is_refused_the_text_is_shown_selected(
    new_page: Callable[..., Page], site: Site, refusal: str
) -> None:
    page = new_page(init=NO_EVENT + refusal)
    open_sample(page, site.url + TEA_PAGE)
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


@pytest.fixture
def hostile(page: Page, site: Site) -> Page:
    """Return the sample in 填写 with values that HTML or Markdown would take for their own."""
    open_sample(page, site.url + TEA_PAGE, "填写")
    fill(page, HOSTILE)
    return page


def test_typed_marks_are_text_on_the_page_in_word_and_in_plain_text(hostile: Page) -> None:
    assert hostile.locator("img, [onerror], .kb-sheet em, .kb-sheet h1").count() == 0
    clip = copy(hostile, copy_whole(hostile), "已复制（含格式）")
    assert clip.text == TEXT.format(**HOSTILE_TEXT)
    assert [text for tag, text in paragraphs(clip.html)] == read_lines(HOSTILE_TEXT)
    hostile.emulate_media(media="print")
    assert read(hostile) == read_lines(HOSTILE_TEXT)


def test_typed_marks_are_text_in_markdown(hostile: Page) -> None:
    choose_format(hostile, "Markdown")
    text = copy(hostile, copy_whole(hostile), "已复制（Markdown）").text
    assert "走访茶厂\\*a\\*家" in text
    assert "\n\n\\# b年，&lt;img src=x onerror=alert(1)>盯住**采茶季**用工" in text
    assert "\n- \\- c个小组在采茶前补建\n- 采茶后再查一遍\n" in text
    rendered = markdown.markdown(text, extensions=["tables"])
    assert [text for tag, text in paragraphs(rendered)] == read_lines(HOSTILE_TEXT)
