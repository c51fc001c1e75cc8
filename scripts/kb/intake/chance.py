"""How much a line looks like the first one of a document: points for what speaks for it, off for what against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kb.intake import kinds
from kb.intake.sights import Sight

SURE = 6
SHORTEST = 120  # characters of a document
FAR = 80  # lines in which a numbering is expected to go on
LONG = 600  # characters of a document that has no headings at all
BARE = 45  # of a heading without its body


@dataclass
class State:
    """What was read of the document that is open."""

    size: int = 0
    marks: dict[int, int] = field(default_factory=dict)  # level -> last number
    top: int = 9
    last: Sight | None = None
    ended: bool = False  # its signature or date was the last line
    both: bool = False  # its title names a summary and a plan


def note(state: State, seen: Sight) -> None:
    """Add a line to what is known of the open document."""
    state.size += len(seen.line.text)
    state.ended = seen.kind in ("date", "signature") and (state.size > SHORTEST)
    if seen.kind == "mark":
        state.marks = {k: v for k, v in state.marks.items() if k < seen.level} | {seen.level: seen.number}
        state.top = min(state.top, seen.level)
    state.both = state.both or (seen.kind == "title" and kinds.BOTH.search(seen.line.text) is not None)
    state.last = seen


def chance(stretch: Sequence[Sight], place: int, state: State, after_page: bool) -> int:
    """Return how much a line looks like the first one of a document, given the one that is open."""
    seen = stretch[place]
    following = [s for s in stretch[place + 1 : place + 6] if s.kind not in ("page", "noise")]
    if seen.kind in ("date", "signature"):
        return 0
    score = 3 * after_page + 5 * state.ended
    if state.last and state.last.kind == "text":
        score += 2 * bool(kinds.CLOSING.search(state.last.line.text[-60:]))
    score += restarts(following if seen.kind != "mark" else [seen], state)
    if seen.kind == "title":
        score += title_score(seen, following, state)
    elif seen.kind == "salutation":
        score += 4 + 2 * (bool(following) and kinds.opening(following[0].line.text) >= 3)
    elif seen.kind == "text":
        score += text_score(seen, following, state)
    elif seen.kind == "mark":
        score += mark_score(seen, stretch[place + 1 : place + FAR], state)
    return score - 6 * (score >= SURE and goes_on(stretch[place : place + FAR], state))


def goes_on(following: Sequence[Sight], state: State) -> bool:
    """Whether the numbering of the open document is carried on: then no other document has begun."""
    last = state.marks.get(state.top, 0)
    for seen in following:
        if seen.kind == "mark" and seen.level <= state.top:
            return 0 < last < seen.number <= last + 2
    return False


def mark_score(seen: Sight, following: Sequence[Sight], state: State) -> int:
    """Return how much a document begins with its first heading: the numbering begins anew, and nothing leads to it."""
    if seen.number != 1 or seen.level > 2 or state.last is None:
        return -9
    if state.ended:
        return 1
    last = state.last.line.text
    led = state.last.kind != "text" or last[-1] in ":：" or kinds.FOLLOWS.search(last[-120:])
    long = state.marks.get(seen.level, 0) >= 3 and state.size >= LONG and seen.level <= state.top
    again = next((s.number for s in following if s.kind == "mark" and s.level == seen.level), 0) == 2
    return 4 if long and again and not led else -9


def title_score(seen: Sight, following: Sequence[Sight], state: State) -> int:
    """Return how much a line that can be a title is one here."""
    follows = next((s for s in following if s.kind not in ("title", "date", "signature")), None)
    score = 3 - 4 * seen.colon
    if follows is not None and follows.kind == "salutation":
        score += 3
    elif follows is not None and follows.kind == "text":
        score += min(4, max(0, kinds.opening(follows.line.text)))
    score += any(word in seen.line.text for word in ("工会", "工作总结", "工作计划", "年度"))
    if not state.ended and kinds.PLAN_PART.search(seen.line.text):
        score -= 6 if state.both else 4 - 2 * ("工会" in seen.line.text)
    return score


def text_score(seen: Sight, following: Sequence[Sight], state: State) -> int:
    """Return how much a paragraph is a document's first one, by its words and the numbering that begins after it."""
    text = seen.line.text
    if len(text) <= 30:
        return 0
    score = min(8, kinds.opening(text))
    again = restarts(following, state)
    under = state.last is not None and state.last.kind == "mark" and is_bare(state.last.line.text)
    if under and not (again and score >= 4):
        return score - 9  # what a bare heading stands over
    if not again:
        return score - 2 * all(s.number != 1 for s in following[:3])
    first = next(s for s in following if s.kind != "title" or s.colon)
    leads = first.kind == "mark" and (first.level <= 2 or (len(text) >= 60 and not seen.colon))
    ends = score <= 0 and kinds.CLOSING.search(text[-60:])
    if leads and not ends and not kinds.FORWARD.search(text[:200]) and not kinds.BACKWARD.search(text[:200]):
        score += 3 + (state.marks.get(state.top, 0) >= 3)
    return score


def is_bare(heading: str) -> bool:
    """Whether a numbered line is a heading alone, not a sentence."""
    return len(heading) <= BARE and heading[-1] not in "。；！;"


def restarts(following: Sequence[Sight], state: State) -> int:
    """Return 2 when the numbering begins anew soon, at the level of the open document's top."""
    for seen in following[:3]:
        if seen.kind == "mark":
            unmarked = state.top > 4 and state.size >= LONG
            again = seen.level <= state.top and state.marks.get(state.top, 0) >= 2
            return 2 * (seen.number == 1 and (again or unmarked))
    return 0
