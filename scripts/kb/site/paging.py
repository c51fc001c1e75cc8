"""How long lists are parted, so that no page grows with the library: names of the further pages, and the way there.

    township/index.md               the first cards; of each theme the first links
    township/page_2.md …            the other cards, genre by genre
    township/all_organization.md …  every section of a theme of which the unit type's page lists only the first

No sample's file name has an underscore, so these names are free. A small library has none of these pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")

CARDS = 30  # samples on a page
LINKS = 40  # sections of a theme on the unit type's own page
LISTED = 200  # sections on a page of their own
AROUND = 2  # so many pages before and after this one are offered by number


def cards_name(number: int) -> str:
    """Return the name of a unit type's page of cards, without its ending."""
    return "index" if number == 1 else f"page_{number}"


def theme_name(theme: str, number: int) -> str:
    """Return the name of a page with all sections of a theme, without its ending."""
    return f"all_{theme}" if number == 1 else f"all_{theme}_{number}"


def parts(things: Sequence[Thing], size: int) -> list[Sequence[Thing]]:
    """Return the things page by page; no things make one empty page."""
    return [things[i : i + size] for i in range(0, max(1, len(things)), size)]


def pager(number: int, last: int, said: str, name: Callable[[int], str]) -> str:
    """Return the way to the other pages as HTML, nothing when there are none; `said` is how much there is in all."""
    if last == 1:
        return ""
    near = range(max(1, number - AROUND), min(last, number + AROUND) + 1)
    links = [step(number - 1, "上一页", name)] if number > 1 else []
    for page in sorted({1, *near, last}):
        links.append(f'<b aria-current="page">{page}</b>' if page == number else step(page, str(page), name))
    links += [step(number + 1, "下一页", name)] if number < last else []
    place = f"<span>第{number}页，共{last}页，{said}</span>"
    return f'<nav class="kb-pager" aria-label="翻页">{place} {" ".join(links)}</nav>'


def step(page: int, text: str, name: Callable[[int], str]) -> str:
    """Return the link to a page."""
    spoken = f' aria-label="第{page}页"' if text.isdecimal() else ""
    return f'<a href="{name(page)}.html"{spoken}>{text}</a>'
