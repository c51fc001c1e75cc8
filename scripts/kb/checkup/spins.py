"""Fixed terms in which a spinner has put a synonym for a part: 团体合同 for 集体合同, 员工之家 for 职工之家."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import product
from typing import NamedTuple

from kb.checkup.finding import Finding
from kb.checkup.rulebook import Rules
from kb.checkup.view import View, hide
from kb.once import once
from kb.word_finder import WordFinder

NEAR_MARK = "~"
ITSELF, NEAR, FOREIGN = 0, 1, 2  # how far a written form is from the part that it stands for
Path = tuple[tuple[str, int], ...]


@dataclass
class Node:
    """What may follow in a term, and whether one ends here; fixed: there is no other good wording for it."""

    parts: dict[str, Node] = field(default_factory=dict)
    ends: bool = False
    fixed: bool = False
    choices: dict[str, list[Choice]] | None = None


class Choice(NamedTuple):
    """What a written form may stand for after some node: a part, how far the form is from it, what follows then."""

    part: str
    far: int
    after: Node


@dataclass
class Lexicon:
    """Terms cut into parts; for every written form the parts that it may stand for."""

    terms: Node = field(default_factory=Node)
    meant: dict[str, dict[str, int]] = field(default_factory=dict)

    def add_form(self, form: str, part: str, far: int) -> None:
        """Let a form stand for a part."""
        self.meant.setdefault(form, {}).setdefault(part, far)

    @cached_property
    def forms(self) -> WordFinder:
        """The finder of forms; single characters come last, as a longer form is likelier meant."""
        return WordFinder(sorted(self.meant, key=lambda form: len(form) == 1))

    @cached_property
    def written(self) -> dict[str, list[tuple[str, int]]]:
        """The forms that may stand for each part, and how far they are from it."""
        found: dict[str, list[tuple[str, int]]] = {}
        for form, parts in self.meant.items():
            for part, far in parts.items():
                found.setdefault(part, []).append((form, far))
        return found

    def choices(self, node: Node) -> dict[str, list[Choice]]:
        """Return the forms with which a term may go on after a node; most nodes are never asked."""
        if node.choices is None:
            node.choices = {}
            for part, after in node.parts.items():
                for form, far in self.written[part]:
                    node.choices.setdefault(form, []).append(Choice(part, far, after))
        return node.choices

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
    term: str
    counts: tuple[int, int, int]
    fixed: bool

    @classmethod
    def of(cls, end: int, path: Path, fixed: bool) -> Reading:
        """Return the reading of parts, each with how far it is from what is written."""
        far = [far for _, far in path]
        counts = (far.count(ITSELF), far.count(NEAR), far.count(FOREIGN))
        return cls(end, "".join(part for part, _ in path), counts, fixed)

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


class Source(NamedTuple):
    """The forms by the place where they begin, and the text with those passages blotted out that are right as is."""

    forms: dict[int, list[str]]
    masked: str


def find(view: View) -> Iterator[Finding]:
    """Yield the passages that are a term but for a synonym."""
    rules = view.rules["spins"]
    known = lexicon(rules["words"], rules["terms"], rules["phrases"])
    source = Source(known.forms.by_place(view.shown), hide(view.shown, right(rules)))
    end = 0
    firsts = known.choices(known.terms).keys()
    for start, forms in source.forms.items():
        if start >= end and not firsts.isdisjoint(forms):
            read = readings(known, source, start)
            if not read:
                continue
            # What is a term as it stands is passed over whole: its second half may look like part of another one.
            end = max((r.end for r in read if r.fixed and r.right), default=end)
            spun = best(read)
            if spun and (spun.certain or not covers_certain(known, source, start, spun.end)):
                end = spun.end
                yield objection(view, start, spun, rules)


@once
def right(rules: Rules) -> WordFinder:
    """Return the finder of the phrases that only look like a term with a synonym."""
    return WordFinder(rules["legit"])


def readings(known: Lexicon, source: Source, start: int) -> list[Reading]:
    """Return all ways to read a term from a place on."""
    found: list[Reading] = []
    go_on(known, source, known.terms, start, (), found)
    return found


def go_on(known: Lexicon, source: Source, node: Node, start: int, path: Path, found: list[Reading]) -> None:
    """Add the ways to read on from a node; what is blotted out stands only for itself."""
    choices = known.choices(node)
    for form in source.forms.get(start, ()):
        if form not in choices:
            continue
        end, free = start + len(form), source.masked.startswith(form, start)
        for part, far, after in choices[form]:
            if not free and far != ITSELF:
                continue
            if after.ends:
                found.append(Reading.of(end, (*path, (part, far)), after.fixed))
            if after.parts and end in source.forms:
                go_on(known, source, after, end, (*path, (part, far)), found)


def best(found: list[Reading]) -> Reading | None:
    """Return the longest reading with a synonym, of equals the first of the alphabet; none when as long a passage is
    a term as it stands.
    """
    right = max((r.end for r in found if r.right), default=0)
    spun = sorted((r for r in found if r.end > right and r.spun), key=lambda r: r.term)
    return max(spun, key=lambda r: (r.end, r.fixed, r.counts[ITSELF], r.counts[NEAR]), default=None)


def covers_certain(known: Lexicon, source: Source, start: int, end: int) -> bool:
    """Return whether a term that is spun for certain begins within a passage: 劳作竞赛 in 开展劳作竞赛."""
    inner = (best(readings(known, source, place)) for place in range(start + 1, end))
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
