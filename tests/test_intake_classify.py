"""Unit type, genre, span, union or not, themes of sections: told from invented texts and from the published samples."""

import re

import pytest

from conftest import ROOT
from kb.intake import classify, run
from kb.intake.model import Heading, Labels, Rewrite
from kb.spec import Spec, load

YEAR = (
    "2026年，在上级工会的领导下，{0}工会围绕中心工作，认真履行职责。"
    "全年新建工会3家，{1}职工队伍稳定，工会工作取得成效。"
)


@pytest.fixture(scope="module")
def spec() -> Spec:
    return load(ROOT / "spec")[0]


def labels(text: str, title: str, spec: Spec) -> Labels:
    headings = [
        Heading(1, m[2], m.start(2), m.end(2), m.start(1)) for m in re.finditer(r"(?m)^([一二三四五]、)(.+)$", text)
    ]
    return classify.labels(text, 0, len(text), title, headings, spec)


@pytest.mark.parametrize(
    ("own", "told", "unit"),
    [
        ("我镇", "镇党委高度重视，全镇", "township"),
        ("街道", "街道党工委支持，我街道楼宇", "street"),
        ("社区", "社区党总支支持，辖区居民和", "community"),
        ("我校", "教代会按期召开，校务公开，教师", "school"),
        ("公司", "各车间班组响应，我公司", "enterprise"),
        ("我局", "局党组重视，机关干部", "agency"),
        ("全县", "县委、县政府支持，我县各乡镇", "county"),
    ],
)
def test_unit_types_without_a_title(own: str, told: str, unit: str, spec: Spec) -> None:
    assert labels(YEAR.format(own, told), "", spec).unit == unit


@pytest.mark.parametrize(
    ("opening", "unit"),
    [
        ("今年以来，槐荫社区工会在街道总工会的领导下，依托街道办、楼宇和商圈开展活动。", "community"),
        ("**县总工会把帮扶中心办成娘家，镇党委、镇政府积极支持，全镇、我镇都来办事。", "county"),
        ("我局工会围着中心任务转，在社区党委的帮助下到社区服务居民。", "agency"),
        ("我局工会在市总工会的领导下，组织变电站、供电所职工开展电网竞赛，局党委、全局职工满意。", "enterprise"),
    ],
)
def test_who_acts_in_the_first_sentence_is_whose_text_it_is(opening: str, unit: str, spec: Spec) -> None:
    assert labels(opening, "", spec).unit == unit


@pytest.mark.parametrize(
    ("title", "genre", "span"),
    [
        ("2026年工会工作总结", "annual_summary", "year"),
        ("2026年上半年工会工作总结", "half_year_summary", "first_half"),
        ("2026年工会工作总结和2027年工作计划", "summary_and_plan", "year"),
        ("2027年工会工作计划", "plan", "year"),
        ("下半年工会工作要点", "plan", "second_half"),
        ("工会送温暖活动总结", "special_summary", "year"),
    ],
)
def test_genres_by_title(title: str, genre: str, span: str, spec: Spec) -> None:
    found = labels(YEAR.format("我镇", "全镇"), title, spec)
    assert (found.genre, found.span) == (genre, span)


def test_a_plan_that_counts_anew_makes_both(spec: Spec) -> None:
    done = "一、抓组织建设\n新建工会3家。\n二、抓维权\n调解纠纷2件。\n三、抓帮扶\n慰问职工9人。\n"
    plan = "下一年重点做好以下工作：\n一、扩大组织覆盖\n计划新建工会2家。\n二、做实帮扶\n慰问职工。\n"
    assert labels(done, "", spec).genre == "annual_summary"
    assert labels(done + plan, "", spec).genre == "summary_and_plan"


HALF = (
    "{}，镇工会围绕中心工作，新建工会3家，慰问职工9人，取得了成效，现小结如下：\n"
    "一、抓组建\n发展了会员。\n二、抓维权\n调解了纠纷。\n"
)
POINTS = "1、新建工会两家。\n2、慰问职工。\n3、办好培训。\n4、管好经费。\n"


@pytest.mark.parametrize("opening", ["半年来", "今年前六个月", "20xx年上半年", "本学期", "1-6月份的上半年"])
def test_half_a_year_by_the_body_whatever_the_title(opening: str, spec: Spec) -> None:
    assert labels(HALF.format(opening), "工会年度工作总结", spec).genre == "half_year_summary"


@pytest.mark.parametrize("heading", ["下半年工作打算：\n", "三、下半年工作安排\n", "三、明年工作思路\n"])
def test_a_plan_of_some_weight_at_the_end(heading: str, spec: Spec) -> None:
    done = HALF.format("上半年") + "基层工会按时换届，职工之家建了起来，活动一月一次。\n"
    assert labels(done + heading + POINTS, "工会工作总结", spec).genre == "summary_and_plan"


def test_a_plan_of_a_few_words_is_a_summarys_end(spec: Spec) -> None:
    done = HALF.format("上半年") + "走访了困难职工，办了培训，建了职工之家，会员人数有了增加。\n" * 8
    assert labels(done + "三、下半年工作打算\n继续抓好各项工作，再上新台阶。\n", "", spec).genre == "half_year_summary"
    assert labels(done + "三、存在问题和下半年打算\n" + POINTS, "", spec).genre == "half_year_summary"


def test_the_body_says_whether_it_is_a_plan(spec: Spec) -> None:
    done = "今年前六个月，镇工会做了以下工作：\n" + "一、抓组建\n新建了工会3家，先后慰问了职工，获得好评。\n" * 3
    plan = (
        "新的一年，镇工会将以服务职工为中心，制定如下计划：\n"
        + "一、抓组建\n要新建工会，力争全覆盖，确保按期完成。\n" * 3
    )
    assert labels(done, "乡镇工会工作计划范本", spec).genre == "half_year_summary"
    assert labels(plan, "乡镇工会工作总结", spec).genre == "plan"


def test_a_plan_by_what_the_work_of_a_year_has_to_be(spec: Spec) -> None:
    plan = "20__年全镇工会工作的总体要求是：以服务职工为中心，贯彻上级部署。\n一、抓组建\n新建工会9家，确保全覆盖。\n"
    assert labels(plan, "", spec).genre == "plan"


def test_a_summary_that_says_at_its_head_that_it_is_a_plan_too(spec: Spec) -> None:
    head = "一年来，镇工会做了不少事。现将2026年工作情况和2027年工作任务报告如下：\n"
    done = "一、抓组建\n新建了工会3家，先后慰问了职工，获得好评。\n二、抓维权\n调解了纠纷，取得了成效。\n"
    assert labels(head + done + "2027年的主要任务：\n" + POINTS, "", spec).genre == "summary_and_plan"
    assert labels(head + done, "", spec).genre == "annual_summary"  # the page ends before its plan


def test_a_piece_that_opens_with_the_first_half_is_of_half_a_year(spec: Spec) -> None:
    assert labels("上半年，镇工会做了四件事。新建工会3家，全年任务过半。", "", spec).genre == "half_year_summary"


def test_the_line_above_a_piece_is_its_title(spec: Spec) -> None:
    above = "第3篇：上半年工会工作总结范文\n\n"
    text = above + YEAR.format("我局", "局党组")
    assert classify.labels(text, len(above), len(text), "", [], spec).genre == "half_year_summary"


@pytest.mark.parametrize(
    ("title", "text", "union"),
    [
        ("工会工作总结", "一年来做了不少事。", True),
        ("", "工会主席走访职工，工会会员增加，职代会按期召开，集体合同续签。", True),
        ("妇联工作总结", "妇联围绕中心工作，开展巾帼建功活动，维护妇女儿童权益。" * 20 + "与工会联合举办活动。", False),
        ("个人工作总结", "本人从事财务工作，认真完成报表、预算和审核。" * 30, False),
    ],
)
def test_union_or_not(title: str, text: str, union: bool, spec: Spec) -> None:
    assert labels(text, title, spec).is_union is union


@pytest.mark.parametrize(
    ("heading", "body", "theme"),
    [
        ("加强组织建设，扩大工会覆盖", "", "organization"),
        ("维护职工合法权益，发挥维权职能", "", "rights_law"),
        ("推进工资集体协商，签订集体合同", "", "collective_bargaining"),
        ("扶贫帮困送温暖，关心职工生活", "", "assistance"),
        ("开展劳动竞赛，为企业建功立业", "", "contest_skill"),
        ("坚持职代会制度，推行厂务公开民主管理", "", "democratic_management"),
        ("开展文体活动，丰富职工业余生活", "", "culture_sports"),
        ("管好用好工会经费，加强财务审计", "", "finance_audit"),
        ("加强工会自身建设", "", "self_building"),
        ("存在的问题和今后的打算", "", "problems"),
        ("下一步工作打算", "", "plan_tasks"),
        ("寓教于乐，让日子热闹起来", "帮扶困难职工的义卖也在操场上办。", "culture_sports"),
        ("防疫当先，让职工安心", "事迹被媒体报道，信息上了网站。", "safety_health"),
        ("严格经费管理，加强自身建设", "经费支出每季公布，账目由经审小组查看。", "finance_audit"),
        ("三件没有做好的事", "会员入会慢，组织建设弱。", "problems"),
        ("来年的目标定在哪里", "新建工会三家。", "plan_goal"),
        ("做好一件件小事", "今年慰问困难职工20人，送温暖，发放救助金。", "assistance"),
        ("其他", "", ""),
        ("不足之处与明年打算", "明年计划争取经费，明年打算建驿站", "problems"),
        ("问题和下一步工作打算", "", "problems"),
        ("明年工作打算", "解决存在的问题", "plan_tasks"),
    ],
)
def test_themes(heading: str, body: str, theme: str, spec: Spec) -> None:
    assert classify.theme(heading, body, spec) == theme


def test_published_samples_are_known_for_what_they_are(spec: Spec) -> None:
    wrong = []
    for path in sorted((ROOT / "docs").glob("*/*.md")):
        meta, _, body = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
        told = dict(re.findall(r"(?m)^(unit|genre|heading): \"?(.*?)\"?$", meta))
        if told.get("unit") in spec.units and told.get("genre") in spec.genres:
            text = re.sub(r"\{\{[^{}=]*=?([^{}]*)\}\}", r"\1", body)
            title = told["heading"].replace("{{unit_name}}", (re.findall(r"unit_name=([^{}]*)", body) or [""])[0])
            found = labels(text, title, spec)
            wrong += [path.name] * (not found.is_union or (found.unit, found.genre) != (told["unit"], told["genre"]))
    assert len(wrong) <= 3, wrong


@pytest.mark.parametrize(
    ("opening", "genre"),
    [
        ("学校工会工作的指导思想是：以教职工为中心。要新建小家，确保年内完成，力争获奖。", "plan"),
        ("夏天来了，上半年就过去了。半年来，工会走访了教职工，上半年办了培训。", "half_year_summary"),
        ("一年来，工会走访了教职工，办了培训。", "annual_summary"),
    ],
)
def test_a_label_that_is_the_same_over_every_document_says_less_of_the_genre_than_the_body(
    opening: str, genre: str, spec: Spec
) -> None:
    label = "小学工会年度工作总结 【第{}篇】\n"
    text = label.format("一") + "别的文稿。\n" + label.format("二") + "别的文稿。\n" + label.format("三")
    assert classify.labels(text + opening, len(text), len(text + opening), "", [], spec).genre == genre


@pytest.mark.parametrize(
    ("end", "genre"),
    [
        ("", "annual_summary"),
        ("来年，工会将争取添一间活动室。\n", "annual_summary"),
        ("三、明年打算\n" + POINTS, "summary_and_plan"),
    ],
)
def test_a_plan_that_the_label_over_every_document_promises_is_there_or_not(end: str, genre: str, spec: Spec) -> None:
    label = "工会年度工作总结与计划 篇{}\n"
    done = f"一、组建\n{'全年新建工会三家，完成了任务。' * 3}\n二、服务\n办了培训，送去温暖。\n"
    text = label.format(1) + done + label.format(2) + done + label.format(3)
    piece = done + end
    headings = [
        Heading(1, m[2], len(text) + m.start(2), len(text) + m.end(2), len(text) + m.start(1))
        for m in re.finditer(r"(?m)^([一二三]、)(.+)$", piece)
    ]
    assert classify.labels(text + piece, len(text), len(text + piece), "", headings, spec).genre == genre


def test_the_label_of_a_page_tells_less_than_the_body(spec: Spec) -> None:
    text = "篇4：机关工会工作计划\n"
    body = "为保证公司任务落地，依照集团工会的部署，制定计划。公司工会开展竞赛，公司党委支持，各班组、车间参加。"
    assert classify.labels(text + body, len(text), len(text + body), "", [], spec).unit == "enterprise"


@pytest.mark.parametrize(
    "opening",
    [
        "本年是市餐饮行业工会联合会成立后的第一年，街道工会支持，公司配合。",
        "一年来，联合会在市总工会的指导下，走进公司、社区。",
        "某地工业园区有公司八十家，园区工会联合会按照上级部署，在公司、车间组建工会，员工受益。",
    ],
)
def test_the_union_of_an_industry_is_as_a_countys(opening: str, spec: Spec) -> None:
    assert labels(opening, "", spec).unit == "county"


def test_a_bureau_whose_work_is_an_enterprises(spec: Spec) -> None:
    text = "我局各供电所、变电站参加竞赛，供电所班组争先，我局机关支持，全局响应。供电公司、车间、员工都来了。"
    assert labels(text, "供电局工会工作总结", spec).unit == "enterprise"


def test_a_label_that_says_union_over_another_text(spec: Spec) -> None:
    label = "局工会工作总结范文 篇4\n"
    other = "镇团委在镇党委领导下，打牢团的基础。全镇有团支部二十七个，开展志愿服务。" * 6
    own = "镇工会办实事，建会三家，职工之家有了起色，工会干部走访职工。" * 6
    told = [classify.labels(label + x, len(label), len(label + x), "", [], spec).is_union for x in (other, own)]
    assert told == [False, True]


def test_others_who_name_the_union_now_and_then(spec: Spec) -> None:
    other = (
        "镇妇联围绕大局，联合工会、团委办活动。" + "走访困难妇女，开展家教讲座，姐妹们都来参加，评出好家庭若干。" * 30
    )
    assert not labels(other + "工会支持。工会也来了。", "", spec).is_union


def test_a_title_that_promises_a_plan_over_a_word_at_the_end(spec: Spec) -> None:
    done = f"一、组建工会\n{'全年新建工会三家，走访了职工，完成了任务。' * 4}\n二、服务职工\n办了培训，送去温暖。\n"
    title = "街道工会年度工作总结及明年工作思路"
    assert labels(done + "明年的思路是：巩固老会、建好新会。", title, spec).genre == "annual_summary"
    plan = "三、明年工作思路\n1、巩固老会。\n2、建好新会。\n3、培养骨干。"
    assert labels(done + plan, title, spec).genre == "summary_and_plan"


def test_an_opening_that_tells_both_and_a_lead_to_the_plan(spec: Spec) -> None:
    opening = "公司工会履行职责，完成了任务。现就一年来的工作情况和明年的安排报告如下：\n"
    done = "一、抓组织\n新建分会三家，走访了职工。\n二、抓竞赛\n办了比武，评出能手。\n"
    lead = "明年，公司工会将重点做好以下工作：\n1、办好培训。\n2、办好实事。\n3、建好小家。\n"
    assert labels(opening + done + lead, "", spec).genre == "summary_and_plan"
    assert labels(opening + done + "明年再接再厉。", "", spec).genre == "annual_summary"


def test_half_of_the_time_has_gone(spec: Spec) -> None:
    text = "今年以来，我会凝心聚力，时间过半、任务过半。新建工会四十一家，发展会员三千人，工会有了活力。"
    assert labels(text, "", spec).genre == "half_year_summary"


def test_themes_are_told_from_the_words_as_they_were(spec: Spec) -> None:
    text = "二、营造氛围，加大宣扬力度\n宣扬《工会法》，发放宣扬材料。\n"
    made = run.Piece("a", "a", 0, len(text))
    made.headings = [Heading(1, "营造氛围，加大宣扬力度", 2, 13, 0)]
    assert run.themed(text, made, spec)[0].theme != "publicity_digital"
    made.rewrites = [Rewrite(m.start(), "宣扬", "宣传") for m in re.finditer("宣扬", text)]
    assert run.themed(text, made, spec)[0].theme == "publicity_digital"
