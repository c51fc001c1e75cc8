"""Syllables of pinyin: whether letters between characters spell a word, and which word of the field it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kb.intake.model import Junk

INITIALS = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])"
FINALS = (
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|ui|uo|ve|ue|er"
    "|a|o|e|i|u|v|ü)"
)
SYLLABLE = re.compile(f"{INITIALS}?{FINALS}")
WHOLE = re.compile(f"(?:{INITIALS}{FINALS}|ai|an|ang|ao|ou|er|en)+")
ENGLISH = frozenset(
    re.findall(r"\w+", "online media china menu sale game home office face time line more change women")
)
# Words of the field, as they are spelled where a page has letters for them.
TABLE = """
管理 guanli 和谐 hexie 民主 minzhu 政治 zhengzhi 组织 zuzhi 领导 lingdao 监督 jiandu 维权 weiquan 活动 huodong
发展 fazhan 思想 sixiang 经济 jingji 社会 shehui 安全 anquan 稳定 wending 教育 jiaoyu 职工 zhigong 工会 gonghui
企业 qiye 劳动 laodong 工作 gongzuo 学习 xuexi 培训 peixun 文化 wenhua 团结 tuanjie 服务 fuwu 公开 gongkai
建设 jianshe 创新 chuangxin 竞赛 jingsai 计划 jihua 总结 zongjie 党员 dangyuan 干部 ganbu 群众 qunzhong
代表 daibiao 会议 huiyi 制度 zhidu 合同 hetong 工资 gongzi 协商 xieshang 帮扶 bangfu 慰问 weiwen 宣传 xuanchuan
"""
WORDS: dict[str, str] = {spelled: word for word, spelled in re.findall(r"(\S+) (\S+)", TABLE)}
TONED = re.compile("[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]")
TONES = str.maketrans("āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ", "aaaaooooeeeeiiiiuuuuvvvv")
# Letters between characters.
LATIN = re.compile(
    r"[A-Za-züāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ](?<=[\u3400-\u9fff，。、,].)[A-Za-züāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]{1,23}"
    r"(?=[\u3400-\u9fff，。、；：,.;:]|[ \t]*(?:\n|$))"
)

# Syllables or words set apart, each with its tone.
TONED_SYLLABLE = r"(?:[a-zü]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ])+[a-zü]*"
APART = re.compile(rf"(?<=[\u3400-\u9fff，。、])[ ]?(?P<word>{TONED_SYLLABLE}(?:[ ]{TONED_SYLLABLE})+)")


def word(written: str) -> str:
    """Return the word that pinyin, with its tone marks or without, stands for; empty when it is none of ours."""
    parts = written.lower().translate(TONES).split()
    known = [WORDS[part] for part in parts if part in WORDS]
    return "".join(known) if len(known) == len(parts) else WORDS.get("".join(parts), "")


@cache
def syllables(written: str) -> int:
    """Return how many syllables lower-case letters are, 0 when they are not pinyin."""
    if written in ENGLISH or not WHOLE.fullmatch(written):
        return 0
    return len(SYLLABLE.findall(written))


def spelled(text: str) -> Iterator[Junk]:
    """Yield pinyin that stands where characters should: with tone marks, or letters that are nothing but syllables."""
    if TONED.search(text):
        yield from (Junk(*m.span("word"), "pinyin") for m in APART.finditer(text))
    for m in LATIN.finditer(text):
        written = m.group()
        start = m.start() + leading(written)
        if TONED.search(written):
            yield Junk(start, m.end(), "pinyin")
        elif len(written) >= 5 and written.islower() and syllables(written) >= 2:
            yield Junk(m.start(), m.end(), "pinyin")


def leading(written: str) -> int:
    """Return how many letters before the pinyin are a mask (xguǎnlǐ: one)."""
    return len(written) - len(written.lstrip("xX"))
