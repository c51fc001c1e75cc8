"""Names of sites that no list has: what ends like one, and has an advertiser's word beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.sites import OWN

ENDS = "资料站|资料库|网站|文苑|在线|小站|小铺|书海|文库|网|站|库|铺|吧|屋|阁|海"
CALLS = (
    "写作好帮手|写作无忧|不用愁|找范文就来|公文模板大全|模板大全|提供下载|免费下载|免费范文库?|范文天下|范文站|公文模板|工会总结|最新工会总结"
    "|整理|提供|收集|搜集|下载|首发|原创|范文|文案|公文|模板|大全|天下|免费|最新|最全|尽在"
)
BEFORE = "找范文就来|最全的?|总结范文|范文|尽在|就来|来自|登录|登陆|关注|转自|出自|由"
WEB = r"(?:www[点.])?[A-Za-z0-9-]{3,20}[点.](?:com|cn|net)(?:[点.]cn)?"
OPEN, CLOSE = r"[（(【\[※★☆◆]", r"[）)】\]※★☆◆]"
BORDER = rf"^|[，。；：、,;:\s—-]|{OPEN}|尽在|就来|来自|登录|登陆|关注|转自|出自"
NAME = re.compile(
    rf"(?:{BORDER})([\u4e00-\u9fff]{{2,6}}?(?:{ENDS}))(?=[,，、\s-]{{0,2}}(?:{CALLS}|{WEB})|[】※★☆◆])", re.M
)
NOT_SITES = re.compile(
    rf"{OWN}|爱心|驿站|车站|电站|泵站|水站|加油|收费|工作站|粮库|水库|书屋|小屋|阅览|宣传|帮扶|社区|上网|电网|管网|路网|冷库|店铺|快充"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the names of sites in a text, with what they say of themselves."""
    named = sorted({match[1] for match in NAME.finditer(text) if not NOT_SITES.search(match[1])}, key=len, reverse=True)
    if not named:
        return
    name = "|".join(map(re.escape, named))
    lead, tail = rf"(?:(?:{BEFORE})[\s-]?)*", rf"(?:[,，、\s-]{{0,2}}(?:{CALLS}|{name}|{WEB}))*"
    whole = re.compile(
        rf"{OPEN}?{lead}(?:{name}){tail}(?:{CLOSE}|(?<=[\u4e00-\u9fff])[，,](?=[\u4e00-\u9fff]{{2,6}}{CLOSE}))?"
    )
    yield from (match.span() for match in whole.finditer(text))
