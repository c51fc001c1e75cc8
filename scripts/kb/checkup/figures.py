"""Figures that contradict each other: part and whole and their rate, a rise against its two values, an average."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.amounts import Amount, amounts, first, percent, with_decimals, written
from kb.checkup.finding import Finding
from kb.checkup.lines import Line
from kb.checkup.rulebook import Rules, is_near, regex
from kb.checkup.view import View
from kb.word_finder import lines

LEVEL, BASIS = "通行做法", "数字要前后一致、算得出来"
DIGIT = re.compile("[0-9]")
FIGURE = re.compile(r"[0-9.]+")
NEAR = 60  # how far a part stands from its whole, and a rate from its part
# A sentence is bounded, as in View.sentence: a megabyte without a full stop must not hang.
SENTENCE = re.compile(r"[^。；！？\n]{1,300}")


def find(view: View) -> Iterator[Finding]:
    """Yield contradictions of the figures of a line, a table or a sentence."""
    figures = view.rules["figures"]
    rules = rules_by_line(view, figures["pairs"])
    for start, text in passages(view):
        here = {number for line, _ in lines(text) for number in rules.get(start + line, ())}
        yield from pairs(view, text, start, [figures["pairs"][number] for number in sorted(here)])
    for rule in figures["growth"]:
        for match in view.searched.matches(rule):
            yield from growth(view, match, rule)
    heads = list(filter(view.searched.is_near, figures["per_head"]))
    for sentence in SENTENCE.finditer(view.shown) if heads else ():
        for rule in (r for r in heads if is_near(r, sentence[0])):
            yield from per_head(view, sentence[0], sentence.start(), rule)


def rules_by_line(view: View, rules: list[Rules]) -> dict[int, list[int]]:
    """Return the numbers of the rules that may find a whole in a line, by the place where it begins."""
    found: dict[int, list[int]] = {}
    for number, rule in enumerate(rules):
        for start, _ in view.searched.lines_near(rule) if view.searched.is_near(rule, "near_part") else ():
            found.setdefault(start, []).append(number)
    return found


def passages(view: View) -> Iterator[tuple[int, str]]:
    """Yield (offset, text) of every line that has a figure; the rows of a table are one."""
    run: list[Line] = []
    for line in [*view.lines, None]:
        if line and is_row(line) and run and is_row(run[-1]):
            run.append(line)
            continue
        if run:
            start, end = run[0].start, run[-1].end
            if DIGIT.search(view.shown, start, end):
                yield start, view.shown[start:end]
        run = [line] if line else []


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table."""
    return "\t" in line.text or "|" in line.text


def objection(view: View, start: int, end: int, severity: str, message: str) -> Finding:
    """Return a finding about figures."""
    return Finding(start, end, view.text[start:end], "figure", severity, message, BASIS, LEVEL)


def pairs(view: View, line: str, offset: int, rules: list[Rules]) -> Iterator[Finding]:
    """Yield parts above their whole, and rates that no part and whole of a line give."""
    right: set[int] = set()
    wrong: list[Finding] = []
    for rule in (r for r in rules if is_near(r, line, "near_part")):
        for whole, part in matched(line, rule):
            rate = rate_of(line, part, rule, view.rules["figures"]["count"]) if "rate" in rule else None
            above, below, start = first(part), first(whole), offset + part.start()
            if above.value > below.value and not may_be_more(view.rules["figures"], line, whole, part):
                message = f"{rule['name']}：{part[0]}，多于{whole[0]}"
                wrong.append(objection(view, start, offset + part.end(), "check", message))
            elif rate and (found := rated(view, offset + rate.start(), offset + rate.end(), rate, above, below)):
                wrong.append(found)
                if given_by_others(line, rate, view.rules["figures"]["count"]):
                    right.add(found.start)
            elif rate:
                right.add(offset + rate.start())
    yield from (finding for finding in wrong if finding.start not in right)


def may_be_more(figures: Rules, line: str, whole: re.Match[str], part: re.Match[str]) -> bool:
    """Whether a part may be more than the whole before it: what is new, or left from last year; or of a nearer one."""
    new = regex(figures["grown"]).search(line, whole.end(), part.start())
    left = regex(figures["carried"]).search(line[part.end() : part.end() + NEAR])
    between = regex(figures["count"]).finditer(line[whole.end() : part.start()])
    like = (Amount(m[1], m[2] or "") for m in between if part[0].endswith(m[3]))
    return bool(new or left or any(amount.value >= first(part).value for amount in like))


def matched(line: str, rule: Rules) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield each whole with the part that follows it, where no other whole stands between."""
    wholes = list(regex(rule["whole"]).finditer(line))
    for number, whole in enumerate(wholes):
        part = regex(rule["part"]).search(line, whole.end(), whole.end() + NEAR)
        if part is None or "其中" in line[max(0, whole.start() - 30) : whole.start()]:
            continue
        between = number + 1 < len(wholes) and wholes[number + 1].start() < part.start()
        if first(whole).value and not between:
            yield whole, part


def rate_of(line: str, part: re.Match[str], rule: Rules, count: str) -> re.Match[str] | None:
    """Return the rate after a part; not one that belongs to a like figure of a later sentence."""
    rate = regex(rule["rate"]).search(line, part.end(), part.end() + NEAR)
    between = line[part.end() : rate.start()] if rate else ""
    later = max(between.rfind(sign) for sign in "。；")
    like = later >= 0 and any(part[0].endswith(m[3]) for m in regex(count).finditer(between[later:]))
    return None if like else rate


def given_by_others(line: str, rate: re.Match[str], count: str) -> bool:
    """Whether two other figures of one unit before a rate give it."""
    digits = Amount(rate[1])
    before = line[max(0, rate.start() - NEAR * 2) : rate.start()]
    found = [Amount(m[1], m[2] or "", m[3]) for m in regex(count).finditer(before)]
    tried = ((a, b) for a in found for b in found if a.unit == b.unit and 0 < a.value <= b.value)
    return any(percent(a.value, b.value, digits.decimals) == digits.steps for a, b in tried if a is not b)


def rated(view: View, start: int, end: int, match: re.Match[str], above: Amount, below: Amount) -> Finding | None:
    """Return the objection to a rate that its two figures do not give; the last decimal may have been cut off."""
    rate = Amount(match[1])
    right = percent(above.value, below.value, rate.decimals)
    if right == rate.steps:
        return None
    shown = with_decimals(right, rate.decimals)
    message = f"写的是{rate.digits}%，{above.digits}{above.times}÷{below.digits}{below.times}＝{shown}%"
    return objection(view, start, end, "check" if abs(right - rate.steps) == 1 else "must", message)


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
    if change.unit in ("%", "\uff05") and before.unit not in ("%", "\uff05"):
        right = percent(difference, before.value, change.decimals)
        off = before.rough * now.value // before.value + now.rough
        if abs(right - change.steps) > (change.decimals > 0) + percent(off, before.value, change.decimals):
            message = (
                f"由{before.shown}到{now.shown}，变化是{with_decimals(right, change.decimals)}%，写的是{change.shown}"
            )
            yield objection(view, start, end, "must", message)
    elif difference != change.value and change.unit in ("个百分点", "%", "\uff05", before.unit):
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
