"""`kb fill` with Word files: from Markdown to .docx, from a Word skeleton to .docx."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from conftest import Tree
from filling import ALL, FILLED, SKELETON, account, fill, without
from kb.fill.word_file import slot_of
from published import real_spec
from word_files import controls, draft, paragraphs, part, writer

FEW = "year: 2026\nunit_name: 青石镇总工会\n"
SIGNED = SKELETON.replace("slots:\n", "slots:\n- {key: sign_date, label: 成文日期, unit: ''}\n", 1)
SIGNED += "\n【单位全称】\n\n【成文日期】\n"


def docx(tree: Tree, name: str = "b.docx") -> bytes:
    """Return a file of the project."""
    return (tree.root / name).read_bytes()


@pytest.fixture
def word_skeleton(tree: Tree) -> Tree:
    """Return a project with a Word skeleton, a.docx: all blanks are open."""
    done = fill(tree, "empty.yml", "year: ~\n", "-o", "a.docx")
    assert done.code == 0
    return tree


def again(tree: Tree, data: str, *more: str, skeleton: str = "a.docx"):
    """Run `kb fill` on a Word skeleton."""
    tree.write({"v.yml": data})
    return tree.kb("fill", skeleton, "--data", "v.yml", *more)


def test_markdown_skeleton_becomes_a_word_file(tree: Tree):
    done = fill(tree, "v.yml", ALL, "-o", "总结.docx")
    assert (done.code, done.out, done.err) == (0, "", "写好了 总结.docx：" + account(10, []))
    assert paragraphs(docx(tree, "总结.docx")) == [p.lstrip("# ") for p in FILLED.split("\n") if p]
    assert controls(docx(tree, "总结.docx")) == []


def test_what_is_open_stays_visible_marked_and_can_be_tabbed_to(tree: Tree):
    done = fill(tree, "v.yml", FEW, "-o", "b.docx")
    assert (done.code, done.err) == (0, "写好了 b.docx：" + account(2, without("单位全称", "年度", "下一年度")))
    assert paragraphs(docx(tree))[1] == "2026年新建基层工会【新建基层工会】家，名单见【附表】。"
    assert ("new_unions", "新建基层工会", "【新建基层工会】") in controls(docx(tree))
    xml = part(docx(tree), "word/document.xml")
    assert xml.count('<w:highlight w:val="yellow"/>') == len(controls(docx(tree))) == 8


def test_signature_is_set_as_one(tree: Tree):
    tree.write({"s.md": SIGNED, "v.yml": FEW + "sign_date: 2026年12月20日\n"})
    assert tree.kb("fill", "s.md", "--data", "v.yml", "-o", "b.docx").code == 0
    assert paragraphs(docx(tree))[-2:] == ["青石镇总工会", "2026年12月20日"]
    assert re.findall(r'<w:pStyle w:val="(\w+)"/>', part(docx(tree), "word/document.xml"))[-2:] == ["Signature"] * 2


def test_text_filled_in_two_steps_is_set_like_one_filled_at_once(tree: Tree):
    every = ALL + "sign_date: 2026年12月20日\n"
    first = [line for line in every.split("\n") if line.startswith(("year", "unit_name", "sign_date"))]
    rest = [line for line in every.split("\n") if line not in first]
    tree.write({"s.md": SIGNED, "all.yml": every, "first.yml": "\n".join(first), "rest.yml": "\n".join(rest)})
    assert tree.kb("fill", "s.md", "--data", "all.yml", "-o", "once.docx").code == 0
    assert tree.kb("fill", "s.md", "--data", "first.yml", "-o", "half.md").code == 0
    assert tree.kb("fill", "half.md", "--data", "rest.yml", "-o", "twice.docx").code == 0
    assert part(docx(tree, "twice.docx"), "word/document.xml") == part(docx(tree, "once.docx"), "word/document.xml")


def test_values_with_markup_are_text(tree: Tree):
    done = fill(tree, "v.csv", "unit_name,<w:br/>&amp;**甲**\nyear,2026\n", "-o", "b.docx")
    assert done.code == 0
    assert paragraphs(docx(tree))[0] == "<w:br/>&amp;**甲**2026年工作总结"


def test_contradictory_figures_are_reported_and_the_file_is_written(tree: Tree):
    done = fill(tree, "v.yml", "petitions: 9\n上级转办: 3\n直接接待: 5\n", "-o", "b.docx")
    assert done.code == 1
    assert done.err.endswith("数字对不上：接待来信来访写的是9，上级转办3＋直接接待5＝8\n")
    assert "接待来信来访9件次，其中上级转办3件、直接接待5件。" in paragraphs(docx(tree))


def test_word_skeleton_is_filled_where_it_stands(word_skeleton: Tree):
    done = again(word_skeleton, ALL, "-o", "b.docx")
    assert (done.code, done.out, done.err) == (0, "", "写好了 b.docx：" + account(10, []))
    assert paragraphs(docx(word_skeleton)) == [p.lstrip("# ") for p in FILLED.split("\n") if p]
    xml = part(docx(word_skeleton), "word/document.xml")
    assert not re.search("w:sdt|highlight|PlaceholderText", xml)


def test_word_skeleton_is_filled_by_label_and_followed_by_derived_values(word_skeleton: Tree):
    done = again(word_skeleton, "年度: 2026\n", "-o", "b.docx")
    assert (done.code, done.err) == (0, "写好了 b.docx：" + account(1, without("年度", "下一年度")))
    assert paragraphs(docx(word_skeleton))[-1] == "2027年新建【明年计划·新建基层工会】家。"


def test_what_a_reader_typed_into_a_blank_stays(word_skeleton: Tree):
    replace_in(word_skeleton, "a.docx", "<w:showingPlcHdr/>", "", "【单位全称】", "白云镇总工会")
    done = again(word_skeleton, "year: 2026\n", "-o", "b.docx")
    assert done.code == 0
    assert paragraphs(docx(word_skeleton))[0] == "白云镇总工会2026年工作总结"
    refused = again(word_skeleton, "unit_name: 青石镇总工会\n", "-o", "c.docx")
    assert (refused.code, refused.err) == (
        1,
        "v.yml:1 骨架里没有空格“unit_name”；可用的名称是骨架里还空着的【】中的字\n没有写出任何文件。\n",
    )


def test_blanks_that_lost_id_and_title_are_known_by_their_text(word_skeleton: Tree):
    """As LibreOffice saves them."""
    replace_in(word_skeleton, "a.docx", r'<w:(alias|tag|id) w:val="[^"]*"/>', "")
    done = again(word_skeleton, ALL, "-o", "b.docx")
    assert (done.code, done.err) == (0, "写好了 b.docx：" + account(10, []))
    assert paragraphs(docx(word_skeleton)) == [p.lstrip("# ") for p in FILLED.split("\n") if p]


def replace_in(tree: Tree, name: str, *pairs: str) -> None:
    """Change the text of a .docx: pattern, replacement, pattern, replacement …"""
    with zipfile.ZipFile(tree.root / name) as package:
        parts = {n: package.read(n).decode() for n in package.namelist()}
    for pattern, new in zip(pairs[::2], pairs[1::2], strict=True):
        parts["word/document.xml"] = re.sub(pattern, new, parts["word/document.xml"])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for n, content in parts.items():
            package.writestr(n, content)
    (tree.root / name).write_bytes(stream.getvalue())


@pytest.mark.parametrize(
    ("label", "slot"),
    [
        ("新建基层工会", "new_unions"),
        ("明年计划·新建基层工会", "new_unions@plan"),
        ("上年·自拟的", "自拟的@last"),
        ("自拟的", "自拟的"),
    ],
)
def test_id_of_a_label(label: str, slot: str):
    assert slot_of(label, real_spec()) == slot


@pytest.mark.parametrize("more", [pytest.param((), id="screen"), pytest.param(("-o", "b.md"), id="Markdown")])
def test_word_skeleton_gives_a_word_file_only(word_skeleton: Tree, more: tuple[str, ...]):
    done = again(word_skeleton, FEW, *more)
    said = "骨架是 .docx，填好的也是 .docx；请用 -o 写明文件名，如 -o 总结.docx\n没有写出任何文件。\n"
    assert (done.code, done.out, done.err) == (1, "", said)
    assert not (word_skeleton.root / "b.md").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"PK\x03\x04", "不是完好的 .docx，读不了；请重新下载骨架", id="cut off"),
        pytest.param(b"", "不是完好的 .docx，读不了；请重新下载骨架", id="empty"),
        pytest.param("骨架".encode(), "不是完好的 .docx，读不了；请重新下载骨架", id="text"),
    ],
)
def test_file_that_is_no_docx_is_refused(tree: Tree, content: bytes, said: str):
    tree.write({"x.docx": content})
    done = again(tree, FEW, "-o", "b.docx", skeleton="x.docx")
    assert (done.code, done.err) == (1, f"x.docx：{said}\n没有写出任何文件。\n")


def test_docx_without_blanks_is_refused(word_skeleton: Tree):
    assert again(word_skeleton, ALL, "-o", "full.docx").code == 0
    done = again(word_skeleton, FEW, "-o", "c.docx", skeleton="full.docx")
    said = "full.docx：里面没有空格可填；请用网站上“下载骨架（Word）”得到的 .docx\n没有写出任何文件。\n"
    assert (done.code, done.err) == (1, said)


def test_draft_that_the_desk_wrote_can_be_filled(tree: Tree):
    """Its blanks are marked text, neighbours in one run."""
    (tree.root / "desk.docx").write_bytes(writer().write(draft("open blanks")))
    done = again(tree, "year: 2026\nunit_name: 青石镇总工会\n当面送达: 6\n", "-o", "b.docx", skeleton="desk.docx")
    assert done.code == 0, done.err
    found = paragraphs(docx(tree))
    assert found[:2] == [
        "青石镇总工会2026年工作总结",
        "2026年，青石镇总工会新建基层工会【新建基层工会】家，明年计划新建【明年计划·新建基层工会】家。",
    ]
    assert found[-3:] == ["6", "青石镇总工会", "【成文日期】"]
    assert part(docx(tree), "word/document.xml").count("w:highlight") == 4


@pytest.mark.parametrize("name", ["b.doc", "b.WPS", "b.pdf"])
def test_other_kinds_of_files_are_refused(tree: Tree, name: str):
    done = fill(tree, "v.yml", FEW, "-o", name)
    ending = name[1:].lower()
    said = f"{name}：{ending} 读不了也写不了；请用 .docx（在 Word、WPS 里另存）或 .md\n没有写出任何文件。\n"
    assert (done.code, done.out, done.err) == (1, "", said)
