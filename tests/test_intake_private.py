"""Names and numbers of persons, bodies and places: found in invented sentences, replaced alike within a piece."""

import pytest

from kb.intake import private
from kb.intake.model import Junk, Private
from kb.intake.private import contacts


def found(text: str, junk: tuple[Junk, ...] = ()) -> list[Private]:
    names = private.find(text, 0, len(text), junk)
    assert all(text[n.start : n.end] == n.text and n.replacement for n in names)
    return names


def written(text: str, *kinds: str) -> list[str]:
    return [n.text for n in found(text) if not kinds or n.kind in kinds]


def draft(text: str) -> str:
    for name in reversed(found(text)):
        text = text[: name.start] + name.replacement + text[name.end :]
    return text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("镇总工会主席梁国栋带队走访了辖区企业。", ["梁国栋"]),
        ("慰问困难职工孟桂英、尹小梅、杜铁山等三人。", ["孟桂英", "尹小梅", "杜铁山"]),
        ("联系人：贺敏，负责报名。", ["贺敏"]),
        ("会上，欧阳雪萍同志作了表态发言。", ["欧阳雪萍"]),
        ("车间焊工阿卜力孜·买买提荣获技术能手称号。", []),
        ("选举阿依努尔·买买提为女职工委员会主任。", ["阿依努尔·买买提"]),
        ("退休教师陆美琴老师今年八十二岁。", ["陆美琴"]),
        ("以劳模秦志刚命名的创新工作室新增专利两项。", ["秦志刚"]),
        ("裁缝缪红英领奖，渡工璩明远上台发言。", ["缪红英", "璩明远"]),
        ("财务室邵 琳作了说明，司机逯 平领了奖。", ["邵 琳", "逯 平"]),
        ("请老劳模格日勒图、牧民乌兰其其格讲传统。", ["格日勒图", "乌兰其其格"]),
        ("教师次旺卓嘎的家属收到年货。", ["次旺卓嘎"]),
    ],
)
def test_persons(text: str, names: list[str]) -> None:
    if "阿卜力孜" in text:
        assert any("买买提" in name for name in written(text, "person"))
    else:
        assert written(text, "person") == names


@pytest.mark.parametrize(
    "text",
    [
        "职工高度评价这项工作，代表谈了体会。",
        "认真学习邓小平理论，学习雷锋精神。",
        "教师节前夕，工会主席任组长的领导小组召开会议。",
        "全镇各村（社区）工会、全县各乡镇、街道都建立了台账。",
        "某某镇总工会指导**公司、x镇和xx社区开展工作。",
        "省总工会和全国总工会印发通知，四川省的做法得到推广。",
        "农民工返乡以后，市场、道路和集中学习都要管。",
        "和谐社区、文明城市、优质学校、物业公司和快递公司。",
        "张某、李某某两位职工参加了培训。",
        "公司不认欠薪，当天理出欠薪名册，由街道信访办接手，企业协商停工期间的工资。",
        "规范化建设和班组建设都要抓，现代物流、智能制造等行业先行。",
        "女职工拔河、爬山、登山比赛照常办，建设美丽家乡，各乡镇、强县都来交流。",
        "快递行业、纺织产业和物业公司的职工，农家乐、便利店和民宿的帮工都入了会。",
        "上山下乡的老职工、河道保洁员、街道工会都到了，电教中心、客服中心评上先进。",
        "各社区、各村工会、县城的商场和道路工地都去过。",
    ],
)
def test_no_names(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("我们走访了瑞鑫毛纺有限公司。", ["瑞鑫毛纺有限公司"]),
        ("将鹤港机械厂列为重点企业。", ["鹤港机械厂"]),
        ("在清泉高科技（某）有限公司召开现场会。", ["清泉高科技（某）有限公司"]),
        ("组织劳模到太湖工人疗养院休养。", ["太湖工人疗养院"]),
        ("深入芦溪乡开展宣传。", ["芦溪乡"]),
        ("赴福建省武平县桃源镇学习。", ["福建省武平县桃源镇"]),
        ("组建了闽溪社区职工之家。", ["闽溪社区"]),
        ("职工赴安徽宁国考察。", ["安徽宁国"]),
        ("慰问农八师的困难职工。", ["农八师"]),
        ("邀请第三人民医院的医生义诊。", ["第三人民医院"]),
        ("在捷沃鑫的信访事件中，我们及时上报。", ["捷沃鑫"]),
        ("今年3月，恒沣泰企业歌正式发布，恒沣泰的职工都会唱。", ["恒沣泰", "恒沣泰"]),
    ],
)
def test_bodies_and_places(text: str, names: list[str]) -> None:
    assert written(text) == names


def test_numbers_and_addresses() -> None:
    text = "电话13800001234，座机0571-88880000，邮箱gonghui_1@example.com，"
    text += "证件110101199001010010或110101199001010015，网址www.example.com/a。"
    assert [(n.kind, n.text) for n in found(text)] == [
        ("phone", "13800001234"),
        ("phone", "0571-88880000"),
        ("email", "gonghui_1@example.com"),
        ("id_number", "110101199001010015"),
        ("url", "www.example.com/a"),
    ]


def test_a_wrong_check_digit_is_no_identity_number() -> None:
    assert not list(contacts.find("110101199001010010", 0, 18))


def test_one_person_has_one_name() -> None:
    assert (
        draft("主席梁国栋讲话。梁国栋要求抓好落实，国栋同志还走访了职工。")
        == "主席梁某讲话。梁某要求抓好落实，梁某同志还走访了职工。"
    )


def test_two_of_one_surname_are_told_apart() -> None:
    text = "工会主席梁国栋、副主席梁素芬出席，梁国栋讲话。"
    assert draft(text) == "工会主席梁某甲、副主席梁某乙出席，梁某甲讲话。"


def test_bodies_of_one_kind_are_told_apart() -> None:
    text = "走访了鹤港毛纺公司和瑞鑫食品公司，鹤港毛纺公司已建会。到芦溪乡宣传。"
    assert draft(text) == "走访了甲毛纺公司和乙食品公司，甲毛纺公司已建会。到某某乡宣传。"


def test_names_start_anew_in_each_piece() -> None:
    text = "主席梁国栋讲话。主席梁素芬讲话。"
    assert [n.replacement for n in private.find(text, 0, 8)] == ["梁某"]
    assert [n.replacement for n in private.find(text, 8, len(text))] == ["梁某"]


def test_what_is_cut_as_junk_is_no_name() -> None:
    text = "工作开展顺利www.example.com，成效明显。"
    assert found(text, (Junk(6, 21, "url"),)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("走访了云溪纺织、泰和眼科、小石榴家政等三家单位。", ["云溪纺织", "泰和眼科", "小石榴家政"]),
        ("与沁泽乳业签约，会员买奶九折。", ["沁泽乳业"]),
        ("新建望月楼民宿工会，隔壁的民宿还没有。", ["望月楼民宿"]),
        ("江溪县供电公司和江溪第二小学结对。", ["江溪县供电公司", "江溪第二小学"]),
        ("组织到凤尾岭采风，在月亮湾公园办了运动会。", ["凤尾岭", "月亮湾公园"]),
        ("家住枫桥路86号的职工领到了救助金。", ["枫桥路86号"]),
        ("在梨花镇召开现场会，桐坞乡工会介绍经验，江溪县总工会授牌。", ["梨花镇", "桐坞乡", "江溪县"]),
    ],
)
def test_bodies_and_places_without_a_usual_suffix(text: str, names: list[str]) -> None:
    assert written(text, "organisation", "place") == names


def test_what_a_firm_or_a_place_is_stays_in_the_draft() -> None:
    assert draft("走访了云溪纺织、泰和眼科等两家单位。") == "走访了某某纺织、某某眼科等两家单位。"
    assert draft("新建望月楼民宿工会。") == "新建某某民宿工会。"
    assert draft("组织到凤尾岭采风，在月亮湾公园办了运动会。") == "组织到某某岭采风，在某某公园办了运动会。"
    assert draft("家住枫桥路86号的职工领到了救助金。") == "家住某某路的职工领到了救助金。"


def test_a_name_that_the_end_of_a_line_parts_is_one_name() -> None:
    text = (
        "    今年以来，局工会在局党组的领导下，先后走访了困难职工三十户，看望了住院职工十二人，电灌站职工白\n"
        "永年的住院费由互助会垫付，闸门班职工邢海波带头捐款，会上宣读了倡议书，号召全局职工学习他的做\n"
        "法，各分会都开了讨论会，食堂的鲍桂兰也写了体会，贴在宣传栏里，十月又去看望了养护班的保安孔祥\n"
        "福，送去慰问金。\n    二、组织活动\n"
    )
    assert written(text) == ["白\n永年", "邢海波", "鲍桂兰", "孔祥\n福"]
    assert draft(text).count("某") == 4


def test_lines_that_end_by_themselves_are_not_joined() -> None:
    text = "一、深入宣传发动，切实加强组织建设，不断扩大工会工作的覆盖面\n白云山下桃花开\n"
    assert written(text, "person") == []
