"""What scraping put inside words and sentences: page numbers, signs against copying, readings, text that stands twice.

Unlike other junk it has to go before anything is recognised: 领`导 is no word, and half a sentence is no heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kb.intake import glosses, page_breaks
from kb.intake.page_breaks import crosses_word
from kb.intake.spans import apart
from kb.word_finder import lines

HAN = "\u3400-\u9fff"
# 的`讲话, 教代会的'监督, 战斗力的.提高: beside the commonest words of all a sign has no other business.
SIGN = re.compile(rf"[`\u00b4'.\-_^~](?<=[{HAN}，。；、”》」』].)(?=[{HAN}“《「『]|(?<=`)[0-9])")
BESIDE, NUMERALS = "的地", "一二三四五六七八九十"
# Marks that an encoding lost: ?工会法? was 《工会法》, 中国梦?劳动美 had a dot.
LAW = "法|条例|办法|规定|意见|章程|决定|通知|纲要|规划|细则|准则|方案|守则|日报|晚报"
BOOK = re.compile(rf"\?(?=([{HAN}]{{2,16}}?(?:{LAW}))(\?))")
DOT = re.compile(rf"“[{HAN}]{{2,6}}(\?)[{HAN}]{{2,6}}”")
TOKEN = re.compile(r"[^\s、，。；：]+")
STOP, EDGES = "。", ("", "\n", "；", "！", "？", " ", "\u3000")
TITLE, LONG = 90, 5  # of a line that is a title, of what does not stand twice by chance
FEW, YEAR = 2, 4  # of a word, and of a number, that stands twice where others do


@dataclass(frozen=True)
class Cut:
    """`text[start:end]` is junk of this kind, and `new` stood in its place."""

    start: int
    end: int
    kind: str
    new: str = ""


def find(text: str) -> list[Cut]:
    """Return what breaks words and sentences of a text, by place; none overlap."""
    found = [*glossed(text), *twice(text), *signs(text), *lost(text)]
    found += [Cut(*span, "page_number") for span in (*page_breaks.find(text), *page_breaks.within(text))]
    return apart(found, lambda cut: (cut.start, cut.end))


def glossed(text: str) -> Iterator[Cut]:
    """Yield the readings behind the characters of a page in traditional ones: 總結(jié)."""
    yield from (Cut(start, end, "pinyin", new) for start, end, new in glosses.find(text))


def signs(text: str) -> Iterator[Cut]:
    """Yield the signs that a page puts among the characters so that a copy can be told."""
    for match in SIGN.finditer(text):
        start, end = match.span()
        if is_sign(text, match[0], start, end):
            yield Cut(start, end, "noise")


def is_sign(text: str, sign: str, start: int, end: int) -> bool:
    """Whether a sign between characters has no other business: 的`讲话, 教代会的'监督, 战斗力的.提高, 工-作."""
    if sign in "`\u00b4" or text[start - 1] in BESIDE or text[end] in BESIDE:
        return True
    if sign == "'":
        return is_alone(text, start)
    return text[start - 1] not in NUMERALS and crosses_word(text, start, end)


def is_alone(text: str, place: int) -> bool:
    """Whether a quotation mark has no other one in its line."""
    line = text[text.rfind("\n", 0, place) + 1 : (text.find("\n", place) + 1 or len(text))]
    return line.count("'") == 1


def lost(text: str) -> Iterator[Cut]:
    """Yield the question marks that stand for marks which an encoding did not have."""
    if "?" not in text:
        return
    last = 0
    for m in BOOK.finditer(text):
        if m.start() >= last:
            last = m.end(2)
            yield from (Cut(m.start(), m.end(), "noise", "《"), Cut(*m.span(2), "noise", "》"))
    yield from (Cut(*m.span(1), "noise", "·") for m in DOT.finditer(text))


def twice(text: str) -> Iterator[Cut]:
    """Yield the second of two sentences, words or characters that stand twice, as some readers of PDF give them."""
    place = 0
    parts = text.split(STOP)
    for number, (first, second) in enumerate(pairwise(parts)):
        place += len(first) + 1
        if len(second) >= LONG and first.endswith(second) and first[: -len(second)][-1:] in EDGES:
            again = parts[number + 2 : number + 3] == [second] or (number and parts[number - 1].endswith(second))
            if not again:  # a chorus
                yield Cut(place, place + len(second) + 1, "residue")
    for start, end in lines(text):
        if end - start <= TITLE and is_doubled(text[start:end].rpartition(" ")[2]):
            yield from doubled(text, start, end)


def is_doubled(word: str) -> bool:
    """Whether a word stands twice, whole or by its characters."""
    half, odd = divmod(len(word), 2)
    return half >= LONG and not odd and (word[:half] == word[half:] or word[::2] == word[1::2])


def doubled(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield what is too much in the words of a line: 年度年度, 22002211, 工工会会."""
    for match in TOKEN.finditer(text, start, end):
        word, half = match[0], len(match[0]) // 2
        if half < FEW or (word.isdigit() and half < YEAR):
            continue
        if word[:half] == word[half:]:
            yield Cut(match.start() + half, match.end(), "residue")
        elif word[::2] == word[1::2]:
            yield Cut(*match.span(), "residue", word[::2])
