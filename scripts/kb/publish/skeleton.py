"""Full-sentence skeletons in Markdown: the sample with its blanks open, numbered, ready to fill."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

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
        "slots": [],
    }
    if sample.relations:
        front["relations"] = sample.meta["relations"]
    slots = "".join(slot_line(*slot_facts(i, spec)) for i in slot_ids(sample, spec))
    listed = front_matter(front).replace("\nslots: []\n", f"\nslots:\n{slots}", 1) if slots else front_matter(front)
    return listed + "\n\n".join(body(sample, spec)) + "\n"


def front_matter(data: dict[str, object]) -> str:
    """Return the front matter of a skeleton, one blank a line."""
    return f"---\n{dump(data)}---\n\n"


def slot_facts(slot_id: str, spec: Spec) -> tuple[str, str, str, tuple[str, int] | None]:
    """Return what `kb fill` needs to know of a blank: key, label, unit, formula."""
    item = spec.items.get(slot_id.partition("@")[0])
    return slot_id, spec.label(slot_id), item.unit if item else "", item.formula if item else None


# The same few hundred blanks stand in every skeleton, and YAML takes its time.
@lru_cache(maxsize=20_000)
def slot_line(key: str, label: str, unit: str, formula: tuple[str, int] | None) -> str:
    """Return a blank's entry in the list of blanks."""
    entry: dict[str, object] = {"key": key, "label": label, "unit": unit}
    if formula:
        entry["formula"] = {"from": formula[0], "add": formula[1]}
    return dump([entry])


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
