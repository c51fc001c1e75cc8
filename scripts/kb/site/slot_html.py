"""A blank as HTML inside Markdown: what the page's script needs to know of it, and its example as text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kb.site.finished import Hand, as_it_is
from kb.spec import Spec

MARKUP = re.compile(r"[&<>\"'\\`*_\[\]{}|~^#!()+-]")


def literal(text: str) -> str:
    """Return text that neither Markdown nor HTML takes for marks, in an attribute or between tags."""
    return MARKUP.sub(lambda m: f"&#{ord(m.group())};", text)


@dataclass(frozen=True)
class SlotWriter:
    """Writes the blanks of one sample: its unit type's ranges, its values, the ids that its text has.

    `hand` takes what needs no Markdown any more and returns what to write in its place.
    """

    spec: Spec
    unit: str
    values: dict[str, str]
    ids: frozenset[str]
    hand: Hand = as_it_is

    def paragraph(self, inside: str, of_class: str = "") -> str:
        """Return a finished paragraph; `inside` is HTML."""
        return self.hand(f'<p class="{of_class}">{inside}</p>' if of_class else f"<p>{inside}</p>")

    def html(self, slot_id: str) -> str:
        """Return the blank as a span; its text is the example."""
        if slot_id not in self.written:
            self.written[slot_id] = self.span(slot_id)
        return self.written[slot_id]

    @cached_property
    def written(self) -> dict[str, str]:
        """The spans that were made so far: most blanks stand in a text several times."""
        return {}

    def span(self, slot_id: str) -> str:
        """Make a blank's span."""
        found = {name: value for name, value in self.attributes(slot_id) if value is not None}
        written = "".join(f' data-{name}="{literal(value)}"' for name, value in found.items())
        return f'<span class="kb-slot"{written}>{literal(self.values.get(slot_id, ""))}</span>'

    def attributes(self, slot_id: str) -> list[tuple[str, str | None]]:
        """Return the data attributes of a blank; None where one does not apply."""
        key, _, period = slot_id.partition("@")
        item = self.spec.items.get(key)
        low, high = (f"{v:g}" for v in item.ranges[self.unit]) if item and self.unit in item.ranges else (None, None)
        source, add = item.formula if item and item.formula else (None, None)
        return [
            ("key", key),
            ("period", period or None),
            ("label", self.spec.label(slot_id)),
            ("kind", item.kind if item else "text"),
            ("unit", (item.unit or None) if item else None),
            ("low", low),
            ("high", high),
            ("free", None if item else ""),
            ("from", source),
            ("add", None if add is None else str(add)),
            *self.ratio(slot_id),
        ]

    def ratio(self, slot_id: str) -> list[tuple[str, str | None]]:
        """Return the parts of a rate that stand in the same text, so that the page can offer the quotient."""
        key, _, period = slot_id.partition("@")
        item = self.spec.items.get(key)
        for relation in item.relations if item else ():
            parts = [f"{of}@{period}" if period else of for of in relation.of]
            if relation.kind == "ratio" and self.ids.issuperset(parts):
                return [("ratio", "/".join(parts)), ("percent", "" if relation.percent else None)]
        return []
