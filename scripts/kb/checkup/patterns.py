"""Pattern rules: a regex and the conditions under which what it finds is an objection."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kb.checkup.finding import About, Finding
from kb.checkup.numbers import is_bank_card, is_identity_number
from kb.checkup.rulebook import Rules, index, regex
from kb.checkup.view import View
from kb.once import once
from kb.word_index import WordIndex

VERIFY: dict[str, Callable[[str], bool]] = {"identity": is_identity_number, "bank_card": is_bank_card}
AFTER = 16
LISTS = ("patterns", "samples")
BOUNDS = {"years", "units", "genres"}
YEAR = re.compile(r"(?:19|20)[0-9][0-9](?=年)")


def find(view: View, rules: str = "patterns") -> Iterator[Finding]:
    """Yield what the pattern rules object to; `rules` names the list of them."""
    for rule in indexes(view.rules)[rules].near(view.searched.lines):
        if not is_for(rule, view.about):
            continue
        lines = view.searched.lines_near(rule)
        if "unless" in rule and regex(rule["unless"]).search(view.shown):
            continue
        if "along" in rule and not regex(rule["along"]).search(view.shown):
            continue
        text = view.hidden if rule.get("hidden") else view.shown
        for start, end in lines:
            # A slice, not a range within the text: the browser's engine has no way to end a search early.
            for match in regex(rule["find"]).finditer(text[start:end]):
                if holds(rule, match, start, view):
                    yield finding(rule, match, start, view.text)


@once
def indexes(rules: Rules) -> dict[str, WordIndex[Rules]]:
    """Return the lists of pattern rules by their names, each by its words."""
    return {name: index(rules[name]) for name in LISTS}


def is_for(rule: Rules, about: About) -> bool:
    """Whether a rule is about drafts of this unit type, genre and year."""
    if not BOUNDS & rule.keys():
        return True
    low, high = rule.get("years", (0, 9999))
    units, genres = rule.get("units"), rule.get("genres")
    return (
        low <= about.year <= high
        and (units is None or about.unit in units)
        and (genres is None or about.genre in genres)
    )


def holds(rule: Rules, match: re.Match[str], offset: int, view: View) -> bool:
    """Whether what stands around a match makes it an objection."""
    start, end = offset + match.start(), offset + match.end()
    if "before" in rule and not is_current(rule, start, end, view):
        return False
    if "not_before" in rule and regex(rule["not_before"]).search(view.clause_before(start)):
        return False
    if "part" in rule and view.part_at(start) != rule["part"]:
        return False
    sentence = view.sentence(start, end) if "veto" in rule or "history" in rule else ""
    if "veto" in rule and regex(rule["veto"]).search(sentence):
        return False
    if "history" in rule and any(int(y) <= rule["history"] for y in YEAR.findall(sentence)):
        return False
    return "verify" not in rule or VERIFY[rule["verify"]](match[0])


def is_current(rule: Rules, start: int, end: int, view: View) -> bool:
    """Whether a match is led up to, or followed, by words that make it today's."""
    if regex(rule["before"]).search(view.clause_before(start)):
        return True
    return "after" in rule and regex(rule["after"]).match(view.shown[end : end + AFTER]) is not None


def finding(rule: Rules, match: re.Match[str], offset: int, text: str) -> Finding:
    """Return the objection to a match."""
    start, end = offset + match.start(), offset + match.end()
    written = text[start:end]
    repair = None
    if "parts" in rule:
        repair = "".join(p if isinstance(p, str) else match[p] or "" for p in rule["parts"])
    return Finding(
        start, end, written, rule["kind"], rule["severity"], said(rule, written), rule["basis"], rule["level"], repair
    )


def said(rule: Rules, written: str) -> str:
    """Return the rule's message about what is written; only rules about marks show its own marks as they are."""
    message: str = rule["message"]
    return message.replace("{}", written if rule["kind"] == "numeral" else within_marks(written))


def within_marks(text: str) -> str:
    """Return a text as it stands within quotation marks: its own become single ones, half a pair is left out."""
    for opening, closing, inner in (("“", "”", "‘’"), ("《", "》", "《》")):
        kept = inner if text.count(opening) == text.count(closing) else ("", "")
        text = text.replace(opening, kept[0]).replace(closing, kept[1])
    return text
