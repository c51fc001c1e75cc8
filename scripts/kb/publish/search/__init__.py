"""The search index of the site: plain scripts that a page loads on demand, so that http and file:// share one path.

A section (a level-1 section with all under it; the opening of a page is one too) is filed under each of its characters
and character pairs, so a run of characters that is on the site can't be missed. Which sections contain a longer run is
verified in the browser against their texts (scripts/web/search). DESIGN §6 says what a section's text is. Samples come
first, so their part is made while the generator still builds the guide pages.

    samples, guide pages ──entries, guide──▶ Entry ──order──▶ Ordered ──postings──▶ p*.js
                                                                      ──texts──▶ t*.js ──manifest──▶ index.js
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from kb.model import Sample
from kb.publish.search import entries, guide, manifest, order, postings, texts
from kb.publish.search.entries import Entry
from kb.publish.search.fold import folding
from kb.publish.search.kept import Files, digest, fingerprint, is_likely, kept, written
from kb.spec import Spec

FOLDER = "assets/search"
KEPT = "search"  # in .cache/
Begun = tuple[order.Ordered, postings.Filed, set[str]]


def prepared(samples: Sequence[Sample], spec: Spec, cache: Path | None = None) -> Callable[[Mapping[str, str]], Files]:
    """Do what can be done while no page is built yet; return what gives (path in the site, content) of every file.

    It is given the HTML of hand-written pages by their path in the site: they are found too, as genre "guide". The
    index is taken from the folder `cache` when nothing has changed.
    """
    own = [e for s in samples for e in entries.of_sample(s, spec)]
    begin = functools.cache(lambda: begun(own, spec))
    name = fingerprint(own, spec)
    if cache is None or not is_likely(cache / KEPT, name):
        begin()

    def rest(built: Mapping[str, str]) -> Files:
        guides = [e for path, html in sorted(built.items()) for e in guide.of_page(path, html)]
        if cache is None:
            return list(made(begin(), guides, spec))
        whole = f"{name}-{digest(map(written, guides))}"
        return kept(cache / KEPT, whole, lambda: list(made(begin(), guides, spec)))

    return rest


def begun(own: Sequence[Entry], spec: Spec) -> Begun:
    """Order and file the entries of samples; returns their characters, too."""
    ordered = order.ordered(own, spec)
    return ordered, postings.filed(ordered), order.characters(ordered)


def made(first: Begun, guides: Sequence[Entry], spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield the files of the index of samples and guide pages."""
    own, filed, used = first
    then = order.ordered(guides, spec)
    ordered = order.followed(own, then)
    shards = postings.shards(postings.followed(filed, len(own.entries), then))
    bundles = texts.bundles(ordered)
    folder = manifest.version(shards, bundles)
    fold = folding(used | order.characters(then))
    yield script("index", manifest.build(folder, ordered, shards, bundles, fold, spec))
    yield from (script(f"{folder}/p{n}", body) for n, body in enumerate(shards.bodies))
    yield from (script(f"{folder}/t{n}", body) for n, body in enumerate(bundles.bodies))


def script(name: str, body: str) -> tuple[str, str]:
    """Return path and content of a file that hands one piece of data over to the page's script."""
    return f"{FOLDER}/{name}.js", f'kb.put("search/{name}",{body})\n'
