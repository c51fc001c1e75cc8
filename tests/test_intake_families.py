"""spec/spun_families.yml: every entry finds its bad example, not its good one; no family switches on another."""

import re

import pytest
import yaml

from conftest import ROOT
from kb.checkup.rulebook import regex
from kb.intake import families, rewrites
from kb.spec import Spec, load, schema, shapes
from kb.spec.spun_families import FILE, SpunWord, build
from kb.spec.tree import entries, text, words
from kb.yaml_file import Node, parse

TREE = parse((ROOT / "spec" / FILE).read_text(encoding="utf-8"))
FAMILIES = build(TREE)
WRITTEN = [entry for node in entries(TREE, "families") for entry in entries(node, "words")]
OWN = [
    word
    for node, family in zip(entries(TREE, "families"), FAMILIES, strict=False)
    for word in family.words[: len(entries(node, "words"))]
]


@pytest.fixture(scope="module")
def spec() -> Spec:
    return load(ROOT / "spec")[0]


def fixed(text: str, spec: Spec) -> str:
    for found in reversed(rewrites.find(text, 0, len(text), spec)):
        if found.sure:
            text = text[: found.start] + found.right + text[found.start + len(found.wrong) :]
    return text


def stands_in(word: SpunWord, text: str) -> bool:
    """Whether a word is found in a text, and nothing but the word."""
    starts = [m.start() for m in re.finditer(re.escape(word.wrong), text)]
    places = (regex(word.find).match(text, start) for start in starts if not families.is_right(word, text, start))
    return any(place and place[0] == word.wrong for place in places)


def test_file_is_faultless() -> None:
    assert list(shapes.faults(TREE, schema.FILES[FILE])) == []


@pytest.mark.parametrize(("entry", "word"), list(zip(WRITTEN, OWN, strict=True)))
def test_every_word_is_found_where_it_is_wrong_only(entry: Node, word: SpunWord) -> None:
    assert (text(entry, "wrong"), text(entry, "right")) == (word.wrong, word.right)
    assert stands_in(word, text(entry, "bad"))
    assert not stands_in(word, text(entry, "good"))


@pytest.mark.parametrize("entry", WRITTEN)
def test_a_good_example_has_the_word(entry: Node) -> None:
    assert text(entry, "wrong") in text(entry, "good") or not entry.get("good")


def test_shared_and_odd_words_are_words_of_a_family() -> None:
    known = {word.wrong for family in FAMILIES for word in family.words}
    for node, family in zip(entries(TREE, "families"), FAMILIES, strict=False):
        assert set(words(node, "shares")) <= known
        assert family.odd <= {word.wrong for word in family.words}


def test_no_entry_is_written_twice() -> None:
    assert len({(w.wrong, w.find) for w in OWN}) == len(OWN)


@pytest.mark.parametrize(
    ("spun", "right"),
    [
        (
            "一年来，工会效劳广阔职工，屡次到企业宣讲，局部班组的平安生产根底更牢，促进了经济开展。",
            "一年来，工会服务广大职工，多次到企业宣讲，部分班组的安全生产基础更牢，促进了经济发展。",
        ),
        (
            "确实做好服务，仔细贯彻上级精神，率领教员工展开读书活动，调换大家的积极性，优秀的校风代代相传。",
            "切实做好服务，认真贯彻上级精神，带领教职工开展读书活动，调动大家的积极性，优良的校风代代相传。",
        ),
        (
            "组织职工乐观参加竞赛，供应法律咨询，准时了解困难职工情况，取得了肯定的成绩。工作支配如下。",
            "组织职工积极参加竞赛，提供法律咨询，及时了解困难职工情况，取得了一定的成绩。工作安排如下。",
        ),
        (
            "勾引职工坚定幻想信念，鼎力弘扬工匠精力，发扬群体主义精神，做遵纪守法的好国民。",
            "引导职工坚定理想信念，大力弘扬工匠精神，发扬集体主义精神，做遵纪守法的好公民。",
        ),
        (
            "推展班组建设，让书屋沦为职工的加油站，唤起工作热情，非常丰富了业余生活。",
            "推进班组建设，让书屋成为职工的加油站，激发工作热情，丰富了业余生活。",
        ),
        (
            "唤醒教师的骄傲感，师德教化入心，刚好为困难职工建档，凡是正值需求尽量满意，让人感受家的暖和。",
            "唤醒教师的自豪感，师德教育入心，及时为困难职工建档，凡是正当需求尽量满足，让人感受家的温暖。",
        ),
        (
            "始末坚持供给优质办事，停止了走访，操纵微信平台答疑，营造杰出氛围，休息竞赛有声有色。",
            "始终坚持提供优质服务，进行了走访，利用微信平台答疑，营造良好氛围，劳动竞赛有声有色。",
        ),
        (
            "发挥仆人翁作用，汇成推动工作的重要力气，得到车间领导的确定。其次学期连续办好书屋，细心组织拔河竞赛。",
            "发挥主人翁作用，汇成推动工作的重要力量，得到车间领导的肯定。第二学期继续办好书屋，精心组织拔河比赛。",
        ),
        (
            "现将快要一年来的工作小结以下：贯彻《对于增强和改良服务的建议》，踊跃进取，学习法例、条则。",
            "现将将近一年来的工作小结如下：贯彻《关于加强和改进服务的意见》，积极进取，学习法规、条例。",
        ),
        (
            "在上级的大力支援下，启用小程式，流程最佳化，网路报名，完成重点专案，驿站执行平稳，推送政策简讯。",
            "在上级的大力支持下，启用小程序，流程优化，网络报名，完成重点项目，驿站运行平稳，推送政策短信。",
        ),
        (
            "组织职工进修党史，扶植职工队伍，睁开读书勾当，提出安装护网题目的建议，慰问坚苦职工，提高办事质量。",
            "组织职工学习党史，建设职工队伍，开展读书活动，提出安装护网问题的建议，慰问困难职工，提高服务质量。",
        ),
        (
            "仔细贯彻上级精神，环绕中心展开竞赛，确实办好实事，催促某某修理公司按时付薪。",
            "认真贯彻上级精神，围绕中心开展竞赛，切实办好实事，督促某某修理公司按时付薪。",
        ),
        (
            "透过走访，贴合条件的家庭建档，比武的资料来自现场，构成上下贯通的服务网络，沟通的潜力不强，坐到一齐。",
            "通过走访，符合条件的家庭建档，比武的内容来自现场，形成上下贯通的服务网络，沟通的能力不强，坐到一起。",
        ),
        (
            "坚持原那么，干部以身作那么，效劳职工，广阔会员受益。",
            "坚持原则，干部以身作则，服务职工，广大会员受益。",
        ),
        (
            "与施工方勾通，小祖布署兵乓球赛，职工蛹跃参加，签定协议，发放代金卷，快退休的师付也来了。",
            "与施工方沟通，小组部署乒乓球赛，职工踊跃参加，签订协议，发放代金券，快退休的师傅也来了。",
        ),
        ("养成学*的*惯，提高业务水*。", "养成学习的习惯，提高业务水平。"),
        ("职工涌跃参加，副工席带队摸牌调查，成效显着。", "职工踊跃参加，副主席带队摸排调查，成效显著。"),
    ],
)
def test_a_family_is_put_right(spun: str, right: str, spec: Spec) -> None:
    assert fixed(spun, spec) == right


@pytest.mark.parametrize(
    "text",
    [
        "乐观面对困难，准时参加会议，供应链企业的职工力量大。",
        "企业开展平安建设，建立健全制度，标准化车间达到国家标准，社会各界理解支持工会。",
        "按照实施方案开展活动，奖励进步明显的班组，工程进展顺利。",
        "工会与幼儿园联合举办亲子活动，教育幻想家们脚踏实地。",
        # Slips look like what stands across two words.
        "抽签定出场顺序，小祖宗们，公园满意度，会贵在坚持，资深人士，防坍塌实战演练，双方各自已签协议。",
        "重大事项必须集体商量，经费逐笔公示。",
        "派员支援灾区，成立专案组，程式化的流程要改，编印工会简讯，放映影片，回馈社会。",
        "孩子们透过放大镜看叶脉，透过树丛看湖水，把温暖带给他们，到党校进修，扶植小微企业。",
        # One odd word alone may be the author's own.
        "我们屡次提醒，前景广阔。",
    ],
)
def test_a_text_that_was_not_spun_stays(text: str, spec: Spec) -> None:
    assert fixed(text, spec) == text


def test_a_word_alone_is_asked_about(spec: Spec) -> None:
    text = "工会屡次到企业走访，程度不错，局面打开。"
    assert [(r.start, r.wrong, r.right, r.sure) for r in families.find(text, set(), spec)] == [
        (2, "屡次", "多次", False)
    ]


def test_many_words_need_no_odd_one(spec: Spec) -> None:
    spun = "透过厂报带给信息，职工用心报名，构成了合力，汇报工作情景，建设礼貌矿区。"
    assert fixed(spun, spec) == "通过厂报提供信息，职工积极报名，形成了合力，汇报工作情况，建设文明矿区。"


def test_what_a_clause_has_keeps_a_word(spec: Spec) -> None:
    spun = "乐观参加竞赛，准时了解职工需求，取得了肯定的成绩。"
    right = "名单的确定由大会作出，建会取得实实在在的进展，连续三年举办歌会。"
    assert fixed(f"{spun}{right}", spec).endswith(right)


def test_slips_alone_do_not_make_a_text_a_spun_one(spec: Spec) -> None:
    slips = "职工蛹跃报名，布署工作，签定协议，勾通情况，兵乓球赛。"
    assert fixed(f"{slips}我们用心融入企业。", spec).endswith("我们用心融入企业。")


def test_one_family_does_not_switch_on_another(spec: Spec) -> None:
    spun = "效劳职工，广阔会员受益，屡次走访。"
    assert fixed(f"{spun}职工力量强。增强自身建设。", spec).endswith("职工力量强。增强自身建设。")


def test_every_pair_of_rewrites_keeps_to_its_examples() -> None:
    for pair in yaml.safe_load((ROOT / "spec/rewrites.yml").read_text(encoding="utf-8"))["pairs"]:
        assert put_right(pair, pair["wrong_example"]) == pair["fixed_example"]
        for legit in pair["legit_examples"]:
            assert put_right(pair, legit) == legit or any(re.search(veto, legit) for veto in pair["veto"])


def put_right(pair: dict, text: str) -> str:
    """Return a text with the repairs of an entry of spec/rewrites.yml."""
    for pattern in pair["patterns"]:
        parts = pattern["parts"]

        def repair(match: re.Match[str], parts: list = parts) -> str:
            return "".join(part if isinstance(part, str) else match[part] or "" for part in parts)

        text = regex(pattern["find"]).sub(repair, text)
    return text


@pytest.mark.parametrize(
    ("spun", "right"),
    [
        (
            "阐扬作用，睁开小改小革，动员职工到场医疗互助，存在的题目列成清单，健全商议机制，登门抚慰，课后办事，对峙民主管理。",
            "发挥作用，开展小改小革，动员职工参加医疗互助，存在的问题列成清单，健全协商机制，登门慰问，课后服务，坚持民主管理。",
        ),
        (
            "教员工环绕目标展开小改小革，每月查核一次，增强理论武装，审议经过食堂办法，牢固成立安全发展理念，收入增添180元。",
            "教职工围绕目标开展小改小革，每月检查一次，加强理论武装，审议通过食堂办法，牢固树立安全发展理念，收入增加180元。",
        ),
        (
            "效劳职工，根底更牢，守牢平安底线，力量明显缺乏，由工会联络专家复查，开展会员60人，产业工人队伍建立改革。",
            "服务职工，基础更牢，守牢安全底线，力量明显不足，由工会联系专家复查，发展会员60人，产业工人队伍建设改革。",
        ),
        (
            "始末坚持优质办事，工会体裁委员到会，经费次要靠补助，报人社部分审查，对账目停止了审查，提案内容触及食堂。",
            "始终坚持优质服务，工会文体委员到会，经费主要靠补助，报人社部门审查，对账目进行了审查，提案内容涉及食堂。",
        ),
        (
            "踊跃推进建会，凝集力强，党史学习教诲，弘扬工匠精力，上街宣扬，登门慰劳，拓展节日走访，流动形式单一。",
            "积极推进建会，凝聚力强，党史学习教育，弘扬工匠精神，上街宣传，登门慰问，开展节日走访，活动形式单一。",
        ),
        (
            "乐观参加竞赛，取得了肯定的成绩，挂念职工生活，合同掩盖职工410人，材料报送不准时，支配师傅带徒。",
            "积极参加竞赛，取得了一定的成绩，关心职工生活，合同覆盖职工410人，材料报送不及时，安排师傅带徒。",
        ),
        (
            "透过走访带给帮助，没有发生一齐上访，经常明白教师的需求，合理化推荐被采纳，第一时光赶到，组织职员参加体检。",
            "通过走访提供帮助，没有发生一起上访，经常了解教师的需求，合理化建议被采纳，第一时间赶到，组织职工参加体检。",
        ),
    ],
)
def test_words_in_the_many_places_of_a_spun_text(spun: str, right: str, spec: Spec) -> None:
    assert fixed(spun, spec) == right
    kept = "调查核实账目，乡村振兴办组织球赛，到场地比赛，书画社成立大会有记录，让大家明白情况。"
    assert fixed(f"{spun}{kept}", spec).endswith(kept)


def test_words_of_a_spun_text_in_looser_places(spec: Spec) -> None:
    text = (
        "今年度全体教员工环绕收费热点开座谈会，仔细核实困难，仔细登记造册，发表教课论文三篇，相貌一新。"
        "做好广阔外来务工人员的效劳工作，把学到的知识同生产理论结合，基本到达设施齐备的标准。"
    )
    assert fixed(text, spec) == (
        "本年度全体教职工围绕收费热点开座谈会，认真核实困难，认真登记造册，发表教学论文三篇，面貌一新。"
        "做好广大外来务工人员的服务工作，把学到的知识同生产实践结合，基本达到设施齐备的标准。"
    )
