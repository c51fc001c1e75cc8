"""Every page of the library, and the ways that lead from the home page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Page, expect

from browser.clipboard import copy_section
from browser.driver import LONG_PAGE, TEA_PAGE, Site, open_sample, show
from conftest import THOROUGH

DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}

AT_ONCE = 3  # tabs: loading one page keeps no two processors busy
ID = re.compile(r'\sid="([^"]+)"')
LINK = re.compile(r'<a\s[^>]*?href="([^"]+)"')

TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def addresses(site: Site) -> list[str]:
    """Return every page of the site. (404.html knows no project path: MkDocs writes it for the root of a host.)"""
    found = [path.relative_to(site.folder).as_posix() for path in sorted(site.folder.rglob("*.html"))]
    return [path for path in found if path != "404.html"]


def foremost(site: Site) -> list[str]:
    """Return the index page of every folder and its largest other one."""
    by_folder: dict[Path, list[Path]] = {}
    for address in addresses(site):
        by_folder.setdefault(Path(address).parent, []).append(Path(address))
    largest = [max(found, key=lambda one: (site.folder / one).stat().st_size) for found in by_folder.values()]
    indexes = [one for found in by_folder.values() for one in found if one.name == "index.html"]
    return sorted({one.as_posix() for one in [*largest, *indexes]})


@cache
def ids(path: Path) -> frozenset[str]:
    """Return the places on a page."""
    return frozenset(map(unescape, ID.findall(path.read_text(encoding="utf-8"))))


def dead(site: Site, address: str) -> list[str]:
    """Return the links of a page to the site itself that lead to no file of it or to no place on a page."""
    found = []
    for link in map(unescape, LINK.findall((site.folder / address).read_text(encoding="utf-8"))):
        url = urljoin(site.url + address, link)
        if not url.startswith(site.url):
            continue
        path = site.folder / unquote(urlsplit(url.removeprefix(site.url)).path or "index.html")
        anchor = unquote(urlsplit(url).fragment)
        if not path.is_file() or (anchor and anchor not in ids(path)):
            found.append(f"{address}: {link}")
    return found


def faults(page: Page, address: str) -> list[str]:
    """Return what is wrong with the looks of the open page at both sizes."""
    found = [] if page.locator("h1").count() == 1 else [f"{address}: not one h1"]
    now = page.viewport_size
    for size in (now, PHONE if now == DESKTOP else DESKTOP):
        page.set_viewport_size(size)
        if (wide := page.evaluate(TOO_WIDE)) > 0:
            found.append(f"{address}: {wide} px wider than {size['width']}")
    return found


def test_every_page_fits_on_screen_and_phone_and_has_one_name(new_page: Callable[..., Page], library: Site) -> None:
    first = new_page(home=library)
    tabs = [first, *(first.context.new_page() for _ in range(AT_ONCE - 1))]
    todo = addresses(library) if THOROUGH else foremost(library)
    assert "index.html" in todo
    wrong = []
    for start in range(0, len(todo), AT_ONCE):
        batch = list(zip(tabs, todo[start : start + AT_ONCE], strict=False))
        for tab, address in batch:
            tab.goto(library.url + address, wait_until="commit")
        for tab, address in batch:
            tab.wait_for_load_state("load")
            wrong += faults(tab, address)
    assert wrong == []


def test_every_link_within_the_library_leads_somewhere(library: Site) -> None:
    assert len(LINK.findall((library.folder / "index.html").read_text(encoding="utf-8"))) > 20
    assert [fault for address in addresses(library) for fault in dead(library, address)] == []


def test_home_says_at_once_for_whom_it_is_and_what_to_choose(new_page: Callable[..., Page], library: Site) -> None:
    page = new_page(home=library)
    page.goto(library.url)
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        expect(page.get_by_text("工会里写总结和计划的人")).to_be_in_viewport(ratio=1)
        expect(page.locator(".kb-chooser").get_by_role("link", name="年度总结").first).to_be_in_viewport(ratio=1)


def test_every_view_of_a_sample_fits(page: Page, site: Site) -> None:
    for address in (TEA_PAGE, LONG_PAGE):
        page.goto(site.url + address)
        for view in ("骨架", "填写"):
            show(page, view)
            assert faults(page, f"{address} {view}") == []


def test_on_a_phone_a_thumb_hits_the_copy_buttons(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page(viewport=PHONE)
    open_sample(page, site.url + TEA_PAGE)
    heights = [copy_section(page, anchor).bounding_box()["height"] for anchor in ("organization", "rights_law")]
    assert min(heights) >= 40
    bar = page.locator(".kb-tools").bounding_box()
    assert bar["height"] <= 2 * 40 + 6 + 2 * 8  # two rows at most


def test_home_leads_to_the_samples_of_a_unit_type_and_genre(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.locator(".kb-choice", has_text="乡镇").get_by_role("link", name="年度总结").click()
    page.wait_for_url("**/township/index.html#annual_summary")
    expect(page.locator("#annual_summary")).to_be_in_viewport()
    page.get_by_role("link", name="乡镇总工会年度工作总结（茶厂多）").click()
    page.wait_for_url(f"**/{TEA_PAGE}")


def test_home_leads_to_the_sections_of_a_theme_and_unit_type(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.get_by_role("row", name="维权与法律服务").get_by_role("cell").nth(1).get_by_role("link", name="1").click()
    page.wait_for_url("**/themes/rights_law.html#township")
    expect(page.locator("#township")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="把争议调在厂里")).to_be_visible()


def test_a_unit_type_leads_to_the_sections_of_a_theme(page: Page, site: Site) -> None:
    page.goto(site.url + "township/index.html#theme-rights_law")
    place = page.locator("#theme-rights_law")
    expect(place).to_be_in_viewport()
    place.get_by_role("link", name="把争议调在厂里").click()
    page.wait_for_url(f"**/{TEA_PAGE}#rights_law")
    expect(page.locator("#rights_law")).to_be_in_viewport()
