from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from opencc import OpenCC

from intake_texts import TITLED
from kb.checkup.read import Unreadable
from kb.intake import read
from kb.intake.read import names
from kb.intake.web_page import page_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TITLED.replace("\n", "\r\n").encode(encoding))
    assert read.read(str(tmp_path / "a.txt")).text == TITLED


def test_big5_and_simplified(tmp_path: Path) -> None:
    traditional = OpenCC("s2t").convert(TITLED)
    (tmp_path / "a.txt").write_bytes(traditional.encode("big5hkscs"))
    assert read.read(str(tmp_path / "a.txt")).text == traditional
    assert read.read(str(tmp_path / "a.txt"), simplify=True).text == TITLED
    assert read.is_traditional(traditional)
    assert not read.is_traditional(TITLED)


def test_word_document(tmp_path: Path) -> None:
    document = Document()
    for line in TITLED.strip().split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    assert read.read(str(tmp_path / "a.docx")).text == TITLED.strip()


def test_web_page_without_what_is_around_the_article() -> None:
    body = "".join(f"<p>{line}</p>" for line in TITLED.split("\n") if line)
    page = (
        "<html><head><meta charset='gbk'><title>题</title><script>var a</script></head><body><nav>首页</nav>"
        f"<div class='main-nav'>导航</div><div id='article'>{body}</div><ul class='related'><li>别的文章</li></ul>"
        "<div class='footer'>页脚</div><!-- 注释 --></body></html>"
    )
    assert page_text(page) == "\n".join(line for line in TITLED.split("\n") if line)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "是空文件"),
        ("a.txt", b" \n", "是空文件"),
        ("a.txt", b"\x89PNG\x00\x00\xff", "不是文字文件"),
        ("a.docx", b"PK\x03\x04rest", "不是完好的 .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "有打开密码"),
        ("a.txt", b"annual report", "没有汉字"),
        ("a.txt", ("노동조합 사업 보고. " * 60).encode("euc-kr"), "看不出是哪种编码"),
        ("a.txt", ("工会开展工作，" * 20000).encode(), "有一行长140,000字"),
    ],
)
def test_what_can_not_be_taken(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match=said):
        read.read(str(tmp_path / name))


def test_text_beyond_all_measure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("工会工作。\n".encode() * 1_500_000)
    with pytest.raises(Unreadable, match="超过20 MB"):
        read.read(str(tmp_path / "a.txt"))


def test_archive_that_would_grow_beyond_all_measure(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (read.MAX_UNPACKED + 1))
    with pytest.raises(Unreadable, match="解开以后有200 MB"):
        read.read(str(tmp_path / "a.docx"))


def test_drafts_of_files_of_one_name_have_names_of_their_own() -> None:
    assert names(["甲/a.txt", "乙/a.docx", "-", "b.md"]) == ["a", "a-2", "stdin", "b"]


def test_numbers_that_word_counts_itself(tmp_path: Path) -> None:
    document = Document()
    numbering = document.part.numbering_part.element
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    )
    space = nsdecls("w")
    numbering.insert(0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {space} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, text in ((0, "抓组织"), (1, "摸底"), (1, "建会"), (0, "抓维权"), (1, "调解"), (None, "正文")):
        paragraph = document.add_paragraph(text)
        if level is not None:
            mark = f'<w:numPr {space}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(mark))
    document.save(str(tmp_path / "a.docx"))
    said = read.read(str(tmp_path / "a.docx")).text
    assert said.split("\n") == ["一、抓组织", "1.摸底", "2.建会", "二、抓维权", "1.调解", "正文"]
