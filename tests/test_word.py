"""Printed documents as Word files: the form, the layout, what stands in the file."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from kb.word.form import Block, Run, from_json, to_json
from kb.word.layout import width
from word_files import DRAFTS, body, controls, draft, layout, paragraphs, part, writer, written
from word_normal import normal

MADE = [pytest.param(name, id=name) for name in DRAFTS]
BLANK = Run("【年度】", open=True, slot="year", label="年度")


@pytest.fixture
def looks(tmp_path: Path):
    """Return a function that gives a draft in the form in which writers are compared."""

    def look(name: str) -> dict[str, object]:
        path = tmp_path / "a.docx"
        path.write_bytes(writer().write(draft(name)))
        return normal(path)

    return look


def paragraph(found: dict[str, object], text: str) -> dict[str, object]:
    """Return the paragraph with this text."""
    (one,) = [p for p in found["body"] if "runs" in p and "".join(r["text"] for r in p["runs"]) == text]
    return one


@pytest.mark.parametrize("name", MADE)
def test_drafts_come_back_from_json_as_they_were(name: str):
    blocks = draft(name)
    assert from_json(json.loads(json.dumps(to_json(blocks)))) == blocks


@pytest.mark.parametrize(
    "data",
    [
        pytest.param([{"kind": "poem"}], id="unknown kind"),
        pytest.param({"kind": "body"}, id="no list"),
        pytest.param([["body"]], id="no object"),
        pytest.param([{"kind": "body", "runs": ["甲"]}], id="run that is text"),
        pytest.param([{"kind": "table", "rows": ["甲"]}], id="row that is text"),
    ],
)
def test_json_of_another_form_is_refused(data: object):
    with pytest.raises(ValueError, match=r"expected|no kind"):
        from_json(data)


def test_page_is_that_of_the_standard(looks):
    page = looks("nothing")["page"]
    assert page == {
        "pgSz": {"w": "11906", "h": "16838"},  # 210 × 297 mm
        "pgMar": {"top": "2098", "right": "1474", "bottom": "1984", "left": "1587", "header": "1049", "footer": "1405"},
        "docGrid": {"type": "lines", "linePitch": "579"},
    }


def test_22_lines_of_28_characters_fit_between_the_margins():
    one = layout()
    height = one.paper[1] - one.margins["top"] - one.margins["bottom"]
    step = 16 * 20 + one.look("body").spacing
    assert (one.pitch, one.look("body").spacing) == (579, -5)
    assert height // one.pitch == 22
    assert one.text_width // step == 28
    assert one.look("title").spacing == 0


def test_looks_of_all_kinds_of_paragraphs(looks):
    found = looks("annual summary")
    looked = {
        text: (one["style"], one["look"].get("jc"), one["look"].get("firstLineChars"), one["runs"][0]["font eastAsia"])
        for text in (
            "某某镇总工会2026年工作总结",
            "一、抓建会，扩大覆盖",
            "（一）摸清底数，分类建会",
            "1.建立台账",
            "（1）逐家核对",
            "1.采茶前补建8个小组",
            "没有序号的一条",
            "受理劳动争议58件，调解成功52件。",
        )
        for one in [paragraph(found, text)]
    }
    assert looked == {
        "某某镇总工会2026年工作总结": ("title", "center", None, "方正小标宋简体"),
        "一、抓建会，扩大覆盖": ("heading 1", "left", "200", "黑体"),
        "（一）摸清底数，分类建会": ("heading 2", "left", "200", "楷体_GB2312"),
        "1.建立台账": ("heading 3", "left", "200", "仿宋_GB2312"),
        "（1）逐家核对": ("heading 4", "left", "200", "仿宋_GB2312"),
        "1.采茶前补建8个小组": ("normal", "both", "200", "仿宋_GB2312"),
        "没有序号的一条": ("normal", "both", "200", "仿宋_GB2312"),
        "受理劳动争议58件，调解成功52件。": ("normal", "both", "200", "仿宋_GB2312"),
    }


def test_body_is_3_in_size_with_latin_in_times_and_lines_of_a_fixed_height(looks):
    one = paragraph(looks("annual summary"), "受理劳动争议58件，调解成功52件。")
    assert one["look"] == {
        "firstLine": "640",
        "firstLineChars": "200",
        "jc": "both",
        "line": "579",
        "lineRule": "exact",
        "snapToGrid": "on",
    }
    assert one["runs"] == [
        {
            "text": "受理劳动争议58件，调解成功52件。",
            "font ascii": "Times New Roman",
            "font hAnsi": "Times New Roman",
            "font cs": "Times New Roman",
            "font eastAsia": "仿宋_GB2312",
            "font hint": "eastAsia",
            "spacing": "-5",
            "sz": "32",
        }
    ]


def test_title_is_2_in_size_with_an_empty_line_after_it(looks):
    one = paragraph(looks("annual summary"), "某某镇总工会2026年工作总结")
    assert one["look"] == {"after": "579", "jc": "center", "keepNext": "on", "line": "579", "lineRule": "exact"}
    assert {run["sz"] for run in one["runs"]} == {"44"}


def test_headings_have_their_levels_and_stay_with_what_follows(looks):
    found = [p["look"] for p in looks("annual summary")["body"] if str(p.get("style")).startswith("heading")]
    assert all(look["keepNext"] == "on" for look in found)
    styles = part(writer().write([]), "word/styles.xml")
    levels = [re.search(rf'"Heading{n}">.*?<w:outlineLvl w:val="(\d)"/>', styles, re.S)[1] for n in range(1, 5)]
    assert levels == ["0", "1", "2", "3"]


def test_signature_is_centred_right_of_13_characters_after_an_empty_line(looks):
    found = looks("annual summary")
    name, date = found["body"][-2:]
    both = {"jc": "center", "left": "4160", "leftChars": "1300", "line": "579", "lineRule": "exact", "snapToGrid": "on"}
    assert (name["style"], name["look"]) == ("signature", both | {"before": "579", "keepNext": "on"})
    assert (date["style"], date["look"]) == ("signature", both)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        pytest.param("某某镇总工会", 13, id="short"),
        pytest.param("某" * 14, 13, id="as long as the room"),
        pytest.param("某" * 15, 12, id="longer"),
        pytest.param("某" * 21, 6, id="much longer"),
        pytest.param("某" * 60, 0, id="longer than a line"),
        pytest.param("A" * 28, 13, id="latin letters are half as wide"),
    ],
)
def test_longer_names_get_more_room(name: str, left: int):
    assert layout().room(max(width(name), width("2026年12月31日"))) == left


def test_page_numbers_stand_outside_between_dashes(looks):
    footers = looks("three pages")["footers"]
    assert looks("three pages")["even_and_odd"] is True
    sides = {"odd": ("right", "rightChars"), "even": ("left", "leftChars")}
    for which, (side, chars) in sides.items():
        (one,) = footers[which]
        assert (one["look"]["jc"], one["look"][chars], one["look"][side]) == (side, "100", "280")
        (run,) = one["runs"]
        assert (run["text"].split(), run["sz"]) == (["—", "PAGE", "1", "—"], "28")
        assert {run[f"font {slot}"] for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {"宋体"}


def test_table_has_borders_a_head_and_as_many_cells_in_every_row(looks):
    (table,) = [b for b in looks("annual summary")["body"] if "cells" in b]
    assert table["width"] == {"w": "5000", "type": "pct"}
    assert set(table["borders"].values()) == {"single"}
    assert len(table["borders"]) == 6
    assert table["heads"] == [True, False, False]
    texts = [["".join(r["text"] for p in cell for r in p["runs"]) for cell in row] for row in table["cells"]]
    assert texts == [["项目", "上年", "今年"], ["受理", "61", "58"], ["调解成功", "50", "52（含联合调解）"]]
    assert {p["style"] for row in table["cells"] for cell in row for p in cell} == {"表头", "表格文字"}


def test_rows_that_are_too_short_are_filled_up_and_a_table_at_the_end_has_a_paragraph_after_it():
    cell = (Run("甲"),)
    content = writer().write([Block("table", rows=((cell, cell), (cell,)))])
    assert paragraphs(content) == ["甲", "甲", "甲", "", ""]


def test_table_without_cells_is_left_out():
    assert written([Block("body", (Run("甲"),)), Block("table"), Block("body", (Run("乙"),))]) == ["甲", "乙"]


@pytest.mark.parametrize("name", MADE)
def test_every_text_of_a_draft_is_in_the_file(name: str):
    found = [text for text in written(draft(name)) if text]
    wanted = []
    for block in draft(name):
        wanted += ["".join(r.text for r in cell) for row in block.rows for cell in row] or [block.text]
    assert found == [text.replace("\x01", "") for text in wanted if text]


def test_markup_and_signs_of_every_kind_are_text():
    found = written(draft("odd text"))
    assert found[0] == "<w:t>工会</w:t> & \"总结\" 'A'"
    assert found[2] == "<script>alert(1)</script>{{year}} ${x} [[y]] \\1 &amp; ]]> 【不是空格】"
    assert "控制符丢掉。" in found
    assert "生僻字𠮷、表情😀、英文Union和Ⅱ、①、℃、㎡" in found


def test_headings_below_the_fourth_level_look_like_the_fourth():
    document = Document(io.BytesIO(writer().write([Block("heading", (Run("深"),), level=5)])))
    assert document.paragraphs[0].style.style_id == "Heading4"


def test_open_blank_whose_id_is_known_is_a_control_with_its_label_as_placeholder():
    content = writer().write([Block("body", (BLANK, Run("年")))])
    assert controls(content) == [("year", "年度", "【年度】")]
    assert part(content, "word/document.xml").count("<w:showingPlcHdr/>") == 1
    assert paragraphs(content) == ["【年度】年"]


def test_open_blank_without_id_is_marked_text(looks):
    found = looks("open blanks")
    marked = [run["text"] for p in found["body"] if "runs" in p for run in p["runs"] if run.get("highlight")]
    assert marked[:3] == ["【单位全称】【年度】", "【年度】", "【单位全称】"]
    assert "w:sdt" not in part(writer().write(draft("open blanks")), "word/document.xml")


def test_ids_of_controls_differ():
    xml = part(writer().write([Block("body", (BLANK, BLANK)), Block("body", (BLANK,))]), "word/document.xml")
    assert re.findall(r'<w:id w:val="(\d+)"/>', xml) == ["1", "2", "3"]


def test_bold_is_bold_and_nothing_else_is(looks):
    found = looks("annual summary")
    assert [r["text"] for p in found["body"] if "runs" in p for r in p["runs"] if "b" in r] == ["其中规模以上企业5家"]


@pytest.mark.parametrize("name", MADE)
def test_same_blocks_give_the_same_bytes_without_a_date_or_a_name(name: str):
    content = writer().write(draft(name))
    assert content == type(writer())(writer().layout.data).write(draft(name))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [n for n in package.namelist() if "thumbnail" in n or "customXml" in n or n.endswith("app.xml")] == []
    properties = Document(io.BytesIO(content)).core_properties
    assert (properties.author, properties.last_modified_by, properties.created) == ("", "", None)
    assert properties.title == "".join(b.text for b in draft(name) if b.kind == "title")


@pytest.mark.parametrize("name", MADE)
def test_text_is_the_same_after_python_docx_saved_the_file_again(name: str):
    content, stream = writer().write(draft(name)), io.BytesIO()
    Document(io.BytesIO(content)).save(stream)
    assert paragraphs(stream.getvalue()) == paragraphs(content)


def test_file_has_no_text_box_no_macro_and_no_address():
    content = writer().write(draft("three pages"))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if name.endswith((".bin", ".vml"))]
        relations = "".join(package.read(n).decode() for n in package.namelist() if n.endswith(".rels"))
    assert "External" not in relations
    assert "txbx" not in part(content, "word/document.xml")


def test_table_of_fonts_tells_what_to_take_instead():
    xml = part(writer().write([]), "word/fontTable.xml")
    found = dict(re.findall(r'<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"/>', xml))
    assert found == {
        "方正小标宋简体": "方正小标宋_GBK",
        "黑体": "SimHei",
        "楷体_GB2312": "楷体",
        "仿宋_GB2312": "仿宋",
        "宋体": "SimSun",
    }


def test_a_page_begins_with_the_title():
    assert body(writer().write(draft("annual summary")))[0].style == "Title"
