"""What firms make or trade in, as a part of their names: 力驰减速机 in a list of firms, 竹制品 before 厂.

Source: the trades are the author's own lists (words.txt); of what is made the last character tells, where it is rare.
"""

from __future__ import annotations

from kb.intake.private import readings, terms
from kb.intake.private.before import SIGNS, back, is_liked
from kb.intake.private.lexicon import cut, lexicon
from kb.intake.private.words import words

THINGS = frozenset("机器阀泵炉管板箱瓶罐膜布纱线丝绳网轮件具料剂胶漆纸革鞋帽毯帘灯表仪镜车船砖瓦粉油酒茶药糖饼品")
CROPS = frozenset("牛羊猪鸡鸭鹅兔鱼虾蟹蜂蚕菜果茶树木苗竹菇菌药椒姜蒜薯豆稻麦米桃梨橘柑橙柚莓枣桑棉麻花藕笋禽畜")
CROP = 2  # characters
FARMING = "养殖", "种植", "加工", "饲养"
ACTIVITIES = words("activities")
SERVICES = ACTIVITIES | words("services")
PRODUCTS = terms.TRADES.union(terms.FIRM_TRADES, terms.OPEN_TRADES, words("more_trades"), words("shop_goods"))
LINKS = frozenset("、和与及")
BRAND = (-9.0, 0.0, 0.0, -1.0)  # chances of names of one, two … characters
LONGEST_ITEM = 9
UNSURE, SURE = -4.0, 2.0  # leads: of a brand before such a word, and of both together


def with_goods(text: str, start: int, place: int) -> readings.Reading | None:
    """Return the name of a firm that ends at a place: a brand and what the firm makes, 力驰减速机."""
    first = back(text, max(start, place - LONGEST_ITEM), place)
    made = cut(text[first:place])[-1] if first < place else ""
    if not is_made(made):
        return None
    brand = readings.before(text, start, place - len(made), place, BRAND)
    if brand is None or brand.lead < UNSURE or is_done_with(text[brand.start : place - len(made)], made):
        return None
    return readings.Reading(brand.start - is_link(text, start, brand.start - 1), place, SURE)  # 一品鲜水果


def is_made(word: str) -> bool:
    """Whether a word is a trade, or of things that firms make: by its last character, where it is a rare one."""
    if word in terms.TRADES:
        return True
    return len(word) > 2 and word[-1] in THINGS and lexicon().words.get(word, 0.0) < terms.SELDOM


def is_product(name: str) -> bool:
    """Whether a name is but what is made or done: 竹器 before 作坊."""
    return PRODUCTS.issuperset(cut(name))


def is_crop(word: str) -> bool:
    """Whether a word is of what farms grow or keep, by its last character: 肉牛."""
    return len(word) == CROP and word[-1] in CROPS and word not in terms.BRANDS


def is_done_with(word: str, made: str) -> bool:
    """Whether a word is of goods, and a trade what is done with them: 农资零售."""
    return made in ACTIVITIES and word in lexicon().words and not is_liked(word)


def is_link(text: str, start: int, place: int) -> bool:
    """Whether an item of a list begins at a place."""
    return place > start and text[place - 1] in LINKS and (place < start + 2 or text[place - 2] not in SIGNS)
