"""Spun words: what is certain, what is only asked about, what must stay."""

import pytest

from conftest import ROOT
from kb.intake import rewrites
from kb.spec import Spec, load


@pytest.fixture(scope="module")
def spec() -> Spec:
    return load(ROOT / "spec")[0]


def fixed(text: str, spec: Spec) -> str:
    for found in reversed(rewrites.find(text, 0, len(text), spec)):
        assert text[found.start : found.start + len(found.wrong)] == found.wrong
        if found.sure:
            text = text[: found.start] + found.right + text[found.start + len(found.wrong) :]
    return text


@pytest.mark.parametrize(
    ("spun", "right"),
    [
        ("推进工资群众协商，签订群众合同5份。", "推进工资集体协商，签订集体合同5份。"),
        ("充分调动职工的用心性。", "充分调动职工的积极性。"),
        ("透过开展培训，帮忙困难职工就业。", "通过开展培训，帮助困难职工就业。"),
    ],
)
def test_what_is_certain_is_put_right(spun: str, right: str, spec: Spec) -> None:
    assert fixed(spun, spec) == right


@pytest.mark.parametrize(
    "text",
    [
        "用心倾听职工的声音，用心用情做好服务，帮扶困难群众。",
        "透过现象看本质，走好群众路线。",
        "掌握职工的身体状况，服务项目贴合职工需求。",
        "把党的关怀带给每一名职工，到现场帮忙搬运物资。",
    ],
)
def test_what_is_right_stays(text: str, spec: Spec) -> None:
    assert rewrites.find(text, 0, len(text), spec) == []


def test_a_spun_text_gives_its_other_words_away(spec: Spec) -> None:
    alone = "用心融入企业开展工作。初步贴合条件的职工共有8名。"
    assert "用心融入" in fixed("用心融入企业开展工作。", spec)
    spun = f"工资群众协商工作全面铺开。透过开展培训，职工受益。{alone}"
    assert fixed(spun, spec).endswith("积极融入企业开展工作。初步符合条件的职工共有8名。")


def test_also_in_a_spun_text_the_legitimate_use_stays(spec: Spec) -> None:
    spun = "推进工资群众协商，透过开展活动，带给法律援助。我们用心倾听客户声音，帮扶困难群众。"
    assert fixed(spun, spec).endswith("我们用心倾听客户声音，帮扶困难群众。")


def test_a_weak_word_alone_is_only_asked_about(spec: Spec) -> None:
    found = rewrites.find("认真了解员工的工作状况。", 0, 12, spec)
    assert [(r.wrong, r.right, r.sure) for r in found] == [("工作状况", "工作情况", False)]


def test_places_are_those_of_the_source(spec: Spec) -> None:
    text = "前一篇。推进工资群众协商。"
    assert [(r.start, r.wrong, r.right) for r in rewrites.find(text, 4, len(text), spec)] == [
        (8, "群众协商", "集体协商")
    ]


def test_terms_that_no_list_has(spec: Spec) -> None:
    assert (
        fixed("开展劳作竞赛，维护职工的正当权力，评选劳动榜样。", spec)
        == "开展劳动竞赛，维护职工的合法权益，评选劳动模范。"
    )


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "当真组织学习，踊跃推进建会，环绕中心工作拓展帮扶活动。",
            "认真组织学习，积极推进建会，围绕中心工作开展帮扶活动。",
        ),
        (
            "增强自身建设，不断晋升服务水平，充分施展工会作用，环绕大局，凝集力更强。",
            "加强自身建设，不断提升服务水平，充分发挥工会作用，围绕大局，凝聚力更强。",
        ),
        (
            "环绕目标，踏实推进，凝集力强；职工踊跃报名，增强了信心，拓展了业务。",
            "围绕目标，扎实推进，凝聚力强；职工踊跃报名，增强了信心，拓展了业务。",
        ),
        (
            "以办事职工为主线，阐扬纽带感化，抓组织扶植，加大鼓吹力度，查抄整改题目。",
            "以服务职工为主线，发挥纽带作用，抓组织建设，加大宣传力度，检查整改问题。",
        ),
        # Where too few words are odd nothing is changed: these may be the author's own.
        ("停止了供电，抚慰受惊的孩子，办理手续，题目难。", "停止了供电，抚慰受惊的孩子，办理手续，题目难。"),
    ],
)
def test_words_of_a_rewriter_that_takes_near_synonyms(text: str, right: str, spec: Spec) -> None:
    assert fixed(text, spec) == right


def test_a_term_and_an_odd_word_of_its_table_speak_for_each_other(spec: Spec) -> None:
    term, word = "开展群众协商春季行动。", "驿站带给热水、充电线。"
    assert fixed(term, spec) == term
    assert fixed(word, spec) == word
    assert fixed(term + word, spec) == "开展集体协商春季行动。驿站提供热水、充电线。"


def test_a_term_is_certain_in_a_text_that_a_table_spun(spec: Spec) -> None:
    assert fixed("组织勾当，查抄隐患，慰问坚苦职工。", spec) == "组织活动，检查隐患，慰问困难职工。"
    assert fixed("布署工作，签定协议，慰问坚苦职工。", spec).endswith("慰问坚苦职工。")


def test_slips_that_are_no_words(spec: Spec) -> None:
    assert fixed("毎月召开座淡会，开展技能竟赛。", spec) == "每月召开座谈会，开展技能竞赛。"


def test_one_other_character_is_shown_with_the_two_before_it(spec: Spec) -> None:
    text = "激发主人公意识，环绕大局，凝集力更强，踊跃推进建会。"
    found = rewrites.find(text, 0, len(text), spec)
    assert (found[0].wrong, found[0].right) == ("主人公意识", "主人翁意识")


def test_nothing_is_put_right_in_the_title_of_a_work(spec: Spec) -> None:
    spun = "透过培训，帮忙困难职工，演出快板《礼貌你我》，建设礼貌矿区，学习《工资群众协商须知》。"
    right = "通过培训，帮助困难职工，演出快板《礼貌你我》，建设文明矿区，学习《工资集体协商须知》。"
    assert fixed(spun, spec) == right


@pytest.mark.parametrize(
    ("spun", "right"),
    [
        (
            "依法维权，持续稳定。带给法律咨询，透过培训提高。",
            "依法维权，保持稳定。提供法律咨询，通过培训提高。",
        ),
        (
            "效劳职工，屡次走访，标准和完善台账管理，通过了和谐企业创立验收。",
            "服务职工，多次走访，规范和完善台账管理，通过了和谐企业创建验收。",
        ),
        (
            "环绕中心，仔细登记，实时送去慰问金，造就业务过硬的职工队伍。",
            "围绕中心，认真登记，及时送去慰问金，培养业务过硬的职工队伍。",
        ),
        ("撑持工作，泛博职工，鼓吹先进典型。", "支持工作，广大职工，宣传先进典型。"),
        ("工会设女员工委员会。", "工会设女职工委员会。"),
    ],
)
def test_words_before_what_they_were_put_for(spun: str, right: str, spec: Spec) -> None:
    assert fixed(spun, spec) == right
