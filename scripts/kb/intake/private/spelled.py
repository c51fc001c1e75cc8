"""Names that no surname begins or that a blank parts: of other peoples, with or without a dot, and 许 静.

Source: the characters that render sounds are the author's own lists (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import names
from kb.intake.private.guesses import BESIDE, CLAUSE, DEPARTMENTS, DOING, GIVENS, ROLE, Guess, after, before, recurs
from kb.intake.private.lexicon import UNKNOWN, cut, lexicon

SOUNDS = "".join(sorted(names.SOUNDS))
ANY_SOUND = names.SOUNDS | names.MORE_SOUNDS
STRONG = "".join(sorted(ANY_SOUND - names.WEAK_SOUNDS))
WEAK = "".join(sorted(names.WEAK_SOUNDS - {"和"}))
RARE_SOUND = -13.0  # sounds that are a rarer word than this are no word in a name
SHORTEST = 3  # characters, but where a title stands right behind
BLANK = re.compile("[ \u3000](?<=[：:、\u3000\u4e00-\u9fff][\u4e00-\u9fff].)(?=[ \u3000]?[\u4e00-\u9fff])")
SPACED = re.compile(
    r"(?<=[：:、\u3000\u4e00-\u9fff])([\u4e00-\u9fff])"
    r"(?:[ \u3000]{1,2}(?=([\u4e00-\u9fff])(?![ \u3000]))| (?=([\u4e00-\u9fff])\u3000))."
)
RENDERED = re.compile(f"[{STRONG}](?:[{STRONG}]|[{WEAK}](?=[{STRONG}])){{1,7}}")
DOTTED = re.compile(f"[{SOUNDS}]{{2,6}}[·•][{SOUNDS}]{{2,6}}")


def dotted(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield names of other peoples, with a dot between their parts; their characters render sounds."""
    for match in DOTTED.finditer(text, start, end):
        yield Guess(match.start(), match.end(), BESIDE * 9)


def rendered(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield names of other peoples without a dot, where a title or an item of a list says that they are persons."""
    for match in RENDERED.finditer(text, start, end):
        first, last = match.span()
        listed_there = text[first - 1 : first] in ("、", "和") or text[last : last + 1] in ("、", "等")
        left = before(text, first, start)
        told = max(left, after(text, last, end)) + BESIDE * listed_there
        short = last - first < SHORTEST
        titled = not short or text.startswith(names.CALLED, last) or (listed_there and left >= ROLE)
        if (
            told >= ROLE
            and titled
            and not (text[first] in DOING and recurs(text, first, last))
            and all(map(is_sound, cut(match[0])))
        ):
            yield Guess(first, last, BESIDE * max(2, last - first))


def is_sound(word: str) -> bool:
    """Whether a word of the dictionary may be but a part of a name in another language."""
    return len(word) == 1 or word in lexicon().proper or lexicon().words.get(word, UNKNOWN) < RARE_SOUND


def spaced(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield names of two characters set apart to be as long as others: 撰稿：许 静."""
    blanks = (SPACED.match(text, blank.start() - 1, end) for blank in BLANK.finditer(text, start, end))
    for match in filter(None, blanks):
        edge = match.end() == end or text[match.end()] in CLAUSE
        alone = edge and not "\u4e00" <= text[match.start() - 1] <= "\u9fff"
        led = alone or before(text, match.start(1), start) >= ROLE or text[match.start() - 1] in DEPARTMENTS
        if match[1] in names.SURNAMES and match[match.lastindex or 0] in GIVENS and led:
            yield Guess(match.start(1), match.end(), BESIDE)
