"""The HTML that Word and WPS paste: paragraphs, fonts, sizes, open blanks."""

from __future__ import annotations

from playwright.sync_api import Page

from browser.clipboard import Paragraphs, copy, copy_section, copy_whole, paragraphs
from browser.content import BLANKS, EXAMPLES, FILLED, TYPED, read_lines
from browser.driver import TEA_PAGE, Site, fill, open_sample, show

COPIED = "已复制（含格式）"
# Heading styles 1 and 2 of Word; the printed title is a paragraph, or the outline would begin with it.
TAGS = ["p", "p", "h1", "h2", "p", "h2", "p", "p", "h1", "p", "td", "td", "td", "td", "h1", "p", "p", "p"]


def rules(style: str) -> dict[str, str]:
    """Return the properties of a style attribute."""
    return dict(rule.split(":", 1) for rule in style.split(";"))


def run(html: str, start: str) -> dict[str, str]:
    """Return the properties of the first run of text that begins so."""
    return next(rules(style) for one in Paragraphs(html).found for text, style in one.runs if text.startswith(start))


def paragraph(html: str, start: str) -> dict[str, str]:
    """Return the properties of the first paragraph that begins so, without those of its size."""
    found = next(rules(one.style) for one in Paragraphs(html).found if one.text.startswith(start))
    return {name: found[name] for name in ("text-align", "text-indent", "line-height")}


def test_the_text_has_its_numbers_and_heading_levels_in_every_view(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE)
    for view, values in {"范文": EXAMPLES, "骨架": BLANKS, "填写": FILLED}.items():
        show(page, view)
        if view == "填写":
            fill(page, TYPED)
        wanted = list(zip(TAGS, read_lines(values), strict=True))
        assert paragraphs(copy(page, copy_whole(page), COPIED).html) == wanted
        assert paragraphs(copy(page, copy_section(page, "rights_law"), COPIED).html) == wanted[8:14]


def test_fonts_sizes_and_lines_are_those_of_an_official_document(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE)
    html = copy(page, copy_whole(page), COPIED).html
    starts = ["青石镇总工会", "2026", "一、", "把会建到", "（一）", "先摸底", "走访茶厂", "31"]
    written = {start: (run(html, start)["font-family"], run(html, start)["font-size"]) for start in starts}
    assert written == {
        "青石镇总工会": ("方正小标宋简体,方正小标宋_GBK,宋体,SimSun", "22pt"),
        "2026": ("'Times New Roman'", "22pt"),
        "一、": ("黑体,SimHei", "16pt"),
        "把会建到": ("黑体,SimHei", "16pt"),
        "（一）": ("楷体_GB2312,楷体,KaiTi", "16pt"),
        "先摸底": ("楷体_GB2312,楷体,KaiTi", "16pt"),
        "走访茶厂": ("仿宋_GB2312,仿宋,FangSong", "16pt"),
        "31": ("'Times New Roman'", "16pt"),
    }
    assert run(html, "采茶季")["font-weight"] == "bold"
    assert run(html, "把会建到") | {"font-family": ""} == run(html, "走访茶厂") | {
        "font-family": "",
        "mso-fareast-font-family": "黑体",
    }
    line = {"line-height": "28.95pt"}
    assert paragraph(html, "青石镇总工会2026") == line | {"text-align": "center", "text-indent": "0"}
    assert paragraph(html, "一、") == line | {"text-align": "left", "text-indent": "32pt"}
    assert paragraph(html, "走访茶厂") == line | {"text-align": "justify", "text-indent": "32pt"}
    assert paragraph(html, "2026年12月") == line | {"text-align": "right", "text-indent": "0"}


def test_only_open_blanks_are_marked_yellow(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE, "填写")
    fill(page, TYPED)
    html = copy(page, copy_section(page, "organization"), COPIED).html
    yellow = [text for one in Paragraphs(html).found for text, style in one.runs if "background:yellow" in style]
    assert yellow == ["【上年·新建基层工会】", "【补建小组】"]
    show(page, "范文")
    assert "yellow" not in copy(page, copy_section(page, "rights_law"), COPIED).html
