"""The desk without a page: what the build hands over, drafts as text, files, imports and plans."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import ROOT
from desk_draft_twin import Drafts
from kb.document import slot_ids
from kb.publish import desk, skeleton
from kb.word.blocks import Reader
from published import SNIPPETS, TEA, real_spec, sample

TOWNSHIP = {
    "township/tea.md": TEA,
    "township/snippets/assistance.md": SNIPPETS,
}


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    return Drafts(tmp_path_factory.mktemp("drafts"), TOWNSHIP)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    """Return the desk of this repository's samples."""
    docs = ROOT / "docs"
    found = {p.relative_to(docs).as_posix(): p.read_text(encoding="utf-8") for p in sorted(docs.rglob("*.md"))}
    samples = {name: text for name, text in found.items() if "\ngenre: " in text.split("\n---", 2)[0]}
    return Drafts(tmp_path_factory.mktemp("own"), samples)


def line(kind: str, text: str, level: int = 0, mark: str = "") -> dict[str, Any]:
    return {"kind": kind, "level": level, "mark": mark, "text": text}


def test_whole_sample_is_handed_over_with_ids_for_blanks():
    assert desk.whole(sample(TEA), real_spec()) == {
        "path": "township/tea",
        "title": "乡镇总工会年度工作总结（茶厂多）",
        "unit": "township",
        "genre": "annual_summary",
        "span": "year",
        "signed": True,
        "heading": "{{unit_name}}{{year}}年工作总结",
        "opening": [line("body", "{{year}}年，{{unit_name}}盯住采茶季用工。")],
        "sections": [
            {
                "anchor": "organization",
                "theme": "organization",
                "heading": "把会建到茶厂",
                "lines": [
                    line("heading", "先摸底", 2),
                    line(
                        "body",
                        "走访茶厂{{township/tea#走访茶厂}}家，上年新建基层工会{{new_unions@last}}家，今年{{new_unions}}家。",
                    ),
                    line("heading", "再补漏", 2),
                    line("item", "采茶前补建{{township/tea#补建小组}}个小组", mark="-"),
                    line("item", "采茶后再查一遍", mark="-"),
                ],
            },
            {
                "anchor": "rights_law",
                "theme": "rights_law",
                "heading": "把函送到人",
                "lines": [
                    line(
                        "body",
                        "发出提示函{{letters}}份，其中当面送达{{township/tea#当面送达}}份、"
                        "邮寄送达{{township/tea#邮寄送达}}份。",
                    ),
                    line("row", "送达\t份数"),
                    line("row", "当面\t{{township/tea#当面送达}}"),
                ],
            },
            {
                "anchor": "organization-2",
                "theme": "organization",
                "heading": "{{next_year}}年先做一件",
                "lines": [line("body", "3月底前新建{{new_unions@plan}}家。")],
            },
        ],
        "examples": {
            "year": "2026",
            "unit_name": "青石镇总工会",
            "township/tea#走访茶厂": "31",
            "new_unions@last": "3",
            "new_unions": "5",
            "township/tea#补建小组": "8",
            "letters": "9",
            "township/tea#当面送达": "6",
            "township/tea#邮寄送达": "3",
            "new_unions@plan": "4",
        },
        "relations": [
            {
                "kind": "sum",
                "item": "letters",
                "of": ["township/tea#当面送达", "township/tea#邮寄送达"],
                "severity": "error",
            }
        ],
    }


def test_scripts_for_the_desk_are_the_spec_a_list_for_each_unit_and_every_sample():
    names = [path for path, _ in desk.files([sample(TEA)], real_spec())]
    units = ["township", "street", "community", "school", "enterprise", "county", "agency"]
    assert names == [
        "assets/desk/spec.js",
        *(f"assets/desk/units/{unit}.js" for unit in units),
        "assets/desk/township/tea.js",
    ]


def test_printed_document_with_values_blanks_and_numbers(drafts: Drafts):
    assert drafts("blocks", "township/tea", {"year": "2026", "new_unions": "7", "township/tea#当面送达": "6"}) == [
        ["title", 0, "【单位全称】2026年工作总结"],
        ["body", 0, "2026年，【单位全称】盯住采茶季用工。"],
        ["heading", 1, "一、把会建到茶厂"],
        ["heading", 2, "（一）先摸底"],
        ["body", 0, "走访茶厂【走访茶厂】家，上年新建基层工会【上年·新建基层工会】家，今年7家。"],
        ["heading", 2, "（二）再补漏"],
        ["item", 0, "采茶前补建【补建小组】个小组"],
        ["item", 0, "采茶后再查一遍"],
        ["heading", 1, "二、把函送到人"],
        ["body", 0, "发出提示函【劳动法律监督提示函】份，其中当面送达6份、邮寄送达【邮寄送达】份。"],
        ["table", 0, [["送达", "份数"], ["当面", "6"]]],
        ["heading", 1, "三、2027年先做一件"],
        ["body", 0, "3月底前新建【明年计划·新建基层工会】家。"],
        ["signature", 0, "【单位全称】"],
        ["signature", 0, "【成文日期】"],
    ]


def test_desk_prints_every_sample_as_its_word_skeleton_does(own: Drafts):
    docs = ROOT / "docs"
    paths = [
        name.removeprefix("desk/")
        for name, data in own.files.items()
        if "/units/" not in name and data.get("genre", "snippet") != "snippet"
    ]
    spec = real_spec()
    wrong = []
    for path, found in zip(paths, own.all([["blocks", path] for path in paths]), strict=True):
        one = sample((docs / f"{path}.md").read_text(encoding="utf-8"), f"{path}.md")
        text = skeleton.build(one, spec).split("\n---\n", 1)[1]
        blocks = Reader({spec.label(i): i for i in slot_ids(one, spec)}, spec).blocks(text)
        expected = [
            [b.kind, b.level, [["".join(r.text for r in cell) for cell in row] for row in b.rows] or b.text]
            for b in blocks
        ]
        if found != expected:
            wrong.append((path, next((a, b) for a, b in zip(found, expected, strict=False) if a != b)))
    assert len(paths) > 50
    assert wrong == []


def test_text_of_every_section_comes_back_from_editing_as_it_was(own: Drafts):
    paths = [
        name.removeprefix("desk/") for name, data in own.files.items() if "/units/" not in name and "sections" in data
    ]
    rounds = own.all([["roundTrip", path] for path in paths])
    changed = [
        (path, before, after)
        for path, sections in zip(paths, rounds, strict=True)
        for section in sections
        for before, after in zip(*section, strict=True)
        if before != after
    ]
    assert changed == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("（一）摸清底数", line("heading", "摸清底数", 2)),
        ("(二)补建小组", line("heading", "补建小组", 2)),
        ("1.建立台账", line("heading", "建立台账", 3)),
        ("1. 第一项", line("item", "第一项", mark="1.")),
        ("- 第二项", line("item", "第二项", mark="-")),
        ("（一）摸清底数。走访企业十家。", line("body", "（一）摸清底数。走访企业十家。")),
        ("3.5万元已到账", line("body", "3.5万元已到账")),
        ("甲\t乙", line("row", "甲\t乙")),
        ("新建【新建基层工会】家", line("body", "新建{{new_unions}}家")),
        ("计划【明年计划·新建基层工会】家", line("body", "计划{{new_unions@plan}}家")),
        ("自己的【茶样份数】份", line("body", "自己的{{own#茶样份数}}份")),
        ("【a{b】不成空格", line("body", "【a{b】不成空格")),
        ("<img src=x onerror=alert(1)>", line("body", "<img src=x onerror=alert(1)>")),
    ],
)
def test_typed_line(drafts: Drafts, typed: str, read: dict[str, Any]):
    assert drafts("lines", typed) == [read]


OLD = """青石镇总工会2026年工作总结

　　2026 年,镇总工会做了三件事:建会、调解、慰问。
一、抓建会
（一）摸清底数
　　走访企业３１家(其中茶厂9家)。
二、抓调解
　　受理58件，占98.5%.
"""


def test_own_text_becomes_sections_and_is_tidied(drafts: Drafts):
    found = drafts("imported", OLD)
    assert found["draft"]["heading"] == "青石镇总工会2026年工作总结"
    assert [(s["heading"], [one["text"] for one in s["lines"]]) for s in found["draft"]["sections"]] == [
        ("", ["2026 年，镇总工会做了三件事：建会、调解、慰问。"]),
        ("抓建会", ["摸清底数", "走访企业31家（其中茶厂9家）。"]),
        ("抓调解", ["受理58件，占98.5%."]),
    ]
    assert found["note"] == "已放上来：按一级标题分成2段；全角半角和多余空格已理好。"


def test_text_without_headings_is_one_section(drafts: Drafts):
    found = drafts("imported", "第一段。\n第二段。")
    assert [(s["heading"], len(s["lines"])) for s in found["draft"]["sections"]] == [("", 2)]
    assert found["note"] == "已放上来：没有找到“一、”这样的标题，先放成一段。"


def test_draft_is_stored_whole(drafts: Drafts):
    assert drafts("stored", "township/tea") is True


def test_saved_file_opens_with_draft_and_values(drafts: Drafts):
    saved = drafts("saved", "township/tea", {"year": "2026"})
    opened = drafts("file", saved)
    assert opened["values"] == {"year": "2026"}
    assert [one["heading"] for one in opened["draft"]["sections"]] == [
        "",
        "把会建到茶厂",
        "把函送到人",
        "{{next_year}}年先做一件",
    ]


GOOD = {
    "kb": 1,
    "values": {},
    "draft": {"unit": "", "genre": "", "span": "", "heading": "", "signed": True, "sections": []},
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("不是文件", "这不是本网站保存的数据文件"),
        ('{"a": 1}', "这不是本网站保存的数据文件"),
        (json.dumps(GOOD | {"kb": 2}), "这个文件的版本本页不认识"),
        (json.dumps(GOOD | {"draft": {"sections": []}}), "文件里的文稿已损坏"),
        (json.dumps(GOOD | {"draft": GOOD["draft"] | {"sections": [{"id": 1}]}}), "文件里的文稿已损坏"),  # type: ignore[operator]
        (json.dumps(GOOD | {"values": {"year": 1}}), "文件已损坏，或有超过60字、多行的内容"),
    ],
)
def test_damaged_or_foreign_file_is_refused(drafts: Drafts, text: str, said: str):
    assert drafts("file", text) == said


def test_check_sees_the_text_with_values_and_repairs_words_not_values(drafts: Drafts):
    values = {"year": "2026", "unit_name": "青石镇总工会"}
    assert drafts("checked", "township/tea", values).split("\n")[:3] == [
        "青石镇总工会2026年工作总结",
        "2026年，青石镇总工会盯住采茶季用工。",
        "一、把会建到茶厂",
    ]
    assert drafts("repaired", "township/tea", values, "采茶季用工", "采茶季的用工") == [
        "",
        "{{year}}年，{{unit_name}}盯住采茶季的用工。",
    ]
    assert drafts("repaired", "township/tea", values, "2026年，青石", "今年，青石") is None


PROBLEM = """
## 还差在哪里 {: theme=problems }

茶季用工登记不全。散户多。
"""


def test_plan_takes_over_themes_figures_and_problems(tmp_path_factory: pytest.TempPathFactory):
    samples = {"township/tea.md": TEA + PROBLEM}
    name, law = (real_spec().themes[key].name for key in ("organization", "rights_law"))
    assert Drafts(tmp_path_factory.mktemp("plan"), samples)("plan", "township/tea") == [
        [
            "organization",
            name,
            [
                "以{{year}}年为基数，{{next_year}}年：新建基层工会由{{new_unions}}家到{{new_unions@plan}}家。",
                f"{{{{own#{name}的做法}}}}。{{{{own#{name}的完成时限}}}}前完成，由{{{{own#{name}的责任人}}}}负责。",
            ],
        ],
        [
            "rights_law",
            law,
            [
                "以{{year}}年为基数，{{next_year}}年：劳动法律监督提示函由{{letters}}份到{{letters@plan}}份。",
                f"{{{{own#{law}的做法}}}}。{{{{own#{law}的完成时限}}}}前完成，由{{{{own#{law}的责任人}}}}负责。",
            ],
        ],
        [
            "plan_tasks",
            "针对存在的问题，逐项整改",
            [
                "针对“茶季用工登记不全”的问题，{{own#整改措施1}}。"
                "{{own#整改1的完成时限}}前完成，由{{own#整改1的责任人}}负责。"
            ],
        ],
    ]


def test_plan_of_every_summary_begins_with_aims_and_ends_with_means(own: Drafts):
    found = [name.removeprefix("desk/") for name, data in own.files.items() if is_summary(name, data)]
    plans = own.all([["plan", path] for path in found])
    assert len(found) > 20
    for path, plan in zip(found, plans, strict=True):
        themes = [theme for theme, _, _ in plan]
        assert (themes[0], themes[-1]) == ("plan_goal", "plan_guarantee"), path
        assert any("@plan}}" in line for _, _, lines in plan for line in lines), path


def is_summary(name: str, data: Any) -> bool:
    """Whether a script holds an annual summary of a unit type whose plans have both aims and means."""
    return "/units/" not in name and data.get("genre") == "annual_summary" and data["unit"] not in ("county", "agency")


def test_recommended_outline_of_every_unit_type_and_genre_is_whole(own: Drafts):
    spec = real_spec()
    pairs = [(unit.key, genre, themes) for unit in spec.units.values() for genre, themes in unit.outlines.items()]
    made = own.all([["outline", unit, genre] for unit, genre, _ in pairs])
    for (unit, genre, themes), draft in zip(pairs, made, strict=True):
        assert (draft["unit"], draft["genre"]) == (unit, genre)
        assert [one["theme"] for one in draft["sections"] if one["theme"]] == list(themes)
        assert all(one["lines"] for one in draft["sections"]), (unit, genre)


def test_theme_without_any_source_is_an_open_blank_to_write_at(drafts: Drafts):
    draft = drafts("outline", "township", "annual_summary")
    culture = next(one for one in draft["sections"] if one["theme"] == "political_guidance")
    name = real_spec().themes["political_guidance"].name
    assert (culture["heading"], culture["lines"]) == (name, [line("body", f"{{{{own#{name}的做法和数字}}}}。")])
