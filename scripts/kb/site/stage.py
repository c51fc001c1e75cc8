"""docs/ -> what a site generator is given: samples as sheets with their blanks, lists and tables put into the pages.

`pages` makes the texts; `write` makes of them a project that needs no hook, for a generator that has none.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from textwrap import indent

from kb.model import Sample
from kb.paths import Project
from kb.site import checkup_page, desk_page, further, listing, reference_items, reference_words, sheet
from kb.site.finished import Hand, as_it_is
from kb.site.pieces import pieces
from kb.spec import Spec

List = Callable[[Sequence[Sample], Spec, str], str]
CARDS = "<!-- kb:samples -->"
LISTS: dict[str, List] = {
    "<!-- kb:matrix -->": listing.matrix,
    "<!-- kb:chooser -->": listing.chooser,
    "<!-- kb:checkup -->": checkup_page.place,
    "<!-- kb:desk -->": desk_page.place,
    "<!-- kb:phrases -->": reference_words.phrases,
    "<!-- kb:laws -->": reference_words.laws,
    "<!-- kb:items -->": reference_items.items,
}
# These hand finished HTML over.
LONG_LISTS = {
    CARDS: listing.cards,
    "<!-- kb:sections -->": listing.by_theme,
    "<!-- kb:pieces -->": pieces,
}
CONFIG = "mkdocs.yml"
OURS = ("hooks", "watch")  # settings that only the hook has a use for
FILE = re.compile(r"<!-- kb:file (\S+) -->")


def pages(project: Project, samples: Sequence[Sample], spec: Spec, hand: Hand = as_it_is) -> dict[str, str]:
    """Return the text of every page that is not handed over as it is, by its path in docs/.

    `hand` takes finished HTML and returns what stands for it in the texts (kb.site.finished).
    """
    published = [s for s in samples if (project.docs / s.path).is_file()]
    made = {s.path: sheet.page(s, spec, hand) for s in published}
    written = {p.relative_to(project.docs).as_posix(): p for p in sorted(project.docs.rglob("*.md"))}
    asking = bare_theme_pages(spec) | {n: p.read_text(encoding="utf-8") for n, p in written.items() if n not in made}
    lists = LISTS | {mark: partial(make, hand=hand) for mark, make in LONG_LISTS.items()}
    asking = {n: with_files(t, (project.docs / n).parent) for n, t in asking.items() if "<!-- kb:" in t}
    made |= {n: with_lists(t, lists, n, published, spec) for n, t in asking.items()}
    listing_units = [u for u in spec.units.values() if CARDS in asking.get(f"{u.key}/index.md", "")]
    return made | {n: t for unit in listing_units for n, t in further.pages(published, unit, spec, hand)}


def bare_theme_pages(spec: Spec) -> dict[str, str]:
    """Return a page for every theme, for those that have no hand-written introduction yet."""
    text = "---\nhide: [navigation]\n---\n\n# {}\n\n{}。\n\n<!-- kb:pieces -->\n"
    return {f"themes/{t.key}.md": text.format(t.name, t.description) for t in spec.themes.values()}


def with_lists(text: str, lists: Mapping[str, List], name: str, samples: Sequence[Sample], spec: Spec) -> str:
    """Return a hand-written page with the lists put where its comments ask for them."""
    for mark, make in lists.items():
        if mark in text:
            text = text.replace(mark, make(samples, spec, name))
    return text


def with_files(text: str, folder: Path) -> str:
    """Return a hand-written page with the files of its folder that its comments ask for, as they are."""
    return FILE.sub(lambda m: indent((folder / m[1]).read_text(encoding="utf-8"), "    "), text)


def write(project: Project, folder: Path, made: Mapping[str, str], assets: Mapping[str, Path]) -> int:
    """Write a project for any generator: mkdocs.yml, and docs/ with the made pages and the bundled files in place.

    Returns the number of files.
    """
    docs = folder / "docs"
    shutil.copytree(project.docs, docs)
    for name, text in made.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8", newline="\n")
    for name, path in assets.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, docs / name)
    config = (project.root / CONFIG).read_text(encoding="utf-8")
    (folder / CONFIG).write_text(without(config, OURS), encoding="utf-8", newline="\n")
    return sum(1 for f in folder.rglob("*") if f.is_file())


def without(config: str, settings: Sequence[str]) -> str:
    """Return the text of mkdocs.yml without these settings, where it has them; all else stays as it is written."""
    return re.sub(rf"^(?:{'|'.join(settings)}):.*\n(?:[ \t-].*\n?)*", "", config, flags=re.M)
