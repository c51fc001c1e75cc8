"""Any number of samples in the content format, made of paragraphs of the real ones: real words, no real document.

They pass `kb check` without errors: blanks that could contradict each other are replaced by their examples, and each
opening ends in a prompt of `kb new`, because files with one are not looked through for copies (KB801).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb import slots
from kb.document import examples, opening, printed
from kb.model import Sample, Slot
from kb.slots import is_ascii_key
from kb.spec import Spec

SEED = 4
CHARACTERS = 1660
SECTIONS = (4, 6)
PROMPT = "（写：核对）"


@dataclass(frozen=True)
class Piece:
    """A paragraph as it was written, with the example values of its sample."""

    text: str
    values: dict[str, str]

    def write(self, kept: dict[str, str], keepable: frozenset[str]) -> str:
        """Return the paragraph; `kept` are the file's blanks so far, `keepable` the items that relate to no other."""

        def slot(found: Slot) -> str:
            value = self.values.get(found.id, "")
            if is_ascii_key(found.key) and found.key not in keepable:
                return value
            if kept.setdefault(found.id, value) != value or not value:
                return value
            return f"{{{{{found.id}={value}}}}}"

        return slots.replace(self.text, slots.scan(self.text)[0], slot)


@dataclass
class Stock:
    """What the samples of one unit type offer."""

    samples: list[Sample] = field(default_factory=list)
    openings: list[Piece] = field(default_factory=list)
    headings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    paragraphs: dict[str, list[Piece]] = field(default_factory=lambda: defaultdict(list))

    def add(self, sample: Sample, spec: Spec) -> None:
        """Take in what one sample offers."""
        values = examples(sample, spec)
        self.samples.append(sample)
        self.openings += [Piece(b.text, values) for b in opening(sample) if b.kind == "paragraph"]
        theme = ""
        for block in sample.blocks:
            if block.kind == "heading" and block.level == 1:
                theme = block.attributes.get("theme", "")
                self.headings[theme].append(printed(block.text, lambda i: values.get(i, "")))
            elif block.kind == "paragraph" and theme:
                self.paragraphs[theme].append(Piece(block.text, values))


def generate(number: int, samples: Sequence[Sample], spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield (path in docs/, text) of `number` files, the same ones for the same samples."""
    stocks = {unit: Stock() for unit in spec.units}
    for sample in samples:
        stocks[sample.get("unit")].add(sample, spec)
    units = [unit for unit, stock in stocks.items() if stock.openings]
    chance, keepable = random.Random(SEED), unrelated(spec)
    for count in range(1, number + 1):
        unit = units[count % len(units)]
        yield f"{unit}/generated-{count:05}.md", document(count, unit, stocks[unit], chance, keepable, spec)


def unrelated(spec: Spec) -> frozenset[str]:
    """Return the data items in no relation to others, and the identity items that have the same example everywhere."""
    related = {key for i in spec.items.values() for r in i.relations for key in (r.item, *r.of)}
    return frozenset(k for k, i in spec.items.items() if k not in related and not i.formula and i.is_number)


def document(count: int, unit: str, stock: Stock, chance: random.Random, keepable: frozenset[str], spec: Spec) -> str:
    """Return one file: front matter, an opening, four to six sections, in all about as long as real ones."""
    kept: dict[str, str] = {}
    model = chance.choice(stock.samples)
    title = f"{spec.units[unit].name}年度工作总结第{count}篇（{'，'.join(model.words('aliases')[:3])}）"
    first = chance.choice(stock.openings).write(kept, keepable)
    parts = [front(title, unit, model), first + PROMPT]
    themes = chance.sample(sorted(stock.paragraphs), chance.randint(*SECTIONS))
    share = (CHARACTERS - len(first)) / len(themes)
    for theme in themes:
        parts.append(f"## {chance.choice(stock.headings[theme])} {{: theme={theme} }}")
        size = 0.0
        for piece in chance.sample(stock.paragraphs[theme], len(stock.paragraphs[theme])):
            parts.append(piece.write(kept, keepable))
            size += len(parts[-1])
            if size >= share * 0.8:
                break
    return "\n\n".join(parts) + "\n"


def front(title: str, unit: str, model: Sample) -> str:
    """Return the front matter; `for` and `aliases` are those of a real sample."""
    aliases = ", ".join(f'"{word}"' for word in model.words("aliases"))
    lines = [
        f'title: "{title}"',
        'heading: "{{unit_name}}{{year}}年工作总结"',
        f"unit: {unit}",
        "genre: annual_summary",
        "span: year",
        f'for: "{model.get("for")}"',
        "source: original",
        "written: 2026-11-20",
        f"aliases: [{aliases}]",
    ]
    return "---\n" + "\n".join(lines) + "\n---"
