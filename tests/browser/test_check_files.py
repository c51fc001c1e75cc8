"""Files opened in 体检: what is read of them, and what is said of those that can't be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.drafts import CHECK_PAGE, DRAFT, area, card, choose_file, docx, p, paste, t, told, zipped
from browser.driver import Site, button
from browser.test_check import checks as checks

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOC = "这是旧版的 .doc（或 .wps）文件，浏览器读不了。请用 Word 或 WPS 打开，点“另存为”，类型选 .docx，再来打开。"
LOCKED = "这个文件加了打开密码，读不了。请用 Word 或 WPS 打开，去掉密码，另存一份 .docx 再来。"
PDF = "PDF 读不了。文字能选中的，请全选、复制，粘到下面；扫描件要先做文字识别，最好找 .docx 原稿。"
DAMAGED = "这个 .docx 打不开，可能没有下载完，或已经损坏。请用 Word 或 WPS 打开看看，另存一份再来。"
OTHER = "这个文件里没有 Word 正文，可能是表格、演示文稿或压缩包。请打开 .docx、.txt 或 .md。"
BINARY = "这不是文字文件。请打开 .docx、.txt 或 .md；照片和扫描件要先做文字识别。"
CODING = "认不出这个文件的文字编码。请用记事本打开，“另存为”时编码选 UTF-8，再来打开。"
EMPTY = "这个文件里没有文字。照片和扫描件要先做文字识别。"
LONG = "文字超过两百万字，请分成几份来查。"

REFUSED = {
    "旧稿.doc": (OLE + "WordDocument".encode("utf-16-le"), DOC),
    "改了名.docx": (OLE + "WordDocument".encode("utf-16-le"), DOC),
    "有密码.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    "扫描.pdf": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", PDF),
    "断了.docx": (docx(p(t(DRAFT)))[:200], DAMAGED),
    "坏了.docx": (zipped({"word/document.xml": "<w:document>"}), DAMAGED),
    "表格.xlsx": (zipped({"xl/workbook.xml": "<workbook/>"}), OTHER),
    "照片.txt": (b"\x89PNG\r\n\x1a\n" + bytes(64), BINARY),
    "乱码.txt": (b"\xff\xff\x80\xff" * 9, CODING),
    "空.txt": (b"", EMPTY),
    "空白.docx": (docx(p(), p(t("　"))), EMPTY),
    "太长.txt": ("长".encode() * 2_000_001, LONG),
}

TABLE = (
    "<w:tbl><w:tr><w:tc>"
    + p(t("项目"))
    + "</w:tc><w:tc>"
    + p(t("数量"))
    + "</w:tc></w:tr><w:tr><w:tc>"
    + p(t("建会"))
    + "</w:tc><w:tc>"
    + p(t("12家"))
    + "</w:tc></w:tr></w:tbl>"
)
FIELD = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
CHANGED = f"<w:del>{t('删掉的')}</w:del><w:ins>{t('加上的')}</w:ins>"
WORD = docx(
    p(t("某某镇总工会"), t("2026年工作总结")),
    p(t("签订群众合同12份，"), CHANGED, FIELD, "<w:r><w:br/></w:r>", t("另起一行。")),
    TABLE,
    "<w:sectPr/>",
)
WORD_TEXT = "某某镇总工会2026年工作总结\n签订群众合同12份，加上的\n另起一行。\n项目\t数量\n建会\t12家"
NUMBERED = docx(p("<w:pPr><w:numPr/></w:pPr>", t("抓建会")))


@pytest.fixture
def opened(new_page: Callable[..., Page], checks: Site) -> Page:
    """Return the page 体检, empty."""
    page = new_page(home=checks)
    page.goto(checks.url + CHECK_PAGE)
    return page


def test_a_word_file_is_read_and_checked(opened: Page) -> None:
    choose_file(opened, "总结.docx", WORD)
    told(opened, "已打开“总结.docx”。")
    expect(area(opened)).to_have_value(WORD_TEXT)
    expect(card(opened, "群众")).to_have_count(1)


def test_enumerators_made_by_word_are_said_to_be_out_of_sight(opened: Page) -> None:
    choose_file(opened, "总结.docx", NUMBERED)
    told(opened, "已打开“总结.docx”。Word 自动编的序号不在正文里，这里看不见，也没有查。")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"])
def test_texts_are_read_in_the_codings_that_people_have(opened: Page, coding: str) -> None:
    text = DRAFT if coding != "big5" else "某某鎮總工會工作總結\n今年新建基層工會十二家，發展會員的事在年底做完了。\n"
    choose_file(opened, "总结.txt", text.replace("\n", "\r\n").encode(coding))
    expect(area(opened)).to_have_value(text)
    told(opened, "已打开“总结.txt”。")


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_said_and_the_draft_stays(
    new_page: Callable[..., Page], checks: Site, name: str
) -> None:
    # What is wrong with XML Chromium says in an element with a style of its own, and then complains of that style.
    page = new_page(home=checks, bypass_csp=name == "坏了.docx")
    page.goto(checks.url + CHECK_PAGE)
    paste(page, DRAFT)
    content, why = REFUSED[name]
    choose_file(page, name, content)
    told(page, f"没有打开“{name}”：{why}")
    expect(area(page)).to_have_value(DRAFT)


def test_the_draft_before_comes_back_when_a_file_was_opened_by_mistake(opened: Page) -> None:
    paste(opened, DRAFT)
    choose_file(opened, "总结.docx", WORD)
    expect(area(opened)).to_have_value(WORD_TEXT)
    button(opened, "撤销").click()
    expect(area(opened)).to_have_value(DRAFT)
