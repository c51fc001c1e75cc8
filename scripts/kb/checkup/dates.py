"""Days that a draft's own date contradicts: told as done in a summary before they came, or not in the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup import figures
from kb.checkup.about import title_of
from kb.checkup.figures import SENTENCE
from kb.checkup.finding import Finding
from kb.checkup.lines import DONE, PLAN
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

BASIS, LEVEL = "总结写做成的，计划写要做的", "通行做法"
PARTS = {"上": 1, "初": 1, "中": 11, "下": 21, "底": 25, "末": 25}


def find(view: View) -> Iterator[Finding]:
    """Yield days that were not, and days told as over that come after a summary's date or its half of the year."""
    rules = view.rules["dates"]
    for match in regex(rules["leap_day"]).finditer(view.shown):
        if not any(year % 4 == 0 for year in years_of(view, match, rules)):
            yield figures.objection(view, match.start(), match.end(), "should", f"“{match[0]}”：这一年2月没有29日")
    yield from too_late(view, rules)


def years_of(view: View, match: re.Match[str], rules: Rules) -> list[int]:
    """Return the years that a date may be of."""
    if match[1]:
        return [int(match[1])]
    if regex(rules["unless"]).search(title_of(view.shown)) or view.clause_before(match.start()).endswith("年"):
        return [view.about.year + step for step in (-1, 0, 1)]
    return [view.about.year, view.about.year + (view.line_at(match.start()).part == PLAN)]


def too_late(view: View, rules: Rules) -> Iterator[Finding]:
    """Yield dates later than the one under a summary, or than its half of the year, where they are told as over."""
    signed = date_of(view, rules)
    limit = signed or rules["ends"].get(view.about.genre, 0)
    if not limit or regex(rules["unless"]).search(title_of(view.shown)):
        return
    message = f"在{'落款日期之后' if signed else '下半年'}，却写成了做完的"
    for match in later(view, rules, limit):
        if is_told(view, match, rules):
            yield objection(view, match, f"“{match[0]}”{message}")


def later(view: View, rules: Rules, limit: int) -> Iterator[re.Match[str]]:
    """Yield dates and names of days that are later than a day of this year."""
    for match in regex(rules["find"]).finditer(view.shown):
        if day_of(match) > limit and match[1] in (None, str(view.about.year)):
            yield match
    names = [re.escape(name) for name, day in rules["named"].items() if day > limit]
    if names:
        yield from regex("|".join(names)).finditer(view.shown)


def date_of(view: View, rules: Rules) -> int:
    """Return month and day under a summary as one number (704 is 4 July); 0 when it is of another year, or early."""
    if view.about.genre not in rules["genres"]:
        return 0
    dates = regex(rules["signature"]).findall(view.shown)
    year, month, day = map(int, dates[-1]) if dates else (0, 0, 0)
    return month * 100 + day if year == view.about.year and month >= rules["earliest"] else 0


def day_of(match: re.Match[str]) -> int:
    """Return the first day that a date can mean, as one number."""
    return int(match[2]) * 100 + (int(match[3]) if match[3] else PARTS.get(match[4], 1))


def is_told(view: View, match: re.Match[str], rules: Rules) -> bool:
    """Whether the sentence around a date tells what was done, and nothing in it what is to be done."""
    line = view.line_at(match.start())
    if line.part != DONE or line.heading:
        return False
    sentence = view.sentence(*match.span())
    return bool(regex(rules["done"]).search(sentence)) and not regex(rules["veto"]).search(sentence)


def objection(view: View, match: re.Match[str], message: str) -> Finding:
    """Return the finding about what is told of a date."""
    told = SENTENCE.match(view.shown, match.start())
    start, end = match.start(), told.end() if told else match.end()
    return Finding(start, end, view.text[start:end], "tense", "should", message, BASIS, LEVEL)
