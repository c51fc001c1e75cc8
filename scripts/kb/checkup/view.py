"""A draft as the finders see it: line ends made one, protected phrases masked, cut into lines and parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from kb.checkup.finding import About
from kb.checkup.lines import DONE, PLAN, PROBLEM, Line, lines_of
from kb.checkup.rulebook import Indexed, Rules, needed, regex
from kb.once import once
from kb.word_finder import WordFinder

# The two engines' dot and line anchors agree on \n alone; every other break becomes one, so that offsets stay.
BREAKS = re.compile("[\r\v\f\x85\u2028\u2029]")
HIDDEN = "\ue010"
WINDOW = 200  # a sentence is looked at no further than this: a megabyte without a full stop must not hang
SENTENCE_END = re.compile(r"[。！？；\n]")
CLAUSE_END = re.compile(r"[，。；：！？\n]")
PARAGRAPH = re.compile(r"[^。！]{15}[。！][ \u3000\t]*$")
SEVERAL, AHEAD = 4, 6
LED = 400  # how far back a paragraph is read


def one_break(text: str) -> str:
    """Return `text`, as long as before, with one kind of line break."""
    return BREAKS.sub("\n", text)


def hide(text: str, phrases: WordFinder) -> str:
    """Return `text`, as long as before, with phrases blotted out that no finder may touch."""
    for phrase in phrases.in_order(text):
        text = text.replace(phrase, HIDDEN * len(phrase))
    return text


@once
def protected(rules: Rules) -> WordFinder:
    """Return the finder of the phrases in which spun words are right."""
    return WordFinder(rules["protected"])


@dataclass(frozen=True)
class View:
    """A draft with its rules and what is known of it."""

    text: str
    rules: Rules
    about: About
    shown: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", one_break(self.text))

    @cached_property
    def searched(self) -> Indexed:
        """Where the words stand that rules need; so they may in `hidden`, which has no other words."""
        return Indexed(self.shown, needed(self.rules))

    @cached_property
    def hidden(self) -> str:
        """The text without the phrases in which spun words are right."""
        return hide(self.shown, protected(self.rules))

    @cached_property
    def lines(self) -> list[Line]:
        """Every line with its mark and part."""
        return lines_of(self.shown, self.rules["structure"], self.about.genre, self.about.year)

    def sentence(self, start: int, end: int) -> str:
        """Return the sentence around a place."""
        first, last = max(0, start - WINDOW), end + WINDOW
        before = SENTENCE_END.split(self.shown[first:start])[-1]
        after = SENTENCE_END.split(self.shown[end:last], maxsplit=1)[0]
        return before + self.shown[start:end] + after

    def clause_before(self, start: int, size: int = 20) -> str:
        """Return what stands before a place in its clause."""
        return CLAUSE_END.split(self.shown[max(0, start - size) : start])[-1]

    def line_at(self, place: int) -> Line:
        """Return the line in which a place lies."""
        return self.lines[max(0, bisect_right(self.starts, place) - 1)]

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which lines begin."""
        return [line.start for line in self.lines]

    def part_at(self, place: int) -> str:
        """Return the part in which a place lies: a paragraph may turn to problems, and from problems to plans."""
        line, structure = self.line_at(place), self.rules["structure"]
        led = self.shown[max(line.start, place - LED) : place]
        if line.part == DONE:
            closes = line == self.last and regex(structure["closing"]).search(led + self.shown[place : place + AHEAD])
            return PROBLEM if closes or regex(structure["owned"]).search(led) else DONE
        if line.part == PLAN:
            recalled = structure["recalled"].replace("{last}", str(self.about.year - 1))
            recalled = recalled.replace("{year}", str(self.about.year))
            return DONE if self.about.genre == "plan" and regex(recalled).search(led) else PLAN
        turn = structure["inner"].replace("{next}", str(self.about.year + 1))
        return PLAN if line.part == PROBLEM and regex(turn).search(led) else line.part

    @cached_property
    def last(self) -> Line | None:
        """The last paragraph, in which a text of several closes with promises."""
        found = [line for line in self.lines if PARAGRAPH.search(line.text)]
        return found[-1] if len(found) >= SEVERAL else None
