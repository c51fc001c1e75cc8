"""Spun words of a piece: what a rewriting site put, and what stood there.

Words and where they are wrong come from spec/rewrites.yml, through the rules that the check-up makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from kb.checkup.rulebook import Rules, index, regex
from kb.checkup.view import SENTENCE_END, WINDOW
from kb.intake import families, spun_terms
from kb.intake.model import Rewrite
from kb.intake.spans import apart
from kb.intake.spec_words import near_of_spec, of_spec
from kb.once import once
from kb.spec import Spec
from kb.word_index import WordIndex

CERTAIN = ("must", "should")
# The title of a work or a show is as its author wrote it; that of a contract or a handbook was spun with the rest.
PAPERS = "合同|协商|协议|工会|办法|制度|条例|方案|计划|规划|通知|意见|建议|规定|章程"
RULES = "细则|准则|规范|守则|公约|总结|报告|[法书表]》"
WORK = re.compile(f"《(?![^》\\n]{{0,40}}(?:{PAPERS}|{RULES}))[^《》\\n]{{1,40}}》")
WEAK = frozenset(("状况",))  # right so often that one alone, with no other word of a table, is only asked about


def find(text: str, start: int, end: int, spec: Spec) -> list[Rewrite]:
    """Return the spun words in `text[start:end]` by place; `sure` where the context leaves no other reading."""
    piece = text[start:end]
    known = near(spec, piece)
    slips, spins = (
        [r for rule in known if slip == bool(rule.get("slip")) for r in by_rule(rule, piece)] for slip in (True, False)
    )
    terms = list(spun_terms.find(piece, spec))
    # One term alone, in a text with no other sign of spinning, may be the author's own slip.
    spun = len(terms) >= families.ENOUGH or any(r.sure for r in spins)
    certain = {r.wrong for r in [*spins, *(terms if spun else ())] if r.sure}
    if {word[-2:] for word in certain} <= WEAK:
        spins, spun = [replace(r, sure=False) for r in spins], False
    tables = list(families.find(piece, certain, spec, {r.wrong for r in terms}))
    spun = spun or any(r.sure for r in tables if r.wrong not in families.lexicon(spec).slips)
    found = [*slips, *spins, *(trimmed(r.start, r.wrong, r.right, spun) for r in terms), *tables]
    right = [(at, at + len(word)) for at, found_here in protected(spec).by_place(piece).items() for word in found_here]
    right += [match.span() for match in WORK.finditer(piece)]
    free = [r for r in found if not any(a < r.start + len(r.wrong) and r.start < b for a, b in right)]
    return [Rewrite(start + r.start, r.wrong, r.right, r.sure) for r in surest(free)]


@once
def rules(spec: Spec) -> WordIndex[Rules]:
    """Return the check-up's rules about spun words and about slips of the pen, which don't say that a text was spun."""
    patterns: list[Rules] = spec.checkup["patterns"]  # type: ignore[assignment]
    return index(rule for rule in patterns if rule["kind"] == "spun_word")


near = near_of_spec(rules)


@of_spec
def protected(spec: Spec) -> Iterable[str]:
    """Return the phrases in which, or beside which, a word is right."""
    phrases: list[str] = spec.checkup["protected"]  # type: ignore[assignment]
    return phrases


def by_rule(rule: Rules, piece: str) -> Iterator[Rewrite]:
    """Yield what a rule finds; a rule without a repair, or one that is only asked about, is not sure."""
    veto = str(rule.get("veto", ""))
    parts: list[str | int] = rule.get("parts", [])
    for match in regex(str(rule["find"])).finditer(piece):
        if parts and not (veto and regex(veto).search(sentence(piece, *match.span()))):
            right = "".join(p if isinstance(p, str) else match[p] or "" for p in parts)
            yield trimmed(match.start(), match[0], right, rule["severity"] in CERTAIN)


def sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a place."""
    before = SENTENCE_END.split(text[max(0, start - WINDOW) : start])[-1]
    return before + text[start:end] + SENTENCE_END.split(text[end : end + WINDOW], maxsplit=1)[0]


def trimmed(start: int, wrong: str, right: str, sure: bool) -> Rewrite:
    """Return a rewrite without the characters that both have at their beginning: 工资群众 → 工资集体 is 群众 → 集体.

    Where but one character differs, two before it are kept for people who read it: 主人公 → 主人翁.
    """
    first = alike(wrong, right)
    last = alike(wrong[first:][::-1], right[first:][::-1])
    if min(len(wrong), len(right)) - first - last < 2:
        first = max(0, first - 2)
    return Rewrite(start + first, wrong[first:], right[first:], sure)


def alike(wrong: str, right: str) -> int:
    """Return how many characters two texts begin with alike, less than the shorter one has."""
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(wrong, right, strict=False))))
    return min(same, len(wrong) - 1, len(right) - 1)


def surest(found: Iterable[Rewrite]) -> list[Rewrite]:
    """Return rewrites by place; of those that overlap the surest, longest."""
    by_trust = sorted(found, key=lambda r: (not r.sure, -len(r.wrong), r.start))
    return apart(by_trust, lambda r: (r.start, r.start + len(r.wrong)))
