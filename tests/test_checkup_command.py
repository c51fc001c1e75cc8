"""`kb checkup` on files as people have them: what it prints, the JSON, the exit code, what it can't read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from conftest import Tree

FAULTY = "某某镇总工会2026年工作总结\n\n全年新签群众合同26份。\n"
CLEAN = "某某镇总工会2026年工作总结\n\n全年新签集体合同26份。\n"
SAVE_AS = "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”再查"
KEYS = ["file", "unit", "genre", "year", "guessed", "findings"]
FINDING = ["start", "end", "text", "kind", "severity", "message", "basis", "level", "repair"]


def test_findings_are_printed_with_what_was_guessed(tree: Tree):
    tree.write({"a.txt": FAULTY})
    done = tree.kb("checkup", "a.txt")
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines() == [
        "a.txt：乡镇，年度总结，2026年（单位类型、文种、年份是从文中看的，不对就写明）",
        "  第3行［必须改］换词 “…全年新签群众合同26份。…”：“群众”像是换词稿里的词，原词是“集体合同”"
        "（通行做法：换词稿还原表）；可改成“集体”",
        "  必须改1处，建议改0处，请核对0处",
    ]


def test_json_has_the_keys_of_the_contract_one_draft_a_line(tree: Tree):
    tree.write({"a.txt": FAULTY, "b.md": CLEAN})
    done = tree.kb("checkup", "a.txt", "b.md", "--unit", "township", "--year", "2026", "--json")
    first, second = (json.loads(line) for line in done.out.splitlines())
    assert done.code == 1
    assert list(first) == KEYS
    assert list(first["findings"][0]) == FINDING
    assert (first["file"], first["guessed"]) == ("a.txt", ["genre"])
    finding = first["findings"][0]
    assert FAULTY[finding["start"] : finding["end"]] == finding["text"] == "群众"
    assert second["findings"] == []


def test_folders_are_searched_and_a_clean_draft_exits_0(tree: Tree):
    tree.write({"drafts/a.txt": CLEAN, "drafts/sub/b.md": CLEAN, "drafts/c.pdf": "no draft"})
    done = tree.kb("checkup", "drafts", "--json")
    assert done.code == 0
    assert [json.loads(line)["file"] for line in done.out.splitlines()] == ["drafts/a.txt", "drafts/sub/b.md"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16"])
def test_encodings_that_people_have(tree: Tree, encoding: str):
    text = "某某鎮總工會2026年工作總結\n拟" if encoding == "utf-8" else "某某市2026年工作的文件，在工人中召集的大會\n"
    tree.write({"a.txt": text.encode(encoding)})
    done = tree.kb("checkup", "a.txt", "--json")
    assert json.loads(done.out)["year"] == 2026


def test_docx_with_a_table(tree: Tree, tmp_path: Path):
    document = Document()
    document.add_paragraph("某某镇总工会2026年工作总结")
    document.add_paragraph("全年新签群众合同26份。")
    row = document.add_table(1, 2).rows[0].cells
    row[0].text, row[1].text = "劳动保护法", "1次"
    document.save(str(tmp_path / "a.docx"))
    found = json.loads(tree.kb("checkup", str(tmp_path / "a.docx"), "--json").out)["findings"]
    assert [f["text"] for f in found] == ["群众", "劳动保护法"]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
            f"是旧的 .doc 格式，读不了；{SAVE_AS}（有密码的先去掉密码）",
        ),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
            f"有打开密码，或是旧的 .doc 格式，读不了；{SAVE_AS}（有密码的先去掉密码）",
        ),
        (
            "a.pdf",
            b"%PDF-1.4",
            "是 PDF，读不了；请打开原来的 Word 文件，扫描件要先识别成文字，存为 .docx 或 .txt 再查",
        ),
        ("b.docx", b"PK\x03\x04 no archive", f"不是完好的 .docx，读不了；{SAVE_AS}"),
        ("a.txt", b"  \n", "没有文字；如果是扫描的图片，要先识别成文字"),
        ("b.txt", b"\x00\x01\x02", f"不是文字文件，读不了；{SAVE_AS}，或存为 .txt"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_goes_on(tree: Tree, name: str, data: bytes, why: str):
    tree.write({name: data, "clean.md": CLEAN})
    done = tree.kb("checkup", name, "clean.md", "--json")
    assert (done.code, done.err) == (1, f"{name}：{why}\n")
    assert json.loads(done.out)["file"] == "clean.md"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "kb：没有 nowhere.txt\n"),
        (
            ["a.txt", "--unit", "village"],
            "kb：没有“village”；可用的是：township、street、community、school、enterprise、county、agency\n",
        ),
        (["a.txt", "--year", "26"], "kb：年份“26”不对，应当像 2026\n"),
    ],
)
def test_wrong_arguments_exit_2(tree: Tree, arguments: list[str], said: str):
    tree.write({"a.txt": CLEAN})
    done = tree.kb("checkup", *arguments)
    assert (done.code, done.out, done.err) == (2, "", said)


@pytest.mark.parametrize("command", [["checkup", "a.txt"], ["intake", "a.txt", "--out", "out"]])
def test_spec_that_cannot_be_used_is_named_and_nothing_done(tree: Tree, command: list[str]):
    rules = tree.root / "spec/checkup.yml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("  count: '{n}{u}'", "  count: '{n}{u}('"), encoding="utf-8")
    done = tree.write({"a.txt": FAULTY}).kb(*command)
    line, last = done.err.splitlines()
    assert (done.code, done.out) == (1, "")
    assert " KB909 figures 的 count 不是能用的正则：{n}{u}(（" in line
    assert last == "spec/ 不全或用不了，什么也没有做；改好以后再来。"
    assert not (tree.root / "out").exists()
