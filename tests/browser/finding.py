"""What the tests of the search have in common: a small site to search in, and asking it as a program does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from browser.conftest import REPOSITORY, build
from browser.content import DOCS
from browser.driver import Site
from browser.serving import serve
from building import site_tree
from conftest import ROOT

CHUNK = 500
MANY = """async ([queries, options]) => {
    const all = [];
    for (const query of queries) all.push((await kb.search(query, options)).map(one => one.url));
    return all;
}"""
ONE = "([way, query, options]) => kb[way](query, options)"

# So many short sections that no two of them are alike.
TRADES = re.findall("..", "茶厂竹器砖窑冷库码头车队果园渔船粮站纺纱印刷酒坊面馆旅店药房书店苗圃矿山电站水厂鞋厂伞厂")
FRONT = "---\ntitle: {title}\nunit: {unit}\ngenre: snippet\nsource: original\nwritten: 2026-11-20\n---\n\n"
VISITS = FRONT.format(title="到厂里去", unit="township") + "\n\n".join(
    f"## 到{trade}里去 {{: theme=service_position for='{trade}多' }}\n\n{trade}会员。" for trade in TRADES
)
HELP = FRONT.format(title="学校帮扶段落", unit="school") + (
    "## 把难处接住 {: theme=assistance for='困难教职工少' }\n\n"
    "走访{{visit_people=52}}人次，按ISO 9001的办法记账，一格也不漏。\n"
)
GUIDE = "# 怎么写\n\n先看采茶季，再看`<b>`。\n\n## 数字\n\n和去年比。\n"


@pytest.fixture(scope="session")
def finds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a small site with everything that the tests of the search look for."""
    project = site_tree(tmp_path_factory.mktemp("finds") / "project")
    project.write({f"docs/{name}": text for name, text in DOCS.items()})
    project.write({"docs/township/snippets/service_position.md": VISITS, "docs/guide/write.md": GUIDE})
    project.write({"docs/school/snippets/assistance.md": HELP, "docs/school/index.md": "# 学校\n"})
    project.write({"docs/search.md": (ROOT / "docs/search.md").read_bytes()})
    with serve(build(project.root, tmp_path_factory.mktemp("served") / REPOSITORY)) as served:
        yield served


def roots(site: Site) -> dict[str, str]:
    """Return the two addresses of a site: over http, and from a disk."""
    return {"http": site.url, "file": site.folder.as_uri() + "/"}


def top(page: Page) -> str:
    """Return the address of the site whose home page is open."""
    assert page.url.endswith("/index.html")
    return page.url.removesuffix("index.html")


def ask(page: Page, queries: Sequence[str], **options: Any) -> list[list[str]]:
    """Return the sections that each query finds, by their address in the site."""
    root = top(page)
    found: list[list[str]] = []
    for at in range(0, len(queries), CHUNK):
        found += page.evaluate(MANY, [queries[at : at + CHUNK], options])
    return [[url.removeprefix(root) for url in urls] for urls in found]


def results(page: Page, query: str, way: str = "search", **options: Any) -> list[dict[str, Any]]:
    """Return what a program is given for one query, `way` being search or suggest."""
    found: list[dict[str, Any]] = page.evaluate(ONE, [way, query, options])
    return [one | {"url": one["url"].removeprefix(top(page))} for one in found]


def box(page: Page) -> Locator:
    """Return the search box in the header."""
    return page.get_by_role("searchbox", name="搜索范文和段落")


def panel(page: Page) -> Locator:
    """Return what stands under the box."""
    return page.locator(".kb-search-panel")
