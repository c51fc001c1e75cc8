import pytest

from intake_texts import PARAGRAPH
from kb.intake import outline


def found(text: str) -> list[tuple[int, str]]:
    return [(h.level, h.text) for h in outline.find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、加强学习", 1),
        ("十二．加强学习", 1),
        ("第三部分 加强学习", 1),
        ("三\u3000加强学习", 1),
        ("叁、加强学习", 1),
        ("（一）加强学习", 2),
        ("(二)、加强学习", 2),
        ("㈢加强学习", 2),
        ("1、加强学习", 3),
        ("２．加强学习", 3),  # noqa: RUF001
        ("⒊加强学习", 3),
        ("（4）加强学习", 4),
        ("⑤加强学习", 4),
        ("## 一、加强学习", 1),
        ("**一、加强学习**", 1),
        ("\u3000\u3000一、加强学习", 1),
    ],
)
def test_level_is_the_kind_of_the_mark(line: str, level: int) -> None:
    assert found(f"{line}\n{PARAGRAPH}") == [(level, "加强学习")]


@pytest.mark.parametrize(
    "line",
    [
        "一是加强学习，二是加强服务。",
        "一 是加强学习，二 是加强服务。",
        "三\u3000八节组织女职工参观。",
        "1.5万元用于慰问。",
        "五一、六一期间开展慰问。",
        "二、三线职工参加体检。",
        "2020年工作顺利。",
        "3:00开会。",
    ],
)
def test_text_is_no_heading(line: str) -> None:
    assert found(line) == []


def test_heading_in_line_is_split_from_its_body() -> None:
    assert found(f"（一）抓建会。{PARAGRAPH}") == [(2, "抓建会")]


def test_first_clause_of_a_long_sentence_is_the_heading() -> None:
    text = "1、加大建会力度，在巩固村级工会的基础上，把园区里没有建会的企业摸清楚，年底以前全部建起来。"
    assert found(text) == [(3, "加大建会力度")]


def test_headings_glued_to_each_other_and_to_a_body() -> None:
    text = f"一、抓学习\n{PARAGRAPH}\n二、抓竞赛三、抓帮扶\n{PARAGRAPH}四、抓文体。{PARAGRAPH}"
    assert found(text) == [(1, "抓学习"), (1, "抓竞赛"), (1, "抓帮扶"), (1, "抓文体")]


def test_missing_and_repeated_numbers_are_noted() -> None:
    text = "一、甲方面的工作\n正文。\n三、乙方面的工作\n正文。\n三、丙方面的工作\n正文。"
    headings = outline.find(text, 0, len(text))
    assert outline.missing(headings, text) == ["第1级“乙方面的工作”前面缺第2条", "第1级“丙方面的工作”的序号3重复"]


def test_headings_counted_as_a_speaker_counts() -> None:
    text = "第一，抓学习，强素质\n办班三期。\n1、讲堂。请人讲课。\n第二，抓服务，暖人心\n走访到家。\n"
    assert [(h.level, h.text) for h in outline.find(text, 0, len(text)) if h.level == 1] == [
        (1, "抓学习，强素质"),
        (1, "抓服务，暖人心"),
    ]
    under = f"一、主要做法\n{text}二、存在不足\n人手不够。\n"
    assert [h.text for h in outline.find(under, 0, len(under)) if h.level == 1] == ["主要做法", "存在不足"]
