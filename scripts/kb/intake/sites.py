"""What scraping leaves in a text: names of sites, addresses, notes on where a page is from, advertisements."""

from __future__ import annotations

# What such sites call themselves: 范文…网, 公文汇, 思想汇报专题. In a union's own text these words do not occur so.
STRONG = (
    "范文|文秘|公文|文库|论文|作文|思想汇报|心得体会|演讲稿|办公文档|文档|文书|课件|稿子|笔杆子|述职报告|工作总结"
    "|应届毕业生|公务员期刊|出国留学|个人简历"
)
PLACE = "网站|网|之家|专题|大全|频道|吧|TOP ?[0-9]+|中心|汇(?![报编总集聚]|款)|屋|先生|文库|资源库|下载站?|啦"
FILLER = "学习|参考|写作|资源|资料|免费|办公|原创|在线|分享|查询|第一|秘书|期刊|[0-9]{2,4}|中国|全国"
PRAISE = "最全面的|最全的|最新的?|更多的?|精选|优秀|免费|海量|第一|原创|好|牛|无忧|中国|新|老|九九|大学生|公务员"
NAMES = (
    "学习啦|百度文库|豆丁网?|道客巴巴|查字典|瑞文网|无忧考网|无忧范文|莲山课件|中国人才网|老秘网|新文秘|写写帮"
    "|实用文档|第一文库|人人文库|原创力文档|金锄头文库|蚂蚁文库"
)
SITE = (
    rf"(?:{PRAISE})*(?:(?:{STRONG})(?:{FILLER}|{STRONG})*(?:{PLACE})"
    rf"|范文(?:写作|参考|学习|模板|推荐|精选|下载|网址|(?={PLACE}))(?:参考|写作|网站|网|{PLACE})*"
    rf"|(?:最全面的|更多的?|精选|优秀)范文(?![0-9一二三四五六七八九十]))"
    rf"|(?:{NAMES})(?:网|网站|整理|提供|收集)?"
)
SITES = rf"(?:{SITE})(?:[,，、|·\- ]{{0,2}}(?:{SITE}))*(?:整理|提供|收集|分享|推荐|首发)?"
ADDRESS = (
    r"[\[（(【<]?[ ]?(?:https?[:：]//|[wW\uff57\uff37]{3}[ ]?[.．。][ ]?)"
    r"[A-Za-z0-9\uff10-\uff19./?=&%_#:~+ -]*[\])）】>]?"
    r"|(?<![A-Za-z0-9@._-])[A-Za-z0-9][A-Za-z0-9-]{1,30}[ ]?[.．][ ]?(?:com|cn|net|org|cc|top|info|xyz|edu|gov)"
    r"(?:\.cn)?(?![A-Za-z0-9@])(?:/[A-Za-z0-9./?=&%_#~-]*)?"
)
SPACED = "[ \t\u3000]*"


def spaced(*words: str) -> str:
    """Return a pattern for words that may have blanks between their characters."""
    return "|".join(SPACED.join(word) for word in words)


FROM = rf"{spaced('本文')}{SPACED}(?:{spaced('来源', '来自', '出自', '摘自', '转自', '源于', '地址', '链接', '由')})"
MOVED = spaced(
    "转载于",
    "转载自",
    "转载请",
    "转自",
    "摘自",
    "来源于",
    "文章来源",
    "内容来源",
    "资料来源",
    "来源",
    "稿源",
    "原文地址",
)
BY = r"网络?|整理|收集|提供|[A-Za-z0-9./]{4,}|http\S*|(?=[。，,；;\n]|$)"
NOTE = (
    rf"[（(\[【]{SPACED}(?:{FROM}|{MOVED}){SPACED}[:：]?[^（()）\[\]【】\n]{{0,60}}[)）\]】]"
    rf"|(?:{FROM}|文章来源|内容来源|资料来源|稿源|原文地址|{spaced('转载于', '转载自', '转载请')})(?:于)?{SPACED}[:：]?"
    rf"[^。，,；;\n]{{0,40}}?(?:{BY})[。]?"
)
CALLS = "更多|欢迎|敬请|关注|访问|点击|扫码|长按|小编|本站|仅供参考|未完待续|阅读全文|展开全文|未读"
CALL = "(?:查看|阅读|获取|了解|搜索)?更多|欢迎(?:大家|您)?|敬请|请(?:关注|访问|收藏|点击|下载)|点击|扫码|长按"
WARE = "范文|文章|本站|本网|网站|公众号|二维码|收藏本|全文|原文|小编|精彩内容|文档"
ADVERT = (
    rf"[（(\[【]?(?:{CALL})[^。，,；！!\n（(]{{0,16}}(?:{WARE})[^。！!\n）)]{{0,24}}[。！!)）\]】]?"
    r"|(?:希望|以上|今天|下面|以下)[^。！!\n]{0,40}(?:小编|本站)[^。！!\n]{0,40}[。！!]?"
    r"|[（(\[【]?(?:仅供参考|欢迎阅读|未完待续|阅读全文|展开全文|点击展开|剩余[0-9]+%未读)[)）\]】]?[。！!]?"
)
PAGE_NUMBER = (
    r"^[ \t\u3000]*(?:第[ ]?[0-9]+[ ]?页|[-—\u2013][ ]?[0-9]{1,3}[ ]?[-—\u2013]|[0-9]{1,3}[ ]?/[ ]?[0-9]{1,3})"
    r"[ \t\u3000]*$|第[ ]?[0-9]+[ ]?页[ ,，/]{0,2}共[ ]?[0-9]+[ ]?页"
)
ENTITY = r"&(?:[a-zA-Z]{2,8}|#[0-9]{2,5});|<!--.*?-->|</?[a-zA-Z][a-zA-Z0-9]{0,9}(?:[ \t][^<>\n]{0,200})?/?>"
# Characters that are no text: emoji, control characters, what stands for pictures and bullets.
SIGNS = (
    "\U0001f000-\U0001faff\u2600-\u2604\u260e-\u263f\u2648-\u2653\u2667-\u26ff\u2702-\u27b0\ufe0f\ufffc\ufffd"
    "\u2b50\u2b55\ue000-\uf8ff\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "★☆◆◇■▲△▼▽※♦♣♠♥❀✿►▶◄"
)
EMPTY = r"“[”\"]|《》|（）|\(\)|【】|‘’|[?？]{3,}|[，,]{2,}|。。(?!。)|、、"
SIGNS_OF_EMPTY = (
    "“”",
    '“"',
    "《》",
    "（）",
    "()",
    "【】",
    "‘’",
    "??",
    "？？",
    "，，",
    ",,",
    "，,",
    ",，",
    "。。",
    "、、",
)
# The second mark of two that do not go together.
DOUBLED = r"[。；！？][,，、;；:：]"
# A stray word between two sentences, where the next one begins with its number.
CONNECTIVE = "同时|此外|另外|其次|再次|最后|首先|其中|第|主要|具体|还有|以及|现在|目前|今年|去年|下面"
STRAY = rf"(?<=[。；])(?!{CONNECTIVE})[\u4e00-\u9fff]{{2,6}}(?=[二三四五六七八九]是)"
# A name such as sites have, put between two clauses; what unions themselves call a net or a home is not meant.
OWN = "职工|工会|会员|教工|教师|党员|员工|互联|服务|组织|关系|安全|信息|联络|官方|交通|管理|监督|工作|先进|温馨|温暖"
SPLICED = (
    rf"[，。；、,;]((?![建铺织上在用把以对通利依构打抓开进入办]|[\u4e00-\u9fff]{{0,4}}(?:{OWN}))[\u4e00-\u9fff]{{2,5}}(?:网|文库|之家|大全|专题))"
    r"(?![络站点格架上线民购])(?=[\u4e00-\u9fff])"
)
