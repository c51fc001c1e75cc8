"""`make bench`: how long checks and builds take, and what visits weigh, against plain Material in the same run.

Works in a temporary folder. Each size is measured by itself and its figures are kept in .cache/bench/, so that the
largest may follow another day; docs/about/bench.md is written anew from all that is kept.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml
from playwright.sync_api import Browser

from bench import sites, speed
from bench.browsing import chromium
from bench.costs import Cost, Step, by_turns, cost
from bench.visits import COLD, largest_page, visits
from bench_search import QUERIES, browser_of_tests, is_busy, say

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
KEPT = ROOT / ".cache" / "bench"
PAGE = ROOT / "docs" / "about" / "bench.md"
SIZES = (100, 1_000)
ALONE = 5_000  # from so many samples on Material alone is not measured
ROUNDS = 3
BUILD = [BIN / "mkdocs", "build", "--quiet"]
CHECK = [BIN / "kb", "check"]


def forget(folder: Path, *names: str) -> None:
    """Delete what was kept in a project's cache."""
    for name in names:
        shutil.rmtree(folder / ".cache" / name, ignore_errors=True)


def costs(folder: Path, number: int) -> Iterator[tuple[str, Cost]]:
    """Yield what each step takes on a project of ours, and on the same pages with Material alone."""
    rounds = ROUNDS if number < ALONE else 1
    say(f"{number}篇：查内容……")
    yield "查，从头", cost(CHECK, folder)
    yield from by_turns({"查，没有改动": partial(cost, CHECK, folder)}, rounds).items()
    forget(folder, "check")
    say(f"{number}篇：生成网站……")
    yield "生成，从头", cost(BUILD, folder)
    yield from by_turns(dict(builds(folder, number)), rounds).items()


def builds(folder: Path, number: int) -> Iterator[tuple[str, Step]]:
    """Yield the builds that are compared: ours and, of the same pages, those of Material alone."""
    if number < ALONE:
        yield "生成，Word 已有", partial(with_word_files, folder)
    yield "生成，没有改动", partial(cost, BUILD, folder)
    if number < ALONE:
        for search in sites.SEARCH:
            yield search, partial(anew, sites.plain(folder.with_name(f"{number}{search}"), number, search))


def with_word_files(folder: Path) -> Cost:
    """Build with nothing kept but the Word files."""
    forget(folder, "check", "search")
    return anew(folder)


def anew(folder: Path) -> Cost:
    """Build where no site is yet: to empty the folder of an old one takes as long as it has files."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    return cost(BUILD, folder)


def measure(browser: Browser, work: Path, number: int) -> dict[str, float]:
    """Return the figures of one size by their names."""
    folder = sites.ours(work / str(number), number)
    found: dict[str, float] = {}
    for name, one in costs(folder, number):
        say(f"  {name}：{one.seconds:.1f}秒，{one.megabytes:.0f} MB")
        found |= {name: one.seconds, f"{name} MB": one.megabytes}
    site = folder / "site"
    say(f"{number}篇：打开，查询……")
    found |= visits(browser, site, queries())
    place, found["最大的一页"] = largest_page(site)
    say(f"  最大的一页：{place}")
    files = [p for p in site.rglob("*") if p.is_file()]
    found["页"] = sum(p.suffix == ".html" for p in files)
    return found | {"全部": sum(p.stat().st_size for p in files) / 2**20}


def queries() -> list[str]:
    """Return the queries of `make bench-search`."""
    return [q for group in yaml.safe_load(QUERIES.read_text(encoding="utf-8")).values() for q in group]


def bundled(work: Path) -> str:
    """Return what is said of this library itself: how large its bundle is."""
    say("本站：打包……")
    cost([*BUILD, "--site-dir", work / "site"], ROOT)
    cost([BIN / "kb", "bundle", work / "site", "--out", work / "dist"], ROOT)
    (archive,) = (work / "dist").glob("*.zip")
    samples, _ = sites.library()
    number = sum(not s.is_snippet for s in samples)
    return f"本站现有范文{number}篇，打成一个压缩包（`make bundle`）{archive.stat().st_size / 2**20:.1f} MB。"


def main() -> int:
    """Measure what is asked for and write the page."""
    options = argparse.ArgumentParser(description="量出各项速度和大小，写进 docs/about/bench.md")
    options.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="篇数", help="默认 100 1000")
    busy = is_busy()
    program, flags = browser_of_tests()
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium(program, flags) as browser:
        site = bundled(Path(name))
        for number in options.parse_args().sizes:
            found = measure(browser, Path(name), number)
            (KEPT / f"{number}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        kept = sorted(KEPT.glob("*.json"), key=lambda p: int(p.stem))
        columns = {int(p.stem): json.loads(p.read_text(encoding="utf-8")) for p in kept}
        PAGE.write_text(speed.page(columns, site, COLD, browser.version, busy), encoding="utf-8", newline="\n")
    print(speed.table(columns))
    return 0


if __name__ == "__main__":
    sys.exit(main())
