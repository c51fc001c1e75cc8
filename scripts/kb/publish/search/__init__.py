"""The search index of the site: plain scripts that a page loads on demand, so that http and file:// share one path.

A section (a level-1 section with all under it; the opening of a page is one too) is filed under each of its characters
and character pairs, so a run of characters that is on the site can't be missed. Which sections contain a longer run is
verified in the browser against their texts (scripts/web/search). DESIGN §6 says what a section's text is.

    samples, guide pages ──entries, guide──▶ Entry ──order──▶ Ordered ──postings──▶ p*.js
                                                                      ──texts──▶ t*.js ──manifest──▶ index.js
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kb.model import Sample
from kb.publish.search import entries, guide, manifest, order, postings, texts
from kb.publish.search.entries import Entry
from kb.publish.search.fold import folding
from kb.publish.search.kept import kept
from kb.spec import Spec

FOLDER = "assets/search"


def files(
    samples: Sequence[Sample], spec: Spec, built: Mapping[str, str] | None = None, cache: Path | None = None
) -> Iterable[tuple[str, str]]:
    """Return (path in the site, content) of every file of the index.

    `built` is the HTML of hand-written pages by their path in the site; they are found too, as genre "guide". The
    index is taken from the folder `cache` when nothing has changed.
    """
    found = [e for s in samples for e in entries.of_sample(s, spec)]
    found += [e for path, html in sorted((built or {}).items()) for e in guide.of_page(path, html)]
    if cache is None:
        return made(found, spec)
    return kept(cache / "search", found, spec, lambda: list(made(found, spec)))


def made(found: Sequence[Entry], spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield the files of the index of some entries."""
    fold = folding("\n".join(line.text for e in found for line in e.lines))
    ordered = order.ordered(found, spec, fold)
    shards, bundles = postings.shards(ordered, fold), texts.bundles(ordered)
    folder = manifest.version(shards, bundles)
    yield script("index", manifest.build(folder, ordered, shards, bundles, fold, spec))
    yield from (script(f"{folder}/p{n}", body) for n, body in enumerate(shards.bodies))
    yield from (script(f"{folder}/t{n}", body) for n, body in enumerate(bundles.bodies))


def script(name: str, body: str) -> tuple[str, str]:
    """Return path and content of a file that hands one piece of data over to the page's script."""
    return f"{FOLDER}/{name}.js", f'kb.put("search/{name}",{body})\n'
