"""Figures of a piece that become blanks: data items, and amounts of money, which could tell whose text it is.

What a data item looks like stands in figures.txt; what a number looks like is the check-up's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from functools import cache
from pathlib import Path

from kb import quick_regex
from kb.intake.model import Figure
from kb.intake.word_lists import sections
from kb.needed_words import needed_words
from kb.numbering import chinese
from kb.spec import Spec

ITEMS = Path(__file__).with_name("figures.txt")
NUMBER = quick_regex.compiled(r"(?<![0-9][。、])(?<![0-9.\-—~〔第])[0-9]{1,9}(?:\.[0-9]{1,4})?(?![0-9])")
BEFORE, AFTER = 26, 14  # characters of the clause around a figure that are looked at
CLAUSE = re.compile("[，。；！？,;!?\n]")
GAP = r"[^，。；：！？,;:!?0-9\n]{0,10}?"
ABOUT = "(?:余|多)?"
AHEAD = re.compile("计划|力争|拟|目标|明年|来年|争取|确保|不少于|达到.{0,6}以上")
BACK = re.compile("去年|上年|上一年|往年|前年")
MONEY = re.compile(r"(?:万|亿|千|百)?(?:余|多)?元")
# What an amount is of, as its label says.
OF = re.compile(
    "慰问[金品款]|助学[金款]|奖学金|救助[金款]|救济[金款]|保障金|互助金|补助[金款费]|补偿金|抚恤金|补贴|捐款|善款|特殊党费|工会经费|活动经费|经费|会费"
    "|工资|欠薪|保险费|医疗费|体检费|奖金|物资|物品|器材|图书|资金|产值|销售额|利润|效益|费用"
)
AMOUNT = "金额"
MANY = 100  # from here on digits


def find(text: str, start: int, end: int, spec: Spec, unit: str, genre: str, year: int) -> list[Figure]:
    """Return the figures in `text[start:end]` that become blanks, by place; none overlap.

    The key is that of a data item, or for an amount that is none a Chinese label of its own.
    """
    found = []
    labels: Counter[str] = Counter()
    for match in NUMBER.finditer(text, start, end):
        before, after = around(text, match, start, end)
        key = item_of(before, match[0], after, spec)
        if key is None and MONEY.match(after):
            key = own_label(before, after, labels, spec.by_label)
        if key:
            found.append(Figure(match.start(), match.end(), key, period(before, genre, key, spec), match[0]))
    return found


def around(text: str, match: re.Match[str], start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a figure in its clause."""
    before = CLAUSE.split(text[max(start, match.start() - BEFORE) : match.start()])[-1]
    return before, CLAUSE.split(text[match.end() : min(end, match.end() + AFTER)], maxsplit=1)[0]


def item_of(before: str, number: str, after: str, spec: Spec) -> str | None:
    """Return the data item that a figure is; the first of the list that fits."""
    clause = f"{before}{number}{after}"
    found, by_pair = items()
    pairs = {clause[place : place + 2] for place in range(len(clause) - 1)}
    for place in sorted({place for pair in by_pair.keys() & pairs for place in by_pair[pair]}):
        key, pattern = found[place]
        if key in spec.items and any(m.start("n") == len(before) for m in pattern.finditer(clause)):
            return key
    return None


@cache
def items() -> tuple[list[tuple[str, re.Pattern[str]]], dict[str, set[int]]]:
    """Return (data item, pattern) in the order of the list, and their places by the pairs of characters they need."""
    found: list[tuple[str, re.Pattern[str]]] = []
    by_pair: dict[str, set[int]] = {}
    for key, written in sections(ITEMS).items():
        for one in written:
            find = one.replace("_", GAP)
            for word in needed_words(find.replace("{n}", "[0-9]")):
                by_pair.setdefault(word[:2], set()).add(len(found))
            found.append((key, re.compile(find.replace("{n}", "(?P<n>[0-9][0-9.]*)" + ABOUT))))
    return found, by_pair


def own_label(before: str, after: str, taken: Counter[str], items_called: Container[str]) -> str:
    """Return a label for an amount after the words around it, unlike those `taken` and those of data items."""
    names = OF.findall(before)[-1:] or OF.findall(after)[:1] or [AMOUNT]
    label: str = names[0]
    label += "额" if label in items_called else ""
    taken[label] += 1
    number = taken[label]
    return label if number == 1 else f"{label}{chinese(number) if number < MANY else number}"


def period(before: str, genre: str, key: str, spec: Spec) -> str:
    """Return the period of a data item: last, plan, or empty for this one."""
    if key not in spec.items:
        return ""
    if BACK.search(before):
        return "last"
    return "plan" if genre == "plan" or AHEAD.search(before) else ""
