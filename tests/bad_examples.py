"""One bad example for each code: a file of tests/samples/bad/, or a function where no file can hold the fault.

The files are good samples but for their one fault, and marked by nothing (see bad_found.py); they are checked outside
docs/, where only their text counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bad_found import DRAFTS, IN_SPEC
from conftest import ROOT, SAMPLE, Tree

FOLDER = ROOT / "tests" / "samples" / "bad"
Put = Callable[[Tree], list[str]]


@dataclass(frozen=True)
class Bad:
    """Where the fault of a code is and what is found; `put` puts the example into a project, and gives the paths
    that `kb check` is told."""

    file: str
    line: int
    found: str
    put: Put


def draft(code: str) -> Put:
    """Return what puts a bad sample beside docs/."""

    def put(tree: Tree) -> list[str]:
        tree.write({f"drafts/{code}.md": (FOLDER / f"{code}.md").read_bytes()})
        return [f"drafts/{code}.md"]

    return put


def written(files: dict[str, str | bytes]) -> Put:
    """Return what writes files into the project and checks them."""

    def put(tree: Tree) -> list[str]:
        tree.write(files)
        return list(files)

    return put


def published(files: dict[str, str | bytes]) -> Put:
    """Return what writes files into the project and checks all of it as before publishing."""

    def put(tree: Tree) -> list[str]:
        tree.write(files)
        return ["--publish"]

    return put


def in_place_of_spec(code: str, name: str) -> Put:
    """Return what puts a faulty file in the place of one of spec/: the one that its first line names."""

    def put(tree: Tree) -> list[str]:
        text = (FOLDER / f"{code}.yml").read_text(encoding="utf-8")
        assert text.startswith(f"# replaces: {name}\n")
        tree.write({f"spec/{name}": text})
        return []

    return put


def without_file(name: str) -> Put:
    """Return what takes a file away."""

    def put(tree: Tree) -> list[str]:
        (tree.root / name).unlink()
        return []

    return put


def in_gbk(name: str) -> Put:
    """Return what saves a file as older Windows programs do."""

    def put(tree: Tree) -> list[str]:
        tree.write({name: tree.read(name).encode("gb18030")})
        return []

    return put


TWINS = "drafts/a.md", "drafts/b.md"
OTHER_TEXT = "秋收以后把外出回来的人请到村里坐下来算一算一年的工钱差了多少由谁去要什么时候要到。"
OTHER = f"{SAMPLE.partition('## ')[0]}## 建会 {{: theme=organization }}\n\n{OTHER_TEXT}\n"
SAME_TITLE = {TWINS[0]: SAMPLE, TWINS[1]: OTHER}
SAME_TEXT = {TWINS[0]: OTHER, TWINS[1]: OTHER.replace("试验用", "又一篇")}
BIG = SAMPLE + "某" * 350_000
# A snippet: samples in docs/ would also have to be long enough and the like.
SNIPPET = """---
title: 乡镇建会段落
unit: township
genre: snippet
source: original
written: 2026-11-20
---

## 抓建会，扩大覆盖 {: theme=organization for="企业多" }

今年新建基层工会{{new_unions=12}}家。
"""
STREET, SPACES = "docs/street/snippets/a.md", "docs/township/snippets/jian hui.md"
# What a finished sample has: twelve blanks and more, 1,500 characters, headings of one length.
BLANKS = "、".join(
    f"{name}社{{{{{name}社新入会={number}}}}}人" for number, name in enumerate("东南西北中前后左右上下", 20)
)
LONG = "今年的工作是一家一家走出来的，听到的难处都记在本子上，回来一条一条办。" * 50


def finished(blanks: str, text: str, second_heading: str) -> Put:
    """Return what puts a sample into docs/ that is finished but for one thing."""
    front, _, _ = SAMPLE.partition("## ")
    first = f"## 抓建会，扩大覆盖 {{: theme=organization }}\n\n新入会：{blanks}。\n\n"
    second = f"## {second_heading} {{: theme=rights_law }}\n\n{text}\n\n"
    return written(
        {"docs/township/a.md": f"{front}{first}{second}## 抓帮扶，办好实事 {{: theme=assistance }}\n\n还有难处。\n"}
    )


EXAMPLES = {code: Bad(f"drafts/{code}.md", *rest, draft(code)) for code, rest in DRAFTS.items()}
EXAMPLES |= {
    code: Bad(f"spec/{name}", line, found, in_place_of_spec(code, name))
    for code, (name, line, found) in IN_SPEC.items()
}
EXAMPLES |= {
    "KB105": Bad(STREET, 3, "unit 是 township，文件在 street/snippets/ 里", written({STREET: SNIPPET})),
    "KB106": Bad(SPACES, 1, "文件名是“jian hui.md”", written({SPACES: SNIPPET})),
    "KB501": Bad("a.md", 2, "这里开始不是 UTF-8（像是 GBK）", written({"a.md": SAMPLE.encode("gbk")})),
    "KB502": Bad("a.md", 1, "文件有 1,025 KB", written({"a.md": BIG})),
    "KB505": Bad(TWINS[1], 2, f"title 与 {TWINS[0]} 相同", written(SAME_TITLE)),
    "KB506": Bad("docs/township/a.txt", 1, "有.txt的文件", published({"docs/township/a.txt": "原文"})),
    "KB507": Bad("docs/guide/a.md", 5, "文件头有“genre: annual_summary”", published({"docs/guide/a.md": SAMPLE})),
    "KB701": Bad("docs/township/a.md", 1, "全篇只有3个空格", finished("11人", LONG, "抓协调，化解矛盾")),
    "KB702": Bad(
        "docs/township/a.md",
        1,
        "正文124字，这类单位的这个文种常见1500—4500字",
        finished(BLANKS, "还有难处。", "抓协调，化解矛盾"),
    ),
    "KB703": Bad(
        "docs/township/a.md",
        18,
        "标题“抓协调，把一年里遇到的矛盾一件一件化解在”有22字，其他标题多是8字",
        finished(BLANKS, LONG, "抓协调，把一年里遇到的矛盾一件一件化解在基层"),
    ),
    "KB801": Bad(TWINS[1], 1, f"与 {TWINS[0]} 有100%相同", written(SAME_TEXT)),
    "KB901": Bad("spec/laws.yml", 1, "没有这个文件", without_file("spec/laws.yml")),
    "KB907": Bad("spec/laws.yml", 1, "不是 UTF-8 编码", in_gbk("spec/laws.yml")),
}
