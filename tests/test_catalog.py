"""catalog.json: one entry for each sample and snippet file."""

from __future__ import annotations

import json

import pytest

from conftest import Tree
from kb.publish import catalog
from published import SNIPPETS, TEA, body_only, real_spec, sample


def section(anchor: str, heading: str, theme: str, level: int, characters: int, slots: list[str]) -> dict[str, object]:
    return {
        "anchor": anchor,
        "heading": heading,
        "theme": theme,
        "level": level,
        "for": "",
        "characters": characters,
        "slots": slots,
    }


def test_entry_of_a_sample():
    assert catalog.entry(sample(TEA), real_spec()) == {
        "path": "township/tea.html",
        "title": "乡镇总工会年度工作总结（茶厂多）",
        "heading": "青石镇总工会2026年工作总结",
        "unit": "township",
        "genre": "annual_summary",
        "span": "year",
        "for": "茶厂多、采茶季用工紧的乡镇",
        "source": "original",
        "written": "2026-11-20",
        "aliases": ["茶厂工会", "采茶季"],
        "characters": 126,
        "slots": [
            "unit_name",
            "year",
            "走访茶厂",
            "new_unions@last",
            "new_unions",
            "补建小组",
            "letters",
            "当面送达",
            "邮寄送达",
            "next_year",
            "new_unions@plan",
            "sign_date",
        ],
        "sections": [
            section(
                "organization",
                "把会建到茶厂",
                "organization",
                1,
                52,
                ["走访茶厂", "new_unions@last", "new_unions", "补建小组"],
            ),
            section("organization-1", "先摸底", "organization", 2, 27, ["走访茶厂", "new_unions@last", "new_unions"]),
            # organization-2 is the second section of the theme, below
            section("organization.2", "再补漏", "organization", 2, 19, ["补建小组"]),
            section("rights_law", "把函送到人", "rights_law", 1, 36, ["letters", "当面送达", "邮寄送达"]),
            section("organization-2", "2027年先做一件", "organization", 1, 18, ["next_year", "new_unions@plan"]),
        ],
    }


def test_entry_of_a_snippet_file():
    assert catalog.entry(sample(SNIPPETS, "township/snippets/assistance.md"), real_spec()) == {
        "path": "township/snippets/assistance.html",
        "title": "乡镇帮扶段落",
        "heading": "",
        "unit": "township",
        "genre": "snippet",
        "span": "",
        "for": "",
        "source": "original",
        "written": "2026-11-20",
        "aliases": [],
        "characters": 14,
        "slots": ["visit_people"],
        "sections": [
            section("assistance", "把难处接住", "assistance", 1, 14, ["visit_people"]) | {"for": "困难职工多、经费少"}
        ],
    }


@pytest.mark.parametrize(
    ("body", "characters"),
    [
        pytest.param("## 建会 {: theme=organization }\n\n三家。", 2 + 3, id="heading and text"),
        pytest.param("共{{new_unions=12}}家。", 5, id="example value"),
        pytest.param("共{{new_unions=12}}家，{{new_unions}}家。", 9, id="value of a later mention"),
        pytest.param("{{year=2026}}到{{next_year}}", 9, id="derived value"),
        pytest.param("{{party_body}}领导", 5, id="default of an identity item: 镇党委"),
        pytest.param("**三**家`甲`", 3, id="inline marks dropped"),
        pytest.param("负责人{{某称呼=a*b*}}", 3 + 4, id="marks in a value are text"),
        pytest.param("[见此](a.md) \\*", 2 + 1, id="link text and escaped mark"),
        pytest.param("甲 乙\u3000丙\n丁", 4, id="blanks and line breaks not counted"),
        pytest.param("- 甲\n- 乙", 2, id="list marks dropped"),
        pytest.param("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |", 4, id="cells without the table's rules"),
        pytest.param("<!-- 说明 -->甲", 1, id="comment dropped"),
    ],
)
def test_characters_are_those_of_the_example_text_that_are_not_blank(body: str, characters: int):
    assert catalog.entry(sample(body_only(body)), real_spec())["characters"] == characters


def test_signature_is_not_counted_and_is_no_slot_with_sign_none():
    signed, unsigned = (catalog.entry(sample(body_only("三家。", sign)), real_spec()) for sign in ("", "sign: none\n"))
    assert (signed["slots"], unsigned["slots"]) == (["unit_name", "sign_date"], [])
    assert signed["characters"] == unsigned["characters"] == 3


def test_explicit_anchor_wins():
    entry = catalog.entry(sample(body_only("## 建会 {: theme=organization #first }\n\n三家。")), real_spec())
    assert [s["anchor"] for s in entry["sections"]] == ["first"]


def test_published_catalog_lists_samples_and_snippets_but_not_the_example_of_spec(township):
    tree: Tree = township(TEA).write({"docs/township/snippets/assistance.md": SNIPPETS})
    tree.write({"site/index.html": ""})
    done = tree.kb("finish", "site")
    assert (done.code, done.out) == (0, "写进 site：19个文件\n")
    listed = json.loads(tree.read("site/catalog.json"))["samples"]
    assert [e["path"] for e in listed] == ["township/a.html", "township/snippets/assistance.html"]
    made = sorted(p.relative_to(tree.root / "site").as_posix() for p in (tree.root / "site").rglob("*.*"))
    assert [name for name in made if not name.startswith("assets/")] == [
        "catalog.json",
        "index.html",
        "llms.txt",
        "skeletons/township/a.docx",
        "skeletons/township/a.md",
        "skeletons/township/a.outline.md",
    ]
