"""Lists and tables of samples that hand-written pages ask for by a comment, as Markdown.

Each takes the samples, the spec and the path of the page that asks; a unit type's page is in its folder. Lists of
links and cards are finished HTML, which `hand` takes (kb.site.finished), and go on on further pages (kb.site.paging).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kb.document import characters, example_texts, sections, to_fill
from kb.model import Genre, Sample, Section, Theme, Unit
from kb.publish.catalog import page as html_page
from kb.site import paging
from kb.site.finished import Hand, as_it_is
from kb.site.slot_html import literal
from kb.spec import Spec

NONE = "—"


def of_unit(samples: Sequence[Sample], unit: str) -> list[Sample]:
    """Return the documents of a unit type."""
    return [s for s in samples if s.get("unit") == unit and not s.is_snippet]


def in_order(samples: Sequence[Sample], spec: Spec, unit: str) -> list[Sample]:
    """Return the documents of a unit type genre by genre, as its cards stand on its pages."""
    own = of_unit(samples, unit)
    return [s for genre in spec.genres for s in own if s.get("genre") == genre]


def matrix(samples: Sequence[Sample], spec: Spec, _page: str) -> str:
    """Return the table theme × unit type: how many sections there are, a dash where there is none."""
    counts: dict[tuple[str, str], int] = {}
    for sample in samples:
        for section in top_sections(sample, spec):
            place = section.theme, sample.get("unit")
            counts[place] = counts.get(place, 0) + 1
    head = ["主题", *(u.name for u in spec.units.values())]
    lines = [head, ["---", *[":---:"] * len(spec.units)]]
    for theme in spec.themes.values():
        name = f"[{theme.name}](themes/{theme.key}.md)"
        lines.append([name, *(cell(counts, theme, u) for u in spec.units.values())])
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"/// html | div.kb-matrix\n{table}\n///"


def cell(counts: dict[tuple[str, str], int], theme: Theme, unit: Unit) -> str:
    """Return one cell of the matrix: a number that leads to the unit type's place on the theme's page."""
    number = counts.get((theme.key, unit.key), 0)
    return f"[{number}](themes/{theme.key}.md#{unit.key})" if number else NONE


def top_sections(sample: Sample, spec: Spec) -> list[Section]:
    """Return the level-1 sections of a sample."""
    return [s for s in sections(sample, spec) if s.level == 1]


def chooser(samples: Sequence[Sample], spec: Spec, _page: str) -> str:
    """Return the choice unit type × genre: each unit type with its genres that have samples."""
    choices = []
    for unit in spec.units.values():
        own = in_order(samples, spec, unit.key)
        genres = [g for g in spec.genres.values() if any(s.get("genre") == g.key for s in own)]
        lines = [choice(unit, g, own) for g in genres] or ["- 还没有范文"]
        choices.append(f"/// html | div.kb-choice\n## {unit.name} {{: #{unit.key} }}\n\n" + "\n".join(lines) + "\n///")
    return "//// html | div.kb-chooser\n" + "\n\n".join(choices) + "\n////"


def choice(unit: Unit, genre: Genre, own: Sequence[Sample]) -> str:
    """Return the link to a unit type's samples of one genre, on the page where their cards begin."""
    genres = [s.get("genre") for s in own]
    page = paging.cards_name(genres.index(genre.key) // paging.CARDS + 1)
    return f"- [{genre.name}]({unit.key}/{page}.md#{genre.key}) {genres.count(genre.key)}篇"


def cards(samples: Sequence[Sample], spec: Spec, page: str, hand: Hand = as_it_is) -> str:
    """Return the first samples of a unit type as cards, genre by genre, and the way to the others."""
    own = in_order(samples, spec, page.split("/")[0])
    found = paging.parts(own, paging.CARDS)
    way = paging.pager(1, len(found), f"{len(own)}篇", paging.cards_name)
    return "\n\n".join(["## 范文", *by_genre(found[0], spec, "###", hand), *([hand(way)] if way else [])])


def by_genre(own: Sequence[Sample], spec: Spec, mark: str, hand: Hand) -> Iterator[str]:
    """Yield the name of each genre, as a heading with this mark, and its samples as cards."""
    for key, found in groupby(own, lambda s: s.get("genre")):
        listed = "\n".join(card(s, spec) for s in found)
        yield f"{mark} {spec.genres[key].name} {{: #{key} }}"
        yield hand(f'<div class="kb-cards">\n{listed}\n</div>')


def card(sample: Sample, spec: Spec) -> str:
    """Return one sample: name, for whom, how long, how many sections and blanks."""
    size = characters(example_texts(sample, spec, sample.blocks))
    facts = f"{size:,}字 · {len(top_sections(sample, spec))}段 · {len(to_fill(sample, spec))}个空格"
    return (
        f'<div class="kb-card">\n<p class="kb-card-title">{link(sample, literal(sample.get("title")))}</p>\n'
        f'<p>适合：{literal(sample.get("for"))}</p>\n<p class="kb-meta">{facts}</p>\n</div>'
    )


def link(sample: Sample, text: str, place: str = "") -> str:
    """Return the link from the page of a sample's unit type to the sample; `text` is HTML."""
    name = sample.path.partition("/")[0]
    return f'<a href="{html_page(sample).removeprefix(f"{name}/")}{place}">{text}</a>'


def by_theme(samples: Sequence[Sample], spec: Spec, page: str, hand: Hand = as_it_is) -> str:
    """Return the sections of a unit type under their themes, each a link to its place."""
    links = section_links(of_unit(samples, page.split("/")[0]), spec)
    found = [t for t in spec.themes.values() if t.key in links]
    return "\n\n".join(["## 按主题找段落", *(hand(of_theme(t, links[t.key], page)) for t in found)])


def of_theme(theme: Theme, links: Sequence[str], page: str) -> str:
    """Return the links to a theme's sections in a paragraph that begins with the theme's own page."""
    name = f'<a href="../themes/{theme.key}.html#{page.split("/")[0]}">{theme.name}</a>'
    listed = "；".join(links[: paging.LINKS])
    if len(links) > paging.LINKS:
        listed += f'；<a href="{paging.theme_name(theme.key, 1)}.html">全部{len(links)}段</a>'
    return f'<p class="kb-theme" id="theme-{theme.key}"><strong>{name}</strong>：{listed}</p>'


def section_links(own: Sequence[Sample], spec: Spec, with_sample: bool = False) -> dict[str, list[str]]:
    """Return links to the level-1 sections of some documents by theme; with the sample's title behind the heading."""
    links: dict[str, list[str]] = {}
    for sample in own:
        title = f" <small>{literal(sample.get('title'))}</small>" if with_sample else ""
        for section in top_sections(sample, spec):
            (heading,) = example_texts(sample, spec, [section.heading])
            links.setdefault(section.theme, []).append(link(sample, literal(heading), f"#{section.anchor}") + title)
    return links
