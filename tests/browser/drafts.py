"""Drafts and files for the tests of the page 体检, and how a test handles the page."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape

from playwright.sync_api import FilePayload, Locator, Page, expect

from browser.driver import button

CHECK_PAGE = "check/index.html"

# 群众合同 is a spun word that can be repaired, twice; the law does not exist; the congress is of another time.
DRAFT = """某某镇总工会2026年工作总结

2026年，镇总工会深入学习贯彻党的十九大精神，发展会员310人，签订群众合同12份。
组织职工学习女职工权益保护法，办普法讲座6场。
厂里的群众合同年底到期。
"""
REPAIRED = DRAFT.replace("群众合同", "集体合同")

NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BUSY = re.compile("^正在")


def area(page: Page) -> Locator:
    """Return the text under check."""
    return page.get_by_role("textbox", name="文稿", exact=True)


def card(page: Page, words: str) -> Locator:
    """Return the entry of the list about some words."""
    return page.locator(".kb-check-list .kb-check-card", has=page.locator(f"b:text-is('{words}')"))


def marked(page: Page) -> list[str]:
    """Return the words that are marked in the text, in their order."""
    return page.locator(".kb-check-copy mark").all_inner_texts()


def paste(page: Page, text: str) -> None:
    """Put a text in and wait for what is found in it."""
    page.evaluate("document.querySelector('.kb-check-summary').textContent = '正在'")
    area(page).fill(text)
    # Not wait_for_function: it evaluates text in the page, which the policy of the site forbids.
    expect(page.locator(".kb-check-summary")).not_to_have_text(BUSY)


def choose_file(page: Page, name: str, content: bytes) -> None:
    """Open a file as a reader does."""
    with page.expect_file_chooser() as chooser:
        button(page, "打开文件（.docx .txt .md）").click()
    chooser.value.set_files(FilePayload(name=name, mimeType="application/octet-stream", buffer=content))


def docx(*blocks: str) -> bytes:
    """Return a .docx of these blocks of WordprocessingML."""
    return zipped({"word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>"})


def zipped(files: dict[str, str]) -> bytes:
    """Return a zip of texts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return written.getvalue()


def p(*runs: str) -> str:
    """Return a paragraph of Word."""
    return f"<w:p>{''.join(runs)}</w:p>"


def t(text: str) -> str:
    """Return a run of Word."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def told(page: Page, words: str) -> None:
    """Expect what the page says of a file."""
    expect(page.locator(".kb-check .kb-message")).to_have_text(words)
