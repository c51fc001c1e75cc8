"""The grammar of blanks: `{{key=example}}`, `{{key@plan=example}}`, `{{key}}`. Text in, slots and faults out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from kb.model import Slot

PERIODS = ("last", "plan")
MAX_VALUE = 60
MAX_LABEL = 30
OPEN_OR_CLOSE = re.compile(r"\{\{|\}\}")
ASCII_KEY = re.compile(r"[a-z][a-z0-9_]*")
# A label is printed between 【 and 】 and is a file's column heading: nothing that would end or split it there.
LABEL = re.compile(r"[^\s{}=@【】\[\]`<>\"#,;|*]+")
CODE = re.compile(
    # a fenced block, which may never be closed
    r"^[ \t]*+(?P<fence>`{3,}+(?![^\n]*`)|~{3,}+)(?:[^\n]*+\n(?:.*?\n)??[ \t]*+(?P=fence)[^\n]*+$|.*+)"
    # a span
    r"|(?<![\\`])(?P<ticks>`++)(?:[^`\n]++|\n(?![ \t]*\n)|(?!(?P=ticks)(?!`))`++)*+(?P=ticks)(?!`)",
    re.M | re.S,
)
LINK = re.compile(r"!?\[(?P<label>[^\[\]\n]*)\]\((?P<target>[^()\n]*)\)|<[a-z]+:[^<>\n]*>")


@dataclass(frozen=True)
class SlotFault:
    """A place that looks like a slot and is none: code of the rule, line, what was found."""

    code: str
    line: int
    found: str


def is_ascii_key(key: str) -> bool:
    """Whether `key` has the form of a key of spec/data_items.yml (a free-text label has not)."""
    return ASCII_KEY.fullmatch(key) is not None


def is_label(key: str) -> bool:
    """Whether `key` can be the label of a free-text slot: not pure ASCII, short, without marks of the format."""
    return not key.isascii() and len(key) <= MAX_LABEL and LABEL.fullmatch(key) is not None


def valid_value(value: str) -> bool:
    """Whether `value` can stand in a slot: 1-60 characters of plain text in one line, without { } =."""
    return 0 < len(value) <= MAX_VALUE and not re.search(r"[{}=\n\r]", value)


def code_ranges(text: str) -> list[tuple[int, int]]:
    """Return where code stands in a Markdown text: what is inside is printed as it is."""
    return [m.span() for m in CODE.finditer(text)]


def within(ranges: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether `place` lies in one of some ranges, which are in order and apart."""
    before = bisect_right(ranges, place, key=itemgetter(0))
    return before > 0 and place < ranges[before - 1][1]


# Every rule and every output looks at the same few thousand blocks.
@lru_cache(maxsize=20_000)
def scan(text: str, line: int = 1) -> tuple[Sequence[Slot], Sequence[SlotFault]]:
    """Return the slots of `text`, whose first line has number `line`, and what is wrong with the rest.

    Never raises; a faulty slot is left out of the slots.
    """
    if "{{" not in text and "}}" not in text:
        return (), ()
    code = code_ranges(text)
    breaks = [m.start() for m in re.finditer("\n", text)]
    slots: list[Slot] = []
    faults: list[SlotFault] = []
    for begin, end, closed in marked(text):
        at = line + bisect_right(breaks, begin)
        found = read(text, begin, end, at) if closed else unpaired(text, begin, at)
        if within(code, begin):
            faults += [SlotFault("KB308", at, f"代码里有“{text[begin:end][:40]}”")] if closed else []
        elif isinstance(found, Slot):
            slots.append(found)
        else:
            faults.append(found)
    return tuple(slots), (*faults, *in_links(text, slots))


def marked(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, closed) of every `{{…}}` in one line, and of every mark that has no partner."""
    opened: int | None = None
    for mark in OPEN_OR_CLOSE.finditer(text):
        closes = mark.group() == "}}"
        joined = closes and opened is not None and "\n" not in text[opened : mark.start()]
        if opened is not None and not joined:
            yield opened, opened + 2, False
        if joined:
            yield opened or 0, mark.end(), True
        elif closes:
            yield mark.start(), mark.end(), False
        opened = None if closes else mark.start()
    if opened is not None:
        yield opened, opened + 2, False


def unpaired(text: str, begin: int, line: int) -> SlotFault:
    """Return the fault of a `{{` or `}}` without its partner."""
    if text.startswith("{{", begin):
        written = text[begin : begin + 20].partition("\n")[0]
        return SlotFault("KB301", line, f"“{written}”只有 {{{{，本行里没有配对的 }}}}")
    return SlotFault("KB302", line, "多出一个 }}，前面没有配对的 {{")


def read(text: str, begin: int, end: int, line: int) -> Slot | SlotFault:
    """Return the slot between `begin` and `end`, or what is wrong with it."""
    written = text[begin:end]
    name, equals, value = written[2:-2].partition("=")
    key, at, period = name.strip().partition("@")
    value = value.strip()
    if not (is_ascii_key(key) or is_label(key)):
        return SlotFault("KB303", line, f"“{written[:40]}”的名称“{key[:40]}”不合写法")
    if at and period not in PERIODS:
        return SlotFault("KB304", line, f"“{written[:40]}”里 @ 后面是“{period}”")
    if equals and not valid_value(value):
        return SlotFault("KB305", line, f"“{written[:80]}”的示例值{what_is_wrong(value)}")
    return Slot(key, period, value if equals else None, begin, end, line)


def what_is_wrong(value: str) -> str:
    """Say why `value` cannot stand in a slot."""
    if not value:
        return "是空的"
    return f"有{len(value)}个字" if len(value) > MAX_VALUE else "里有 { } 或 ="


def in_links(text: str, slots: Iterable[Slot]) -> list[SlotFault]:
    """Return a fault for every slot inside a link, an image or an address."""
    links = [m.span() for m in LINK.finditer(text)]
    inside = [s for s in slots if within(links, s.start)]
    return [SlotFault("KB309", s.line, f"链接里有空格“{text[s.start : s.end]}”") for s in inside]


def replace(text: str, slots: Iterable[Slot], value: Callable[[Slot], str]) -> str:
    """Return `text`, in which `slots` were found, with each of them replaced by `value(slot)`."""
    parts: list[str] = []
    last = 0
    for slot in slots:
        parts += [text[last : slot.start], value(slot)]
        last = slot.end
    return "".join([*parts, text[last:]])
