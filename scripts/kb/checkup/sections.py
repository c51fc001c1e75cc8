"""Sections and sentences that say nothing: no figure, no action, only words that fit anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checkup.figures import SENTENCE
from kb.checkup.finding import Finding
from kb.checkup.lines import PROBLEM, Line
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

BASIS, LEVEL = "每段至少有一个可核对的数或一件具体的事", "通行做法"


def find(view: View) -> Iterator[Finding]:
    """Yield sections, and sentences in other sections, that are made of phrases."""
    rules = view.rules["empty"]
    lines = view.lines
    told: set[int] = set()
    for number, line in enumerate(lines):
        body = body_of(lines, number)
        text = "\n".join(b.text for b in body)
        if body and line.part != PROBLEM and says_nothing(text, rules) and not regex(rules["exempt"]).search(line.text):
            start = line.mark_end
            told |= {b.start for b in body}
            message = f"“{view.text[start : line.end]}”这一节没有数字，也没有具体做了什么"
            yield Finding(start, line.end, view.text[start : line.end], "empty", "should", message, BASIS, LEVEL)
        elif not line.heading and line.part != PROBLEM and line.start not in told:
            yield from sentences(view, line, rules)


def body_of(lines: list[Line], number: int) -> list[Line]:
    """Return the lines under a heading up to the next one; none for a line that is no heading."""
    if not (lines[number].heading and lines[number].level):
        return []
    found: list[Line] = []
    for place in range(number + 1, len(lines)):
        line = lines[place]
        if line.heading or line.level in (1, 2):
            break
        found.append(line)
    return [line for line in found if line.text.strip(" \u3000\t")]


def says_nothing(text: str, rules: Rules) -> bool:
    """Whether a text has no figure and no action, and phrases enough."""
    if regex(rules["substance"]).search(text):
        return False
    return len(regex(rules["phrases"]).findall(text)) >= int(rules["least"])


def sentences(view: View, line: Line, rules: Rules) -> Iterator[Finding]:
    """Yield the sentences of a line that say nothing, where the line says something."""
    if regex(rules["opening"]).search(line.text):
        return
    for match in SENTENCE.finditer(line.text):
        if says_nothing(match[0], rules):
            start, end = line.start + match.start(), line.start + match.end()
            message = "这一句没有数字，也没有具体的事，放到哪里都通"
            yield Finding(start, end, view.text[start:end], "empty", "check", message, BASIS, LEVEL)
