import pytest

from intake_texts import PARAGRAPH, TITLED
from kb.intake import clean
from kb.intake.split import Part


def found(text: str) -> list[tuple[str, str, bool]]:
    return [(j.kind, text[j.start : j.end], j.sure) for j in clean.find(text)]


@pytest.mark.parametrize(
    ("kind", "junk"),
    [
        ("watermark", "星火范文网"),
        ("watermark", "最全的范文参考写作网站"),
        ("watermark", "思想汇报专题"),
        ("watermark", "公文汇，办公文档之家"),
        ("url", "www.xinghuofw.net"),
        ("url", "http://www.xinghuofw.net/a/1.html"),
        ("source_note", "（转 载于：星火网）"),
        ("ad", "更多范文请关注本站！"),
        ("pinyin", "guǎnlǐ"),
        ("pinyin", "guanli"),
        ("noise", "😀"),
        ("noise", "&nbsp;"),
    ],
)
def test_spliced_into_a_sentence(kind: str, junk: str) -> None:
    cut = PARAGRAPH.index("逐户")
    text = PARAGRAPH[:cut] + junk + PARAGRAPH[cut:]
    assert found(text) == [(kind, junk, True)]


@pytest.mark.parametrize(
    "text",
    [
        "编印《工会工作资料汇编》，汇总报表三份。",
        "举办公文写作培训班，建立困难职工档案，开通网上服务平台。",
        "广泛宣传工会法，职工书屋藏书增加，访问量提高，欢迎职工监督。",
        "邮箱为某某，参加KTV比赛，使用APP和VIP卡，LED屏滚动播放。",
        "资金来源：上级补助。",
    ],
)
def test_a_unions_own_words_stay(text: str) -> None:
    assert found(text) == []


def test_word_behind_several_lines_is_a_watermark() -> None:
    text = "抓好学习，提高认识 好文帮\n抓好服务，解决困难 好文帮\n"
    assert found(text) == [("watermark", "好文帮", True)] * 2


def test_name_between_clauses_more_than_once_is_a_watermark() -> None:
    text = "抓好学习，优文网提高认识。抓好服务，优文网解决困难，建好职工之家凝聚人心。"
    assert found(text) == [("watermark", "优文网", True)] * 2
    assert found("织密服务网，铺开互联网平台，铺开互联网课堂，建起电力网架，建起电力网架。") == []


def test_search_words_put_in_as_a_clause_are_flagged_not_cut() -> None:
    text = "我们积极配合上级，做好工会工作总结报告，结合实际开展活动。"
    assert found(text) == [("seo_splice", "做好工会工作总结报告，", False)]
    assert clean.blanked(text, clean.find(text)) == text


@pytest.mark.parametrize(
    ("wrong", "right", "sure"),
    [("12。2万元", "12.2", True), ("3、5万元", "3.5", True), ("98。5%", "98.5", True), ("2、3万元", "2.3", False)],
)
def test_decimal_points_turned_into_other_marks(wrong: str, right: str, sure: bool) -> None:
    text = f"发放助学款{wrong}，"
    assert [(r.right, r.sure) for r in clean.decimals(text, 0, len(text))] == [(right, sure)]


def test_number_of_an_item_is_no_decimal() -> None:
    text = "1、5万元用于慰问。\n第3、4次会议，5、6家企业。"
    assert not [r for r in clean.decimals(text, 0, len(text)) if r.sure]


def test_last_heading_that_was_cut_off() -> None:
    from kb.intake import outline

    text = TITLED + "四、抓好职工素质提升工"
    headings = outline.find(text, 0, len(text))
    junk = clean.within(text, Part(0, len(text)), [], headings)
    assert [(j.kind, text[j.start : j.end]) for j in junk] == [("truncated", "四、抓好职工素质提升工")]
