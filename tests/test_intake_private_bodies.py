"""Names of institutions, shops and hamlets by kind, and persons of whom a part of the name is written."""

import pytest

from kb.intake import private
from marked_names import cases, missed, named

NAMED = """
请【渌水师范】、【阜山职院】和【莲台师专】的教授讲课，【平乐幼师】、【云台农校】的学生来实习。
当年在【红泥岗】、【石马岗】架线，翻过【牛尾岗】。
新建【惠万家超市】工会，【惠万家】的职工都来了。
把【新华里】一条街的商户编成小组，【同福里】3号楼的住户也报了名。
与【铁路第二小学】、【油田第一中学】结对。
【数码大厦】、【邮电大厦】和【供销大厦】联合建会。
【快脚丫外卖站】、【速必通快递站】的骑手入会。
【下屋组】的村民和【老湾组】的村民，在【大寨子】、【三岔子】走访。
有【帅驰轴承】、【贝尔康】三家。【贝尔康】的车工当选。
【白马渡砂石场】、【绿野种植场】签了合同。
完成【工农街】、【军民街】个体商户建会。
邀请【康济职业病防治院】、【仁爱口腔病防治所】体检。
走访【山里郎竹制品厂】，【山里郎】捐了桌凳。
【金色童年幼儿园】、【绝味鸭脖店】、【正新鸡排店】新建工会。
【淞北公路局】、【淞北养路段】、【淞北供电公司】和【柳湾220千伏变电站】。
【青阳邮政支局】、【柳湾投递站】、【建行青阳支行】、【农行白沙分理处】。
组长：【邬守中】（党委书记）
理事长【洪福】、返乡青年【占国庆】等4人为委员。
刺绣能手【白雪】现场收了6个徒弟，男子组前三名为【史达亮】、【隆达坤】。
保育员【小马】、老会员【阿芳】捐了款，【江总】在会上表态，【高】书记到场。
科员【袁】科长讲课，【格桑卓玛】老师领奖。
服务站由【孔祥瑞】专职负责。
"""

PLAIN = """
繁荣医院文化，振兴企业文化，活跃校园文化，丰富职工文化。
组织大家听黄梅戏、看花鼓戏，排演三句半。
建成“暖心小站”、“爱心小站”，设党员先锋岗、巾帼示范岗，岗位练兵。
学习孔祥瑞、李素丽的事迹，弘扬包起帆精神。
向书记汇报，由文书记录，与高校长期合作，企业总在年底结算。
小组、小学、老师、老乡和阿姨，工人小组、会员小家、职工小高峰。
工会、医院两家，困难职工三家，商户五家。
在春天里播种，在时代里成长，在团队里学习，在新时代里奋斗。
村民组、党小组、上级组织、前台组长、东院组织人员、小队。
"""


@pytest.mark.parametrize("marked", cases(NAMED))
def test_names_are_found(marked: str) -> None:
    assert missed(marked) == []


@pytest.mark.parametrize("text", cases(PLAIN))
def test_everyday_words_are_no_names(text: str) -> None:
    assert named(text) == []


def test_what_colleagues_call_each_other_is_hidden_wherever_it_stands() -> None:
    text = "保洁员小马在楼道里拾到钱包，后来小马把钱包还了。"
    assert [name.text for name in private.find(text, 0, len(text))] == ["小马", "小马"]
