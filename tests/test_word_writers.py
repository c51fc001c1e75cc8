"""The browser's and Python's writer of Word files make the same document of the same draft; python-docx reads both."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from kb.word.form import from_json
from word_files import DRAFTS, paragraphs, part, writer
from word_normal import normal
from word_twin import in_browser

NAMES = list(DRAFTS)
OTHER = {
    "fonts": {"title": "宋体", "heading1": "黑体", "heading2": "楷体", "body": "仿宋"},
    "margins_mm": {"top": 30, "right": 25, "bottom": 30, "left": 25},
    "line_pitch_pt": 28,
    "chars_per_line": 28,
}
ON = {
    "header": {"on": True, "issuer": "某某镇总工会文件", "number": ""},
    "imprint": {"on": True, "copies": "某某县总工会", "office": "<b>某某镇总工会</b>", "date": "2026年12月31日"},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("word")


@pytest.fixture(scope="module")
def both(folder: Path) -> dict[str, tuple[Path, Path]]:
    """Return each draft's two files: the browser's and Python's."""
    made = in_browser([{"blocks": DRAFTS[name]} for name in NAMES], folder)
    found = {}
    for name, content in zip(NAMES, made, strict=True):
        found[name] = (folder / f"{name} browser.docx", folder / f"{name} python.docx")
        found[name][0].write_bytes(content)
        found[name][1].write_bytes(writer().write(from_json(DRAFTS[name])))
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("aspect", ["page", "even_and_odd", "footers", "body"])
def test_both_writers_make_the_same_document(both: dict[str, tuple[Path, Path]], name: str, aspect: str):
    browser, python = (normal(path)[aspect] for path in both[name])
    assert browser == python


def styles(path: Path) -> dict[str, str]:
    """Return the XML of each style that a paragraph of ours may have."""
    found = Document(str(path)).styles
    names = ["Normal", "Title", *(f"Heading {n}" for n in range(1, 5)), "Signature", "表格文字", "表头", "Footer"]
    return {name: found[name].element.xml.split(">", 1)[1] for name in names}


def test_both_writers_have_the_same_styles(both: dict[str, tuple[Path, Path]]):
    browser, python = both["nothing"]
    assert styles(browser) == styles(python)


def test_a_file_names_nobody_and_no_time_and_is_the_same_when_made_again(folder: Path):
    draft = {"blocks": DRAFTS["annual summary"], "settings": ON}
    first, second = in_browser([draft, draft], folder)
    assert first == second
    assert not any(word in part(first, "docProps/core.xml") for word in ("creator", "lastModifiedBy", "created"))
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_fonts_margins_and_pitch_of_ones_own(folder: Path, tmp_path: Path):
    (content,) = in_browser([{"blocks": DRAFTS["annual summary"], "settings": OTHER}], folder)
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    found = normal(path)
    assert {k: found["page"]["pgMar"][k] for k in ("top", "right", "bottom", "left")} == {
        "top": "1701",
        "right": "1417",
        "bottom": "1701",
        "left": "1417",
    }
    assert found["page"]["docGrid"] == {"type": "lines", "linePitch": "560"}
    looks = [(p["style"], p["look"]["line"], p["runs"][0]["font eastAsia"]) for p in found["body"] if "runs" in p]
    assert looks[:6] == [
        ("title", "560", "宋体"),
        ("normal", "560", "仿宋"),
        ("heading 1", "560", "黑体"),
        ("heading 2", "560", "楷体"),
        ("heading 3", "560", "仿宋"),
        ("heading 4", "560", "仿宋"),
    ]


def test_letterhead_stands_over_the_title_and_the_imprint_at_the_last_paragraph(folder: Path):
    (content,) = in_browser([{"blocks": DRAFTS["long name"], "settings": ON}], folder)
    title, body, name, date = ("".join(run["text"] for run in block["runs"]) for block in DRAFTS["long name"])
    assert paragraphs(content) == [
        "某某镇总工会文件",
        "【发文字号】",
        title,
        body,
        name,
        "　抄送：某某县总工会。",
        "",
        "　<b>某某镇总工会</b>2026年12月31日印发　",
        date,
    ]
