"""What a browser that has nothing yet downloads, and what a search takes, on a built site."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from bench.browsing import Session
from bench.engines import ours
from bench.measure import Figures, cold, warm
from bench.serving import Host, serve

# What is opened, and what is asked for there.
PAGES = {
    "首页": ("index.html", ""),
    "范文页": ("{sample}", ""),
    "单位类型页": ("township/index.html", ""),
    "主题页": ("themes/organization.html", ""),
    "组稿台，选了单位类型": ("desk/index.html", "kb.load('desk/units/township')"),
}
COLD = 10  # queries that are asked in a new browser


def visits(browser: Browser, site: Path, queries: Sequence[str]) -> dict[str, float]:
    """Return the figures of a site by their names: gzip bytes of first visits, of the first query, milliseconds."""
    with serve(site) as host:
        found = dict(first_visits(browser, host, site))
        figures = Figures(ours(), site.name)
        cold(browser, host.url, host, figures, queries[:: max(1, len(queries) // COLD)])
        with Session(browser, host.url + "index.html", figures.engine.init) as session:
            times = sorted(warm(session, queries))
    found["首次查询"] = statistics.median(figures.weights)
    found["首次查询，最大"] = max(figures.weights)
    found["查询，冷"] = sorted(figures.cold)[int(len(figures.cold) * 0.95)]
    found["查询，热"] = times[int(len(times) * 0.95)]
    return found


def first_visits(browser: Browser, host: Host, site: Path) -> Iterator[tuple[str, float]]:
    """Yield name and gzip bytes of everything that is asked for until a page has come to rest."""
    sample = next(p for p in sorted((site / "township").glob("*.html")) if "_" not in p.name and p.stem != "index")
    for name, (page, asked) in PAGES.items():
        host.asked.clear()
        with Session(browser, host.url + page.format(sample=f"township/{sample.name}"), "") as session:
            session.page.wait_for_load_state("networkidle")
            if asked:
                session.page.evaluate(asked)
            yield name, sum(host.weight(one) for one in set(host.asked))


def largest_page(site: Path) -> tuple[str, int]:
    """Return name and bytes of the largest page."""
    found = max(site.rglob("*.html"), key=lambda p: p.stat().st_size)
    return found.relative_to(site).as_posix(), found.stat().st_size
