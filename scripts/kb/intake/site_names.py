"""Names of sites that no list has: told by what stands beside them, by the head of the page, by how often they stand
at an edge of a paragraph. A name that is certain once is junk wherever it stands, with what the site says of itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kb import quick_regex
from kb.intake.lines import LETTER
from kb.intake.sites import DONE, OWN, SLOGANS
from kb.intake.spans import around
from kb.word_finder import WordFinder

ENDS = "资料站|资料库|网站|文苑|在线|小站|小铺|书海|文库|网|站|库|铺|吧|屋|阁|海"
CALLS = (
    "专业(?:文秘|公文|写作|代写)|写作好帮手|写作无忧|不用愁|找范文就来|公文模板大全|模板大全|提供下载|免费下载|免费范文库?|范文天下|范文站|公文模板|工会总结|最新工会总结"
    "|免费(?:文档|范文|资料|模板)下载|整理|提供|收集|搜集|下载|首发|原创|范文|文案|公文|模板|大全|天下|免费|最新|最全|尽在"
)
CODE = r"(?:[A-Za-z]{3,20}|[A-Za-z]+[0-9]{2,8}|[0-9]{4,8})(?![A-Za-z0-9.年%多余])"  # a site's letters behind its name
BEFORE = "找范文就来|最全的?|总结范文|范文|尽在|就来|来自|登录|登陆|关注|转自|出自|由"
WEB = r"(?:https?://)?(?:www[点.])?[A-Za-z0-9-]{3,20}[点.](?:com|cn|net|org)(?:[点.]cn)?"
OPEN, CLOSE = r"[（(【\[※★☆◆]", r"[）)】\]※★☆◆]"
BORDER = rf"^|[，。；：、,;:\s—-]|{OPEN}|尽在|就来|来自|登录|登陆|关注|转自|出自"
NAME_END = rf"(?:{ENDS})(?=[,，、\s-]{{0,2}}(?:{CALLS}|{WEB})|[】※★☆◆])"
NAME, NAME_SIGN = rf"(?:{BORDER})([\u4e00-\u9fff]{{2,6}}?{NAME_END})", re.compile(NAME_END)
LONGEST = 8  # characters of a name and the border before it
NOT_SITES = re.compile(
    rf"{OWN}|爱心|驿站|车站|电站|泵站|水站|加油|收费|工作站|粮库|水库|书屋|小屋|阅览|宣传|帮扶|社区|上网|电网|管网|路网|冷库|店铺|快充"
)
# Where a page says whose it is: its path, its greeting, its foot, and a name before an address.
SIGN = quick_regex.compiled(
    r"[>»›→]|欢迎|位置[ ]?[:：]|网站[:：]|来源[:：]|出处[:：]|版权所有|小编|老师为|本文由|首页|作者[:：]"
    r"|更新时间|会员上传|会员分享|用户上传|网友上传|网友分享|会员投稿|会员发布|会员提供|用户分享|[.点](?:com|cn|net|org)"
)
LIKE = "(?:[网库吧站屋汇阁坊帮窝斋苑轩]|文档|范文|在线|之家|论坛)"
SAID = re.compile(
    r"(?:位置|您在)[ ]?[:：][ \t]*(?P<path>[\u4e00-\u9fffA-Za-z0-9]{2,10}?)(?:首页)?[ \t]*(?:>|»|›|→|/|\||-)"
    r"|^[ \t\u3000]*(?P<bar>[\u4e00-\u9fff]{2,8}?)(?<![场厂店馆院所])[ \t\u3000|\uff5c]+(?:网站)?首页[ \t\u3000|\uff5c]"
    r"|[_|\uff5c][ ]?(?P<tag>[\u4e00-\u9fff]{3,8}?)[ \t\u3000]*(?:作者|更新时间|发布时间)[:：]"
    r"|由(?P<sent>[\u4e00-\u9fff]{0,6}?(?:公文|范文|文秘|文档|文库|写作|写稿|文稿)[\u4e00-\u9fff]{0,4}?)的?(?:会员|用户|网友)(?:上传|分享|投稿|提供|发布)"
    r"|^[ \t\u3000]*(?P<row>[\u4e00-\u9fff]{2,8}?)(?:首页)?[ \t]*(?:>|»|›|→)[^\n]{2,40}(?:>|»|›|→)"
    rf"|欢迎(?:您)?(?:来到|访问|光临|使用)(?P<hail>[\u4e00-\u9fff]{{1,6}}?{LIKE})(?:网站)?(?:$|[！!，,。])"
    r"|(?:网站|来源|出处|稿源)[:：][ \t]*(?P<note>[\u4e00-\u9fff]{2,8})[ \t]*$"
    r"|^[ \t\u3000]*(?P<foot>[\u4e00-\u9fff]{2,8}?)[ \t]*版权所有"
    rf"|(?P<who>[\u4e00-\u9fff]{{1,5}}{LIKE})(?:小编|的(?:文秘)?老师为)"
    r"|本文由(?P<by>[\u4e00-\u9fff]{0,6}(?:文档|范文|文库|公文|文秘|写作|写稿)[\u4e00-\u9fff]{0,4}?)(?:小编)?(?:整理|收集|搜集|提供|分享|发布|首发)"
    rf"|(?:^|(?<=[。！；”（(）)\s]))(?P<web>[\u4e00-\u9fff]{{2,8}})[ ]?[（(]?(?={WEB})"
)
LED = re.compile("^(?:[以下面这]{0,2}[是由为])")  # 以下是 before a name
# What such places say that is no name, and whose names are no sites.
PLAIN = re.compile(
    "(?:首页|主页|范文|大全|文章|中心|文档|资料|办公|实用|总结|计划|报告|工作|网络|整理|网友|投稿|互联网|原创|下载|内容|正文|栏目|频道|的|网站|本站|本网"
    "|文库|公文|文秘|写作|年终|半年|思想|汇报|下面|以下|希望|为|大家|更多|来源|由|未知|佚名|本文|地址|网址|链接|转载|文件)+"
)
BODIES = re.compile(
    "工会|总工|职工|员工|政府|[市县区镇乡村州旗]|街道|学校|大学|学院|中学|小学|幼儿园|公司|集团|医院|[局委厅部党团]|日报|晚报|新闻|机关|中国|全国|人民"
)
ASKS = re.compile("访问|登[录陆]|详见|官网|查询|报名|关注|点击|[请见看到在以于]|网址|下载|参考")
# A stretch behind the last full stop of a paragraph, and one before an enumerator at its head.
TAIL = re.compile(r"(?<=[。！？；”）])[ \t\u3000]*([\u4e00-\u9fffA-Za-z0-9，,！!·. ]{3,24}?)[ \t\u3000]*$", re.M)
HEAD = re.compile(
    r"^[ \t\u3000]*(?:[\u4e00-\u9fff]{0,6}?(?:在线|文库|文档|范文|公文|文秘|秘书|作文|论文|写作|稿)"
    r"(?:在线|文库|范文|文档|之家|[网库站吧屋汇帮])"
    r"|(?P<odd>[\u4e00-\u9fff]{3,8}?))"
    r"(?=(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|[0-9]{1,2}、)[\u4e00-\u9fff“])",
    re.M,
)
# A name that only a site has, at the head of a paragraph.
BEGINS = re.compile(
    r"^[ \t\u3000]*([\u4e00-\u9fff]{1,5}(?:在线文库|在线文档|在线学习网|文库网|文档网|范文网|公文网|文秘网|秘书网))",
    re.M,
)
CREDIT = re.compile(f"(?:整理|[收搜]集|独家|原创)(?:{DONE}|首发|推荐)$")
WARE = re.compile("文章|范文|稿|公文|写作|文档|文库|秘书|资料|下载|分享|免费|素材|好文|材料|模板|网|站")
NAME_ALONE = re.compile("[\u4e00-\u9fff]{3,8}")
# What sites put behind their own word, one this time and another the next: 拾穗学习网, 拾穗在线学习网.
PARTS = "在线|学习|范文|文库|文稿|公文|作文|文秘|文档|写作|论文|资料|方案|总结"
OWN_WORD = re.compile(rf"([\u4e00-\u9fff]{{2,4}}?)(?:{PARTS})+(?:网|库|吧|站)?$")
# What stands before a name, behind it, between it and its repetition, and at its end.
BETWEEN = ",，、 \t-"
LEAD = re.compile(rf"{OPEN}?(?:(?:{BEFORE})[\s-]?)*\Z")
MORE = re.compile(
    rf"(?:[{BETWEEN}]{{0,2}}(?:(?:整理|[收搜]集)(?:{DONE})|{CALLS}|{SLOGANS}|{WEB}|{CODE}"
    "|(?<![网站])网站?(?![络上格点])))+"
)
CLOSED = re.compile(rf"{CLOSE}|(?<=[\u4e00-\u9fff])[，,](?=[\u4e00-\u9fff]{{2,6}}{CLOSE})|[:：](?=[\u4e00-\u9fff])")
LEADS = re.compile("尽在|就在|就[来上到]")
OFTEN, TWICE = 3, 2
REACH = 12  # characters before a name that belong to it


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the names of sites in a text, with what they say of themselves."""
    tails = list(TAIL.finditer(text))
    slogans = often(match[1] for match in tails) | {match[1] for match in tails if is_credit(match[1])}
    yield from (match.span(1) for match in tails if match[1] in slogans)
    yield from heads(text)
    named = {match[1] for match in around(text, NAME, NAME_SIGN, LONGEST) if not NOT_SITES.search(match[1])}
    named |= {name for name, count in Counter(BEGINS.findall(text)).items() if count >= TWICE}
    named |= said(text) | {name for slogan in slogans if (name := of_slogan(slogan))}
    named |= {tail for tail in slogans if WARE.search(tail) and NAME_ALONE.fullmatch(tail) and is_name(tail)}
    if named:
        yield from everywhere(text, named | kin(text, named))


def everywhere(text: str, named: set[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of names, with what stands before and behind them."""
    sizes = {place: max(map(len, names)) for place, names in WordFinder(named).by_place(text).items()}
    last = 0
    for place in sorted(sizes):
        if place >= last:
            lead = LEAD.search(text[max(last, place - REACH) : place])
            last = end_of(text, place, sizes)
            yield place - len(lead[0] if lead else ""), last


def end_of(text: str, place: int, sizes: Mapping[int, int]) -> int:
    """Return where the name at a place ends with what stands behind it: the site's words for itself, its name again.

    `sizes` are the lengths of names by place.
    """
    end = place
    while end in sizes:
        end += sizes[end]
        if more := MORE.match(text, end):
            end = more.end()
        end = next((at for at in (end, end + 1, end + 2) if at in sizes and not text[end:at].strip(BETWEEN)), end)
    closed = CLOSED.match(text, end)
    return closed.end() if closed else end


def kin(text: str, named: set[str]) -> set[str]:
    """Return further names that the sites of these names have in a text."""
    own = "|".join({re.escape(match[1]) for name in named if (match := OWN_WORD.match(name))})
    return set(re.findall(rf"(?:{own})(?:{PARTS}){{1,3}}[网库吧站]", text)) if own else set()


def end_of_ad(text: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> int:
    """Return where an advertisement ends: with the site's name it leads to (尽在某某阁) where a sentence goes on.

    `places` are those of the names of sites.
    """
    ends = (last for _, last in places if start < last < end and LEADS.search(text, start, last))
    return next((last for last in ends if LETTER.match(text[last])), end)


def often(tails: Iterable[str]) -> set[str]:
    """Return what stands behind the last full stop of several paragraphs: no author ends so again and again."""
    return {tail for tail, count in Counter(tails).items() if count >= (TWICE if WARE.search(tail) else OFTEN)}


def is_credit(tail: str) -> bool:
    """Whether what stands behind a full stop says that a site compiled the page: 某某坊整理发布."""
    return CREDIT.search(tail) is not None and not BODIES.search(tail)


def heads(text: str) -> Iterator[tuple[int, int]]:
    """Yield names of sites that stand before an enumerator at the head of a line."""
    found = list(HEAD.finditer(text))
    times = Counter(match["odd"] for match in found)
    for match in found:
        if not match["odd"] or (times[match["odd"]] >= OFTEN and not BODIES.search(match["odd"])):
            yield match.span()


def said(text: str) -> set[str]:
    """Return the names by which the pages of a text call themselves."""
    found: set[str] = set()
    last = -1
    for sign in SIGN.finditer(text):
        if sign.start() > last:
            start, last = text.rfind("\n", 0, sign.start()) + 1, text.find("\n", sign.end()) % (len(text) + 1)
            found |= {LED.sub("", match[match.lastgroup or 0]) for match in SAID.finditer(text[start:last])}
    return {name for name in found if is_name(name)}


def of_slogan(slogan: str) -> str:
    """Return the name with which a site's slogan begins, or nothing."""
    name = re.split("[，, ]", slogan)[0]
    return name if len(name) < len(slogan) and is_name(name) else ""


def is_name(written: str) -> bool:
    """Whether what stands in a site's place can be its name alone."""
    return len(written) > 2 and not PLAIN.fullmatch(written) and not BODIES.search(written) and not ASKS.search(written)
