"""KB6xx: words that should not be in a published sample - out of date, spun, of another kind of body, private."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kb.checkup import spun, stale, vocabulary
from kb.checkup.finding import Finding
from kb.document import examples, texts
from kb.model import Problem, Sample
from kb.spec import Spec

Finder = Callable[[str], Iterator[Finding]]


def check(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield what the check-up's finders object to in the text of 范文, block by block."""
    values = examples(sample, spec)
    for block in sample.blocks:
        for text in texts([block], lambda i: values.get(i, "")):
            for code, finding in findings(text, sample.get("unit"), values.get("year", ""), spec):
                around = text[max(0, finding.start - 6) : finding.end + 6]
                line = block.line + text.count("\n", 0, finding.start)
                yield Problem(shown, line, code, f"“…{around}…”：{finding.message}")


def findings(text: str, unit: str, year: str, spec: Spec) -> Iterator[tuple[str, Finding]]:
    """Yield (code, finding) of one text."""
    words = spec.wording
    if year.isdecimal():
        yield from (("KB601", f) for f in stale.find(text, words.phrases, words.context, int(year)))
    yield from (("KB602", f) for f in vocabulary.find(text, words.laws))
    for finding in spun.find(text, words.rewrites, words.protected, ("safe", "context")):
        yield "KB603" if finding.sure else "KB604", finding
    for finding in vocabulary.find(text, words.vocabulary, unit):
        yield "KB605" if finding.sure else "KB606", finding
    for finding in vocabulary.find(text, words.private):
        yield "KB607" if finding.sure else "KB608", finding
