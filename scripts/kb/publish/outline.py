"""Outlines in Markdown: the headings, what to write under each, which figures to report."""

from __future__ import annotations

from collections.abc import Iterator

from kb.document import has_signature, ids_in, opening, render, sections
from kb.model import Block, Sample, Section
from kb.publish.skeleton import path as skeleton_path
from kb.spec import Spec


def path(sample: Sample) -> str:
    """Return where the outline is in the site."""
    return skeleton_path(sample).removesuffix(".md") + ".outline.md"


def build(sample: Sample, spec: Spec) -> str:
    """Return the outline of a sample, ending in the signature's blanks."""
    return "\n\n".join(blocks(sample, spec)) + "\n"


def blocks(sample: Sample, spec: Spec) -> Iterator[str]:
    """Yield the outline's blocks."""
    yield "# " + render(sample.get("heading"), spec.print_blank)
    yield f"适合：{sample.get('for')}"
    yield "## 开头"
    yield what_to_write(part(spec, "导语"))
    yield from figures(ids_in(opening(sample)), spec)
    for section in sections(sample, spec):
        heading = render(section.heading.text, spec.print_blank)
        yield f"{section.heading.mark} {section.number}{heading}"
        yield from under(section, spec)
    if has_signature(sample):
        yield from (spec.print_blank(key) for key in spec.signature)


def part(spec: Spec, name: str) -> str:
    """Return what spec/writing.yml says of a part of a document."""
    return next((p["content"] for p in spec.parts if p.get("part") == name), "")


def what_to_write(text: str) -> str:
    """Return the line that says what belongs here."""
    return f"写什么：{text}"


def under(section: Section, spec: Spec) -> Iterator[str]:
    """Yield what to write (for level-1 headings) and the figures that stand before the next heading."""
    theme = spec.themes.get(section.theme)
    if section.level == 1 and theme:
        yield what_to_write(theme.description)
    yield from figures(ids_in(own_blocks(section)), spec)


def own_blocks(section: Section) -> list[Block]:
    """Return a section's blocks up to the first deeper heading."""
    deeper = next((i for i, b in enumerate(section.blocks) if i and b.kind == "heading"), len(section.blocks))
    return list(section.blocks[:deeper])


def figures(ids: list[str], spec: Spec) -> Iterator[str]:
    """Yield the list of blanks, each with its unit."""
    lines = []
    for slot_id in ids:
        item = spec.items.get(slot_id.partition("@")[0])
        unit = f"（{item.unit}）" if item and item.unit else ""
        lines.append(f"- {spec.label(slot_id)}{unit}：{spec.print_blank(slot_id)}")
    if lines:
        yield "要填的：\n\n" + "\n".join(lines)
