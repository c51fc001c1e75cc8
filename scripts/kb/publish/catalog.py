"""catalog.json: what samples and sections there are, for programs (DESIGN, outputs of a build)."""

from __future__ import annotations

from collections.abc import Sequence

from kb.document import characters, example_texts, examples, ids_in, printed, sections, slot_ids
from kb.model import Sample, Section
from kb.spec import Spec

Entry = dict[str, object]


def build(samples: Sequence[Sample], spec: Spec) -> dict[str, list[Entry]]:
    """Return the catalog of samples and snippet files, in the order given."""
    return {"samples": [entry(sample, spec) for sample in samples]}


def page(sample: Sample) -> str:
    """Return the path of a sample's page in the site: township/x.md → township/x.html."""
    return sample.path.removesuffix(".md") + ".html"


def entry(sample: Sample, spec: Spec) -> Entry:
    """Return one sample's entry; `heading` and the sections' headings are with example values."""
    values = examples(sample, spec)
    plain = ("title", "unit", "genre", "span", "for", "source", "written")
    return {
        "path": page(sample),
        **{key: sample.get(key) for key in plain},
        "heading": printed(sample.get("heading"), lambda i: values.get(i, "")),
        "aliases": sample.words("aliases"),
        "characters": characters(example_texts(sample, spec, sample.blocks)),
        "slots": slot_ids(sample, spec),
        "sections": [section_entry(s, sample, spec) for s in sections(sample, spec)],
    }


def section_entry(section: Section, sample: Sample, spec: Spec) -> Entry:
    """Return one section's entry; characters and slots include what is under deeper headings."""
    (heading,) = example_texts(sample, spec, [section.heading])
    return {
        "anchor": section.anchor,
        "heading": heading,
        "theme": section.theme,
        "level": section.level,
        "for": section.heading.attributes.get("for", ""),
        "characters": characters(example_texts(sample, spec, section.blocks)),
        "slots": ids_in(section.blocks),
    }
