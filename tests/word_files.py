"""Word files in tests: made from blocks or found on disk, and read again."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from conftest import ROOT
from kb.word.form import Block, from_json
from kb.word.layout import Layout
from kb.word.writer import Writer
from published import real_spec

DRAFTS = {d["name"]: d["blocks"] for d in json.loads((ROOT / "tests/word_drafts.json").read_text("utf-8"))["drafts"]}


@cache
def layout() -> Layout:
    """Return the real layout."""
    return Layout(real_spec().layout)


@cache
def writer() -> Writer:
    """Return a writer in the real layout."""
    return Writer(real_spec().layout)


def draft(name: str) -> list[Block]:
    """Return a draft of tests/word_drafts.json."""
    return from_json(DRAFTS[name])


def body(content: bytes | Path) -> BaseOxmlElement:
    """Return the body of a .docx."""
    source = str(content) if isinstance(content, Path) else io.BytesIO(content)
    return Document(source).element.body


def paragraphs(content: bytes | Path) -> list[str]:
    """Return the text of every paragraph, those in tables and the text of blanks too."""
    found = body(content).iter(qn("w:p"))
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in found]


def controls(content: bytes | Path) -> list[tuple[str, str, str]]:
    """Return tag, title and text of every content control."""
    found = []
    for control in body(content).iter(qn("w:sdt")):
        said = [control.find(f"{qn('w:sdtPr')}/{qn(name)}").get(qn("w:val")) for name in ("w:tag", "w:alias")]
        found.append((*said, "".join(t.text or "" for t in control.iter(qn("w:t")))))
    return found


def part(content: bytes, name: str) -> str:
    """Return one file of a .docx."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def written(blocks: Sequence[Block]) -> list[str]:
    """Return the paragraphs of a document made from blocks."""
    return paragraphs(writer().write(blocks))
