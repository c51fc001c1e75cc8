import pytest

from intake_texts import PARAGRAPH, REPORT, TITLED
from kb.intake import clean, kinds
from kb.intake.split import split

PLAN = f"某某镇总工会2021年工作计划\n一、指导思想\n{PARAGRAPH}\n二、主要任务\n{PARAGRAPH}\n三、保障措施\n{PARAGRAPH}\n"


def starts(text: str) -> list[str]:
    plain = clean.blanked(text, clean.find(text))
    return [text[p.start : p.start + 12] for p in split(text, plain)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第1篇：工会工作总结范文", "第2篇：工会工作总结范文"),
        ("篇一", "篇二"),
        ("【篇1】", "【篇2】"),
        ("范文一", "范文二"),
        ("乡镇工会工作总结篇一", "乡镇工会工作计划篇二"),
        ("工会工作总结（一）", "工会工作总结（二）"),
        ("工会工作总结 第一篇", "工会工作总结 第二篇"),
        ("工会工作总结1", "工会工作总结2"),
        ("PART 01　企业工会工作总结", "PART 02　学校工会工作总结"),
        ("No.1 企业工会工作总结", "No.2 学校工会工作总结"),
        ("第一篇:", "第二篇:"),
        ("总结一：", "总结二："),
        ("工会工作总结模板篇16", "工会工作总结模板篇17"),
        ("工会工作总结 第5篇", "工会工作总结 第6篇"),
        ("学校工会工作总结2", "学校工会工作总结3"),
        ("〖卷壹 · 镇工会全年总结〗", "〖卷贰 · 社区工会总结〗"),
        ("※ 计划书5", "※ 计划书6"),
        ("三、企业工会工作总结（精选）", "四、学校工会工作计划（精选）"),
    ],
)
def test_labels(first: str, second: str) -> None:
    assert starts(f"工会工作总结精选\n{first}\n{REPORT}\n{second}\n{REPORT}") == [REPORT[:12]] * 2


def test_labels_of_several_shapes_make_one_row() -> None:
    text = f"【第一篇】\n{REPORT}\n篇二：社区工会上半年小结\n{REPORT}\n第3篇：机关工会总结\n{REPORT}"
    assert starts(text) == [REPORT[:12]] * 3


def test_one_label_with_a_title_divides_and_says_nothing_of_the_rest() -> None:
    text = f"{TITLED}某某镇总工会\n2020年12月20日\n{PLAN}范文三：机关工会半年总结\n{REPORT}"
    assert starts(text) == [TITLED[:12], PLAN[:12], REPORT[:12]]


def test_label_with_its_document_in_the_line() -> None:
    assert starts(f"范文一：{REPORT}\n范文二：{REPORT}") == [REPORT[:12]] * 2


@pytest.mark.parametrize(
    ("first", "second"), [("工会工作总结1", "工会工作总结2"), ("总结 篇1 ", "总结 篇2 "), ("【第一篇】", "【第二篇】")]
)
def test_label_with_its_document_behind_it_without_a_mark(first: str, second: str) -> None:
    assert starts(f"{first}{REPORT}\n{second}{REPORT}") == [REPORT[:12]] * 2


def test_label_with_a_long_title_and_a_count_of_characters_behind_it() -> None:
    label = "范文{}：街道工会2026上半年工作总结及下半年工作打算 2100字"
    assert starts(f"{label.format('一')}\n{REPORT}\n{label.format('二')}\n{REPORT}") == [REPORT[:12]] * 2


def test_label_whose_number_has_grown_together_with_a_year() -> None:
    text = f"工会工作总结 篇1\n{REPORT}\n工会工作总结 篇220__年，{REPORT}"
    plain = clean.blanked(text, clean.find(text))
    first, second = split(text, plain)
    assert text[second.start : second.start + 6] == "20__年，"
    assert first.end <= second.start


def test_headings_of_a_summary_and_its_plan_are_no_labels() -> None:
    text = f"一、2020年工会工作总结\n{PARAGRAPH * 4}\n二、2021年工会工作计划\n{PARAGRAPH * 4}\n"
    assert starts(f"{PARAGRAPH}\n{text}") == [PARAGRAPH[:12]]


def test_a_title_that_stands_twice_with_the_page_between() -> None:
    title = TITLED.partition("\n")[0]
    head = f"某某文稿库 首页\n\n{title}\n\n时间：2019-06-11 20:17:05 网站：某某文稿库\n\n"
    assert starts(head + TITLED) == [TITLED[:12]]


def test_words_of_the_page_under_its_list_of_others() -> None:
    text = f"{TITLED}【工会总结】相关文章:\n1.企业工会工作总结07-21\n文档为doc格式,下载后可编辑 尊享超值权益\n"
    (part,) = split(text, clean.blanked(text, clean.find(text)))
    assert text[part.start : part.end] == TITLED.strip()


@pytest.mark.parametrize(
    "foot",
    [
        "收藏 转播 分享 淘帖 支持 反对",
        "您可能感兴趣的文章：\n·县工会工作要点\n·镇工会工作计划",
        "大家都在看\n1. 县工会工作要点\n2. 镇工会工作计划",
        "你也许还喜欢：\n街道工会工作总结",
        "上一条：某某街道办起书屋\n主办：某某街道　技术支持：信息中心",
        "回复 引用 举报 返回顶部\n谢谢楼主，收下了！",
        "某某文库 - 每天分享好文档",
        "使用道具 举报",
        "同类文章推荐",
    ],
)
def test_what_a_page_or_a_forum_has_under_a_document(foot: str) -> None:
    text = f"{TITLED}{foot}\n"
    (part,) = split(text, clean.blanked(text, clean.find(text)))
    assert text[part.start : part.end] == TITLED.strip()


@pytest.mark.parametrize("line", ["支持 反对 弃权", "职工文库：免费借阅", "推荐、评论、转发三个环节", "大家都在看书"])
def test_lines_of_a_document_that_look_like_buttons(line: str) -> None:
    assert not kinds.is_page(line)


def test_one_document_follows_another_by_its_title() -> None:
    assert starts(f"{TITLED}{PLAN}") == [TITLED[:12], PLAN[:12]]


def test_one_document_follows_another_after_signature_and_date() -> None:
    assert starts(f"{TITLED}某某镇总工会\n2020年12月20日\n{PLAN}") == [TITLED[:12], PLAN[:12]]


def test_one_document_follows_another_by_its_opening_alone() -> None:
    other = REPORT.replace("镇总工会", "社区工会").replace("镇党委", "社区党委")
    assert starts(f"{REPORT}\n{other}\n{REPORT}") == [REPORT[:12], other[:12], REPORT[:12]]


def test_a_document_that_opens_surely_behind_one_that_was_cut_off() -> None:
    cut = f"{TITLED.rstrip()}\n{PARAGRAPH.rstrip()}组织职工代表到困难会员家里走访，仔细询问生活情况，还主动"
    assert starts(f"{cut}\n{REPORT}") == [TITLED[:12], REPORT[:12]]


def test_a_plan_whose_year_was_masked() -> None:
    plan = "20__年全镇工会工作的总体要求是：以服务职工为中心，抓好组建、维权和帮扶。\n"
    head = "镇总工会工作要点\n\n时间:2022-02-16 来源:网友投稿 点击:\n\n"
    text = f"{TITLED}{head}{plan}一、抓组建\n{PARAGRAPH}\n二、抓维权\n{PARAGRAPH}\n"
    assert starts(text) == [TITLED[:12], head[:12]]


def test_second_half_of_a_summary_with_a_plan_stays_with_it() -> None:
    rest = f"下半年工作计划\n一、抓学习\n{PARAGRAPH}\n二、抓服务\n{PARAGRAPH}"
    assert starts(f"{TITLED}{rest}") == [TITLED[:12]]


def test_lead_of_a_plan_stays_with_the_summary() -> None:
    rest = f"明年我们将加倍努力，重点抓好以下几方面工作：\n一、抓学习\n{PARAGRAPH}\n二、抓服务\n{PARAGRAPH}"
    assert starts(f"{REPORT}\n{rest}") == [REPORT[:12]]


def test_page_around_a_document_is_left_out() -> None:
    head = "首页>范文大全>工作总结\n下面是小编给大家整理的工会工作总结，仅供参考，希望能帮到大家！\n"
    tail = "相关文章：\n1.企业工会工作总结\n2.学校工会工作计划\n"
    text = head + TITLED + tail
    plain = clean.blanked(text, clean.find(text))
    (part,) = split(text, plain)
    assert text[part.start : part.end] == TITLED.strip()


@pytest.mark.parametrize(
    "line",
    [
        "某某  发表于 2013-1-2 08:00  |只看该作者 |倒序浏览  楼主",
        "贡献者：某某  上传时间：2012-04-17  下载：6次",
        "1、本文档由用户上传，某某文库整理发布，可阅读全部内容。",
        "2、本文档内容版权归提供方，付费之前，请先辨认。",
        "您的当前位置:首页正文",
        "范文首页自我鉴定总结报告工作总结工作计划演讲稿",
        "- 文档页数:4",
        "- 37.5 KB |",
        "| 某某",
        "总结是在某一时间段对工作加以回顾的书面材料，让我们抽出时间写写总结吧。",
        "时光飞逝，新的一年到了，是时候写一份计划了。",
    ],
)
def test_lines_of_the_page_above_a_document(line: str) -> None:
    assert starts(f"{line}\n{TITLED}") == [TITLED[:12]]
    assert kinds.is_page(line, numbered=line[0].isdigit())


@pytest.mark.parametrize(
    "line",
    [
        "总结是工会工作的重要一环，我们月月有小结。",
        "工作计划是年初定的，任务分到人，付费项目逐条公示。",
        "位置偏远的驿站有三处，首页栏目改了版。",
    ],
)
def test_lines_of_a_documents_own(line: str) -> None:
    assert not kinds.is_page(line)


def test_list_of_other_pages_between_documents() -> None:
    tail = "看了本文的人还看了\n★ 企业工会工作总结\n★ 学校工会工作计划\n"
    assert starts(TITLED + tail + PLAN) == [TITLED[:12], PLAN[:12]]


def test_list_of_other_pages_with_numbers_has_no_title_in_it() -> None:
    tail = "【乡镇工会工作总结】相关文章：\n1.乡镇工会工作总结范文\n2.2021乡镇工会工作计划\n3.镇工会先进材料3篇\n"
    assert starts(TITLED + tail + PLAN) == [TITLED[:12], PLAN[:12]]


def test_nothing_that_is_a_document() -> None:
    assert starts("今天天气很好。\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "把职工的想法整理成册，为公司决策提供参考。",
        "工会小家为大家准备了微波炉、冰箱和急救箱，职工中午热饭不再排队。",
        "希望能给各位代表一个满意的答复。",
        "欢迎大家提出宝贵意见。",
        "律师为大家介绍劳动合同法的新变化，解答咨询31人次。",
        "以上是我们上半年工作的全部情况，请各位代表审议。",
    ],
)
def test_what_a_union_says_to_its_members_is_no_page(line: str) -> None:
    assert not kinds.is_page(line)


@pytest.mark.parametrize(
    "line",
    [
        "以上就是小编为大家整理的工会工作总结，希望对大家有所帮助。",
        "下面给大家带来三篇工作总结，供大家参考。",
        "今天为您推荐几篇优秀范文，欢迎阅读。",
        "希望能给大家一些启发，仅供参考。",
    ],
)
def test_what_a_page_says_to_its_readers_is_one(line: str) -> None:
    assert kinds.is_page(line)
