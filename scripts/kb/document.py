"""A sample as a document: the values of its blanks, its sections with anchors and numbers, its printed text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from itertools import chain
from typing import TypeVar
from weakref import WeakKeyDictionary

from kb import slots
from kb.markdown_text import MARK, cells, plain
from kb.model import Block, Sample, Section
from kb.numbering import count, enumerator
from kb.spec import Spec

Made = TypeVar("Made")


def once(make: Callable[[Sample, Spec], Made]) -> Callable[[Sample, Spec], Made]:
    """Keep what a function makes of a sample as long as the sample lives: rules, pages and files all ask for it.

    The caller shares it with everybody and must not change it.
    """
    made: WeakKeyDictionary[Sample, tuple[Spec, Made]] = WeakKeyDictionary()

    @wraps(make)
    def kept(sample: Sample, spec: Spec) -> Made:
        found = made.get(sample)
        if found is None or found[0] is not spec:
            found = made[sample] = (spec, make(sample, spec))
        return found[1]

    return kept


@once
def examples(sample: Sample, spec: Spec) -> dict[str, str]:
    """Return the example value of every slot id in 范文: typed ones, the identity items' own, and derived ones."""
    unit = sample.get("unit")
    values = {k: i.examples[unit] for k, i in spec.items.items() if unit in i.examples and not i.formula}
    if dated := spec.sign_dates.get(sample.get("span")):
        values["sign_date"] = dated
    values |= sample.examples
    return values | derived(values, spec)


def derived(values: Mapping[str, str], spec: Spec) -> dict[str, str]:
    """Return what follows from `values` by the identity items' formulas (next_year from year); no base, no value."""
    found = {}
    for item in spec.items.values():
        if item.formula and (base := values.get(item.formula[0], "")).isdecimal():
            found[item.key] = str(int(base) + item.formula[1])
    return found


def has_signature(sample: Sample) -> bool:
    """Whether unit and date are printed under the text."""
    return not sample.is_snippet and sample.get("sign") != "none"


@once
def slot_ids(sample: Sample, spec: Spec) -> list[str]:
    """Return the ids of all blanks in the order they are printed: title, body, signature."""
    signature = spec.signature if has_signature(sample) else []
    return list(dict.fromkeys([*(s.id for s in sample.heading_slots), *(s.id for s in sample.slots), *signature]))


@once
def to_fill(sample: Sample, spec: Spec) -> list[str]:
    """Return the ids of the blanks that a person fills: all but the derived ones."""
    derived_keys = {item.key for item in spec.items.values() if item.formula}
    return [i for i in slot_ids(sample, spec) if i not in derived_keys]


def ids_in(blocks: Sequence[Block]) -> list[str]:
    """Return the ids of the blanks in some blocks, in order."""
    return list(dict.fromkeys(s.id for b in blocks if b.kind != "code" for s in slots.scan(b.text)[0]))


def opening(sample: Sample) -> list[Block]:
    """Return the blocks before the first heading."""
    first = next((i for i, b in enumerate(sample.blocks) if b.kind == "heading"), len(sample.blocks))
    return sample.blocks[:first]


@once
def sections(sample: Sample, spec: Spec) -> list[Section]:
    """Return every heading with what is under it, in order.

    A level-1 anchor is the theme (`organization`, then `organization-2`), a deeper one its parent's and a number,
    joined by a dot where a hyphen would give the anchor of a level-1 heading; an explicit #id wins.
    """
    places = [i for i, b in enumerate(sample.blocks) if b.kind == "heading"]
    found = [sample.blocks[i] for i in places]
    numbers = list(count(b.level for b in found))
    anchors = anchors_of(found, numbers)
    result = []
    theme = ""
    for index, (place, block) in enumerate(zip(places, found, strict=True)):
        theme = block.attributes.get("theme", "") if block.level == 1 else theme
        end = next(
            (p for p, b in zip(places[index + 1 :], found[index + 1 :], strict=True) if b.level <= block.level), None
        )
        mark = "" if sample.is_snippet else number_mark(block.level, numbers[index], spec)
        result.append(Section(block, anchors[index], theme, mark, tuple(sample.blocks[place:end])))
    return result


def anchors_of(found: Sequence[Block], numbers: Sequence[int]) -> list[str]:
    """Return the anchor of each heading."""
    seen: dict[str, int] = {}
    top: list[str] = []
    for block in (b for b in found if b.level == 1):
        theme = block.attributes.get("theme", "section")
        seen[theme] = seen.get(theme, 0) + 1
        top.append(block.attributes.get("id") or (theme if seen[theme] == 1 else f"{theme}-{seen[theme]}"))
    anchors: list[str] = []
    above: dict[int, str] = {}
    next_top, taken = iter(top), frozenset(top)
    for block, number in zip(found, numbers, strict=True):
        parent = next((above[k] for k in sorted(above, reverse=True) if k < block.level), "section")
        joint = "-" if f"{parent}-{number}" not in taken else "."
        anchor = next(next_top) if block.level == 1 else block.attributes.get("id") or f"{parent}{joint}{number}"
        above = {k: v for k, v in above.items() if k < block.level} | {block.level: anchor}
        anchors.append(anchor)
    return anchors


def number_mark(level: int, number: int, spec: Spec) -> str:
    """Return a heading's enumerator, empty on levels that spec/layout.yml gives none."""
    known = any(style["level"] == level for style in spec.numbering)
    return enumerator(level, number, spec.numbering) if known else ""


def render(markdown: str, value: Callable[[str], str]) -> str:
    """Return Markdown with every slot replaced by `value(slot id)`; code is left as it is."""
    return slots.replace(markdown, slots.scan(markdown)[0], lambda slot: value(slot.id))


def printed(markdown: str, value: Callable[[str], str]) -> str:
    """Return a piece of Markdown as plain text with its slots replaced; marks in a value are text."""
    if not MARK.search(render(markdown, lambda _: "")):
        return render(markdown, value)
    values: list[str] = []

    def hide(slot_id: str) -> str:
        values.append(value(slot_id))
        return f"\ue002{len(values) - 1}\ue003"

    text = plain(render(markdown, hide))
    for number, found in enumerate(values):
        text = text.replace(f"\ue002{number}\ue003", found)
    return text


def texts(blocks: Sequence[Block], value: Callable[[str], str]) -> Iterator[str]:
    """Yield the plain text of each block: headings without their numbers, one text for each table cell."""
    for block in blocks:
        if block.kind == "code":
            yield block.text
        elif block.kind == "row":
            yield from (printed(cell, value) for cell in cells(block.text))
        else:
            yield printed(block.text, value)


@once
def texts_by_line(sample: Sample, spec: Spec) -> dict[int, tuple[str, ...]]:
    """Return the plain texts of each block, with the example values, by the line of the block."""
    values = examples(sample, spec)
    return {block.line: tuple(texts([block], lambda i: values.get(i, ""))) for block in sample.blocks}


def example_texts(sample: Sample, spec: Spec, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the plain text of each of some blocks of a sample, with the example values (see `texts`)."""
    known = texts_by_line(sample, spec)
    return chain.from_iterable(known[block.line] for block in blocks)


def characters(pieces: Iterable[str]) -> int:
    """Return how many characters that are not blank some texts have."""
    return sum(len("".join(piece.split())) for piece in pieces)


def join_runs(blocks: Sequence[Block], write: Callable[[Block], str]) -> Iterator[str]:
    """Yield `write(block)` of each block; list items, table rows and code lines of one run come as one text."""
    run: list[str] = []
    kind = ""
    for block in blocks:
        if run and (block.kind != kind or block.kind in ("heading", "paragraph")):
            yield "\n".join(run)
            run = []
        kind = block.kind
        run.append(write(block))
    if run:
        yield "\n".join(run)
