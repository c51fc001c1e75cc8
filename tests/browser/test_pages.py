"""Every page of the site, the home page's links, and the search box."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Page, expect

from browser.clipboard import copy_section
from browser.driver import TEA_PAGE, Site, open_sample, show

DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}

TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Places(HTMLParser):
    """The ids of a page and the links on it, as they are written."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids |= {value for name, value in attrs if name == "id" and value}
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]


def addresses(site: Site) -> list[str]:
    """Return every page of the site. (404.html knows no project path: MkDocs writes it for the root of a host.)"""
    found = [path.relative_to(site.folder).as_posix() for path in sorted(site.folder.rglob("*.html"))]
    return [path for path in found if path != "404.html"]


def links(page: Page, selector: str) -> list[str]:
    """Return the addresses that links lead to, as they are written."""
    return page.locator(selector).evaluate_all("all => all.map(link => link.getAttribute('href'))")


@cache
def places(path: Path) -> Places | None:
    """Return what is on a page; None when there is no such file."""
    return Places(path.read_text(encoding="utf-8")) if path.is_file() else None


def dead(site: Site, address: str, written: list[str]) -> list[str]:
    """Return those links of a page that lead to no file of the site or to no place on it."""
    found = []
    for link in written:
        parts = urlsplit(urljoin(site.url + address, link))
        path = site.folder / unquote(parts.path).removeprefix(urlsplit(site.url).path)
        target = places(path / "index.html" if path.is_dir() else path)
        if target is None or (parts.fragment and unquote(parts.fragment) not in target.ids):
            found.append(f"{address}: {link}")
    return found


def test_every_page_fits_on_screen_and_phone_and_has_one_name(page: Page, site: Site) -> None:
    wrong = []
    sizes = [DESKTOP, PHONE]
    for address in addresses(site):
        page.goto(site.url + address)
        if (names := page.locator("h1").count()) != 1:
            wrong.append(f"{address}: {names} h1")
        sizes.reverse()  # one change of size a page, not two
        for size in sizes:
            page.set_viewport_size(size)
            if (wide := page.evaluate(TOO_WIDE)) > 0:
                wrong.append(f"{address}: {wide} px wider than {size['width']}")
    assert wrong == []


def test_every_view_of_a_sample_fits(page: Page, site: Site) -> None:
    for address in [TEA_PAGE, "township/wage-bargaining-annual.html"]:
        page.goto(site.url + address)
        for view in ("骨架", "填写"):
            show(page, view)
            for size in (DESKTOP, PHONE):
                page.set_viewport_size(size)
                assert page.evaluate(TOO_WIDE) <= 0, (address, view, size)


def test_on_a_phone_a_thumb_hits_the_copy_buttons(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page(viewport=PHONE)
    open_sample(page, site.url + TEA_PAGE)
    heights = [copy_section(page, anchor).bounding_box()["height"] for anchor in ("organization", "rights_law")]
    assert min(heights) >= 40
    bar = page.locator(".kb-tools").bounding_box()
    assert bar["height"] <= 2 * 40 + 6 + 2 * 8  # two rows at most


def test_home_says_at_once_for_whom_it_is_and_what_to_choose(page: Page, site: Site) -> None:
    page.goto(site.url)
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        expect(page.get_by_text("工会里写总结和计划的人")).to_be_in_viewport(ratio=1)
        expect(page.locator(".kb-chooser").get_by_role("link", name="年度总结").first).to_be_in_viewport(ratio=1)


def test_home_leads_to_the_samples_of_a_unit_type_and_genre(page: Page, site: Site) -> None:
    page.goto(site.url)
    assert len(links(page, ".kb-chooser a:not(.headerlink)")) > 0
    assert dead(site, "index.html", links(page, ".kb-chooser a:not(.headerlink)")) == []
    page.locator(".kb-choice", has_text="乡镇").get_by_role("link", name="年度总结").click()
    page.wait_for_url("**/township/index.html#annual_summary")
    expect(page.locator("#annual_summary")).to_be_in_viewport()
    page.get_by_role("link", name="乡镇总工会年度工作总结（茶厂多）").click()
    page.wait_for_url(f"**/{TEA_PAGE}")


def test_home_leads_to_the_sections_of_a_theme_and_unit_type(page: Page, site: Site) -> None:
    page.goto(site.url)
    assert len(links(page, "table a")) > 0
    assert dead(site, "index.html", links(page, "table a")) == []
    page.get_by_role("row", name="维权与法律服务").get_by_role("cell").nth(1).get_by_role("link").click()
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


def test_every_link_within_the_site_leads_somewhere(site: Site) -> None:
    pages = {address: places(site.folder / address) for address in addresses(site)}
    own = {
        address: [link for link in page.links if not urlsplit(link).scheme] for address, page in pages.items() if page
    }
    assert [fault for address, written in own.items() for fault in dead(site, address, written)] == []


def test_the_search_box_finds_a_sample_by_its_words(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.get_by_role("textbox", name="搜索").click()
    page.keyboard.insert_text("采茶季")  # as an input method does; the box listens for keys
    page.keyboard.press("End")
    page.locator(f".md-search-result__link[href*='{TEA_PAGE}']").first.click()
    page.wait_for_url(f"**/{TEA_PAGE}*")
    expect(page.locator("article.kb-sheet")).to_contain_text("青石镇总工会")
