"""Fixed terms in which a spinner has put a synonym for a part: 团体合同 for 集体合同, 员工之家 for 职工之家."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, product
from typing import NamedTuple

from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules
from kb.checkup.view import View, hide

NEAR_MARK = "~"
ITSELF, NEAR, FOREIGN = 0, 1, 2  # how far a written form is from the part that it stands for


@dataclass
class Node:
    """What may follow in a term, and whether one ends here; fixed: there is no other good wording for it."""

    parts: dict[str, Node] = field(default_factory=dict)
    ends: bool = False
    fixed: bool = False
    begins: set[str] | None = None  # see Lexicon.begins_of


@dataclass
class Lexicon:
    """Terms cut into parts; for every written form (grouped by two characters) the parts that it may stand for."""

    terms: Node = field(default_factory=Node)
    forms: dict[str, list[str]] = field(default_factory=dict)
    meant: dict[str, dict[str, int]] = field(default_factory=dict)
    begins: dict[str, set[str]] = field(default_factory=dict)

    def add_form(self, form: str, part: str, far: int) -> None:
        """Let a form stand for a part."""
        if form not in self.meant:
            self.forms.setdefault(form[:2], []).append(form)
        self.meant.setdefault(form, {}).setdefault(part, far)
        self.begins.setdefault(part, set()).add(form[:2])

    def forms_at(self, text: str, place: int, node: Node) -> Iterator[str]:
        """Yield the forms at a place of a text that may go on from a node."""
        for begin in dict.fromkeys((text[place : place + 2], text[place : place + 1])):
            if begin in self.begins_of(node):
                yield from (form for form in self.forms[begin] if text.startswith(form, place))

    def begins_of(self, node: Node) -> set[str]:
        """Return what a part after a node may begin with; found when first asked for, as most nodes are never met."""
        if node.begins is None:
            node.begins = {begin for part in node.parts for begin in self.begins[part]}
        return node.begins

    def add_term(self, parts: tuple[str, ...], fixed: bool) -> None:
        """Take in a term."""
        node = self.terms
        for part in parts:
            self.add_form(part, part, ITSELF)
            node = node.parts.setdefault(part, Node())
        node.ends, node.fixed = True, node.fixed or fixed


class Reading(NamedTuple):
    """A way to read a passage as a term: where it ends, the term, how many of its parts are how far from theirs."""

    end: int
    term: str = ""
    counts: tuple[int, int, int] = (0, 0, 0)
    fixed: bool = False

    def longer(self, end: int, part: str, far: int, fixed: bool) -> Reading:
        """Return the reading with one more part."""
        own, near, foreign = self.counts
        counts = (own + (far == ITSELF), near + (far == NEAR), foreign + (far == FOREIGN))
        return Reading(end, self.term + part, counts, fixed)

    @property
    def right(self) -> bool:
        """Whether this is a term as it stands."""
        return not self.counts[NEAR] and not self.counts[FOREIGN]

    @property
    def spun(self) -> bool:
        """Whether this is no term any more, though one can tell which: two synonyms on end are other words."""
        own, near, foreign = self.counts
        return (foreign > 0 or (near > 0 and own > 0)) if self.fixed else (foreign > 0 and own > 0 and not near)

    @property
    def certain(self) -> bool:
        """Whether a fixed term holds a word that never fits."""
        return self.fixed and self.counts[FOREIGN] > 0


class Masked(NamedTuple):
    """A text, and the same with the passages blotted out in which no synonym is wrong."""

    text: str
    masked: str


def find(view: View) -> Iterator[Finding]:
    """Yield the passages that are a term but for a synonym."""
    rules = view.rules["spins"]
    known = lexicon(rules["words"], rules["terms"], rules["phrases"])
    text = Masked(view.shown, hide(view.shown, rules["legit"]))
    end, begins = 0, known.begins_of(known.terms)
    for start, pair in enumerate(map("".join, pairwise(view.shown + " "))):
        if start >= end and (pair in begins or pair[0] in begins):
            read = list(readings(known, text, known.terms, Reading(start)))
            if not read:
                continue
            # What is a term as it stands is passed over whole: its second half may look like part of another one.
            end = max((r.end for r in read if r.fixed and r.right), default=end)
            spun = best(read)
            if spun and (spun.certain or not covers_certain(known, text, start, spun.end)):
                end = spun.end
                yield objection(view, start, spun, rules)


def readings(known: Lexicon, source: Masked, node: Node, so_far: Reading) -> Iterator[Reading]:
    """Yield all ways to read a term from where a reading ends; what is blotted out stands only for itself."""
    text = source.text
    for form in known.forms_at(text, so_far.end, node):
        end = so_far.end + len(form)
        free = source.masked.startswith(form, so_far.end)
        for part, far in known.meant[form].items():
            after = node.parts.get(part) if free or far == ITSELF else None
            if after and (after.ends or known.begins_of(after) & {text[end : end + 2], text[end : end + 1]}):
                read = so_far.longer(end, part, far, after.fixed)
                if after.ends:
                    yield read
                yield from readings(known, source, after, read)


def best(found: list[Reading]) -> Reading | None:
    """Return the longest reading with a synonym; none when as long a passage is a term as it stands."""
    right = max((r.end for r in found if r.right), default=0)
    spun = [r for r in found if r.end > right and r.spun]
    return max(spun, key=lambda r: (r.end, r.fixed, r.counts[ITSELF], r.counts[NEAR]), default=None)


def covers_certain(known: Lexicon, text: Masked, start: int, end: int) -> bool:
    """Return whether a term that is spun for certain begins within a passage: 劳作竞赛 in 开展劳作竞赛."""
    inner = (best(list(readings(known, text, known.terms, Reading(place)))) for place in range(start + 1, end))
    return any(found is not None and found.certain for found in inner)


def objection(view: View, start: int, spun: Reading, rules: Rules) -> Finding:
    """Return the finding about a passage; only a fixed term with a word that never fits is repaired by one click."""
    written = view.text[start : spun.end]
    message = f"“{written}”像是换词稿里的词，通常写“{spun.term}”"
    severity, repair = ("should", spun.term) if spun.certain else ("check", None)
    return Finding(start, spun.end, written, "spun_word", severity, message, rules["basis"], rules["level"], repair)


@cache
def lexicon(words: str, terms: str, phrases: str) -> Lexicon:
    """Return the tables: each line of `words` a part and its synonyms, of `terms` and `phrases` the parts of one."""
    known = Lexicon()
    for line in filter(None, words.split("\n")):
        part, *synonyms = line.split(" ")
        known.add_form(part, part, ITSELF)
        for form in synonyms:
            known.add_form(form.removeprefix(NEAR_MARK), part, NEAR if form.startswith(NEAR_MARK) else FOREIGN)
    for lines, fixed in ((terms, True), (phrases, False)):
        for line in filter(None, lines.split("\n")):
            for parts in product(*(choice.split("/") for choice in line.split(" "))):
                known.add_term(parts, fixed)
    return known
