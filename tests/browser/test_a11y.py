"""The main states of the site against WCAG 2.1 AA, light and dark; `make audit` has them all."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from browser.axe import violations
from browser.driver import Site
from browser.states import DARK, LIGHT, STATES


def test_nothing_is_against_wcag_2_1_aa(new_page: Callable[..., Page], library: Site) -> None:
    wrong = {}
    for scheme, names in {"light": LIGHT, "dark": DARK}.items():
        page = new_page(home=library, color_scheme=scheme)
        for name in names:
            STATES[name](page, library)
            if found := violations(page):
                wrong[f"{name} {scheme}"] = found
            page.evaluate("sessionStorage.clear()")
    assert wrong == {}
