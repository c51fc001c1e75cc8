"""A whole, a part of it and their rate: 受理40件，调解成功36件，成功率90%, side by side or with the rate elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.amounts import Amount, first, percent, with_decimals
from kb.checkup.counts import are_alike, counted
from kb.checkup.figures import DIGIT, PERCENTS, objection
from kb.checkup.finding import Finding
from kb.checkup.lines import DONE, Line
from kb.checkup.rulebook import Rules, is_near, regex
from kb.checkup.view import View
from kb.word_finder import lines

NEAR = 60  # how far a part stands from its whole, and a rate from its part
LED = 16  # how far before a rate its subject stands

Pair = tuple[re.Match[str], re.Match[str]]


def find(view: View) -> Iterator[Finding]:
    """Yield contradictions of a line or a table, and rates that the only pair of a draft does not give."""
    all_rules = view.rules["figures"]["pairs"]
    by_line = rules_by_line(view, all_rules)
    told: dict[str, list[tuple[int, Pair]]] = {}
    for start, text in passages(view):
        here = {number for line, _ in lines(text) for number in by_line.get(start + line, ())}
        rules = [all_rules[n] for n in sorted(here) if is_near(all_rules[n], text, "near_part")]
        yield from pairs(view, text, start, rules)
        for rule in (r for r in rules if "subject" in r and view.line_at(start).part == DONE):
            told.setdefault(rule["name"], []).extend((start, pair) for pair in matched(text, rule))
    for rule in all_rules:
        if "subject" in rule and len({start for start, _ in told.get(rule["name"], ())}) == 1:
            yield from far(view, rule, told[rule["name"]])


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


def pairs(view: View, line: str, offset: int, rules: list[Rules]) -> Iterator[Finding]:
    """Yield parts above their whole, and rates that no part and whole of a line give."""
    right: set[int] = set()
    wrong: list[Finding] = []
    for rule in rules:
        for whole, part in matched(line, rule):
            rate = rate_of(line, part, rule, view.rules["figures"]["count"]) if "rate" in rule else None
            above, below, start = first(part), first(whole), offset + part.start()
            if above.value > below.value and not may_be_more(view.rules["figures"], line, whole, part):
                message = f"{rule['name']}：{part[0]}，多于{whole[0]}"
                wrong.append(objection(view, start, offset + part.end(), "check", message))
            elif rate and (found := rated(view, offset + rate.start(), offset + rate.end(), rate, above, below)):
                wrong.append(found)
                if given_by_others(line, rate, view.rules["figures"]):
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


def matched(line: str, rule: Rules) -> Iterator[Pair]:
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


def given_by_others(line: str, rate: re.Match[str], figures: Rules) -> bool:
    """Whether two other figures that count alike before a rate give it."""
    digits = Amount(rate[1])
    before = line[max(0, rate.start() - NEAR * 2) : rate.start()]
    found = [count.amount for count in counted(before, figures["count"])]
    tried = ((a, b) for a in found for b in found if are_alike(figures, a.unit, b.unit) and 0 < a.value <= b.value)
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


def far(view: View, rule: Rules, told: list[tuple[int, Pair]]) -> Iterator[Finding]:
    """Yield the rates before, or far from, all pairs of their kind, which stand in one line, where none gives them."""
    start, (whole, part) = told[0]
    said = part.end() + start
    for match in regex(rule["rate"]).finditer(view.shown):
        beside = said <= match.start() <= view.line_at(start).end
        if beside or not is_of(view, rule, match):
            continue
        rate = Amount(match[1])
        rights = [percent(first(p).value, first(w).value, rate.decimals) for _, (w, p) in told]
        if all(abs(right - rate.steps) > 1 for right in rights):
            shown = with_decimals(rights[0], rate.decimals)
            message = f"写的是{rate.digits}%，别处写着{whole[0]}、{part[0]}，算出来是{shown}%"
            yield objection(view, match.start(), match.end(), "should", message)


def is_of(view: View, rule: Rules, match: re.Match[str]) -> bool:
    """Whether a rate is what this year's pair of a rule should give."""
    figures = view.rules["figures"]
    clause = view.clause_before(match.start(), LED) + match[0] + view.shown[match.end() : match.end() + 2]
    sentence = view.sentence(*match.span())
    other = regex(figures["other_rate"]).search(clause) or regex(figures["elsewhere"]).search(sentence)
    before = counted(sentence[: sentence.find(match[0])], figures["count"])
    own = any(c.amount.unit not in PERCENTS for c in before)  # what it is the rate of stands beside it
    line = view.line_at(match.start())
    return line.part == DONE and not (line.heading or other or own or not regex(rule["subject"]).search(clause))
