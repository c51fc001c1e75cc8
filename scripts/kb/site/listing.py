"""Lists and tables of samples that hand-written pages ask for by a comment, as Markdown.

Each takes the samples, the spec and the path of the page that asks; a unit type's page is in its folder. Lists that
grow with the library are finished HTML, which `hand` takes (kb.site.finished): it is slow with links by the thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.document import characters, examples, printed, sections, texts, to_fill
from kb.model import Genre, Sample, Section, Theme, Unit
from kb.publish.catalog import page as html_page
from kb.site.finished import Hand, as_it_is
from kb.site.slot_html import literal
from kb.spec import Spec

NONE = "—"


def of_page(samples: Sequence[Sample], page: str) -> list[Sample]:
    """Return the documents of the unit type that a page belongs to."""
    return of_unit(samples, page.split("/")[0])


def of_unit(samples: Sequence[Sample], unit: str) -> list[Sample]:
    """Return the documents of a unit type."""
    return [s for s in samples if s.get("unit") == unit and not s.is_snippet]


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
        own = of_unit(samples, unit.key)
        genres = [g for g in spec.genres.values() if any(s.get("genre") == g.key for s in own)]
        lines = [choice(unit, g, own) for g in genres] or ["- 还没有范文"]
        choices.append(f"/// html | div.kb-choice\n### {unit.name} {{: #{unit.key} }}\n\n" + "\n".join(lines) + "\n///")
    return "//// html | div.kb-chooser\n" + "\n\n".join(choices) + "\n////"


def choice(unit: Unit, genre: Genre, own: Sequence[Sample]) -> str:
    """Return the link to a unit type's samples of one genre."""
    number = sum(s.get("genre") == genre.key for s in own)
    return f"- [{genre.name}]({unit.key}/index.md#{genre.key}) {number}篇"


def cards(samples: Sequence[Sample], spec: Spec, page: str, hand: Hand = as_it_is) -> str:
    """Return the samples of a unit type as cards, genre by genre."""
    own = of_page(samples, page)
    blocks = ["## 范文"]
    for genre in spec.genres.values():
        found = [s for s in own if s.get("genre") == genre.key]
        if found:
            listed = "\n".join(card(s, spec) for s in found)
            blocks += [f"### {genre.name} {{: #{genre.key} }}", hand(f'<div class="kb-cards">\n{listed}\n</div>')]
    return "\n\n".join(blocks)


def card(sample: Sample, spec: Spec) -> str:
    """Return one sample: name, for whom, how long, how many sections and blanks."""
    values = examples(sample, spec)
    size = characters(texts(sample.blocks, lambda i: values.get(i, "")))
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
    links: dict[str, list[str]] = {}
    for sample in of_page(samples, page):
        for theme, to_section in section_links(sample, spec):
            links.setdefault(theme, []).append(to_section)
    found = [t for t in spec.themes.values() if t.key in links]
    return "\n\n".join(["## 按主题找段落", *(hand(of_theme(t, links[t.key], page)) for t in found)])


def of_theme(theme: Theme, links: Sequence[str], page: str) -> str:
    """Return the links to a theme's sections in a paragraph that begins with the theme's own page."""
    name = f'<a href="../themes/{theme.key}.html#{page.split("/")[0]}">{theme.name}</a>'
    return f'<p class="kb-theme" id="theme-{theme.key}"><strong>{name}</strong>：{"；".join(links)}</p>'


def section_links(sample: Sample, spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield (theme, link) of each level-1 section of a sample, with the heading as the link's text."""
    values = examples(sample, spec)
    for section in top_sections(sample, spec):
        text = printed(section.heading.text, lambda i: values.get(i, ""))
        yield section.theme, link(sample, literal(text), f"#{section.anchor}")
