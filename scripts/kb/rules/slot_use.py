"""KB3xx: blanks - what a slot's grammar can't tell alone (kb.slots reports that)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.document import examples
from kb.model import Problem, Sample, Slot
from kb.rules.figures import decimal
from kb.slots import is_ascii_key
from kb.spec import Spec
from kb.wording import nearest

BLANK_MARK = re.compile(r".{0,6}[【】].{0,6}")


def check(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield what is wrong with the slots of body and printed title, in the order of the file."""
    written = sorted([*sample.heading_slots, *sample.slots], key=lambda s: (s.line, s.start))
    for slot in written:
        yield from (Problem(shown, slot.line, code, text) for code, text in one(slot, sample, spec))
    yield from (Problem(shown, slot.line, "KB307", text) for slot, text in conflicts(written))
    yield from (Problem(shown, line, code, text) for line, code, text in without_example(written, sample, spec))
    for block in sample.blocks:
        for mark in BLANK_MARK.finditer(block.text) if block.kind != "code" else ():
            yield Problem(shown, block.line_at(mark.start()), "KB315", f"正文有“{mark.group()}”")


def without_example(written: list[Slot], sample: Sample, spec: Spec) -> Iterator[tuple[int, str, str]]:
    """Yield (line, code, what was found) of the first mention of each blank that has no example anywhere."""
    first = {slot.id: slot for slot in reversed(written)}
    values = examples(sample, spec)
    for slot in first.values():
        item = spec.items.get(slot.key)
        # Without a unit type there are no usual examples to fall back on; that is reported as such.
        known = slot.id in values or (item and item.examples and (slot.period or sample.get("unit") not in spec.units))
        if not known and (item or not is_ascii_key(slot.key)):
            base = f"，它由 {item.formula[0]} 算出，那里写的不是数字" if item and item.formula else ""
            yield slot.line, "KB310", f"“{{{{{slot.id}}}}}”全篇没有示例值{base}"


def one(slot: Slot, sample: Sample, spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield (code, what was found) for a slot by itself."""
    item = spec.items.get(slot.key)
    if item is None:
        if is_ascii_key(slot.key):
            yield "KB306", f"没有数据项“{slot.key}”{nearest(slot.key, spec.items)}"
        elif same := spec.by_label.get(slot.key):
            yield "KB312", f"“{slot.key}”是数据项 {same.key} 的名称"
        return
    if item.formula and slot.example is not None:
        yield "KB311", f"“{slot.key}”由 {item.formula[0]} 算出，这里写了“{slot.example}”"
    if slot.period and not item.is_number:
        yield "KB314", f"“{slot.key}”是身份项，写了 @{slot.period}"
    if item.is_number and slot.example is not None and decimal(slot.example) is None:
        yield "KB313", f"“{item.label}”的示例值是“{slot.example}”"


def conflicts(written: list[Slot]) -> Iterator[tuple[Slot, str]]:
    """Yield slots whose example differs from the first one of the same key and period."""
    first: dict[str, Slot] = {}
    for slot in written:
        if slot.example is None:
            continue
        known = first.setdefault(slot.id, slot)
        if known.example != slot.example:
            yield slot, f"“{slot.id}”这里是“{slot.example}”，第{known.line}行是“{known.example}”"
