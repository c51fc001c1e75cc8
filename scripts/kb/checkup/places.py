"""Names of another place or body of the same kind as the one that the draft is about."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checkup.about import title_of
from kb.checkup.finding import Finding
from kb.checkup.rulebook import regex
from kb.checkup.view import View


def find(view: View) -> Iterator[Finding]:
    """Yield the names that differ from the one in the title."""
    rules = view.rules["places"]
    kind = rules["units"].get(view.about.unit)
    own = regex(kind["own"]).search(title_of(view.shown)) if kind else None
    if not kind or not own:
        return
    for match in regex(kind["find"]).finditer(view.shown):
        start, end = match.span(1)
        if match[1] != own[0] and not regex(rules["veto"]).search(view.sentence(start, end)):
            message = f"这里是“{match[1]}”，标题里是“{own[0]}”，看看是不是别家稿子留下的"
            yield Finding(start, end, match[1], "leftover", "should", message, rules["basis"], rules["level"])
