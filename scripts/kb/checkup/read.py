"""A draft's text out of a file: .txt and .md in the encodings people have, .docx with its tables in place."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = (".txt", ".md", ".docx")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, and the envelope of an encrypted .docx
SAVE_AS = "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”再查"
COMMON = "的一是了在和工会职有年为人"


class Unreadable(Exception):
    """A file whose text can't be had; the text is a Chinese sentence that says what to do."""


def read(path: Path) -> str:
    """Return the text of a file. Raises Unreadable, and OSError for what the system refuses."""
    data = path.read_bytes()
    if data.startswith(OLD_OFFICE):
        why = "有打开密码，或是旧的 .doc 格式" if path.suffix == ".docx" else "是旧的 .doc 格式"
        raise Unreadable(f"{why}，读不了；{SAVE_AS}（有密码的先去掉密码）")
    if data.startswith(b"%PDF"):
        raise Unreadable("是 PDF，读不了；请打开原来的 Word 文件，扫描件要先识别成文字，存为 .docx 或 .txt 再查")
    text = docx(path) if data.startswith(b"PK") else decoded(data)
    if not text.strip():
        raise Unreadable("没有文字；如果是扫描的图片，要先识别成文字")
    return text


def decoded(data: bytes) -> str:
    """Return bytes as text: UTF-8, UTF-16 with its mark, else GB18030 or Big5, whichever gives the commoner words."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    encodings = ("utf-8-sig",) if attempt(data, "utf-8-sig") is not None else ("gb18030", "big5hkscs")
    found = [text for name in encodings if (text := attempt(data, name)) is not None]
    if not found or "\x00" in found[0]:
        raise Unreadable(f"不是文字文件，读不了；{SAVE_AS}，或存为 .txt")
    return max(found, key=lambda text: sum(text.count(sign) for sign in COMMON))


def attempt(data: bytes, encoding: str) -> str | None:
    """Return bytes in an encoding, None when they are not in it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def docx(path: Path) -> str:
    """Return the paragraphs of a .docx, cells of a table row parted by tabs. Raises Unreadable."""
    try:
        from docx import Document
        from docx.table import Table
    except ImportError as fault:
        raise Unreadable("读 .docx 要用 python-docx，还没有装；请先运行 make setup，或另存为 .txt 再查") from fault
    try:
        document = Document(str(path))
        blocks = list(document.iter_inner_content())
    except Exception as fault:  # whatever a damaged archive makes the library stumble over
        raise Unreadable(f"不是完好的 .docx，读不了；{SAVE_AS}") from fault
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines)
