"""Files that nobody should write, checked by the real command all in one run: a finding for each, never a traceback."""

from __future__ import annotations

import os
import re
from itertools import pairwise

import pytest

from conftest import SAMPLE, Run, new_tree

HEADING = 'heading: "{{unit_name}}{{year}}年工作总结"\n'
NUMBERS = "受理劳动争议{{dispute_in=58}}件"


def front(*lines: str, without: str = "") -> str:
    """Return the sample with more lines in its front matter (from line 10 on), or without one of its keys."""
    text = re.sub(rf"^{without}: .*\n", "", SAMPLE, flags=re.M) if without else SAMPLE
    return text.replace("written: 2026-11-20\n", "".join(["written: 2026-11-20\n", *(f"{line}\n" for line in lines)]))


def value(key: str, written: str) -> str:
    """Return the sample with another value of a key."""
    return re.sub(rf"^{key}: .*$", lambda _: f"{key}: {written}", SAMPLE, flags=re.M)


def body(text: str) -> str:
    """Return the sample with more text at its end, from line 22 on."""
    return f"{SAMPLE}\n{text}\n"


# Content, and the lines and codes that are reported.
ODD: dict[str, tuple[str | bytes, list[tuple[int, str]]]] = {
    "empty": ("", [(1, "KB107")]),
    "one-line-end": ("\n", [(1, "KB107")]),
    "three-hyphens": ("---", [(1, "KB107")]),
    "only-front-matter": (SAMPLE.partition("\n\n")[0], [(1, "KB209")]),
    "empty-front-matter": ("---\n---\n", [(1, "KB103"), (1, "KB209")]),
    "front-matter-is-a-list": (value("title", "甲").replace("---\n", "---\n- 甲\n", 1), [(3, "KB101")]),
    "only-nul": (b"\0" * 1000, [(1, "KB107"), (1, "KB209")]),
    "nul-in-front-matter": (value("title", "甲\0乙"), [(2, "KB101")]),
    "control-in-front-matter": (value("title", "甲\x0b乙"), [(2, "KB101")]),
    "utf-16": (SAMPLE.encode("utf-16"), [(1, "KB501")]),
    "image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), [(1, "KB501")]),
    "1-mb": (SAMPLE + "a" * 1_048_576, [(1, "KB502")]),
    "list-nested-50-deep": (front("aliases: " + "[" * 50 + "]" * 50), [(10, "KB101")]),
    "list-nested-90000-deep": (front("aliases: " + "[" * 90_000), [(10, "KB101")]),
    "hyphens-nested-50000-deep": (front("aliases:", "- " * 50_000), [(11, "KB101")]),
    "mapping-nested-40000-deep": (front("aliases: " + "{a: " * 40_000), [(10, "KB101")]),
    "aliases-that-multiply": (
        front("a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]", *(f"{b}: &{b} [{f'*{a}, ' * 9}]" for a, b in pairwise("abcdefghi"))),
        [(10, "KB101")],
    ),
    "list-for-a-title": (value("title", "[甲, 乙]"), [(2, "KB104")]),
    "mapping-for-a-title": (value("title", "{甲: 乙}"), [(2, "KB104")]),
    "nothing-for-a-title": (value("title", ""), [(1, "KB103")]),
    "list-for-a-heading": (value("heading", "[甲]"), [(3, "KB104")]),
    "slot-without-quotes": (value("heading", "{{unit_name}}总结"), [(3, "KB101")]),
    "list-for-a-unit": (value("unit", "[township]"), [(4, "KB104")]),
    "unknown-unit": (value("unit", "village"), [(4, "KB104")]),
    "no-unit": (front(without="unit"), [(1, "KB103")]),
    "mapping-for-a-genre": (value("genre", "{甲: 乙}"), [(5, "KB104")]),
    "mapping-for-a-date": (value("written", "{甲: 乙}"), [(9, "KB104")]),
    "week-for-a-date": (value("written", "2026-W47-5"), [(9, "KB104")]),
    "no-such-day": (value("written", "2026-02-30"), [(9, "KB104")]),
    "text-for-aliases": (front("aliases: 工资协商"), [(10, "KB104")]),
    "nothing-for-aliases": (front("aliases:"), [(10, "KB104")]),
    "mapping-among-aliases": (front("aliases: [甲, 乙: 丙]"), [(10, "KB104")]),
    "list-among-aliases": (front("aliases: [甲, [乙]]"), [(10, "KB104")]),
    "text-for-relations": (front("relations: 甲"), [(10, "KB104")]),
    "mapping-for-relations": (front("relations: {kind: sum}"), [(10, "KB104")]),
    "texts-among-relations": (front("relations: [甲, 乙]"), [(10, "KB109")]),
    "range-among-relations": (
        front("relations:", "- {kind: range, item: new_unions, of: [dispute_in, dispute_ok], low: nan}"),
        [(11, "KB109"), (11, "KB109")],
    ),
    "list-for-a-kind": (front("relations:", "- {kind: [sum], item: new_unions, of: [dispute_in]}"), [(11, "KB109")]),
    "list-for-a-key": (front("? [甲, 乙]", ": 丙"), [(10, "KB101")]),
    "100-kb-key": (front("a" * 100_000 + ": 甲"), [(10, "KB101")]),
    "not-a-number": (body("{{new_members=NaN}}{{total_members=sNaN}}"), [(22, "KB313"), (22, "KB313")]),
    "infinity": (body("{{new_members=Infinity}}"), [(22, "KB313")]),
    "exponent": (body("{{new_members=1e999999999}}"), [(22, "KB313")]),
    "full-width-digits": (body("{{new_members=\uff11\uff12}}"), [(22, "KB313"), (22, "KB610")]),
    "60-digits": (SAMPLE.replace("=58}}", "=" + "9" * 60 + "}}"), [(20, "KB401"), (20, "KB405")]),
    "58-decimals": (SAMPLE.replace("89.7", "0." + "7" * 58), [(20, "KB401"), (20, "KB405")]),
    "year-in-words": (SAMPLE.replace("year=2026", "year=今年") + "\n{{next_year}}年再看。\n", [(22, "KB310")]),
    "private-use-characters": (body("\ue0000\ue001\ue0029\ue003"), []),
    "2000-headings": (body("##\n" * 2000), [(n, c) for n in range(22, 2022) for c in ("KB201", "KB209")]),
    "5000-open-slots": (body("{{\n" * 5000), [(n, "KB301") for n in range(22, 5022)]),
    "20000-slots-in-a-line": (body("{{new_unions}}" * 10_000), []),
    "5000-spans-and-slots": (body("`甲`{{new_unions}}" * 5000), []),
    "5000-links-with-slots": (body("[{{new_unions}}](a)" * 5000), [(22, "KB309")]),
    "100000-ticks": (body("`" * 100_000), [(22, "KB605")]),
    "600-lengths-of-ticks": (body(" ".join("`" * n for n in range(1, 600)) + "{{new_unions}}"), []),
    "20000-open-comments": (body("<!-- " * 20_000), [(22, "KB503")]),
    "20000-open-addresses": (body("<a:" * 20_000 + "{{new_unions}}"), []),
    "100000-brackets": (body("[" * 100_000), []),
    "20000-open-emphases": (body("*甲 _乙 " * 20_000), []),
    "heading-with-100000-blanks": (body(f"## 甲{' ' * 100_000}乙 {{: theme=problems }}\n\n丙"), []),
    "heading-with-50000-marks": (body(f"## 甲{' #' * 50_000}乙 {{: theme=problems }}\n\n丙"), []),
    "heading-with-an-open-list": (body(f"## 甲 {{: theme=problems{' ' * 100_000}\n\n丙"), [(22, "KB201")]),
    "heading-with-a-long-attribute": (body(f"## 甲 {{: theme=problems {'a' * 100_000} }}\n\n丙"), [(22, "KB206")]),
}  # fmt: skip


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return what the command does with all of them at once."""
    tree = new_tree(tmp_path_factory.mktemp("odd") / "project")
    for name, (content, _) in ODD.items():
        tree.write({f"drafts/{name}/a.md": content})
    return tree.kb("check", "drafts")


@pytest.mark.parametrize("name", ODD)
def test_odd_file_has_its_findings_and_no_others(checked: Run, name: str):
    found = re.findall(rf"^drafts/{name}/a\.md:(\d+) (KB\d+) ", checked.out, re.M)
    others = ("KB505", "KB801")  # so many copies of one sample
    assert [(int(line), code) for line, code in found if code not in others] == ODD[name][1]


def test_no_message_is_longer_than_a_person_reads(checked: Run):
    assert max(len(line) for line in checked.out.splitlines()) < 400


def test_all_were_read_and_nothing_failed(checked: Run):
    assert (checked.code, checked.err) == (1, "")
    assert f"查了{len(ODD)}个文件：" in checked.out.splitlines()[-1]


def test_folder_named_like_a_sample_is_no_sample(tmp_path):
    tree = new_tree(tmp_path / "project").write(
        {"docs/township/snippets.md/note.txt": "甲", "drafts/x.md/a.md": SAMPLE}
    )
    assert tree.kb("check").out == "查了1个文件：错误0处，请核对0处\n"
    assert tree.kb("check", "drafts").out == "查了1个文件：错误0处，请核对0处\n"
    assert tree.kb("check", "drafts/x.md").out == "查了1个文件：错误0处，请核对0处\n"


def test_link_to_nothing_is_reported(tmp_path):
    tree = new_tree(tmp_path / "project")
    (tree.root / "docs/township").mkdir()
    (tree.root / "docs/township/a.md").symlink_to("nowhere.md")
    assert tree.kb("check").out.startswith("docs/township/nowhere.md:1 KB901 没有这个文件；")


def test_file_name_that_is_not_utf_8_is_reported(tmp_path):
    tree = new_tree(tmp_path / "project")
    folder = tree.root / "docs/township"
    folder.mkdir()
    (folder / os.fsdecode(b"\xd7\xdc.md")).write_text(SAMPLE, encoding="utf-8")
    done = tree.kb("check")
    assert (done.code, done.err) == (1, "")
    assert "KB106 文件名是“??.md”" in done.out


@pytest.mark.parametrize("name", ["units.yml", "rules.yml", "writing.yml"])
def test_folder_in_the_place_of_a_spec_file_is_said_to_be_one(tmp_path, name: str):
    tree = new_tree(tmp_path / "project")
    (tree.root / "spec" / name).unlink()
    (tree.root / "spec" / name).mkdir()
    done = tree.kb("check")
    assert (done.code, done.out) == (1, "")
    assert done.err == f"kb：读写 {tree.root}/spec/{name} 时出错：Is a directory\n"
