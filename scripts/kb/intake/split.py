"""Several documents in one text: where each begins and ends, with labels between them and without any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb.intake import kinds
from kb.intake.lines import Line, lines_of
from kb.intake.marks import mark_at

SHORTEST = 120  # letters of a document
PREFACE = 400  # letters that a page's own words before the first label may have
TITLE_LENGTH = 60
SURE = 6


@dataclass(frozen=True)
class Part:
    """A document within a text: `text[start:end]`, its title line when it has one, and what of it is page."""

    start: int
    end: int
    title: tuple[int, int] = (0, 0)
    page: tuple[tuple[int, int], ...] = ()


@dataclass
class Sight:
    """What is known of a line: `kind` is label, page, title, mark, date, signature, salutation or text."""

    line: Line
    kind: str
    level: int = 0
    number: int = 0
    colon: bool = False


@dataclass
class State:
    """What was read of the document that is open."""

    letters: int = 0
    marks: dict[int, int] = field(default_factory=dict)  # level -> last number
    top: int = 9
    last: Sight | None = None
    ended: bool = False  # signature or date seen, or page after it


def split(text: str) -> list[Part]:
    """Return the documents in `text` by place; none when nothing in it is a document."""
    sights = [sight(text, line) for line in lines_of(text)]
    mark_labels(sights)
    mark_lists(sights)
    found: list[list[Sight]] = []
    for stretch in between_labels(sights):
        found += boundaries(stretch)
    return [part for group in found if (part := as_part(group, sights))]


def sight(text: str, line: Line) -> Sight:
    """Return what a line is by itself."""
    if kinds.is_page(line.text):
        return Sight(line, "page")
    mark = mark_at(text, line.start, line.end)
    if mark:
        return Sight(line, "mark", mark.level, mark.number)
    if len(line.text) > 70:
        return Sight(line, "text")
    for kind, test in (
        ("date", kinds.is_date),
        ("salutation", kinds.is_salutation),
        ("title", kinds.is_title),
        ("signature", kinds.is_signature),
    ):
        if test(line.text):
            return Sight(line, kind, colon=line.text[-1] in ":：")
    if not kinds.letters(line.text):
        return Sight(line, "noise")
    return Sight(line, "text")


def mark_labels(sights: Sequence[Sight]) -> None:
    """Set the kind of the lines that number the documents of the text: a rising row of one shape."""
    rows: dict[str, list[tuple[Sight, kinds.Label]]] = {}
    for seen in sights:
        if seen.kind != "page" and len(seen.line.text) <= 80 and (label := kinds.label_of(seen.line.text)):
            rows.setdefault(label.shape, []).append((seen, label))
    for row in rows.values():
        numbers = [label.number for _, label in row]
        rising = len(row) > 1 and numbers == sorted(numbers) and len(set(numbers)) == len(numbers)
        again = len(row) > 2 and numbers[: len(numbers) // 2] == numbers[len(numbers) // 2 :]  # contents, then texts
        if rising or again or (row[0][1].sure and numbers[0] == 1):
            for seen, _ in row:
                seen.kind = "label"


def mark_lists(sights: Sequence[Sight]) -> None:
    """Set the kind of the lines of a list of other pages: short ones after a line such as 相关文章."""
    inside = False
    for place, seen in enumerate(sights):
        following = sights[place + 1] if place + 1 < len(sights) else None
        if seen.kind == "page":
            inside = len(seen.line.text) <= 60
        elif inside and seen.kind != "label":
            text = seen.line.text
            begins = following is not None and (following.kind == "salutation" or len(following.line.text) > 60)
            inside = kinds.LIST_ITEM.match(text) is not None and not (seen.kind == "title" and begins)
            inside = inside or kinds.ONLY_SIGNS.fullmatch(text) is not None
            seen.kind = "page" if inside else seen.kind


def between_labels(sights: Sequence[Sight]) -> Iterator[list[Sight]]:
    """Yield the lines between two labels; those before the first one only when they are a document."""
    stretch: list[Sight] = []
    labelled = any(s.kind == "label" for s in sights)
    first = True
    for seen in [*sights, None]:
        if seen is not None and seen.kind != "label":
            stretch.append(seen)
            continue
        if not (first and labelled and seen is not None and is_preface(stretch)):
            yield stretch
        stretch, first = [], False


def is_preface(stretch: Sequence[Sight]) -> bool:
    """Whether the lines before the first label are a page's own words."""
    own = [s for s in stretch if s.kind != "page"]
    return sum(kinds.letters(s.line.text) for s in own) < PREFACE or sum(s.kind == "mark" for s in own) < 2


def boundaries(stretch: Sequence[Sight]) -> list[list[Sight]]:
    """Return the lines of each document in a stretch that has no labels."""
    groups: list[list[Sight]] = [[]]
    state = State()
    pages = 0
    for place, seen in enumerate(stretch):
        if seen.kind in ("page", "noise"):
            groups[-1].append(seen)
            pages += seen.kind == "page"
            continue
        if state.letters >= SHORTEST and begins(stretch, place, state, pages > 0):
            groups.append([])
            state = State()
        groups[-1].append(seen)
        note(state, seen)
        pages = 0
    return groups


def note(state: State, seen: Sight) -> None:
    """Add a line to what is known of the open document."""
    state.letters += kinds.letters(seen.line.text)
    state.ended = seen.kind in ("date", "signature") and (state.letters > SHORTEST)
    if seen.kind == "mark":
        state.marks = {k: v for k, v in state.marks.items() if k < seen.level} | {seen.level: seen.number}
        state.top = min(state.top, seen.level)
    state.last = seen


def begins(stretch: Sequence[Sight], place: int, state: State, after_page: bool) -> bool:
    """Whether a document begins at a line, given the one that is open."""
    seen = stretch[place]
    following = [s for s in stretch[place + 1 : place + 6] if s.kind not in ("page", "noise")]
    if seen.kind in ("date", "signature"):
        return False
    score = 3 * after_page + 5 * state.ended
    if state.last and state.last.kind == "text":
        score += 2 * bool(kinds.CLOSING.search(state.last.line.text[-60:]))
    score += restarts(following if seen.kind != "mark" else [seen], state)
    if seen.kind == "title":
        score += title_score(seen, following)
    elif seen.kind == "salutation":
        score += 3 + (kinds.opening(following[0].line.text) >= 3 if following else 0)
    elif seen.kind == "text":
        score += min(5, kinds.opening(seen.line.text)) if len(seen.line.text) > 30 else 0
    elif seen.kind == "mark":
        score += 1 if seen.level == 1 and seen.number == 1 and state.ended else -9
    return score >= SURE


def title_score(seen: Sight, following: Sequence[Sight]) -> int:
    """Return how much a line that can be a title is one here."""
    follows = next((s for s in following if s.kind not in ("title", "date", "signature")), None)
    score = 3 - 4 * seen.colon
    if follows is not None and follows.kind == "salutation":
        score += 3
    elif follows is not None and follows.kind == "text":
        score += min(4, max(0, kinds.opening(follows.line.text)))
    return score + any(word in seen.line.text for word in ("工会", "工作总结", "工作计划", "年度"))


def restarts(following: Sequence[Sight], state: State) -> int:
    """Return 2 when the numbering begins anew soon, at the level of the open document's top."""
    for seen in following[:3]:
        if seen.kind == "mark":
            return 2 * (seen.number == 1 and seen.level <= state.top and state.marks.get(state.top, 0) >= 2)
    return 0


def as_part(group: Sequence[Sight], sights: Sequence[Sight]) -> Part | None:
    """Return a document without the page before and after it; None when too little is left."""
    first = 0
    for place, seen in enumerate(group[:14]):
        if seen.kind == "page":
            first = place + 1
        elif seen.kind in ("mark", "salutation") or (seen.kind == "text" and len(seen.line.text) > 70):
            break
    last = len(group)
    while last > first and group[last - 1].kind in ("page", "noise"):
        last -= 1
    inside = group[first:last]
    if sum(kinds.letters(s.line.text) for s in inside if s.kind != "page") < SHORTEST:
        return None
    page = tuple((s.line.start, s.line.end) for s in inside if s.kind == "page")
    return Part(inside[0].line.start, inside[-1].line.end, title_of(inside), page)


def title_of(inside: Sequence[Sight]) -> tuple[int, int]:
    """Return the place of a document's title: its first lines before anything is said."""
    found = (0, 0)
    for seen in inside[:4]:
        if seen.kind == "title":
            found = (found[0] if found[1] else seen.line.start, seen.line.end)
        elif seen.kind not in ("date", "signature"):
            break
    return found
