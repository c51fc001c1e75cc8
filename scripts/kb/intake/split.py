"""Several documents in one text: where each begins and ends, with labels between them and without any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb.intake import kinds
from kb.intake.lines import Line, lines_of
from kb.intake.marks import mark_at

SHORTEST = 120  # characters of a document
PREFACE = 400  # characters that a page's own words before the first label may have
TITLE_LENGTH = 60
HEAD = 14  # lines of a page before a document, at most
ABOUT = 60  # characters of a line about author and date under a title
STUMP = 40  # of a line that was mostly junk
BARE = 45  # of a heading without its body
BROKEN = 30  # of a line that ends within a sentence
ENDS = "。！？；：…”）!?;:)"
SURE = 6
FAR = 80  # lines in which a numbering is expected to go on
LONG = 600  # characters of a document that has no headings at all


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
    again: bool = False  # a title that stood in the text before


@dataclass
class State:
    """What was read of the document that is open."""

    size: int = 0
    marks: dict[int, int] = field(default_factory=dict)  # level -> last number
    top: int = 9
    last: Sight | None = None
    ended: bool = False  # its signature or date was the last line
    both: bool = False  # its title names a summary and a plan


def split(text: str, plain: str) -> list[Part]:
    """Return the documents in `text` by place; `plain` is the text with its sure junk made blank."""
    sights = list(joined([sight(text, plain, line) for line in behind_labels(lines_of(plain))]))
    mark_labels(sights)
    mark_lists(sights)
    mark_repeated(sights)
    found: list[list[Sight]] = []
    labelled = any(s.kind == "label" for s in sights)
    for stretch in between_labels(sights):
        found += boundaries(stretch, SURE + 2 * labelled)
    return [part for group in found if (part := as_part(group, text, plain))]


def behind_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, a label that has its document behind it as a line of its own."""
    for line in lines:
        head = kinds.LABEL_HEAD.match(line.text) if len(line.text) > BROKEN else None
        if head:
            yield Line(line.start, line.start + len(head.group().rstrip()), head.group().rstrip())
            line = Line(line.start + head.end(), line.end, line.text[head.end() :])
        yield line


def sight(text: str, plain: str, line: Line) -> Sight:
    """Return what a line is by itself."""
    whole = text[text.rfind("\n", 0, line.start) + 1 : end_of_line(text, line.end)].strip()
    mark = mark_at(plain, line.start, line.end)
    if kinds.is_page(line.text, bool(mark)) or (len(line.text) <= STUMP and kinds.is_page(whole, bool(mark))):
        return Sight(line, "page")
    if mark:
        return Sight(line, "mark", mark.level, mark.number)
    kind = short_kind(line.text) if len(line.text) <= TITLE_LENGTH else "text"
    return Sight(line, kind, colon=line.text[-1] in ":：")


def end_of_line(text: str, place: int) -> int:
    """Return where the line ends that `place` is in."""
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def short_kind(text: str) -> str:
    """Return what a short line without an enumerator is."""
    tests = (("date", kinds.is_date), ("salutation", kinds.is_salutation), ("title", kinds.is_title))
    for kind, test in (*tests, ("signature", kinds.is_signature)):
        if test(text):
            return kind
    return "text" if kinds.letters(text) else "noise"


def joined(sights: Sequence[Sight]) -> Iterator[Sight]:
    """Yield the lines, those that one sentence was broken into as one."""
    held: Sight | None = None
    for seen in sights:
        if (
            held
            and held.kind == seen.kind == "text"
            and len(held.line.text) >= BROKEN
            and held.line.text[-1] not in ENDS
        ):
            line = Line(held.line.start, seen.line.end, held.line.text + seen.line.text)
            held = Sight(line, "text", colon=seen.colon)
            continue
        if held:
            yield held
        held = seen
    if held:
        yield held


def mark_labels(sights: Sequence[Sight]) -> None:
    """Set the kind of the lines that number the documents of the text: a rising row of one shape."""
    rows: dict[str, list[tuple[Sight, kinds.Label]]] = {}
    for seen in sights:
        if seen.kind != "page" and len(seen.line.text) <= 80 and (label := kinds.label_of(seen.line.text)):
            rows.setdefault(label.shape, []).append((seen, label))
    for row in rows.values():
        count = in_order(row)
        if len(count) > 1 or (count and count[0][1].sure):
            for seen, _ in count:
                seen.kind = "label"


def in_order(row: Sequence[tuple[Sight, kinds.Label]]) -> list[tuple[Sight, kinds.Label]]:
    """Return the labels that count from one (again), each one or two more than the last."""
    kept: list[tuple[Sight, kinds.Label]] = []
    last = 0
    for seen, label in row:
        if label.number == 1 or last < label.number <= last + 2:
            kept.append((seen, label))
            last = label.number
    return kept


def mark_lists(sights: Sequence[Sight]) -> None:
    """Set the kind of the lines of a list of other pages: short ones after a line such as 相关文章."""
    inside = False
    for place, seen in enumerate(sights):
        following = sights[place + 1] if place + 1 < len(sights) else None
        if seen.kind == "page":
            inside = len(seen.line.text) <= TITLE_LENGTH and kinds.LISTS.search(seen.line.text) is not None
        elif inside and seen.kind != "label":
            text = seen.line.text
            begins = following is not None and is_body(following)
            inside = kinds.LIST_ITEM.match(text) is not None and not (seen.kind == "title" and begins)
            inside = inside or kinds.ONLY_SIGNS.fullmatch(text) is not None
            seen.kind = "page" if inside else seen.kind


def mark_repeated(sights: Sequence[Sight]) -> None:
    """Note the titles that stood in the text before: the page's own, when no document begins there."""
    known: set[str] = set()
    for seen in sights:
        if seen.kind == "title":
            bare = seen.line.text.strip(kinds.FRAME)
            seen.again = bare in known
            known.add(bare)


def is_body(seen: Sight) -> bool:
    """Whether a line is the beginning of what a document says, not another title."""
    return seen.kind in ("salutation", "mark") or (seen.kind == "text" and len(seen.line.text) >= 25)


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
    return sum(len(s.line.text) for s in own) < PREFACE or sum(s.kind == "mark" for s in own) < 2


def boundaries(stretch: Sequence[Sight], sure: int) -> list[list[Sight]]:
    """Return the lines of each document in a stretch that has no labels; from `sure` on a line begins one."""
    groups: list[list[Sight]] = [[]]
    state = State()
    pages = 0
    for place, seen in enumerate(stretch):
        if seen.kind in ("page", "noise"):
            groups[-1].append(seen)
            pages += seen.kind == "page"
            continue
        if state.size >= SHORTEST and chance(stretch, place, state, pages > 0) >= sure:
            groups.append([])
            state = State()
        elif seen.again and not state.marks and not seen.colon and 0 < state.size < PREFACE:
            seen.kind = "page"
        groups[-1].append(seen)
        if seen.kind != "page":
            note(state, seen)
            pages = 0
    return groups


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


def as_part(group: Sequence[Sight], text: str, plain: str) -> Part | None:
    """Return a document without the page before and after it; None when too little is left."""
    first = after_page(group)
    last = len(group)
    while last > first and group[last - 1].kind in ("page", "noise"):
        last -= 1
    inside = group[first:last]
    if sum(len(s.line.text) for s in inside if s.kind != "page") < SHORTEST:
        return None
    page = tuple((s.line.start, s.line.end) for s in inside if s.kind == "page")
    # Junk at either end of a line belongs to the document whose line it is.
    start = text.rfind("\n", 0, inside[0].line.start) + 1
    start = inside[0].line.start if plain[start : inside[0].line.start].strip() else start
    whole = lines_of(text, start, end_of_line(text, inside[-1].line.end))
    return Part(whole[0].start, whole[-1].end, title_of(inside), page)


def after_page(group: Sequence[Sight]) -> int:
    """Return which line of a group is the document's first: after the page's, but for a line or two about its title."""
    first = between = 0
    titled = False
    for place, seen in enumerate(group[:HEAD]):
        if seen.kind == "page":
            between = between + len(seen.line.text) if titled else 0
            titled = titled and between <= ABOUT
            first = first if titled else place + 1
        elif seen.kind in ("mark", "salutation") or (seen.kind == "text" and len(seen.line.text) > TITLE_LENGTH + 10):
            break
        elif seen.kind == "title":
            first = place if between else first
            titled, between = kinds.COLLECTION.search(seen.line.text) is None, 0
    return first


def title_of(inside: Sequence[Sight]) -> tuple[int, int]:
    """Return the place of a document's title: its first lines before anything is said."""
    start = inside[0].line.start
    end = 0
    for seen in inside[:4]:
        if seen.kind == "title":
            end = seen.line.end
        elif seen.kind not in ("date", "signature", "page"):
            break
    return (start, end) if end else (0, 0)
