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

HAN = "\u3400-\u9fff"
# 的`讲话, 教代会的'监督, 战斗力的.提高: beside the commonest words of all a sign has no other business.
BESIDE = re.compile(rf"(?<=[的地])[`\u00b4'.^~_-](?=[{HAN}“《])|(?<=[{HAN}])[`\u00b4'.^~_-](?=[的地])")
TICK = re.compile(rf"(?<=[{HAN}，。；、”》])[`\u00b4](?=[{HAN}“《])")
QUOTE = re.compile(rf"(?<=[{HAN}，])'(?=[{HAN}])")
IN_WORD = re.compile(rf"(?<=[{HAN}])(?<![一二三四五六七八九十])[.\-_^~](?=[{HAN}])")
# Marks that an encoding lost: ?工会法? was 《工会法》, 中国梦?劳动美 had a dot.
LAW = "法|条例|办法|规定|意见|章程|决定|通知|纲要|规划|细则|准则|方案|守则|日报|晚报"
BOOK = re.compile(rf"\?(?=([{HAN}]{{2,16}}?(?:{LAW}))(\?))")
DOT = re.compile(rf"“[{HAN}]{{2,6}}(\?)[{HAN}]{{2,6}}”")
# The same sentence, word or character twice, as some readers of PDF give it.
SENTENCE = re.compile(r"(?:^|(?<=[。；！？\n\u3000 ]))([^。；！？\s][^。；！？\n]{4,40}[。；])\1", re.M)
TOKEN = re.compile(r"(?:^|(?<=[\s、]))(?!([0-9])\1+\s)([^\s，。；]{2,30})\2(?!\S)", re.M)
PAIRS = re.compile(rf"(?:([{HAN}])\1){{5,}}")
LONG = 5  # characters of a word that does not stand twice by chance


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
    found += [Cut(*span, "page_number") for span in page_breaks.find(text)]
    return apart(found, lambda cut: (cut.start, cut.end))


def glossed(text: str) -> Iterator[Cut]:
    """Yield the readings behind the characters of a page in traditional ones: 總結(jié)."""
    yield from (Cut(start, end, "pinyin", new) for start, end, new in glosses.find(text))


def signs(text: str) -> Iterator[Cut]:
    """Yield the signs that a page puts among the characters so that a copy can be told."""
    if "`" in text or "\u00b4" in text:
        yield from (Cut(*m.span(), "noise") for m in TICK.finditer(text))
    yield from (Cut(*m.span(), "noise") for m in BESIDE.finditer(text))
    if "'" in text:
        yield from (Cut(*m.span(), "noise") for m in QUOTE.finditer(text) if is_alone(text, m.start()))
    yield from (Cut(*m.span(), "noise") for m in IN_WORD.finditer(text) if crosses_word(text, *m.span()))


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
    """Yield the second of two sentences or words that stand twice."""
    yield from (Cut(m.end(1), m.end(), "residue") for m in SENTENCE.finditer(text))
    tokens = list(TOKEN.finditer(text))
    beside = {m.start() for a, b in pairwise(tokens) if "\n" not in text[a.end() : b.start()] for m in (a, b)}
    for m in tokens:
        if len(m[2]) >= LONG or m.start() in beside:
            yield Cut(m.end(2), m.end(), "residue")
    yield from (Cut(*m.span(), "residue", m[0][::2]) for m in PAIRS.finditer(text))
