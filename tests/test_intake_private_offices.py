"""Names in lists of offices, firms behind what they are, estates by number or stage; what only looks so."""

import pytest

from kb.intake import private
from marked_names import cases, missed, named

NAMED = """
选举【刘玉梅】为主席，【陈立新】、【曹芳】为副主席，【李丽】为女工委员，【方利民】为经审委员会主任。
推选【王桂兰】任组长,【向前】任副组长,【周志远】任宣传委员。
28人参加,【祝志军】获得第一名,【向荣】获得第二名。
老支书【田野】今年86岁，退休职工【常乐】，今年72岁。
业务员【明亮】还当选为工会小组长，驾驶员【平安】也被评为优秀。
工会主席【简明】总结的“三本台账”工作法，钳工【高峰】总结出五步操作法。
邀请消防员【高峰】讲课，请律师【江山】授课。
与供应商【鸿图机电设备有限公司】联合培训，供货商【裕通五金制品有限公司】送来样品。
同承包商【宏图路桥建设有限公司】协商，【诚信房产中介】的职工入会。
【本草堂中药饮片有限公司】和【第五建筑工程公司】、【第二运输公司】先后建会。
【铁路二宿舍】4号楼的住户，【棉纺三宿舍】、【钢铁厂五家属院】都通了暖气。
【水岸新城】二期工地有人欠薪，走访【滨江华府】二期的业主。
分布在【清水湾】、【老鸦口】等6个收费站和养护工区。
选派干部驻【龙潭乡】【火石岭村】，工作队驻【柳沟镇】【杨树坪村】。
由于经销商【鑫瑞达商贸有限公司】拖欠货款，在【纺织三厂家属院】走访。
【彭立】任经审委员会主任，【汤敏】任女职工委员会主任，其中【任远】获一等奖。
走访了【红旗二小】，慰问了【光明三中】的教师。
在【镇兴路】和【镇南街】设点，走访【城关镇】、【河西镇】和【城南街道】的企业。
"""

PLAIN = """
举办“端午”包粽子、包饺子等活动，女职工康乃馨服务站，职工马拉松、龙舟赛、田径赛。
发展黄桃、黄精种植，职工石斛加工，采摘蓝莓、红心柚，品尝罗汉果、金丝枣。
县城高铁站等12个项目，在高铁、国道沿线，对国道改线工程项目部提出要求。
教员工敬业爱生，引导职工敬业奉献，主席抓全面，会计管文体，出纳管财务。
今年把重点放在冷链物流和中药材加工上，举办迎新春职工球赛、庆五一职工歌会。
工会主席为主任，副主席为副主任，各部门负责人为委员，分管领导任副组长，科室长任成员。
邀请专家全程讲解，请老师现场授课，请技师单独授课，由组长商定。
老党员今年87岁，退休教师今年80岁，老人今年75岁。
驻村干部、驻区单位、驻镇单位、派驻干部，与供应商签约，供货商、承包商和经销商都来了。
男生二宿舍和女生一宿舍都装了空调，教工二宿舍改造完毕，第三方公司、第一分公司。
学校二期工地，污水处理厂二期工程，商业城二期，建材城二期工地。
改造厕所、食堂等4个收费站的设施，开展检查、维修等12个变电站的工作。
走访房产中介23家，规范职业中介，发放慰问品，购置汤圆等物品，乡镇兴起。
劳模创新工作室揭牌，其中阳光获得第一手资料，解决了三个问题，走访了两所中学，女职工、女工和女教工都来了。
经销商、代理商和董事长到场，由组长商定后公布。
"""


@pytest.mark.parametrize("marked", cases(NAMED))
def test_found(marked: str) -> None:
    assert missed(marked) == []


@pytest.mark.parametrize("text", cases(PLAIN))
def test_untouched(text: str) -> None:
    assert named(text) == []


def test_marks_of_half_width_are_as_good() -> None:
    text = "谢桂兰获得第一名,向阳获得第二名;电话:0512-66001234,价格1,300元."
    wide = text.replace("名,", "名，").replace(";", "；").replace("话:", "话：")
    assert [name[1:] for name in found(text)] == [name[1:] for name in found(wide)]


def found(text: str) -> list[tuple[str, int, str]]:
    return [(name.text, name.start, name.kind) for name in private.find(text, 0, len(text))]


def test_an_everyday_word_is_a_person_only_where_one_is_meant() -> None:
    text = "收费站文明、蓝晓婷受到表彰。文明连续三年零投诉。开展文明服务，规范文明用语，争创文明单位。"
    assert named(text) == ["文明", "蓝晓婷", "文明"]


def test_a_part_of_a_longer_word_is_nobody() -> None:
    text = "分别选举贺晓东、安康为工会主席，任重为委员。开展“安康杯”竞赛，工作任重道远。"
    assert named(text) == ["贺晓东", "安康", "任重"]


def test_what_is_built_in_a_town_is_not_called_after_it() -> None:
    text = "在榆汀县建设职工服务中心1处，榆汀县中医院派人验收。"
    assert named(text) == ["榆汀县", "榆汀县中医院"]
