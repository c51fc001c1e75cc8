"""Sources for intake: files and standard input as text, with a sentence for whatever can't be taken."""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from kb.checkup import read as files
from kb.checkup.read import COMMON, Unreadable
from kb.intake.model import Source
from kb.intake.web_page import page_text
from kb.intake.word_text import word_text

SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx")
STANDARD_INPUT = "-"
MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_LINE = 100_000
CHINESE = re.compile("[\u4e00-\u9fff]+")
SAMPLE = 200_000  # characters from which a text's kind is told
# Characters that no text goes without, in both forms.
TRADITIONAL = "會職為們業員動組織務學導與開關對個這說時國實現經權應該總結設黨"
SIMPLIFIED = "会职为们业员动组织务学导与开关对个这说时国实现经权应该总结设党"
FEWEST_COMMON = 0.015  # of the characters: running Chinese has eight in a hundred


def read(path: str, simplify: bool = False) -> Source:
    """Return the text of a file or, for `-`, of standard input. Raises Unreadable, and OSError of the system's."""
    if path == STANDARD_INPUT:
        name, data, place = "stdin", sys.stdin.buffer.read(MAX_BYTES + 1), None
    else:
        place = Path(path)
        name = place.name
        data = head(place)
    if len(data) > MAX_BYTES:
        raise Unreadable(f"超过{MAX_BYTES // 1024 // 1024} MB，不像一份文稿；请拆成几份再收")
    if not data.strip():
        raise Unreadable("是空文件")
    text = decoded(data, name, place)
    check(text)
    return Source(name, simplified(text) if simplify else text)


def head(path: Path) -> bytes:
    """Return a file's content, of one that is too big only so much that this can be seen."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def decoded(data: bytes, name: str, place: Path | None) -> str:
    """Return the text in a file's bytes, by what they are rather than by what the file is called."""
    if data.startswith(b"PK"):
        if place is None:
            raise Unreadable("标准输入只收文字；.docx 请给文件名")
        unpacked(place)
        return lines_alike(word_text(place))
    if place is not None and (data.startswith(files.OLD_OFFICE) or data.startswith(b"%PDF")):
        return files.read(place)  # says why not
    text = lines_alike(files.decoded(data))
    if name.lower().endswith((".html", ".htm")) or text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        return page_text(text)
    return text


def lines_alike(text: str) -> str:
    """Return a text with one kind of line end, as it is read back from a file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def unpacked(path: Path) -> None:
    """Raise Unreadable for an archive that would grow beyond all measure, or is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [entry.file_size for entry in archive.infolist()]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as fault:
        raise Unreadable(f"不是完好的 .docx，读不了；{files.SAVE_AS}") from fault
    if sum(sizes) > MAX_UNPACKED:
        raise Unreadable(f"解开以后有{sum(sizes) // 1024 // 1024} MB，不像一份文稿，没有打开")


def check(text: str) -> None:
    """Raise Unreadable for a text that is none, or none that can be gone through by sentences and lines."""
    chinese = sum(map(len, CHINESE.findall(text[:SAMPLE])))
    if not text.strip():
        raise Unreadable("没有文字；如果是扫描的图片，要先识别成文字")
    if not chinese:
        raise Unreadable("里面没有汉字")
    if chinese > 200 and sum(text[:SAMPLE].count(sign) for sign in COMMON) < chinese * FEWEST_COMMON:
        raise Unreadable("看不出是哪种编码；请用记事本打开，另存为，编码选 UTF-8")
    longest = max(map(len, text.split("\n")))
    if longest > MAX_LINE:
        raise Unreadable(f"有一行长{longest:,}字，没有分段，不像一份文稿；请先分好段")


def simplified(text: str) -> str:
    """Return a text in simplified characters. Raises Unreadable where OpenCC is not installed."""
    from kb.publish.search.fold import converter

    convert = converter()
    if convert is None:
        raise Unreadable("转成简体要用 OpenCC，还没有装；请先运行 make setup")
    return convert(text)


def is_traditional(text: str) -> bool:
    """Whether a text is in traditional characters."""
    head = text[:SAMPLE]
    return sum(head.count(sign) for sign in TRADITIONAL) > sum(head.count(sign) for sign in SIMPLIFIED)


def is_simplified(text: str) -> bool:
    """Whether a text has characters that only simplified writing has, and no fewer than traditional ones."""
    return any(sign in text for sign in SIMPLIFIED) and not is_traditional(text)


def names(paths: Iterable[str]) -> list[str]:
    """Return what the drafts of each file are called: the file's name without its end, each once."""
    found: list[str] = []
    for path in paths:
        stem = "stdin" if path == STANDARD_INPUT else Path(path).stem
        name, number = stem, 1
        while name in found:
            number += 1
            name = f"{stem}-{number}"
        found.append(name)
    return found
