"""What each line of a text is by itself and beside its neighbours, before documents are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.intake import kinds, labels
from kb.intake.lines import Line, lines_of
from kb.intake.marks import mark_at

TITLE_LENGTH = 60
EVERY = ""  # the row of the labels of all shapes
STUMP = 40  # of a line that was mostly junk
OPENS = 6  # of a line that surely opens a document: the one before it was cut off
BROKEN = 30  # of a line that ends within a sentence
ITEM = re.compile(r"([0-9]{1,2})[、.．)）]")
ENDS = "。！？；：…”）!?;:)"


@dataclass
class Sight:
    """What is known of a line: `kind` is label, page, title, mark, date, signature, salutation or text."""

    line: Line
    kind: str
    level: int = 0
    number: int = 0
    colon: bool = False
    again: bool = False  # a title that stood in the text before


def sights_of(text: str, plain: str) -> list[Sight]:
    """Return the lines of a text; `plain` is the text with its sure junk made blank."""
    found = list(joined([sight(text, plain, line) for line in behind_labels(lines_of(plain))]))
    mark_labels(found)
    mark_lists(found)
    mark_repeated(found)
    return found


def behind_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, a label that has its document behind it as a line of its own."""
    for line in lines:
        head = labels.LABEL_HEAD.match(line.text) if len(line.text) > BROKEN else None
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
            and not labels.label_of(held.line.text)
            and kinds.opening(seen.line.text) < OPENS
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
    """Set the kind of the lines that number the documents of the text: a rising row, of one shape or of sure ones."""
    rows: dict[str, list[tuple[Sight, labels.Label]]] = {}
    for seen in sights:
        if seen.kind != "page" and len(seen.line.text) <= 80 and (label := labels.label_of(seen.line.text)):
            rows.setdefault(label.shape, []).append((seen, label))
            if label.sure:
                rows.setdefault(EVERY, []).append((seen, label))
    for row in rows.values():
        count = in_order(row)
        if len(count) > 1 or (count and count[0][1].sure):
            for seen, _ in count:
                seen.kind = "label"
    mark_counted(sights)
    for seen, label in rows.get(EVERY, ()):
        # A label with a document's title behind it needs no row: 范文三：某某总结.
        if label.sure and kinds.is_title(seen.line.text.partition("：")[2] or seen.line.text.partition(":")[2]):
            seen.kind = "label"


def mark_counted(sights: Sequence[Sight]) -> None:
    """Set the kind of titles that are counted as headings are, where they are more than a summary's and its plan's."""
    rows: dict[str, list[tuple[Sight, labels.Label]]] = {}
    for seen in sights:
        if seen.kind in ("mark", "title") and (label := labels.counted_title(seen.line.text)):
            rows.setdefault(label.shape, []).append((seen, label))
    for row in rows.values():
        count = in_order(row)
        if len(count) >= labels.MANY_COUNTED or (len(count) > 1 and all(label.sure for _, label in count)):
            for seen, _ in count:
                seen.kind = "label"


def in_order(row: Sequence[tuple[Sight, labels.Label]]) -> list[tuple[Sight, labels.Label]]:
    """Return the labels that count from one (again), or on from where the page begins, in steps of one or two."""
    kept: list[tuple[Sight, labels.Label]] = []
    last = 0
    for place, (seen, label) in enumerate(row):
        following = row[place + 1][1].number if place + 1 < len(row) else 0
        begins = not kept and following == label.number + 1
        if label.number == 1 or begins or last < label.number <= last + 2:
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
            begins = following is not None and is_body(following) and not is_counted(text, following.line.text)
            inside = kinds.LIST_ITEM.match(text) is not None and not (seen.kind == "title" and begins)
            inside = inside or kinds.ONLY_SIGNS.fullmatch(text) is not None
            seen.kind = "page" if inside else seen.kind


def is_counted(text: str, following: str) -> bool:
    """Whether two lines carry numbers one after the other: the second does not say what the first is about."""
    first, second = ITEM.match(text), ITEM.match(following)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


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
