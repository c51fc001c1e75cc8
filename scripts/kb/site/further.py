"""The further pages of a unit type with many samples (kb.site.paging)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.model import Sample, Theme, Unit
from kb.site import listing
from kb.site.finished import Hand, as_it_is
from kb.site.paging import CARDS, LINKS, LISTED, cards_name, pager, parts, theme_name
from kb.site.slot_html import literal
from kb.spec import Spec

Page = tuple[str, str]  # path in docs/ and text


def pages(samples: Sequence[Sample], unit: Unit, spec: Spec, hand: Hand = as_it_is) -> Iterator[Page]:
    """Yield every further page of a unit type."""
    own = listing.in_order(samples, spec, unit.key)
    yield from more_cards(own, unit, spec, hand)
    links = listing.section_links(listing.of_unit(samples, unit.key), spec, with_sample=True)
    for theme in (t for t in spec.themes.values() if len(links.get(t.key, ())) > LINKS):
        yield from all_links(links[theme.key], theme, unit, hand)


def more_cards(own: Sequence[Sample], unit: Unit, spec: Spec, hand: Hand) -> Iterator[Page]:
    """Yield the pages of cards after the first one, which is written by hand."""
    found = parts(own, CARDS)
    for number, part in enumerate(found[1:], 2):
        title = f"{unit.name}范文（第{number}页）"
        way = pager(number, len(found), f"{len(own)}篇", cards_name)
        blocks = [*listing.by_genre(part, spec, "##", hand), hand(way)]
        yield f"{unit.key}/{cards_name(number)}.md", page(title, unit, "范文", blocks)


def all_links(links: Sequence[str], theme: Theme, unit: Unit, hand: Hand) -> Iterator[Page]:
    """Yield the pages with all sections of a theme."""
    found = parts(links, LISTED)
    for number, part in enumerate(found, 1):
        title = f"{unit.name}：{theme.name}" + (f"（第{number}页）" if len(found) > 1 else "")
        listed = "\n".join(f"<li>{one}</li>" for one in part)
        way = pager(number, len(found), f"{len(links)}段", lambda n: theme_name(theme.key, n))
        blocks = [hand(f'<ul class="kb-links">\n{listed}\n</ul>'), *([hand(way)] if way else [])]
        yield f"{unit.key}/{theme_name(theme.key, number)}.md", page(title, unit, "按主题找段落", blocks)


def page(title: str, unit: Unit, place: str, blocks: Sequence[str]) -> str:
    """Return a page with its title and the way back."""
    way = f"[首页](../index.md) › [{unit.name}](index.md) › {place}"
    head = f"---\ntitle: {title}\nhide: [navigation, toc]\n---"
    return "\n\n".join([head, way, f"# {literal(title)}", *blocks]) + "\n"
