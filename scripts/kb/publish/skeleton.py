"""Full-sentence skeletons in Markdown: the sample with its blanks open, numbered, ready to fill."""

from __future__ import annotations

from collections.abc import Iterator

from kb.document import has_signature, join_runs, render, sections, slot_ids
from kb.model import Block, Sample
from kb.spec import Spec
from kb.yaml_file import dump


def path(sample: Sample) -> str:
    """Return where the skeleton is in the site."""
    return f"skeletons/{sample.path}"


def build(sample: Sample, spec: Spec) -> str:
    """Return the skeleton: front matter that lists the blanks, then title, text and signature."""
    front: dict[str, object] = {
        "title": sample.get("title"),
        "sample": sample.path.removesuffix(".md"),  # whose free-text blanks these are
        "unit": sample.get("unit"),
        "genre": sample.get("genre"),
        "slots": [slot_entry(i, spec) for i in slot_ids(sample, spec)],
    }
    if sample.relations:
        front["relations"] = sample.meta["relations"]
    return front_matter(front) + "\n\n".join(body(sample, spec)) + "\n"


def front_matter(data: dict[str, object]) -> str:
    """Return the front matter of a skeleton, one blank a line."""
    return f"---\n{dump(data)}---\n\n"


def slot_entry(slot_id: str, spec: Spec) -> dict[str, object]:
    """Return what `kb fill` needs to know of a blank."""
    item = spec.items.get(slot_id.partition("@")[0])
    entry: dict[str, object] = {"key": slot_id, "label": spec.label(slot_id), "unit": item.unit if item else ""}
    if item and item.formula:
        entry["formula"] = {"from": item.formula[0], "add": item.formula[1]}
    return entry


def body(sample: Sample, spec: Spec) -> Iterator[str]:
    """Yield the blocks of the document with open blanks."""
    yield "# " + render(sample.get("heading"), spec.print_blank)
    numbers = {s.heading.line: s.number for s in sections(sample, spec)}
    yield from join_runs(sample.blocks, lambda block: markdown_block(block, numbers, spec))
    if has_signature(sample):
        yield from (spec.print_blank(key) for key in spec.signature)


def markdown_block(block: Block, numbers: dict[int, str], spec: Spec) -> str:
    """Return one block as Markdown: headings numbered and without attributes."""
    if block.kind == "code":
        return block.text
    text = render(block.text, spec.print_blank)
    if block.kind == "heading":
        return f"{block.mark} {numbers.get(block.line, '')}{text}"
    return f"{block.mark} {text}" if block.kind == "item" else text
