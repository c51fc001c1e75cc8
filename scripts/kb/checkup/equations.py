"""Figures that have to give one another: a stock and what came and went, what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.amounts import ONE, Amount, amounts, written
from kb.checkup.figures import objection
from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View


def find(view: View) -> Iterator[Finding]:
    """Yield equations of spec/checkup.yml that the figures of a passage do not fulfil."""
    for rule in view.rules["figures"]["equations"]:
        for match in view.searched.matches(rule):
            if "veto" not in rule or not regex(rule["veto"]).search(match[0]):
                yield from failed(view, match, rule)


def failed(view: View, match: re.Match[str], rule: Rules) -> Iterator[Finding]:
    """Yield the objection to one equation; the last figure is the one that the others give, or leave of a whole."""
    found = amounts(match.groups())
    last = found[-1]
    right = rule.get("whole", 0) * ONE + balance(found, rule["terms"])
    fits = last.value <= right if "whole" in rule else last.value == right
    if right < 0 or fits or not (rule.get("mixed") or of_one_unit(found)):
        return
    message = f"{rule['name']}：算出来是{written(right, last)}，写的是{last.shown}"
    yield objection(view, match.start(), match.end(), rule["severity"], message)


def balance(found: list[Amount], signs: list[int]) -> int:
    """Return what the figures before the last add up to."""
    return sum(sign * amount.value for sign, amount in zip(signs, found[:-1], strict=True))


def of_one_unit(found: list[Amount]) -> bool:
    """Whether all figures that are there are counted alike."""
    return len({amount.unit for amount in found if amount.unit}) == 1
