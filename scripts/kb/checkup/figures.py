"""Figures that contradict each other: a rise against its two values, an average."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.amounts import Amount, amounts, first, percent, with_decimals, written
from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules, is_near, regex
from kb.checkup.view import View

LEVEL, BASIS = "通行做法", "数字要前后一致、算得出来"
DIGIT = re.compile("[0-9]")
PERCENTS = ("%", "\uff05")
FIGURE = re.compile(r"[0-9.]+")
# A sentence is bounded, as in View.sentence: a megabyte without a full stop must not hang.
SENTENCE = re.compile(r"[^。；！？\n]{1,300}")


def find(view: View) -> Iterator[Finding]:
    """Yield contradictions of the figures of a sentence."""
    figures = view.rules["figures"]
    for rule in figures["growth"]:
        for match in view.searched.matches(rule):
            yield from growth(view, match, rule)
    heads = list(filter(view.searched.is_near, figures["per_head"]))
    for sentence in SENTENCE.finditer(view.shown) if heads else ():
        for rule in (r for r in heads if is_near(r, sentence[0])):
            yield from per_head(view, sentence[0], sentence.start(), rule)


def objection(view: View, start: int, end: int, severity: str, message: str) -> Finding:
    """Return a finding about figures."""
    return Finding(start, end, view.text[start:end], "figure", severity, message, BASIS, LEVEL)


def growth(view: View, match: re.Match[str], rule: Rules) -> Iterator[Finding]:
    """Yield a rise or fall that is not what its two values give."""
    found = amounts(match.groups())
    between = FIGURE.split(match[0])[1:]  # what is said after each figure
    if "before" not in rule:
        yield from raised(view, match, found, direction(view, between[rule["now"]]))
        return
    before, now, last = found[rule["before"]], found[rule["now"]], 3 - rule["before"] - rule["now"]
    if before.unit in ("", now.unit) and before.value:
        yield from turned(view, match, before, now, between[min(rule["before"], last - 1) : last])
        if found[last].unit:
            yield from changed(view, match, before, now, found[last])


def changed(view: View, match: re.Match[str], before: Amount, now: Amount, change: Amount) -> Iterator[Finding]:
    """Yield a change that two values do not give."""
    difference, start, end = abs(now.value - before.value), match.start(), match.end()
    if change.unit in PERCENTS and before.unit not in PERCENTS:
        right = percent(difference, before.value, change.decimals)
        off = before.rough * now.value // before.value + now.rough
        if abs(right - change.steps) > (change.decimals > 0) + percent(off, before.value, change.decimals):
            message = (
                f"由{before.shown}到{now.shown}，变化是{with_decimals(right, change.decimals)}%，写的是{change.shown}"
            )
            yield objection(view, start, end, "must", message)
    elif difference != change.value and change.unit in ("个百分点", *PERCENTS, before.unit):
        message = f"由{before.shown}到{now.shown}，相差{written(difference, Amount('0', change.times, change.unit))}"
        yield objection(view, start, end, "must", f"{message}，写的是{change.shown}")


def direction(view: View, text: str) -> int:
    """Return 1 where a text tells of a rise, -1 of a fall, 0 of neither or both."""
    figures = view.rules["figures"]
    return bool(regex(figures["up"]).search(text)) - bool(regex(figures["down"]).search(text))


def turned(view: View, match: re.Match[str], before: Amount, now: Amount, said: list[str]) -> Iterator[Finding]:
    """Yield two values that are said to rise and fall, or the other way round."""
    way = (now.value > before.value) - (now.value < before.value)
    if way and -way in [direction(view, text) for text in said]:
        message = (
            f"由{before.shown}到{now.shown}，数是{'升' if way > 0 else '降'}的，说法是{'降' if way > 0 else '升'}的"
        )
        yield objection(view, match.start(), match.end(), "should", message)


def raised(view: View, match: re.Match[str], found: list[Amount], way: int) -> Iterator[Finding]:
    """Yield a rate that a value and its rise or fall do not give: 480人，同比增加80人，增长30%."""
    now, by, rate = found
    before = now.value - way * by.value
    right = percent(by.value, before, rate.decimals) if way and before > 0 and now.unit == by.unit else rate.steps
    if abs(right - rate.steps) > 1:
        message = (
            f"{now.shown}里比从前多（少）{by.shown}，变化是{with_decimals(right, rate.decimals)}%，写的是{rate.shown}"
        )
        yield objection(view, match.start(), match.end(), "must", message)


def per_head(view: View, sentence: str, offset: int, rule: Rules) -> Iterator[Finding]:
    """Yield an average sum per head that is far from the usual."""
    about = regex(rule["about"]).search(sentence)
    people = regex(rule["people"]).search(sentence, about.end()) if about else None
    money = regex(rule["money"]).search(sentence, people.end()) if people else None
    if not people or not money or not first(people).value:
        return
    # 26户，每户800元 is no sum.
    if regex(view.rules["figures"]["each"]).search(sentence[people.end() : money.end()]):
        return
    average = first(money).value // first(people).value
    if not rule["low"] <= average <= rule["high"]:
        message = f"平均{average}元，{rule['text']}；核对人数、金额和单位（元、万元）"
        yield objection(view, offset + people.start(), offset + money.end(), "check", message)
