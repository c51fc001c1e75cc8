"""Titles of a page that stand again within sentences, or alone in the middle of a document."""

import pytest

from kb.intake import clean, page_titles
from kb.intake.lines import lines_of


def found(text: str) -> list[str]:
    return [text[j.start : j.end] for j in page_titles.find(text)]


@pytest.mark.parametrize(
    ("before", "title", "after"),
    [
        ("全年共走访职工四十户。", "镇工会年度工作总结及工作思路", ""),
        ("职工踊跃报名。", "20__年企业工会工作计划", "在车间设立意见箱，方便职工。"),
        ("办了三期培训，", "公司工会年终工作总结范文，", "参加的职工有二百人。"),
        ("全年办培训三期。", "幼儿园工会工作总结，", "教师们都说好。"),
        ("评上了先进，", "20xx年度乡镇工会工作总结及2024年工作计划，", "村村都有了工会。"),
        ("送去米面。", "街道年终工作总结第3页", "对特困户建档立卡。"),
        ("调解了十起纠纷；", "医院工会工作要点，", "挽回损失三万元。"),
        ("补发到位”。", "企业工会年终总结", "工会还请来律师。"),
        ("到八家门店，", "工会餐饮行业工作总结", "送去手套、毛巾三百份。"),
        ("走访看望老人。", "（学校工会工作总结）", "下午召开座谈会。"),
    ],
)
def test_a_title_where_no_sentence_has_room_for_it(before: str, title: str, after: str) -> None:
    assert found(before + title + after) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "年初制定了工会工作计划，年底写出工会工作总结，上报县总工会。",
        "工会工作计划、总结齐全，台账规范，做到年初有计划，年终有总结，工会工作安排有序。",
        "2023年工会工作总结在全县获一等奖，镇工会工作总结报告得到县总工会好评。",
        "全年工会工作计划，由主席办公会讨论通过，年度工会工作要点经职代会审议。",
        "会上，工会主席作了2022年工会工作总结，部署了明年任务。",
        "各分会按时上交材料，年度工会工作总结，工会活动记录等归档。",
        "听取了工会工作报告和财务报告，审议通过工会年度工作计划。",
        "工会工作计划组织疗休养三批，工会工作思路更加清晰，工会工作安排得当。",
        "一是工会工作计划要早，工会工作总结要实。",
        "纳入年度工作计划，街道党工委年度工作要点，同安排同考核。",
        "不断完善，机关工会工作总结评比，推动工作。",
        "我校工会工作总结如下：\n2021年工会工作总结\n下半年工会工作计划是：\n",
        "隐患及时排查、整治。下半年工作计划\n\n一、加强组织建设\n",
        "【学校工会工作总结】相关文章：\n1.学校工会工作计划\n",
        "今年我们交了两样材料。工会年度工作总结2篇，信息10条。\n",
        "乡镇工会工作总结篇一\n\n今年，镇工会办了三期培训，职工踊跃报名。\n",
    ],
)
def test_papers_of_a_unions_own_and_labels_stay(text: str) -> None:
    assert found(text) == []


def test_at_the_head_of_a_paragraph_the_page_has_to_have_a_title_like_it() -> None:
    said = "社区工会年终工作总结今年，社区新建工会三家，会员一百人，其中农民工八十人。\n"
    assert found(f"某处社区工会年终工作总结（精选三篇）\n\n职工踊跃报名，都说办得好。\n{said}") == [
        "社区工会年终工作总结"
    ]
    assert found(said) == []


DOCUMENT = "一、指导思想\n服务大局，服务职工。\n二、工作目标\n建好职工之家。\n{}\n{}主要工作\n开展培训三期。\n"


def alone(text: str) -> list[str]:
    return [text[j.start : j.end] for j in page_titles.alone(text, lines_of(text))]


def test_a_title_on_a_line_of_its_own_while_the_count_goes_on() -> None:
    assert alone(DOCUMENT.format("中学工会工作计划", "三、")) == ["中学工会工作计划"]


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("中学工会工作计划", "一、"),
        ("下半年工会工作计划", "三、"),
        ("认真制定工会工作计划", "三、"),
        ("工会工作计划", ""),
    ],
)
def test_a_line_that_heads_what_follows_stays(line: str, mark: str) -> None:
    assert alone(DOCUMENT.format(line, mark)) == []


def test_the_line_is_junk_of_its_document() -> None:
    from kb.intake.split import Part

    text = DOCUMENT.format("中学工会工作计划", "三、")
    junk = clean.within(text, Part(0, len(text)), clean.find(text), [])
    assert [(j.kind, text[j.start : j.end]) for j in junk] == [("navigation", "中学工会工作计划")]
