"""The sections of one theme across unit types, each ready to copy, for the theme's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.document import examples, join_runs, sections, slot_ids
from kb.model import Sample, Section, Theme, Unit
from kb.site.finished import Hand, as_it_is
from kb.site.paging import LINKS, theme_name
from kb.site.sheet import markdown
from kb.site.slot_html import SlotWriter, literal
from kb.spec import Spec

MOST_OF_A_UNIT = 12  # so that the page does not grow with the library; the rest is listed on the unit type's page


def pieces(samples: Sequence[Sample], spec: Spec, page: str, hand: Hand = as_it_is) -> str:
    """Return the sections of the theme that the page is named after, unit type by unit type."""
    theme = spec.themes[page.rpartition("/")[2].removesuffix(".md")]
    blocks = [block for unit in spec.units.values() for block in of_unit(samples, unit, theme, spec, hand)]
    return "\n\n".join(blocks or ["还没有这个主题的段落。"])


def of_unit(samples: Sequence[Sample], unit: Unit, theme: Theme, spec: Spec, hand: Hand) -> Iterator[str]:
    """Yield a unit type's name and its sections of a theme, snippets first: they stand alone."""
    own = sorted((s for s in samples if s.get("unit") == unit.key), key=lambda s: not s.is_snippet)
    found = [(s, part) for s in own for part in sections(s, spec) if part.level == 1 and part.theme == theme.key]
    if not found:
        return
    yield f"{unit.name}\n{{: #{unit.key} .kb-piece-unit }}"
    yield from (piece(sample, section, spec, hand) for sample, section in found[:MOST_OF_A_UNIT])
    if len(found) > MOST_OF_A_UNIT:
        listed = sum(not sample.is_snippet for sample, _ in found)
        place = f"index.md#theme-{theme.key}" if listed <= LINKS else f"{theme_name(theme.key, 1)}.md"
        yield f"[{unit.name}另有{len(found) - MOST_OF_A_UNIT}段](../{unit.key}/{place})"


def piece(sample: Sample, section: Section, spec: Spec, hand: Hand) -> str:
    """Return one section on a sheet of its own, with where it is from and whom it is for."""
    name = sample.path.removesuffix(".md")
    values = examples(sample, spec)
    writer = SlotWriter(spec, sample.get("unit"), values, frozenset(slot_ids(sample, spec)), hand)
    found = {s.heading.line: placed(s, name) for s in sections(sample, spec)}
    body = join_runs(section.blocks, lambda block: markdown(block, found, writer))
    data = f"[data-sample='{name}' data-unit='{sample.get('unit')}' data-genre='{sample.get('genre')}']"
    return f"/// html | div.kb-piece.kb-sheet{data}\n{source(sample, section)}\n\n" + "\n\n".join(body) + "\n///"


def placed(section: Section, name: str) -> Section:
    """Return a section as it stands among others: an anchor of its own, no number on level 1."""
    anchor = f"{name.replace('/', '-')}-{section.anchor}"
    return replace(section, anchor=anchor, number="" if section.level == 1 else section.number)


def source(sample: Sample, section: Section) -> str:
    """Return the line that says whom a section is for and leads to its sample."""
    whom = section.heading.attributes.get("for") or sample.get("for")
    link = f"[{literal(sample.get('title'))}](../{sample.path}#{section.anchor})"
    return f"适合：{literal(whom)} · 出自 {link}\n{{: .kb-piece-from }}"
