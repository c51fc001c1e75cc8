"""KB6xx: what the check-up objects to in a published sample - words out of date, spun, of another body, private."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from kb.checkup import patterns
from kb.checkup.engine import in_order
from kb.checkup.finding import About, Finding
from kb.checkup.view import View
from kb.document import example_texts, examples
from kb.model import Problem, Sample
from kb.rules.files import PROMPT
from kb.spec import Spec

# A kind's code when it must be changed, and when a person has to look. Figures are the business of KB4xx.
CODES = {
    "stale_phrase": ("KB601", "KB609"),
    "wrong_law": ("KB602", "KB609"),
    "spun_word": ("KB603", "KB604"),
    "union_term": ("KB605", "KB606"),
    "leftover": ("KB605", "KB606"),
    "private": ("KB607", "KB608"),
    "numeral": ("KB610", "KB610"),
}


def check(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield what the check-up's pattern rules object to in the text of 范文."""
    values = examples(sample, spec)
    blocks = [(b, ("\t" if b.kind == "row" else "\n").join(example_texts(sample, spec, [b]))) for b in sample.blocks]
    starts = [0, *accumulate(len(text) + 1 for _, text in blocks)]
    # Prompts of `kb new` speak to the author; what they say is no text of the sample.
    whole = PROMPT.sub(lambda m: " " * len(m.group()), "\n".join(text for _, text in blocks))
    for code, finding in findings(whole, sample, values.get("year", ""), spec):
        place = bisect_right(starts, finding.start) - 1
        block, text = blocks[place]
        start, end = finding.start - starts[place], finding.end - starts[place]
        around = text[max(0, start - 6) : end + 6]
        yield Problem(shown, block.line + text.count("\n", 0, start), code, f"“…{around}…”：{finding.message}")


def findings(text: str, sample: Sample, year: str, spec: Spec) -> Iterator[tuple[str, Finding]]:
    """Yield (code, finding) of a text."""
    about = About(sample.get("unit"), sample.get("genre"), int(year) if year.isdecimal() else 0)
    view = View(text, spec.checkup, about)
    for finding in in_order([*patterns.find(view), *patterns.find(view, "samples")]):
        # What stands in 【】 is KB315's, and a mark of HTML is right in Markdown or KB504's.
        if finding.kind in CODES and not finding.text.startswith(("【", "&", "<")):
            yield CODES[finding.kind][finding.severity != "must"], finding
