"""Junk by kinds: what is left of tags, other pages named between sentences, marks struck again and again."""

import pytest

from kb.intake import clean, pinyin


def found(text: str) -> list[str]:
    return [text[j.start : j.end] for j in clean.find(text)]


@pytest.mark.parametrize(
    "junk",
    [
        'background: rgb(255, 255, 255);">',
        'style="text-indent: 2em; line-height: 1.5em;">',
        "font-size: 14px; white-space: normal;",
        'class="MsoNormal">',
        'target="_blank">',
        "javascript:void(0);",
        'document.write("x");',
    ],
)
def test_what_is_left_of_a_tag(junk: str) -> None:
    assert found(f"库房腾空了，{junk}大家都说亮堂。") == [junk]


@pytest.mark.parametrize(
    "junk",
    [
        "【相关阅读：街道工会计划 社区述职报告】",
        "（推荐文章：医院工会总结）",
        "[延伸阅读:企业工会要点]",
        "【猜你喜欢：班组长讲话】",
    ],
)
def test_other_pages_between_sentences(junk: str) -> None:
    assert found(f"三位师傅得了奖。{junk}下午接着比。") == [junk]


def test_of_a_mark_that_is_struck_again_and_again_one_stays() -> None:
    assert found("门卫也唱了一段。。。。。。。。大家拍手。") == ["。。。。。。。"]
    assert found("真热闹！！！！！场下笑成一片。") == ["！！！！"]


@pytest.mark.parametrize(
    "junk",
    [
        "#@&%￥ 0x2c",
        "+ k# {7 W2 `: R",
        "4 B, t- p7 J! ^3 Q",
        r"PAGE \* MERGEFORMAT 5",
        r'HYPERLINK \l "_Toc123"',
        "错误！未定义书签。",
        "{$content}",
        "[object Object]",
        "内部资料  请勿外传",
        "首页 > 范文 > 车间总结 > 正文",
        "[Page]",
        "[图片加载中...]",
        "[/td]",
        "[/page]",
        "[hide]",
        "粤ICP备00000000号",
        "▲向上滑动阅览",
        "发自我的手机",
        "展开剩余40%",
        "点击展开剩余40%",
        "点击图片查看大图",
        "点击小图看原图",
        "图片可点击放大",
        "点此查看高清大图",
        "剩余内容请下载APP查看",
        "m.mouzhan.cn",
        "- 7 -",
        "转载请注明出处",
        "学习好资料 欢迎下载",
        "[ 本帖最后由 某某 于 2010-1-1 08:00 编辑 ]",
    ],
)
def test_what_programs_and_shells_of_pages_leave(junk: str) -> None:
    assert found(f"库房腾空了。{junk}大家都说亮堂。") == [junk]


@pytest.mark.parametrize(
    "junk",
    [
        "相关文章：车间总结 | 食堂计划",
        "车间工会工作总结  第1页 共4页",
        "社区工会工作总结范文3篇",
        "\n广告 | 三分钟写好总结，点此下载",
        "\n[车间总结精选阅读]",
        "本文来自: 某某论坛 http://bbs.mouzhan.com/1.html",
        "某某坊整理发布",
        "某某稿窝收集提供",
        "某某笔会独家首发",
        "机关工会工作总结怎么写",
    ],
)
def test_what_ends_a_paragraph(junk: str) -> None:
    assert "".join(found(f"三位师傅得了奖。{junk}\n下午接着比。")) == junk.strip()


def test_a_site_in_its_brackets_within_a_sentence() -> None:
    assert found("现将一年来的【某某范文】工作汇报如下。") == ["【某某范文】"]
    assert found("现将一年来的【节选】工作汇报如下。") == []


def test_a_site_that_says_who_compiled_a_page_is_junk_with_its_letters() -> None:
    text = "走访四十户。本文由文稿文库甲整理\n检查九次，文稿文库甲 wgwk77查出隐患三处。"
    assert found(text) == ["本文由文稿文库甲整理", "文稿文库甲 wgwk77"]


def test_search_words_with_a_question_do_not_hide_the_sentence_around_them() -> None:
    text = "半年来，甲社区工会半年工作总结怎么写，在街道总工会的指导下，完成了各项任务。"
    assert found(text.replace("甲社区", "甲社区工会")) == ["工会半年工作总结怎么写，"]


def test_a_site_of_a_path_with_arrows() -> None:
    text = "当前位置：某某稿场 → 工作计划 → 工会\n\n检查两次。某某稿场整理发布下午接着比，某某稿场气氛热烈。"
    assert found(text) == ["某某稿场", "某某稿场整理发布", "某某稿场"]


def test_pinyin_at_the_end_of_a_heading() -> None:
    assert found("三、重视zǔzhī jiànshè\n会计抓 guǎn lǐ\n") == ["zǔzhī jiànshè", "guǎn lǐ"]
    assert (pinyin.word("zǔzhī jiànshè"), pinyin.word("guǎn lǐ")) == ("组织建设", "管理")
    assert found("三、规范账目，抓好guǎnlǐ\n会计每季报账。\n四、编排huodong \n") == ["guǎnlǐ", "huodong"]


def test_an_advertisement_ends_with_the_name_it_leads_to() -> None:
    text = "某某稿阁 > 总结 > 工会\n职工踊跃报名。更多精彩范文尽在某某稿阁下午接着比，场面热闹。"
    assert found(text)[-1] == "更多精彩范文尽在某某稿阁"


def test_a_site_with_its_trade_behind_it() -> None:
    text = "下面是某某窝小编为大家收集的。\n任务完成了。某某窝,专业文秘现将情况汇报如下。检查两次。某某窝下午接着比。"
    assert found(text)[1:] == ["某某窝,专业文秘", "某某窝"]


@pytest.mark.parametrize(
    "text",
    [
        "内部资料室整理一新，内部文件传阅及时。",
        "手册第3页的图要改，第4页有错。温度-5-7度。",
        "发言被打断，未编辑。评比结果：甲班98%，乙班97%&丙班。",
        "现开展【安全】主题活动，推荐阅读三本书：职工自选。",
        "展板放大图样，看原图比对，职工点击图片即可预约，点击放大图标即可看大图，册子怎么写由大家定。材料由甲县档案馆收集提供。\n文稿齐全。由甲县总工会整理发布\n",
        "首页改版，职工由“首页>服务>报销”进入。",
    ],
)
def test_what_looks_like_it_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "作息（早班：6:00；中班：14:00），温度：26，身高：170cm。",
        "好！好！！太好了。",
        "更多职工报了名，推荐两人（推荐：车间工会；审定：公司工会）。",
        "QQ群：123，邮箱另告，网址见文末。",
        "宣传栏里贴着三句话：安全；质量；效率。",
    ],
)
def test_ordinary_text_has_no_junk(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("junk", ["@#&", "$%^&", "&^%"])
def test_signs_of_several_kinds_in_a_row(junk: str) -> None:
    assert found(f"难题没有根本解决。{junk}\n二、要点") == [junk]


@pytest.mark.parametrize(
    "text", ["组长：张***，副组长**", "增长50%~60%，达到90%", "邮箱a@b.com，A&D公司", "参见###标题"]
)
def test_signs_that_mean_something(text: str) -> None:
    assert found(text) == []
