"""Names of laws in 《》 that no law has, but that look much like the name of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View


def find(view: View) -> Iterator[Finding]:
    """Yield the names that are nearly, but not quite, those of a law or document."""
    rules = view.rules["law_names"]
    if "《" not in view.shown:
        return
    looked_up: dict[str, str] = {}
    for match in regex(rules["find"]).finditer(view.shown):
        start, end, name = match.start(), match.end(), match[1]
        if name not in looked_up:
            looked_up[name] = nearest(name, rules)
        right = looked_up[name]
        if right and not regex(rules["local"]).search(view.clause_before(start)):
            # A body may make its own 办法 and 规定, but not its own 法 or 条例.
            severity = "should" if regex(rules["of_state"]).search(name) else "check"
            message = f"没有查到“{name}”，名称相近的是“{right}”，请核对"
            yield Finding(start, end, match[0], "wrong_law", severity, message, rules["basis"], rules["level"])


def nearest(name: str, rules: Rules) -> str:
    """Return the law that a wrong name comes nearest to; empty when it is right, or near to none."""
    if name in rules["known"] or regex(rules["own"]).search(name):
        return ""
    kinds = regex(rules["kinds"])
    base = kinds.sub("", name)
    near = ((unlike(base, kinds.sub("", law)), law) for law in rules["official"])
    return min(((far, law) for far, law in near if far >= 0), default=(0, ""), key=lambda n: n[0])[1]


def unlike(one: str, other: str) -> int:
    """Return how many characters two names do not share, whatever their order; -1 when they are too far apart."""
    size = len(one) + len(other)
    if len(one) < 3 or abs(len(one) - len(other)) > 3:
        return -1
    far = size - 2 * (Counter(one) & Counter(other)).total()
    return far if far <= 3 and far * 4 <= size else -1
