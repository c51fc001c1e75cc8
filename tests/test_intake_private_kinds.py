"""Names told by the kind of thing that stands behind or beside them: goods, shops, quarters, schools, rosters."""

import pytest

from kb.intake import private
from marked_names import cases, missed, named

NAMED = """
工会委员到兄弟单位【恒韵瓦楞纸箱公司】取经。
在【马蹄坳教学点】坚守三十年，【石灰窑小学】的老师来接他。
炊事员【班秀莲】、保管员【相玉成】的房子塌了。
燃气办的【卞徐山】和【谭小翠】分获成年组冠军。
由组建部部长【阮从武】带队，会员【梁从军】、【邓更生】受到表扬。
5月/友谊赛/【河东街】灯光球场
在【城北路】和【河西街】执勤。
在【同福里】、【向阳坡】两个家属区。
【霖泽】总经理和【云露】董事长都表了态。
【甘泉淀粉公司】先建会，【甘泉】董事长签了字。
【岭阳市特殊教育学校】工会和【岭阳市职业教育中心】工会结对。
【榆园】地区有企业三百家。
把【轴承厂宿舍】、【粮食局家属院】和【地质队家属楼】编成小组。
看了【许家渡】的新农村，又到【谭家垭】和【贺家塬】。
指导【布衣坊窗帘店】、【彩云灯具专卖店】建会。
推动【劲驰减速机】、【海沣冷链】等5家规上企业开展。
【锐科数控机床】、【中沃液压】、【恒睿电磁阀】等8家企业。
聘请【晨曦社工服务中心】的社工授课，【爱邻助老服务中心】派了人。
"""

PLAIN = """
两个教学点的老师、撤并后的教学点和山区教学点。
偏远地区、城郊地区、山区地区，该地区企业、本地区企业多。
学校宿舍、工厂宿舍、职工宿舍、单位宿舍、公司家属楼和老旧家属院。
大家庭、自家地、各家店、两家厂、全家人、国家级、专家库，全家沟通，专家渡过难关。
建设新农村、建设社会主义新农村。
综采区、通风区、机电一区、开拓区、运输区、掘进一区和洗选区的职工。
镇食品厂、县化肥厂、村砖厂、乡粮站等企业。
企业经多次动员后建会，谈判后签约，整改后达标。
四个标段项目部，二标段提前完工，各标段、一标段。
各苏木镇、各旗县区、各乡镇街道、苏木乡镇。
结成手拉手学校、姊妹学校、结对学校、共建学校、薄弱学校和集团学校。
由本组组员代赛一次，由组员代签，由班长代领，由同事代班。
硬化入户路、机耕路、通组路、断头路、田间路、产业路和连户路。
牌子、章子、班子、台账齐全，班子成员、班会、班前和班车。
农商银行门前、信用社旁、农业银行门口、邮政储蓄银行。
从窗口往下拉电线，换了中文标签，冬夏工装各一套，装了除尘风机。
在走廊铺设灯带，地板铺装好了，家具城里的店员轮休。
"""


@pytest.mark.parametrize("marked", cases(NAMED))
def test_names_are_found(marked: str) -> None:
    assert missed(marked) == []


@pytest.mark.parametrize("text", cases(PLAIN))
def test_everyday_words_are_no_names(text: str) -> None:
    assert named(text) == []


def test_a_roster_sets_short_names_apart() -> None:
    text = "第一组\n组长　丁 岚\n组员　柳明芬　单 淼　栾士成　常 青　盛玉环\n"
    assert [name.text for name in private.find(text, 0, len(text))] == [
        "丁 岚",
        "柳明芬",
        "单 淼",
        "栾士成",
        "常 青",
        "盛玉环",
    ]


def test_an_everyday_word_is_a_brand_only_where_a_firm_is_meant() -> None:
    text = "明天食品公司是龙头。明天工会签了约，明天的活动照常，到了明天职工都来。"
    assert named(text) == ["明天食品公司", "明天"]
