"""KB801: samples that repeat each other, by shingles of five Chinese characters between blanks.

A shingle is kept as a number of 32 bits, and those of a sample with what was found in its file (kb.rules.kept): as
text, those of ten thousand samples would take two gigabytes.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise

from kb.markdown_text import plain
from kb.model import Problem, Sample
from kb.rules.files import prompts
from kb.slots import replace, scan

LIMIT = 0.15
SHINGLE = 5
RUN = re.compile(r"[\u4e00-\u9fff]+")
SAMPLED = 16  # one shingle in so many is compared first
SURELY = 4  # a pair whose sampled shingles make less than a quarter of the limit likely is far below it
MANY = 50  # of so many samples with a shingle each is held against the next one only

Shingles = Sequence[int]


def check(found: Mapping[str, Shingles]) -> Iterator[Problem]:
    """Yield each pair of samples that share more than the limit of the smaller one.

    `found` are their shingles by the file's name in messages. Formulas that more than a quarter of them use do not
    count.
    """
    documents = {name: own for name, own in found.items() if own}
    names, sets = list(documents), list(documents.values())
    formula = max(4, len(sets) / 4)
    near = sorted(candidates(sets, formula))
    whole = {number: set(sets[number]) for pair in near for number in pair}
    common = {s for s, times in counts(sets, set().union(*whole.values())).items() if times > formula}
    for a, b in near:
        own, other = whole[a] - common, whole[b] - common
        share = len(own & other) / max(1, min(len(own), len(other)))
        if share > LIMIT:
            yield Problem(names[b], 1, "KB801", f"与 {names[a]} 有{share:.0%}相同")


def shingles(sample: Sample | None) -> Shingles:
    """Return the five-character runs of a document's text, each once; a blank ends a run.

    Snippets have none: so short, they share little but formulas. Nor have files that still hold prompts of `kb new`.
    """
    if sample is None or sample.is_snippet or prompts(sample):
        return array("I")
    text = "\n".join(plain(replace(b.text, scan(b.text)[0], lambda _: "|")) for b in sample.blocks)
    found = {run[i : i + SHINGLE] for run in RUN.findall(text) for i in range(len(run) - SHINGLE + 1)}
    return array("I", sorted({zlib.crc32(s.encode()) for s in found}))


def candidates(sets: Sequence[Shingles], formula: float) -> list[tuple[int, int]]:
    """Return the pairs that share enough of the sampled shingles; comparing all pairs whole takes long."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(sets):
        for shingle in own:
            if shingle % SAMPLED == 0:
                holders[shingle].append(number)
    shared = Counter(chain.from_iterable(pairs(found) for found in holders.values() if len(found) <= formula))
    least = LIMIT / SAMPLED / SURELY
    return [(a, b) for (a, b), times in shared.items() if times >= least * min(len(sets[a]), len(sets[b]))]


def pairs(holders: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Return the pairs of samples that have a shingle; of very many each only with the next, or it would take hours."""
    return combinations(holders, 2) if len(holders) <= MANY else pairwise(holders)


def counts(sets: Sequence[Shingles], wanted: set[int]) -> Counter[int]:
    """Return how many of the sets have each of some shingles."""
    return Counter(chain.from_iterable(wanted.intersection(own) for own in sets)) if wanted else Counter()
