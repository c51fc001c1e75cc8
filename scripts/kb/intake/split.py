"""Several documents in one text: where each begins and ends, with labels between them and without any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.intake import kinds
from kb.intake.chance import SHORTEST, SURE, State, chance, note
from kb.intake.lines import lines_of
from kb.intake.sights import TITLE_LENGTH, Sight, end_of_line, sights_of

PREFACE = 400  # characters that a page's own words before the first label may have
HEAD = 14  # lines of a page before a document, at most
ABOUT = 60  # characters of a line about author and date under a title


@dataclass(frozen=True)
class Part:
    """A document within a text: `text[start:end]`, its title line when it has one, and what of it is page."""

    start: int
    end: int
    title: tuple[int, int] = (0, 0)
    page: tuple[tuple[int, int], ...] = ()


def split(text: str, plain: str) -> list[Part]:
    """Return the documents in `text` by place; `plain` is the text with its sure junk made blank."""
    sights = sights_of(text, plain)
    found: list[list[Sight]] = []
    labelled = sum(s.kind == "label" for s in sights) > 1  # one says nothing of the rest of the file
    for stretch in between_labels(sights):
        found += boundaries(stretch, SURE + 2 * labelled)
    parts = [part for group in found if (part := as_part(group, text, plain))]
    # Where a label has its document behind it, the line that one document ends in is the line another begins in.
    limits = [*(part.start for part in parts[1:]), len(text)]
    return [replace(part, end=min(part.end, limit)) for part, limit in zip(parts, limits, strict=False)]


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
        elif seen.again and not pages and not state.marks and not seen.colon and 0 < state.size < PREFACE:
            seen.kind = "page"
        groups[-1].append(seen)
        if seen.kind != "page":
            note(state, seen)
            pages = 0
    return groups


def as_part(group: Sequence[Sight], text: str, plain: str) -> Part | None:
    """Return a document without the page before and after it; None when too little is left."""
    first = after_page(group)
    last = len(group)
    while last > first and group[last - 1].kind in ("page", "noise"):
        last -= 1
    last = before_foot(group, first, last)
    inside = group[first:last]
    if sum(len(s.line.text) for s in inside if s.kind != "page") < SHORTEST:
        return None
    page = tuple((s.line.start, s.line.end) for s in inside if s.kind == "page")
    # Junk at either end of a line belongs to the document whose line it is.
    start = text.rfind("\n", 0, inside[0].line.start) + 1
    start = inside[0].line.start if plain[start : inside[0].line.start].strip() else start
    whole = lines_of(text, start, end_of_line(text, inside[-1].line.end))
    return Part(whole[0].start, whole[-1].end, title_of(inside), page)


def before_foot(group: Sequence[Sight], first: int, last: int) -> int:
    """Return where a document ends that has a page's list or its buttons under it, and then what others say."""
    size = 0
    for place in range(last - 1, first, -1):
        seen = group[place]
        if seen.kind == "page":
            if size > 0 and kinds.FOOT.search(seen.line.text):
                return before_foot(group, first, place)
            continue
        size += len(seen.line.text)
        if size > ABOUT or seen.kind in ("date", "signature", "mark") or "。" in seen.line.text:
            break
    while last > first and group[last - 1].kind in ("page", "noise"):
        last -= 1
    return last


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
