"""Names of another place or body of the same kind as the one that the draft is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.about import title_of
from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

LED = 40  # how far behind a name the words stand that make it the draft's own superior


def find(view: View) -> Iterator[Finding]:
    """Yield the names that differ from the one in the title, or from an earlier one of their kind."""
    rules = view.rules["places"]
    title = title_of(view.shown)
    kind = rules["units"].get(view.about.unit)
    own = regex(kind["own"]).search(title) if kind else None
    if kind and own:
        for match in strangers(view, kind, own[0]):
            yield objection(view, match, f"标题里是“{own[0]}”")
    for other in rules["others"]:
        found = list(strangers(view, other, title.partition("\n")[0]))
        # A title without a name stands for a model: then no name belongs in the text.
        nameless = regex(rules["nameless"]).search(title) is not None
        for match in found:
            if nameless or match[1] != found[0][1]:
                yield objection(view, match, "标题里没有写名称" if nameless else f"前面是“{found[0][1]}”")


def strangers(view: View, rule: Rules, named: str) -> Iterator[re.Match[str]]:
    """Yield the names that the title does not have, where nothing tells why another one is named."""
    veto, certain = (regex(view.rules["places"][name]) for name in ("veto", "certain"))
    for match in view.searched.matches(rule):
        if match[1][:2] in named:
            continue
        if certain.match(view.shown[match.end(1) : match.end(1) + LED]) or not veto.search(
            view.sentence(*match.span(1))
        ):
            yield match


def objection(view: View, match: re.Match[str], against: str) -> Finding:
    """Return the finding about a name."""
    message = f"这里是“{match[1]}”，{against}，看看是不是别家稿子留下的"
    basis, level = view.rules["places"]["basis"], view.rules["places"]["level"]
    return Finding(*match.span(1), match[1], "leftover", "should", message, basis, level)
