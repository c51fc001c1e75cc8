"""What a line is by itself: the page around a document, a title, a signature, a document's first words."""

from __future__ import annotations

import re

from kb import quick_regex
from kb.intake.lines import NO_LETTERS

DOCUMENT = "总结|小结|计划|要点|打算|规划|方案|汇报|报告|安排|思路|讲话|发言|材料|述职|情况"
FRAME = " \t\u3000*#=~_·•★☆◆●■▲※→>—-【】〖〗[]"
SPACE = r"[ \t\u3000]*"
TITLE = re.compile(
    rf"(?=[^。；;！？!?]{{4,60}}$)(?:[^:：]{{0,50}}(?:{DOCUMENT})(?:报告|汇报|材料|稿|书|范文|模板|精选)?)"
    r"(?:[（(《【][^（(]{1,20}[)）》】])?[0-9]{0,4}[ \t\u3000]*(?P<colon>[:：]?)$"
)
YEAR = r"[12][0-9xX*×_]{3}|[0-9xX×*_]{2,4}|[二\u3007○零\uff2f一三四五六七八九OX×]{4}"
MONTH = r"[0-9xX×*]{1,2}|[一二三四五六七八九十×]{1,3}"
DATE = re.compile(
    rf"[（(]?[ \t]*(?:{YEAR})[ \t]*[年./-][ \t]*(?:{MONTH})?[ \t]*(?:[月./-]|$)[ \t]*"
    rf"(?:(?:{MONTH})[ \t]*日?)?[ \t]*[)）]?|[0-9]{{1,2}}月[0-9]{{1,2}}日"
)
NAME = r"[^，。；：、！？,;:!?（(]"
BODY = "总工会|工会委员会|联合会|委员会|党委|支部|办公室|妇联|团委|学校|小学|中学|公司|居委会|村委会"
SIGNATURE = re.compile(
    rf"{NAME}{{2,30}}(?:{BODY})|{NAME}{{1,26}}[省市县区镇乡局院厂校司道矿所站部处科队行社园团]工会"
    rf"|{NAME}{{2,6}}(?:街道|社区)|(?:汇报|报告|述职|总结|发言)人[:：].{{1,12}}"
)
SALUTATION = re.compile(
    r"(?=.{2,40}[:：]$)(?:尊敬的|各位|同志们|全体|亲爱的|女士"
    r"|[^，。]{0,8}(?:总工会|工会|工委|党委|领导|教育局)(?:领导)?[:：]).*"
)
# What a page offers: a union gives its members other things (为大家准备了姜汤).
WRITINGS = "范文|文章|[0-9一二三四五六七八九十几]篇|总结|计划|汇报|报告|资料|文档|模板|阅读|参考|专题"
# Who compiled a page speaks, not who wrote the document.
COMPILER = "|".join(
    (
        r"小编|本站|本网|范文[^，。]{0,4}(?:网|库|吧|帮|大全|之家|推荐)",
        r"(?:仅供|以供|(?<!提)供(?:您|大家|你)?)(?:您|大家|你)?(?:阅读|学习|写作)?(?:和|与)?参考",
        r"欢迎(?:大家|您)?[^。，]{0,6}?(?:阅读|参考|下载|借鉴|收藏|访问|关注|浏览|查看|转发)",
        r"希望(?:能|可以)?(?:对|给)(?:您|你|大家|各位)[^。，]{0,12}(?:帮助|帮到|启发|参考|借鉴|用)",
        r"(?:收集|搜集)?整理(?:了|的|关于)?[^，。]{0,20}(?:范文|文章|篇|供)",
        r"(?:是|为)一?篇(?:不错的?|很?好的?|优秀的?)?范文",
        r"以上(?:就)?是(?!我|本).{0,40}(?:全部|内容|范文|分享|[0-9一二三四五六七八九十]+篇)",
        r"(?:前言|导读|导语|引言)[:：]|网友(?:分享|上传|投稿|提供)",
        r"^(?:工作)?(?:总结)?(?:总结|计划|报告)(?:是(?:在某一|在一|社会团体|指|把一|对(?:某一|过去|自身|取得)|事后)|就是把)",
        r"写(?:一[份下]|写)?(?:工作)?(?:总结|计划)(?:了|吧)[。！!]|(?:总结|计划)(?:怎么|要怎么|应该怎么)写",
        r"由(?:会员|用户|网友)(?:分享|上传|提供)|本文档(?:内容)?版权|付费(?:之)?前[,，]|可在线阅读|赚钱的?网站|欢迎来到",
        rf"[为给](?:大家|您|你|各位)[^。]{{0,6}}(?:收集|搜集|整理|(?:带来|准备|推荐|分享|提供|介绍)[^。]{{0,30}}(?:{WRITINGS}))",
    )
)
# The buttons of a forum or a page: a line of nothing else is one.
BUTTON = (
    "收藏|转播|分享|淘[帖贴]|支持|反对|回复|引用|举报|返回顶部|使用道具"
    "|[提置变显沉喧千][升顶色身默嚣斤][卡顶]|点评|评分|[顶踩赞]|编辑|删除"
    "|打印|推荐|转发|只看(?:该作者|楼主)|楼主|沙发|板凳|电梯直达|发(?:短)?消息|加(?:为)?好友|点赞|评论|在看|投诉|快速回复|发[帖贴]|倒序浏览"
)
BUTTONS = (
    rf"^(?:(?:{BUTTON})[ 0-9(（)）]*(?:[ \t\u3000|\uff5c·/]+|$)){{3,}}$"
    r"|^(?:使用道具|回复|引用)[ \t\u3000]+(?:举报|使用道具|返回顶部)$"
)
# What stands around an article, in lines of its own.
FURNITURE = "|".join(
    (
        r"(?:相关|推荐|热门|精彩|延伸|更多|最新)(?:的)?(?:文章|阅读|推荐|内容|范文|文档|资料|链接)|热门.{0,14}推荐",
        r"猜你喜欢|(?:看|读)(?:过|了)[^，。]{0,12}还(?:看|喜欢)|上一[篇条]|下一篇|下一条[:：]|返回(?:首页|顶部|列表)",
        r"^[^，。]{0,8}[您你](?:可能|也许|或许)(?:还|也)?(?:会)?(?:感兴趣|喜欢|想看|关注)",
        r"^(?:同类|本类|同栏目|站内|随机|近期)(?:热门)?(?:文章|范文|推荐|阅读)|^编辑推荐[:：]?$",
        rf"^(?:大家|网友)都在看[:：]?$|{BUTTONS}",
        r"^[^，。；：\n]{1,8}(?<!职工)(?<!工会)(?:文库|文档|范文|文秘|公文|论文)[网站库吧屋]?"
        r"[ ]?[-—\u2013_|\uff5c·:：,，]+[ ]?"
        r"[^。；\n]{0,20}(?:分享|下载|文档|资料|范文|平台|海量|免费|原创|共享|知识)[^。；\n]{0,12}$",
        r"(?:主办|承办|技术支持)[:：][^。\n]{2,30}[ \t\u3000](?:主办|承办|技术支持|网站标识码)[:：]|网站标识码[:：]",
        r"点击(?:下载|查看|阅读|进入)|阅读全文|下载(?:本文|文档|全文|word|Word|WORD)|复制全文",
        r"(?:本文|文章|转载|转)[ \t]*(?:来源|来自|出自|源于|摘自|转自|地址|链接|载于|载自)|本文[ \t]*由",
        r"版权(?:归|所有|声明)|责任编辑|免责|转载请|(?:浏览|阅读|点击)(?:次数|量|数)?[:：(（ \t]*[0-9]+",
        r"[0-9]+[ \t]*次?(?:浏览|下载)|字号[:：]|扫一扫|扫码(?:关注|下载|阅读|查看)|收藏本(?:页|站|文)",
        r"关注[^，。]{0,12}公众号|会员(?:登录|注册)|登录[ \t|/]*注册|^自.{1,3}分享$",
        r"^(?:发表)?时间[:：][ \t]*[0-9xX*]{3,4}[-/][0-9]{1,2}[-/][0-9]{1,2}",
        r"文档为?[A-Za-z]{3,4}格式|超值权益|仅供试读|完整版请|备案号|提示信息|温馨提[醒示]|资源(?:描述|均由|由用户)",
        r"^(?:我要投稿|合集下载|加入收藏|分享到?|举报|投诉)$|收藏[ \t]+分享|分享到[:：]|查看人数[:：]",
        r"整理文档很辛苦|赏杯茶钱|倾情(?:为[你您])?奉上|(?:WORD|PDF|word|pdf)(?:文档)?下载|上传人[:：]",
        r"(?:文档)?格式[:：][ \t]*[A-Za-z]{3,4}\b|[0-9.]+[ ]?[KM]B\b|导读预览|^[^。，]{0,20}供稿[ \t]",
        r"篇幅(?:问题|有限|限制|所限)|文档是否完整|给出的(?:样稿|范例|范本|范文)|如侵(?:权|犯)[^。]{0,12}删除",
        r"^(?:(?:立即|点此|免费)下载|阅读原文|点击加载更多|[（(]?全文完[)）]?|只看楼主|QQ(?:交流)?群[:：][ ]*[0-9]+)$",
        r"^(?:范文|网站|返回)?首页[^，。；：:]{2,80}$|^[-•·]?[ ]*(?:文档页数|文档大小|大小|格式)[:：]",
        r"^文档介绍$|^[|\uff5c][ ]?[\u4e00-\u9fff]{2,4}$|^网友发表时间",
        r"^[-•·]?[ ]*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[ ]*发布|^[-•·]?[ ]*[0-9.]+[ ]?[KM]B[ ]*[|]?$|字体[:：][ ]*[【\[]",
        r"只看该作者|倒序浏览|发表于[ \t]*[0-9]{4}-[0-9]{1,2}-|^\[?[ ]?本帖最后由|(?:贡献者|上传时间|财富值)[:：]",
        r"(?:收藏|投诉)[ \t]+举报|^(?:.{2,10}[ \t])?首页$",
        r"^(?:摘要|简介|关键词|标签|栏目|分类|作者|编辑|(?:发布|更新)(?:时间|日期|人)?|(?:文章|信息)?来源)[:：]",
    )
)
SPEAKS = re.compile(COMPILER)
# A quick sign that a line can be one of them.
HINT = quick_regex.compiled(
    "小编|本站|本网|范文|参考|欢迎|希望|整理|前言|导读|导语|引言|网友|以上|为大家|给大家|[为给][您你]|各位|由会员|由用户|在线阅读|赚钱|本文档|付费"
    "|总结是|计划是|报告是|总结就是|总结[了吧]|计划[了吧]|怎么写|怎么才"
)
AROUND = re.compile(FURNITURE)
SENTENCE = re.compile(r".*[，,].{4,}[。！]$")
BRACKETED = re.compile(r"[（(【\[](?<=..)[^（(【\[\n]{2,40}[)）\]】](?=.)")
LISTS = re.compile(
    r"(?:相关|推荐|热门|精彩|延伸|更多|最新).{0,14}(?:文章|阅读|推荐|内容|范文|文档|资料|链接)|猜你喜欢|还(?:看|喜欢)|[上下]一[篇条]"
    "|[您你](?:可能|也许|或许).{0,3}(?:感兴趣|喜欢|想看|关注)|都在看"
)
# Under such a line a page has what others say.
FOOT = re.compile(rf"{LISTS.pattern}|{BUTTONS}|发表于[ \t]*[0-9]{{4}}-|举报[ \t]+返回顶部")
PATH = re.compile(
    r"^(?:[^>»›→/|。，\n]{1,16}[ \t]*[>»›→|/][ \t]*){2,}[^>»›→/|。]{0,30}$"
    r"|^(?:[您你](?:现在)?的?|当前){1,2}(?:所在)?的?位置"
)
# An entry of a bare list of other pages.
LIST_ITEM = re.compile(
    rf"^(?:[0-9]{{1,2}}[、.．)）\]]?|[★☆◆●■▲※→>•·-]+|[（(\[【][0-9]{{1,2}}[)）\]】])?{SPACE}[^。；！？，]{{4,45}}"
    rf"(?:范文|精选|集锦|大全|模板|[0-9一二三四五六七八九十]+篇|{DOCUMENT}|[0-9]{{4}}|范本|心得体会|演讲稿|计划书|申请书"
    r"|[.…]{2,3})[）)】]?[（(]?[^。]{0,8}$"
)
LONGEST_PREFACE, LONGEST_FURNITURE = 260, 60
ONLY_SIGNS = re.compile(r"[^\u3400-\u9fffA-Za-z]+")


def is_title(line: str) -> bool:
    """Whether a line can be a document's title."""
    return TITLE.match(line.strip(FRAME)) is not None


def is_date(line: str) -> bool:
    """Whether a line is nothing but a date."""
    return len(line) <= 24 and DATE.fullmatch(line.strip()) is not None and any(s in line for s in "年月./-")


def is_signature(line: str) -> bool:
    """Whether a line names a body or a speaker and nothing else."""
    return len(line) <= 34 and SIGNATURE.fullmatch(line.strip()) is not None


def is_salutation(line: str) -> bool:
    """Whether a line calls upon those who listen."""
    return len(line) <= 42 and SALUTATION.fullmatch(line) is not None


def is_page(line: str, numbered: bool = False) -> bool:
    """Whether a line belongs to the web page around a document; one with an enumerator has to say so clearly."""
    if len(line) > LONGEST_PREFACE:
        return False
    own = BRACKETED.sub("", line)  # what is put in brackets into a sentence says nothing of the rest
    if not numbered and len(line) <= LONGEST_FURNITURE and (PATH.match(line) or is_around(own)):
        return True
    return HINT.search(own) is not None and SPEAKS.search(own) is not None


def is_around(line: str) -> bool:
    """Whether a line stands around an article; none does that has a whole sentence before it calls for a click."""
    match = AROUND.search(line)
    return match is not None and not (match[0].startswith("点击") and SENTENCE.match(line[: match.start()]))


def letters(text: str) -> int:
    """Return how many characters and figures there are in a text."""
    return len(NO_LETTERS.sub("", text))


STARTS = re.compile(
    r"[0-9一二三四五六七八九\u3007○零xX×*_-]{1,4}年(?:度|以来|来|上半年|下半年)?|今年|本年度?|本学(?:期|年)|上半年|下半年"
    r"|(?:过去的?)?(?:一|半|这|上半)年(?:以?来|来|度)?|转眼|时光|光阴|岁月|弹指|伴随|随着|自[^，。]{2,14}以来"
    r"|在[^，。]{2,40}(?:领导|指导|关心|支持|帮助|带领)|我(?:局|校|镇|乡|街道|社区|公司|院|厂|矿|所|县|区)|为(?:了|进一步|全面|深入|认真|切实)"
    r"|[^，。]{2,20}工会(?:现有|在|于|以|紧紧|认真|坚持|始终|深入|共有|委员会)"
)
UNDER = re.compile(r"在[^。；]{2,70}?(?:领导|指导|支持|帮助|关心|关怀|带领|部署|要求)[^。；，]{0,8}下")
GUIDED = re.compile(
    r"以[^。]{2,60}(?:为指导|为指针|为统领|为主线|为中心|为契机|为动力|为己任)|指导思想|(?:深入|认真)(?:学习|贯彻)"
    r"|围绕|总体思路|总体要求|结合(?:自身)?实际"
)
FOLLOWS = re.compile(
    r"(?:现|特|兹)[将就把]?[^。]{0,40}(?:汇报|总结|小结|报告|安排|述职)[^。]{0,6}如下"
    r"|(?:总结|汇报|小结|情况|报告|计划|安排|部署|工作|做法)(?:是|为)?如下"
    r"|制[定订](?:本|如下|以下|了)?[^。]{0,12}(?:计划|方案|安排|要点)"
    r"|以下(?:几|[一二三四五六七八九十])[个方项点]|以下是|(?:做了|抓了|开展了|做好)(?:如下|以下|几)"
)
ACHIEVED = re.compile(r"(?:完成了|取得了|收到了)[^。]{0,20}(?:任务|成绩|成效|效果|进步|目标)")
BACKWARD = re.compile(r"虽然|差距|不足|缺点|尽管|回顾|成绩的取得|存在[^。]{0,8}问题")
FORWARD = re.compile(
    r"^(?![0-9xX*×]{2,4}年).{0,12}(?:今后|下一步|明年|来年|下半年|下阶段|接下来|未来|展望|新的一年)|我们将|将继续|打算|将加倍|再接再厉"
)
# The second half of a summary with a plan: 下半年工作计划, not a body's plan of its own.
PLAN_PART = re.compile(
    r"^(?![^，。]{0,20}(?:总工会|公司|街道|社区|学校|中学|小学|[镇乡县市区局院厂]))"
    r"[^，。]{0,14}(?:计划|打算|思路|安排|要点|设想|措施)[:：]?$"
)
BOTH = re.compile(r"(?:总结|小结|情况)[^，。]{0,20}(?:计划|打算|安排|思路|要点)")
# The title of a page with several documents.
COLLECTION = re.compile(r"范文|精选|大全|集锦|模板|[0-9一二三四五六七八九十]篇|合集|汇总")
CLOSING = re.compile(
    r"再(?:创|立|做|作|上)|而(?:努力|奋斗)|不懈努力|更上一?层?楼|迈上|圆满完成|谢谢|(?:改进|完善|提高|发展)。?$"
    r"|(?:新|更大|应有|积极)的?(?:贡献|努力|台阶|业绩|辉煌|局面|篇章|成绩|突破)"
    r"|特此(?:报告|总结|汇报)|以上(?:报告|总结|汇报|是)|请(?:予)?(?:审议|批评指正)"
)


def opening(text: str) -> int:
    """Return how much a paragraph sounds like the first one of a document (6 and more: surely)."""
    head = text[:200]
    score = 2 * bool(STARTS.match(head)) + 2 * bool(FOLLOWS.search(text[-120:])) + (text[-1] in ":：")
    if not score:
        return 0
    score += 2 * bool(UNDER.search(head)) + bool(GUIDED.search(head)) + bool(ACHIEVED.search(text[-60:]))
    return score - 3 * bool(BACKWARD.search(head)) - 3 * bool(FORWARD.search(head))
