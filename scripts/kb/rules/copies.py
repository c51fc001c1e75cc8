"""KB801: samples that repeat each other, by shingles of five Chinese characters between blanks."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from kb.markdown_text import plain
from kb.model import Problem, Sample
from kb.rules.files import prompts
from kb.slots import replace, scan

LIMIT = 0.15
SHINGLE = 5
RUN = re.compile(r"[\u4e00-\u9fff]+")
SAMPLED = 16  # one shingle in so many is compared first
SURELY = 4  # a pair whose sampled shingles make less than a quarter of the limit likely is far below it


def check(samples: Mapping[str, Sample]) -> Iterator[Problem]:
    """Yield each pair of samples (by the file's name in messages) that share more than the limit of the smaller one.

    Formulas that more than a quarter of them use do not count. Snippets are left out: so short, they share little but
    formulas. So are files that still hold prompts of `kb new`.
    """
    documents = {name: s for name, s in samples.items() if not s.is_snippet and not prompts(s)}
    names = list(documents)
    sets = [shingles(s) for s in documents.values()]
    counts = Counter(s for found in sets for s in found)
    common = {s for s, n in counts.items() if n > max(4, len(sets) / 4)}
    sets = [found - common for found in sets]
    for a, b in sorted(candidates(sets, counts)):
        share = len(sets[a] & sets[b]) / max(1, min(len(sets[a]), len(sets[b])))
        if share > LIMIT:
            yield Problem(names[b], 1, "KB801", f"与 {names[a]} 有{share:.0%}相同")


def shingles(sample: Sample) -> set[str]:
    """Return the five-character runs of a sample's text; a blank ends a run."""
    text = "\n".join(plain(replace(b.text, scan(b.text)[0], lambda _: "|")) for b in sample.blocks)
    return {run[i : i + SHINGLE] for run in RUN.findall(text) for i in range(len(run) - SHINGLE + 1)}


def candidates(sets: Sequence[set[str]], known: Iterable[str]) -> list[tuple[int, int]]:
    """Return the pairs that share enough of the sampled shingles; comparing all pairs whole takes long.

    `known` are all shingles of the sets, and maybe others.
    """
    sampled = {s for s in known if zlib.crc32(s.encode()) % SAMPLED == 0}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(sets):
        for shingle in found & sampled:
            holders[shingle].append(number)
    shared = Counter(chain.from_iterable(combinations(found, 2) for found in holders.values()))
    least = LIMIT / SAMPLED / SURELY
    return [(a, b) for (a, b), times in shared.items() if times >= least * min(len(sets[a]), len(sets[b]))]
