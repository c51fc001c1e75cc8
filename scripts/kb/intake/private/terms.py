"""Words around the names of bodies and places: suffixes, trades, and what no name is made of (words.txt)."""

from __future__ import annotations

from kb.intake.private.shared import SHARED
from kb.intake.private.words import section, words

ORGANISATIONS, PLACES = words("organisations"), words("places")
LONGEST_ORGANISATION, LONGEST_PLACE = 14, 4
PROVINCES = section("provinces")
WAYS = frozenset("路街镇乡区")  # behind these a lane is named
PARENTS = section("parents")
GENERIC_BEFORE = words("generic_before") | {" ", "\u3000"}
NOT_A_SUFFIX = words("not_a_suffix")
STOP_CHARACTERS, STOP_WORDS = words("stop_characters"), words("stop_words")
GOODS = words("goods")
MADE = frozenset(trade + product for trade in words("trades") for product in section("products"))
TRADES, MODIFIERS = words("trades") | GOODS | MADE, words("modifiers") | STOP_WORDS
PLACE_MODIFIERS = words("place_modifiers")
OF_PRODUCTS = words("of_products")
LEADING, LEADING_WORDS = words("leading"), section("leading_words")
COUNTIES = frozenset("市县区镇乡")
ORGANISATION, PLACE = "organisation", "place"  # kinds of what is found
PUBLIC = words("public_places")
WIDE_PLACES = frozenset("区市旗")  # of these only names that a suffix is enough for
STOP_AT_BEGIN = STOP_CHARACTERS - frozenset("进当会同和从应正")
SOFT, PLAIN_CHARACTERS = words("soft"), words("plain_characters")
BRANDS, NO_NAMES = words("brands"), words("no_names")
FIRM_TRADES, AFTER_TRADES, AFTER_FIRMS = section("firm_trades"), section("after_trades"), section("after_firms")
LANDMARKS, FEATURES = words("landmarks"), words("features")
NO_LANDMARKS, AFTER_LANDMARK = words("not_a_landmark") | NOT_A_SUFFIX, words("after_landmark")
BEFORE_A_FEATURE = words("before_a_feature")
BEFORE_LANDMARKS = section("before_landmarks")
NOT_A_TRADE, OPEN_TRADES = words("not_a_trade"), words("open_trades")
SHOPS = words("shops").union(goods + end for goods in section("shop_goods") for end in section("shop_ends"))
PHRASE = 4  # so long a word is a phrase (密切配合), unless it is a name
OFFICES = "局委部署厅办处科"  # words that end so name a kind of office
# Logarithms of shares: below RARE a single character is seldom a word; below SELDOM a word may be a name, below LED
# where something before it says that a name follows.
RARE, SELDOM, LED = -10.0, -12.3, -10.8
NUMBER = "[一二三四五六七八九十0-9]{1,3}"
# What schools and hospitals were founded by, right before their number.
OWNERS = section("owners")
NUMBERED = tuple(
    SHARED.pattern(pattern)
    for pattern in (
        f"[第农]{NUMBER}师(?!资|傅|生)",
        "(?<![0-9.])[0-9]{2,3}团(?!员|队|委|体|结|组|支|购|圆|建|费|课)",
        f"第{NUMBER}(?:人民医院|中医院|医院|中学|小学|幼儿园|中心小学|高级中学|初级中学|建筑公司|实验小学|实验学校|工程局|工程公司)",
        f"中[铁建交冶核]{NUMBER}?(?:局|公司|集团)",
    )
)
DEEDS = frozenset(lead + deed for lead in words("deed_leads") for deed in words("deeds"))  # 续办 before 职工夜校
