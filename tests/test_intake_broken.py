"""What breaks words and sentences: it goes before anything is recognised, and places stay those of the source."""

from pathlib import Path

import pytest
from opencc import OpenCC

from conftest import ROOT
from intake_texts import PARAGRAPH, REPORT, TITLED
from kb.intake import broken, run
from kb.intake.worked import simplified, worked
from kb.spec import Spec, load


@pytest.fixture(scope="module")
def spec() -> Spec:
    return load(ROOT / "spec")[0]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("发表了热情洋溢的`讲话，职工`代表到会。", "发表了热情洋溢的讲话，职工代表到会。"),
        ("发挥了职代会的'监督作用，战斗力的.提高，厚实的.肩背。", "发挥了职代会的监督作用，战斗力的提高，厚实的肩背。"),
        ("办“书屋”`的开放日，「送书」`的车到了村。", "办“书屋”的开放日，「送书」的车到了村。"),
        ("慰问七号楼的`30多户。", "慰问七号楼的30多户。"),
        ("工-作有了起色，学.习有了制度。", "工作有了起色，学习有了制度。"),
        ("宣传?工会法?和?劳动合同法?。", "宣传《工会法》和《劳动合同法》。"),
        ("围绕“中国梦?劳动美”主题", "围绕“中国梦·劳动美”主题"),
        ("我镇总工會(huì)在鎮(zhèn)黨委領(lǐng)導(dǎo)下", "我镇总工会在镇党委领导下"),
        ("某镇上半年工作总结(jié)\n半年来", "某镇上半年工作总结\n半年来"),
        ("積累了經(jīng)驗(yàn)?，F(xiàn)將工作總結(jié)如下", "积累了经验。现将工作总结如下"),
        ("一是强基层抓组织。一是强基层抓组织。新建工会", "一是强基层抓组织。新建工会"),
        ("某镇某镇 20202020 年工会工作总结年工会工作总结", "某镇 2020 年工会工作总结"),
        ("工工会会工工作作总总结结", "工会工作总结"),
        ("组织动员职工在实施“十\n2、四五”规划中建功立业。", "组织动员职工在实施“十四五”规划中建功立业。"),
        (
            "在园区三十家企业开展竞赛，参赛职工1\n2、260名，又在全镇铺开。",
            "在园区三十家企业开展竞赛，参赛职工1260名，又在全镇铺开。",
        ),
        (
            "镇工会上门慰问，还为他申请\n3、了一笔救助金，大家很受感动。",
            "镇工会上门慰问，还为他申请了一笔救助金，大家很受感动。",
        ),
        (
            "把旧会议室改成了图2、书室，几个道口同3、时放行，与地方4、交通部门常联系。",
            "把旧会议室改成了图书室，几个道口同时放行，与地方交通部门常联系。",
        ),
        ("大家情绪高涨，人人争先，竞赛充满活\n3、力，成效很好。", "大家情绪高涨，人人争先，竞赛充满活力，成效很好。"),
    ],
)
def test_put_together_again(text: str, whole: str) -> None:
    assert worked(text).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "一.抓好学习\n二.抓好服务\n",
        "某某-某某公路开工，5.12护士节演讲，艾某·某某获奖，比分58-51。",
        "为什么要建会?怎样建会?谁来建会?各分会展开讨论。",
        "一、主要工作\n1、开展建会行动\n2、做好困难帮扶\n3、搞好宣传教育\n",
        "1、建好机制，工会、人社、司法三家联动，做到有人管事\n2、力争全年零投诉，件件有回音。",
        "见图2、表3，做到会前2、会后各通报一次，分为第1、2、3、4组，慰问职工2、家属3。",
        "时时处处想职工，高高兴兴办实事，年年月月送清凉。",
        "参加（KTV）比赛、学习(ISO)标准、推广工会(app)应用。",
    ],
)
def test_a_clean_text_stays(text: str) -> None:
    assert broken.find(text) == []


def test_number_that_is_no_list_goes_when_an_earlier_page_ended_in_a_word() -> None:
    page = f"1、某某镇工会工作总结\n{PARAGRAPH}大家充满活\n2、力。"
    text = f"{page}{PARAGRAPH[:-1]}，镇里还派人到县里参加\n3、培训，回来办班。"
    assert [text[c.start : c.end] for c in broken.find(text)] == ["1、", "\n2、", "\n3、"]


def test_places_are_those_of_the_source() -> None:
    text = "镇工会`主席宣传?工会法?，人人充满活\n2、力"
    held = worked(text)
    assert held.text == "镇工会主席宣传《工会法》，人人充满活力"
    for place in range(len(held.text)):
        written = text[held.start(place) : held.end(place + 1)]
        assert written == held.text[place] or (written, held.text[place]) in (("?", "《"), ("?", "》"))


def test_report_counts_in_the_source_and_the_draft_is_whole(tmp_path: Path, spec: Spec) -> None:
    text = TITLED.replace("服务职工的本领", "服务职`工的本领").replace("全镇工会干部", "全镇工-会干部")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    taken = run.take(str(tmp_path / "a.txt"), "a", spec, "2026-11-21")
    (piece,) = taken.pieces
    assert "服务职工的本领" in taken.drafts["a-01"]
    assert {text[j.start : j.end] for j in piece.junk} == {"`", "-"}
    assert [text[h.start : h.end] for h in piece.headings] == [h.text for h in piece.headings]


def test_a_page_in_traditional_characters_becomes_a_simplified_draft(tmp_path: Path, spec: Spec) -> None:
    text = OpenCC("s2t").convert(REPORT)
    for sign, reading in (("會", "huì"), ("領", "lǐng"), ("組", "zǔ")):
        text = text.replace(sign, f"{sign}({reading})")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    taken = run.take(str(tmp_path / "a.txt"), "a", spec, "2026-11-21")
    assert "组织召开座谈会三次" in taken.drafts["a-01"]
    assert taken.hint == "有繁体字，草稿已转成简体"
    assert [j.kind for j in taken.pieces[0].junk].count("pinyin") == text.count("(")


def test_a_line_in_which_nothing_tells_is_like_the_one_before_it() -> None:
    modern = "第一篇\n全镇组织会员学习发展。\n采茶歌、抓帮扶、抓幫扶"
    traditional = "會員學習發展，組織開展活動。\n三、抓幫扶\n抓女工"
    assert simplified(modern) == modern
    assert simplified(traditional) == "会员学习发展，组织开展活动。\n三、抓帮扶\n抓女工"
    assert simplified(f"{modern}\n{traditional}").endswith("抓幫扶\n会员学习发展，组织开展活动。\n三、抓帮扶\n抓女工")


def test_nothing_is_broken_in_our_samples() -> None:
    found = [
        (path.name, path.read_text("utf-8")[cut.start - 8 : cut.end + 8])
        for path in (ROOT / "docs").glob("*/*.md")
        if path.parent.name not in ("about", "check", "desk", "guide")
        for cut in broken.find(path.read_text("utf-8"))
    ]
    assert found == []
