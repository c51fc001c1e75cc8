"""What part of a whole a figure is said to be: 占15家任务的四分之三, 其中64人，占21.3%, 完成率95%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from kb.checkup.amounts import Amount, percent, with_decimals
from kb.checkup.counts import Count, are_alike, counted
from kb.checkup.figures import SENTENCE, objection
from kb.checkup.finding import Finding
from kb.checkup.lines import number_of
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

SIGN = re.compile("[占率]|完成")
ROUGH, ROUGHER = 45, 100  # how many thousandths a fraction may be off, and one that is 近 or 约


def find(view: View) -> Iterator[Finding]:
    """Yield shares and rates that the figures before them do not give."""
    rules: Rules = view.rules["figures"]["shares"]
    for sentence in SENTENCE.finditer(view.shown):
        if not SIGN.search(sentence[0]):
            continue
        ways = (("of", of_whole), ("part", of_part), ("rate", of_pair))
        found = [(way, match) for name, way in ways for match in regex(rules[name]).finditer(sentence[0])]
        counts = counted(sentence[0], view.rules["figures"]["count"]) if found else []
        for way, match in found:
            yield from way(view, sentence, counts, match)


def of_whole(view: View, sentence: re.Match[str], counts: list[Count], match: re.Match[str]) -> Iterator[Finding]:
    """Yield a share of a whole that is named with it: 占全年15家任务的四分之三."""
    whole = Amount(match[1], match[2] or "", match[3])
    parts = [c for c in counts if c.end <= match.start() and c.amount.unit == whole.unit]
    if parts and not any(gives(c.amount, whole, match[5], match[6], match[4]) for c in parts):
        yield share(view, sentence, parts[-1].start, match, parts[-1].amount, whole)


def of_part(view: View, sentence: re.Match[str], counts: list[Count], match: re.Match[str]) -> Iterator[Finding]:
    """Yield a share that the figure right before it has of no figure before: 80家，其中已建会52家，占75%."""
    before = [c for c in counts if c.end <= match.start()]
    if not before or match.start() - before[-1].end > 1:
        return
    part = before[-1].amount
    wholes = [c for c in before[:-1] if c.amount.unit == part.unit and c.amount.value >= part.value]
    if not wholes or any(gives(part, c.amount, match[3], match[4], match[2]) for c in earlier(view, sentence, match)):
        return
    named = (match[1] or "")[-2:]
    certain = sentence[0].rfind("其中", wholes[-1].end, before[-1].start) >= 0
    if certain or any(named in c.label for c in wholes):
        yield share(view, sentence, before[-1].start, match, part, wholes[-1].amount, "should" if certain else "check")


def of_pair(view: View, sentence: re.Match[str], counts: list[Count], match: re.Match[str]) -> Iterator[Finding]:
    """Yield a rate that no two figures give, where two of one unit stand right before it, or alone after it."""
    before = [c for c in counts if c.end <= match.start()]
    after = [] if before else [c for c in counts if c.start > match.end()][:2]
    before = after or before[-2:]
    if len(before) < 2 or before[0].amount.unit != before[1].amount.unit:
        return
    if (before[1].label.startswith("、") and not after) or any(is_moved(view, c) for c in before):
        return
    pairs = permutations([c.amount for c in [*earlier(view, sentence, match), *after]], 2)
    figures = view.rules["figures"]
    votes = figures["shares"]["alike"]  # who came, and the votes they gave
    if not any(gives(a, b, match[1], None, None) for a, b in pairs if are_alike(figures, a.unit, b.unit, votes)):
        part, whole = sorted((c.amount for c in before), key=lambda amount: amount.value)
        yield share(view, sentence, match.start(), match, part, whole, "check")


def is_moved(view: View, count: Count) -> bool:
    """Whether a figure is another year's, or tells by how much something changed."""
    return regex(view.rules["figures"]["shares"]["moved"]).search(count.label) is not None


def earlier(view: View, sentence: re.Match[str], match: re.Match[str]) -> list[Count]:
    """Return the figures before a share in its line."""
    end = sentence.start() + match.start()
    start = max(view.line_at(end).start, end - 200)
    return counted(view.shown[start:end], view.rules["figures"]["count"])


def gives(part: Amount, whole: Amount, rate: str | None, fraction: str | None, near: str | None) -> bool:
    """Whether part and whole give a percentage, as exact as it is written, or roughly a fraction."""
    if not whole.value:
        return True
    if rate:
        said = Amount(rate)
        return abs(percent(part.value, whole.value, said.decimals) - said.steps) <= (ROUGH if near else 1)
    return abs(percent(part.value, whole.value, 1) - thousandths(fraction or "")) <= (ROUGHER if near else ROUGH)


def thousandths(fraction: str) -> int:
    """Return 四分之三, 七成五 or 一半 in thousandths."""
    if fraction == "一半":
        return 500
    whole, over, part = fraction.partition("分之")
    if over:
        return 1000 * number_of(part) // number_of(whole)
    tenths, _, rest = fraction.partition("成")
    return 100 * number_of(tenths) + 10 * (number_of(rest) if rest else 0)


def share(
    view: View,
    sentence: re.Match[str],
    start: int,
    match: re.Match[str],
    part: Amount,
    whole: Amount,
    severity: str = "must",
) -> Finding:
    """Return the objection to a share."""
    right = with_decimals(percent(part.value, whole.value, 1), 1) if whole.value else ""
    message = f"{part.shown}÷{whole.shown}＝{right}%，和写的“{match[0].lstrip('，（')}”对不上"
    return objection(view, sentence.start() + start, sentence.start() + match.end(), severity, message)
