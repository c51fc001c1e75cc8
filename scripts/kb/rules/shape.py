"""KB7xx: the shape of a whole sample - blanks enough, a usual length, headings that match."""

from __future__ import annotations

from collections.abc import Iterator

from kb.document import characters, example_texts, examples, printed, to_fill
from kb.model import Block, Problem, Sample
from kb.spec import Spec

FEWEST_SLOTS = 12
HEADING_SPREAD = 10


def check(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield what a reader would miss in a finished sample; spec/example.md is short on purpose."""
    if sample.is_snippet or not shown.startswith("docs/"):
        return
    values = examples(sample, spec)
    number = len(to_fill(sample, spec))
    if number < FEWEST_SLOTS:
        yield Problem(shown, 1, "KB701", f"全篇只有{number}个空格")
    size = characters(example_texts(sample, spec, sample.blocks))
    low, high = spec.lengths.get((sample.get("unit"), sample.get("genre")), (0, 0))
    if high and not low <= size <= high:
        yield Problem(shown, 1, "KB702", f"正文{size}字，这类单位的这个文种常见{low}—{high}字")
    yield from uneven(sample, values, spec, shown)


def uneven(sample: Sample, values: dict[str, str], spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield level-1 headings much longer or shorter than the others; 存在问题 and the like may stay plain."""
    work = [b for b in sample.blocks if b.kind == "heading" and b.level == 1 and not is_structural(b, spec)]
    found = [(b, printed(b.text, lambda i: values.get(i, ""))) for b in work]
    lengths = sorted(len(text) for _, text in found)
    middle = lengths[len(lengths) // 2] if lengths else 0
    for block, text in found:
        if abs(len(text) - middle) > HEADING_SPREAD:
            yield Problem(shown, block.line, "KB703", f"标题“{text[:20]}”有{len(text)}字，其他标题多是{middle}字")


def is_structural(heading: Block, spec: Spec) -> bool:
    """Whether a heading stands over a part such as 存在问题, not over a field of work."""
    theme = spec.themes.get(heading.attributes.get("theme", ""))
    return theme is not None and theme.structural
