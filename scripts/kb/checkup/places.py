"""Names of another place or body of the same kind as the one that the draft is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.about import title_of
from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View
from kb.once import once

LED = 40  # how far behind a name the words stand that make it the draft's own superior
SIZES = (1, 2, 3, 4)  # of words that no name begins with


def find(view: View) -> Iterator[Finding]:
    """Yield the names that differ from the one in the title, or from an earlier one of their kind."""
    rules = view.rules["places"]
    title = title_of(view.shown)
    kind = rules["units"].get(view.about.unit)
    own = regex(kind["own"]).search(title) if kind else None
    if kind and own:
        for match in strangers(view, kind, line_around(title, own.start())):
            yield objection(view, match, f"标题里是“{own[0]}”")
    for other in rules["others"]:
        found = list(strangers(view, other, title.partition("\n")[0]))
        # A title without a name stands for a model: then no name belongs in the text.
        nameless = regex(rules["nameless"]).search(title) is not None
        for match in found:
            if nameless or match[1] != found[0][1]:
                yield objection(view, match, "标题里没有写名称" if nameless else f"前面是“{found[0][1]}”")


def line_around(text: str, place: int) -> str:
    """Return the line of a text in which a place lies."""
    return text[text.rfind("\n", 0, place) + 1 :].partition("\n")[0]


def strangers(view: View, rule: Rules, title: str) -> Iterator[re.Match[str]]:
    """Yield the names that the title does not have, where nothing tells why another one is named."""
    veto, certain = (regex(view.rules["places"][name]) for name in ("veto", "certain"))
    for match in names(view, rule):
        if match[1][:2] in title:
            continue
        if certain.match(view.shown[match.end(1) : match.end(1) + LED]) or not veto.search(
            view.sentence(*match.span(1))
        ):
            yield match


def names(view: View, rule: Rules) -> Iterator[re.Match[str]]:
    """Yield what a rule finds, but for what begins with a word that no name begins with: 依靠社区."""
    unlike = no_names(view.rules)
    for start, end in view.searched.lines_near(rule):
        while match := regex(rule["find"]).search(view.shown, start, end):
            led = any(match[1][:size] in unlike for size in SIZES)
            start = match.start(1) + 1 if led else match.end()
            if not led:
                yield match


@once
def no_names(rules: Rules) -> frozenset[str]:
    """Return the words that no name begins with."""
    return frozenset(rules["places"]["no_names"].split())


def objection(view: View, match: re.Match[str], against: str) -> Finding:
    """Return the finding about a name."""
    message = f"这里是“{match[1]}”，{against}，看看是不是别家稿子留下的"
    basis, level = view.rules["places"]["basis"], view.rules["places"]["level"]
    return Finding(*match.span(1), match[1], "leftover", "should", message, basis, level)
