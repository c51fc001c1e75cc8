import json
from pathlib import Path

from conftest import Tree
from intake_texts import SECTIONS, TITLED

FOREIGN = f"""某某村村民委员会2020年工作总结

今年以来，村两委整治村容，现总结如下：
一、整治村容
{"清理沟渠，硬化道路，村民栽种果树，合作社统一收购。" * 4}
二、防火防汛
{"汛期值班巡查水库，秋冬组织扑火演练，发放告知书到户。" * 4}
"""
# Codes that mean: a person must look.
LOOK = {"KB4", "KB503", "KB6", "KB801"}


def test_drafts_and_report(tree: Tree) -> None:
    tree.write({"raw/old.txt": f"第1篇：总结\n{TITLED}\n第2篇：总结\n{TITLED}", "raw/empty.txt": b""})
    run = tree.kb("intake", "raw/old.txt", "raw/empty.txt", "--out", "out")
    assert (run.code, run.err) == (1, "raw/empty.txt：是空文件\n")
    assert run.out == "raw/old.txt：2篇，草稿2篇，重复1篇\n写进 out；先看 report.html，逐处核对以后再用\n"
    names = sorted(p.name for p in (tree.root / "out").iterdir())
    assert names == ["old-01.md", "old-02.md", "old.report.html", "report.html", "report.json"]
    report = json.loads(tree.read("out/report.json"))
    first, second = report["pieces"]
    text = tree.read("raw/old.txt")
    assert text[first["start"] : first["end"]] == TITLED.strip()
    assert [h["text"] for h in first["headings"]] == list(SECTIONS)
    assert (second["duplicate_of"], second["duplicate_kind"]) == ("old-01", "exact")
    assert report["faults"] == [{"source": "raw/empty.txt", "message": "是空文件"}]
    checked = tree.kb("check", "out")
    codes = {line.split()[1] for line in checked.out.splitlines() if ".md:" in line}
    assert all(any(code.startswith(look) for look in LOOK) for code in codes), checked.out


def test_folder_with_files_in_it_is_left_alone(tree: Tree) -> None:
    tree.write({"old.txt": TITLED, "out/mine.txt": "我的"})
    run = tree.kb("intake", "old.txt", "--out", "out")
    assert (run.code, run.out, run.err) == (1, "", "out 里已有文件，没有改动；请给一个空文件夹\n")
    assert [p.name for p in (tree.root / "out").iterdir()] == ["mine.txt"]


def test_offsets_of_a_web_page_count_in_the_extracted_text(tree: Tree) -> None:
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in TITLED.split("\n")) + "</body></html>"
    tree.write({"a.html": page})
    assert tree.kb("intake", "a.html", "--out", "out").code == 0
    (piece,) = json.loads(tree.read("out/report.json"))["pieces"]
    assert tree.read("out/a.txt")[piece["start"] :].startswith("某某镇总工会2020年工作总结")


def test_several_processes_give_the_same_bytes(tree: Tree) -> None:
    tree.write({f"{n}.txt": TITLED.replace("镇", n) for n in ("乡", "县", "区")})
    for out, jobs in (("one", "1"), ("two", "3")):
        assert tree.kb("intake", "乡.txt", "县.txt", "区.txt", "--out", out, "--jobs", jobs).code == 0
    both = [{p.name: p.read_bytes() for p in (tree.root / out).iterdir()} for out in ("one", "two")]
    assert both[0] == both[1]


def test_text_that_is_no_document(tree: Tree) -> None:
    tree.write({"a.txt": "今天天气很好，大家都去散步。"})
    run = tree.kb("intake", "a.txt", "--out", "out")
    assert (run.code, run.err) == (1, "a.txt：没有找到像总结或计划的文稿\n")


def test_what_is_no_file(tree: Tree) -> None:
    tree.write({"folder/a.txt": TITLED})
    run = tree.kb("intake", "folder", "none.txt", "folder/a.txt", "--out", "out")
    assert (run.code, run.err) == (1, "folder：是文件夹；请给里面的文件\nnone.txt：没有这个文件\n")
    assert run.out.startswith("folder/a.txt：1篇，草稿1篇\n")


def test_foreign_piece_gets_no_draft(tree: Tree) -> None:
    tree.write({"a.txt": FOREIGN})
    assert tree.kb("intake", "a.txt", "--out", "out").out.startswith("a.txt：1篇，草稿0篇，不是工会工作的1篇")
    assert not list(Path(tree.root / "out").glob("*.md"))
