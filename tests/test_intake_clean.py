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
    ("kind", "text", "junk"),
    [
        ("watermark", "摸清底数下载后可任意编辑，逐户登记。", "下载后可任意编辑"),
        ("watermark", "走村入企。精品文档 欢迎下载\n", "精品文档 欢迎下载"),
        ("watermark", "全体职工树原创文秘网:立新观念。", "原创文秘网:"),
        ("watermark", "每季一次，范文TOP100每个给予补助。", "范文TOP100"),
        ("watermark", "拾穗在线文库二、献爱心", "拾穗在线文库"),
        ("page_number", "会议要求第 3 页 共 8 页各分会认真组织", "第 3 页 共 8 页"),
        ("seo_splice", "每年两次，更多工会工作总结请关注，并请劳模来讲。", "更多工会工作总结请关注，"),
        ("seo_splice", "工会还国企工会工作总结范文参考，开通了信箱。", "国企工会工作总结范文参考，"),
        ("seo_splice", "标签:工会总结,镇工会,某处\n", "标签:工会总结,镇工会,某处"),
        ("residue", "现将工作总结(summary)如下", "(summary)"),
        ("truncated", "到城里疗……（某笔网省略764字，会员可阅读）……", "……（某笔网省略764字，会员可阅读）……"),
        ("truncated", "气氛热烈。……此处隐藏1695个字……", "……此处隐藏1695个字……"),
        ("truncated", "切实做到(未完,本文共1326字,已显示308字)", "(未完,本文共1326字,已显示308字)"),
        ("truncated", "亲,该文档总共3页,已看完!", "亲,该文档总共3页,已看完!"),
        ("watermark", "凉棚搭好了。\n小麦写作网,您身边的写作助手\n", "小麦写作网,您身边的写作助手"),
        ("watermark", "凉棚搭好了。青稞材料铺，写材料不求人接着又修路。", "青稞材料铺，写材料不求人"),
        ("page_number", "凉棚搭好了。\n~ 6 ~\n路也修了。", "~ 6 ~"),
        ("source_note", "再上新台阶。(撰稿:甲某;审核:乙某)", "(撰稿:甲某;审核:乙某)"),
        ("source_note", "再上新台阶。(撰稿:甲某;核稿:乙某)", "(撰稿:甲某;核稿:乙某)"),
        ("ad", "凉棚搭好了，大家都来坐。点击查看更多街道工会总结>>", "点击查看更多街道工会总结>>"),
        ("page_number", "会议要求第2页 / 共12页各分会认真组织", "第2页 / 共12页"),
        ("watermark", "全体职工树原创公文之窗：立新观念。", "原创公文之窗："),
        (
            "ad",
            "会议开了半天。点击咨询在线客服，原创代写工会总结，会后又有人来问。",
            "点击咨询在线客服，原创代写工会总结，",
        ),
        ("ad", "职工踊跃报名，加微信免费领取模板，并请劳模来讲。", "加微信免费领取模板，"),
        ("watermark", "逐户登记。WORD格式-可编辑-专业资料\n", "WORD格式-可编辑-专业资料"),
        ("watermark", "逐户登记。内容来自用户上传\n", "内容来自用户上传"),
        ("truncated", "看望职工。开通会员即可下载\n", "开通会员即可下载"),
        ("truncated", "看望职工。登录后可查看全文\n", "登录后可查看全文"),
        ("truncated", "看望职工。(请认真阅读下面的提示信息)\n", "(请认真阅读下面的提示信息)"),
        ("seo_splice", "每年两次，找范文就上拾穗集，并请劳模来讲。", "找范文就上拾穗集，"),
        ("navigation", "走村入企。【打印本页】\n", "【打印本页】"),
        ("source_note", "再上新台阶。【编辑：甲某】\n", "【编辑：甲某】"),
        ("source_note", "文章来源：abcd1234全镇职工齐心协力，完成任务。", "文章来源：abcd1234"),
        ("noise", "圆满完成任务。 6 +d:KC JdQRs _&F \n", " 6 +d:KC JdQRs _&F"),
        ("noise", "坚持以“.”为指导", "“.”"),
        ("watermark", "慰问职工二十户，1287范文网为老人调解纠纷。", "1287范文网"),
        ("watermark", "慰问职工二十户，拾穗写作网为老人调解纠纷。", "拾穗写作网"),
        ("watermark", "慰问职工二十户。本篇文章来自资料管理下载。", "本篇文章来自资料管理下载。"),
        ("noise", "贯彻^v^^v^系列讲话", "^v^^v^"),
        ("noise", "工作扎实，、成效明显", "、"),
        ("noise", "表彰先进![](http://www.abcd.com/1.png)个人", "![](http://www.abcd.com/1.png)"),
        ("residue", "#### 一、强化组织建设\n", "#### "),
        ("truncated", "组织得力。走访特困职……此处隐藏387个字……", "走访特困职……此处隐藏387个字……"),
        ("truncated", "……（未完，全文共900字，当前显示300字）", "……（未完，全文共900字，当前显示300字）"),
        ("truncated", "看望职工。(试读)...", "(试读)..."),
        ("truncated", "因篇幅限制，仅显示部分，请下载全文", "因篇幅限制，仅显示部分，请下载全文"),
        ("truncated", "（社区工会总结，共2页，当前第1页）", "（社区工会总结，共2页，当前第1页）"),
        ("noise", "会员三百人，%，女会员一百人", "%，"),
    ],
)
def test_what_pages_put_among_the_words(kind: str, text: str, junk: str) -> None:
    assert found(text) == [(kind, junk, True)]


def test_marks_of_markdown_around_a_phrase() -> None:
    assert found("1. **完善组织架构**：主席由副书记兼任。") == [("residue", "**", True)] * 2
    assert found("**一、完善组织架构**\n") == [("residue", "**", True)] * 2
    assert found("由**同志任主席，**同志任**街道工会副主席。\n汇报人：王**\n") == []
    assert found("组长：**，副组长：**\n一等奖：**、李某、**\n联系人：** 电话：**\n") == []


def test_stars_of_a_filter_are_shown_and_masks_of_names_stay() -> None:
    assert found("让职工学****有去处。") == [("noise", "****", False)]
    assert found("由某****公司承办，李****同志主持，****街道支持，***参加。") == []


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        ("为辖区 名职工办理互助", " 名"),
        ("为困难职工拨出近元，送去慰问", "拨出近元"),
        ("走访困难企业个，看望职工", "企业个"),
        ("新建工会三家，发展会员5。", "发展会员5"),
        ("夯实工作基??，抓好落实", "??"),
        ("不忘，牢记使命", "不忘，"),
        ("推进“组织起来，”工作", "“组织起来，”"),
    ],
)
def test_holes_are_shown_not_cut(text: str, hole: str) -> None:
    assert found(text) == [("hole", hole, False)]


SLOGAN = "拾穗集，好稿件都在这里"


def test_slogan_behind_several_paragraphs_names_its_site() -> None:
    text = f"职工积极参与。{SLOGAN}\n抓好服务，解决困难。{SLOGAN}\n引导职工学法拾穗集 www.shisuiji.com\n"
    assert found(text) == [
        ("watermark", SLOGAN, True),
        ("watermark", SLOGAN, True),
        ("watermark", "拾穗集 www.shisuiji.com", True),
    ]


def test_name_at_the_head_of_several_paragraphs() -> None:
    text = "拾穗在线文库今年办了两期培训。\n职工踊跃报名。\n拾穗在线文库食堂门口挂上意见箱。\n"
    assert found(text) == [("watermark", "拾穗在线文库", True)] * 2


def test_another_name_of_a_site_that_its_page_names() -> None:
    text = "拾穗学习网 > 总结 > 工会总结\n\n拾穗在线学习网镇工会办了两期培训，拾穗小区职工踊跃报名。"
    assert [j[1] for j in found(text)] == ["拾穗学习网", "拾穗在线学习网"]


def test_what_a_page_says_behind_a_document_in_two_lines() -> None:
    text = f"{TITLED}(未完，全文共900字)\n(请认真阅读下面的提示信息)\n"
    part = Part(0, len(TITLED.rstrip()))
    junk = clean.within(text, part, clean.find(text), [])
    assert [text[j.start : j.end] for j in junk] == ["(未完，全文共900字)", "(请认真阅读下面的提示信息)"]


@pytest.mark.parametrize(
    "head",
    [
        "当前位置：拾穗方案网 > 工作总结 > 内容页",
        "拾穗方案网 > 总结 > 工会总结",
        "欢迎来到拾穗方案网网站！",
        "时间：2019-06-11 网站：拾穗方案网",
        "拾穗方案网 版权所有",
        "拾穗方案网  首页  总结  讲话稿",
        "车间工作总结_拾穗方案网　作者：佚名 更新时间：2020-1-1",
        "《车间总结》由拾穗方案公文网会员上传\n拾穗方案网（shisui9.com）",
    ],
)
def test_a_site_that_its_page_names_is_junk_everywhere(head: str) -> None:
    text = f"{head}\n\n职工积极参与拾穗方案网各项活动。"
    assert ("watermark", "拾穗方案网", True) in found(text)[-1:]


@pytest.mark.parametrize(
    "head", ["当前位置：某某县总工会 > 工作动态 > 内容", "来源：某某区总工会", "首页 > 工作总结 > 内容"]
)
def test_a_body_that_a_page_names_is_no_site(head: str) -> None:
    name = head.rpartition("：")[2].partition(" ")[0]
    assert [j for j in found(f"{head}\n\n{name}积极参与。") if j[0] == "watermark"] == []


@pytest.mark.parametrize(
    "text",
    [
        "职工培训材料包含“安全、质量、效率”三部分，工会印制五百份，共 6 场。",
        "表彰先进。\n表彰先进。\n为职工投入三万元，慰问企业个体户，发展会员5名。",
        "主要任务\t25家\t组织部\n会员人数\t90人\t组织部\n",
        "明年的事\n\n好的。\n\n明年的事\n",
        "工会审核：经费审查委员会对账目作了审核，职工文字、摄影作品参展。",
        "怎样才能让职工满意?各分会讨论了三次。",
        "办起写作班，让写作更简单。职工服务网，您身边的贴心助手。写作小组，写材料不求人。每月1~2次。",
        "更多职工请工会关注身边的困难，参考省里的做法。",
        "编印《工会工作资料汇编》，汇总报表三份。",
        "举办公文写作培训班，建立困难职工档案，开通网上服务平台。",
        "广泛宣传工会法，职工书屋藏书增加，访问量提高，欢迎职工监督。",
        "邮箱为某某，参加KTV比赛，使用APP和VIP卡，LED屏滚动播放。",
        "资金来源：上级补助。",
        "为职工代写法律文书，联系客服热线答疑，职工可咨询在线客服。",
        "工会会员免费观看电影，登录后可查看积分，开通会员卡，打印、装订成册。",
        "篇幅不长，职工代表预览了方案，（节选部分段落）试读三次，共2页。",
        "举办写作班、文学社和题库竞赛，建成写作中心，办好文学网络课。",
        "1、2两个车间，甲、乙、丙三班，编号#3，评分^2。",
        "云上农场  首页  产品\n由技术能手会员分享经验，由秘书组会员发布通知，云上农场开张，技术能手和秘书组到场。",
        "活动内容由职工代表提出，侵权案件联系律师处理，关闭闲置阵地。",
    ],
)
def test_a_unions_own_words_stay(text: str) -> None:
    assert found(text) == []


def test_a_word_behind_paragraphs_names_a_site_with_its_slogan() -> None:
    text = "入库。公文拾贝\n检查。公文拾贝\n修好机床。公文拾贝大家都说亮堂。\n加菜。公文拾贝网，一站式公文写作平台\n"
    assert [j[1] for j in found(text)] == [*["公文拾贝"] * 3, "公文拾贝网，一站式公文写作平台"]


def test_a_sites_letters_and_slogan_go_with_its_name() -> None:
    text = (
        "以下是拾穗资料汇小编为大家整理的。\n"
        "全年走访拾穗资料汇sszl2018困难职工20户，组织干部外出考察，拾穗资料汇，您身边的文秘专家提高本领，"
        "抓好拾穗资料汇一站式文秘服务落实工作，拾穗资料汇2019年办了三件事。\n"
    )
    assert [j[1] for j in found(text)[1:]] == [
        "拾穗资料汇sszl2018",
        "拾穗资料汇，您身边的文秘专家",
        "拾穗资料汇一站式文秘服务",
        "拾穗资料汇",
    ]


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


def leftovers(text: str) -> list[tuple[str, str]]:
    return [(j.kind, text[j.start : j.end]) for j in clean.within(text, Part(0, len(text)), [], [])]


def test_half_a_sentence_at_the_end() -> None:
    assert leftovers(f"{PARAGRAPH}比赛结束后,工会又") == [("truncated", "比赛结束后,工会又")]
    assert leftovers(f"{PARAGRAPH}明年将围绕新厂房投") == [("truncated", "明年将围绕新厂房投")]
    assert leftovers(f"{PARAGRAPH}工会工作再上新台阶") == []
    assert leftovers(f"{PARAGRAPH}安全工作共同抓") == []


def test_department_that_signed() -> None:
    assert leftovers(f"{PARAGRAPH}\n（工会 办公室）") == [("source_note", "（工会 办公室）")]
    assert leftovers(f"{PARAGRAPH}\n（这件事由工会办公室负责）") == []


def test_last_heading_that_was_cut_off() -> None:
    from kb.intake import outline

    text = TITLED + "四、抓好职工素质提升工"
    headings = outline.find(text, 0, len(text))
    junk = clean.within(text, Part(0, len(text)), [], headings)
    assert [(j.kind, text[j.start : j.end]) for j in junk] == [("truncated", "四、抓好职工素质提升工")]
