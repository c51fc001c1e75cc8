"""Numbers of pages that a library of documents put at the head of a line within a sentence: 实施“十⏎2、一五”规划."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import quick_regex
from kb.intake import kinds, labels
from kb.intake.private.lexicon import cut
from kb.intake.spans import around

BREAK_SIGN = re.compile(r"\n[ \t\u3000]*[0-9]{1,2}[、．.]")
BREAK = (
    r"(?<=[\u3400-\u9fff0-9A-Za-z，、,“《（(])[ \t]*\n[ \t\u3000]*(?P<number>[0-9]{1,2})[、．.]"
    r"(?=[\u3400-\u9fff0-9A-Za-z，。、；”》）)%\uff05])"
)
# The same where the library's lines were joined again: 改造成了图2、书室.
WITHIN = quick_regex.compiled(r"(?<=[\u3400-\u9fff])[ ]?([2-9]|[1-3][0-9])、(?=[\u3400-\u9fff]{2})")
FIRST = re.compile(r"(?m)^[ \t\u3000]*1、(?=[^\n]{4,60}$)")
ITEM = re.compile(r"(?m)^[ \t\u3000]*([0-9]{1,2})[、．.]")
BLANKS = 20  # characters at the most between a line's words and its end
OPEN, CLOSE = "“《（(", "，。、；”》）)%\uff05"
PARTICLE = re.compile("了(?![解却结望])|们|着(?![力眼重手想])")
UNIT = re.compile(r"[多余]?[万亿]?(?:名|人|家|个|元|次|件|场|户|期|篇|条|%|\uff05|[，。])")
REACH = 6  # characters on either side of a break from which words are told
SHORTEST, PROSE = 10, 24  # of a line that may be broken within a word, and of one that is no heading
NEAR = 6000  # characters of a few pages


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the breaks with their numbers, that of the first page's title too."""
    last = place = 0
    for match in around(text, BREAK, BREAK_SIGN, BLANKS):
        number = int(match["number"])
        follows = last < number <= last + 2 and match.start() - place < NEAR
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        sure = number > 1 and is_broken(text, before, match)
        if not sure and not (last and follows and is_prose(before) and not goes_on(text, place, match, number)):
            continue
        if not last:
            yield from first_page(text, match.start())
        yield match.span()
        last, place = number, match.end()


def within(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of numbers of pages within words, and of those that count on from one within a word."""
    found = [(int(m[1]), m.span(), crosses_word(text, *m.span())) for m in WITHIN.finditer(text)]
    sure = {number: span for number, span, crosses in found if crosses}
    for number, span, crosses in found:
        near = [sure[n] for n in (number - 1, number + 1) if n in sure]
        if crosses or any(abs(span[0] - other[0]) < NEAR for other in near):
            yield span


def is_broken(text: str, before: str, match: re.Match[str]) -> bool:
    """Whether what stands before a break and what stands behind it can't be parted."""
    head = text[match.end() : match.end() + 30].partition("\n")[0]
    tail = before.rstrip()
    if not tail or not head:
        return False
    if (
        tail[-1] in OPEN
        or head[0] in CLOSE
        or PARTICLE.match(head)
        or (is_open(before) and "”" in head.partition("“")[0])
    ):
        return True
    if tail[-1].isdigit():
        return head[0].isdigit() or UNIT.match(head) is not None
    return len(tail) >= SHORTEST and crosses_word(text, match.start(), match.end())


def is_open(line: str) -> bool:
    """Whether a line ends within quotes."""
    return line.count("“") > line.count("”")


def crosses_word(text: str, start: int, end: int) -> bool:
    """Whether the characters on both sides of a place are one word: 充满活 | 力."""
    before = re.split("[^\u3400-\u9fff]", text[max(0, start - REACH) : start])[-1]
    after = re.split("[^\u3400-\u9fff]", text[end : end + REACH])[0]
    size = 0
    for word in cut(before + after) if before and after else ():
        size += len(word)
        if size >= len(before):
            return size > len(before)
    return False


def is_prose(line: str) -> bool:
    """Whether a line is a part of a sentence, not a heading."""
    return len(line) >= PROSE and any(sign in line for sign in "，。,；")


def goes_on(text: str, since: int, match: re.Match[str], number: int) -> bool:
    """Whether the number is the next one of a list that began since the last page."""
    items = ITEM.findall(text, since, match.start())
    return bool(items) and int(items[-1]) == number - 1


def first_page(text: str, place: int) -> Iterator[tuple[int, int]]:
    """Yield the number before the title of the page that the break at `place` ends."""
    titles = [m for m in FIRST.finditer(text, max(0, place - NEAR), place)]
    if titles:
        line = text[titles[-1].end() :].partition("\n")[0]
        if kinds.is_title(line) or labels.label_of(line):
            yield titles[-1].span()
