"""Figures that a stock told anywhere in a draft bounds: more members than workers, more new unions than there are."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checkup.amounts import first
from kb.checkup.figures import objection
from kb.checkup.finding import Finding
from kb.checkup.items import facts
from kb.checkup.lines import DONE
from kb.checkup.patterns import is_for
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View


def find(view: View) -> Iterator[Finding]:
    """Yield the figures that are more than the whole that they are part of."""
    for rule in view.rules["figures"]["bounds"]:
        if is_for(rule, view.about) and view.searched.is_near(rule):
            yield from above(view, rule)


def above(view: View, rule: Rules) -> Iterator[Finding]:
    """Yield the parts of a rule that are more than the largest value of its whole."""
    parts = [m for m in view.searched.matches(rule) if view.line_at(m.start()).part == DONE]
    items = [item for item in view.rules["figures"]["items"] if item["label"] == rule["whole"]] if parts else []
    wholes = [fact for item in items if view.searched.is_near(item) for fact in facts(view, item)]
    whole = max(wholes, key=lambda fact: (fact.amount.value, -fact.start), default=None)
    if not whole:
        return
    for match in parts:
        vetoed = "veto" in rule and regex(rule["veto"]).search(view.sentence(*match.span()))
        if first(match).value > whole.amount.value and not vetoed:
            message = f"{rule['name']}：“{match[0]}”，多于别处写的“{whole.text}”"
            yield objection(view, match.start(), match.end(), rule["severity"], message)
