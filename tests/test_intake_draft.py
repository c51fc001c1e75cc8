from pathlib import Path

import pytest

from intake_texts import OPENING, PARAGRAPH, TITLED
from kb.intake.draft import draft
from kb.intake.model import Figure, Heading, Junk, Labels, Piece, Private, Rewrite
from kb.intake.run import take
from kb.rules.gate import check_text
from kb.spec import load

SPEC = load(Path(__file__).resolve().parent.parent / "spec")[0]
LABELS = Labels("township", "annual_summary", "year", True, 0.9)


def written(text: str, headings: list[Heading] | None = None, **found: list[object]) -> str:
    piece = Piece("a-1", "a.txt", 0, len(text), labels=LABELS, headings=headings or [], **found)  # type: ignore[arg-type]
    return draft(text, piece, SPEC, "2026-11-21")


def body(text: str, headings: list[Heading] | None = None, **found: list[object]) -> list[str]:
    return written(text, headings, **found).split("---\n", 2)[2].strip().split("\n\n")


def codes(text: str) -> set[str]:
    return {p.code for p in check_text(text, "a-1.md", SPEC)[1]}


def heading(text: str, words: str, mark: str, level: int, theme: str = "") -> Heading:
    start = text.index(mark + words) + len(mark)
    return Heading(level, words, start, start + len(words), start - len(mark), theme)


def test_front_matter_is_complete_and_says_what_a_person_decides() -> None:
    assert written(TITLED).split("---\n")[1] == (
        'title: "乡镇工会年度总结（待审：a-1）"\n'
        'heading: "{{unit_name}}{{year}}年工作总结"\n'
        "unit: township\ngenre: annual_summary\nspan: year\nfor: 待审：写清哪种单位用得上\n"
        "source: original\nwritten: 2026-11-21\n"
    )


def test_highest_kind_of_mark_becomes_the_first_level() -> None:
    text = f"（一）抓建会\n1、摸底\n{PARAGRAPH}\n（二）抓维权\n{PARAGRAPH}"
    headings = [
        heading(text, "抓建会", "（一）", 2, "organization"),
        heading(text, "摸底", "1、", 3),
        heading(text, "抓维权", "（二）", 2, "rights_law"),
    ]
    assert body(text, headings) == [
        "## 抓建会 {: theme=organization }",
        "### 摸底",
        PARAGRAPH,
        "## 抓维权 {: theme=rights_law }",
        PARAGRAPH,
    ]


def test_changes_are_made_from_all_that_was_found() -> None:
    text = "张三丰在甲镇签群众合同12份。星火范文网好。"
    lines = body(
        text,
        private=[Private("person", "张三丰", 0, "张某")],
        rewrites=[Rewrite(7, "群众合同", "集体合同"), Rewrite(11, "12", "21", sure=False)],
        figures=[Figure(11, 13, "contracts", "", "12")],
        junk=[Junk(15, 20, "watermark")],
    )
    assert lines[-1] == "张某在甲镇签集体合同{{contracts=12}}份。好。"


def test_a_name_over_the_end_of_a_line_does_not_leak() -> None:
    text = "会议由王\n小明同志主持。"
    assert "小明" not in written(text, private=[Private("person", "王\n小明", 3, "王某")])


def test_second_value_of_one_item_stays_text() -> None:
    text = "建会12家，再建会15家。"
    figures = [Figure(2, 4, "new_unions", "", "12"), Figure(9, 11, "new_unions", "", "15")]
    assert body(text, figures=figures)[-1] == "建会{{new_unions=12}}家，再建会15家。"


def test_broken_lines_are_joined() -> None:
    assert body(f"{OPENING}\n{PARAGRAPH[:30]}\n\n{PARAGRAPH[30:]}")[-1] == PARAGRAPH


def test_marks_of_markdown_and_of_the_format_are_text() -> None:
    lines = body("用*号和{{甲}}、【乙】、<b>丙</b>、[丁](戊)、`己`、#庚。")
    assert lines[-1] == r"用\*号和（（甲））、（乙）、〈b〉丙〈/b〉、\[丁\]（戊）、\`己\`、\#庚。"


def test_pinyin_becomes_the_word_or_a_prompt() -> None:
    text = "规范guǎnlǐ，加强qiúzhēn。"
    junk = [Junk(2, 8, "pinyin"), Junk(11, 18, "pinyin")]
    assert body(text, junk=junk)[-1] == "规范管理，加强（写：原稿这里是拼音“qiúzhēn”）。"


def test_signature_and_date_are_left_out() -> None:
    assert body(f"{OPENING}\n{PARAGRAPH}\n某某镇总工会\n2020年12月20日")[-1] == PARAGRAPH


def test_draft_without_headings_or_with_bare_ones_passes_the_check() -> None:
    bare = "一、加强学习\n二、加强服务"
    headings = [heading(bare, "加强学习", "一、", 1), heading(bare, "加强服务", "二、", 1)]
    for text, found in (("工会开展工作。", []), (bare, headings), (PARAGRAPH, [])):
        assert codes(written(text, found)) <= {"KB503", "KB610"}


@pytest.mark.parametrize("credit", ["撰稿：段丽芳　核稿：高志远", "（供稿：段丽芳 审核：高志远）"])
def test_who_wrote_a_document_is_told_and_left_out(credit: str, tmp_path: Path):
    text = f"{TITLED}\n\n{credit}\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    taken = take(str(tmp_path / "a.txt"), "a", SPEC, "2026-11-21")
    (piece,) = taken.pieces
    assert text[piece.start : piece.end].endswith(credit)
    assert [(p.text, p.kind) for p in piece.private][-2:] == [("段丽芳", "person"), ("高志远", "person")]
    assert "段" not in taken.drafts[piece.id]
    assert "稿：" not in taken.drafts[piece.id]
