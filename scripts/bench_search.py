"""`make bench-search`: our search, Material's and Pagefind's on the same pages in one run.

Works in a temporary folder. Without `--pages` everything is measured, which takes most of an hour, and the table is
written into docs/about/search-bench.md; with it, one generated corpus of that size, and the table is only printed. The
exit code is 1 when our own search misses something or answers with what is not there. `--corpus N DIR` measures
nothing: it writes so many generated pages as a docs folder has them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from playwright.sync_api import Browser

from bench import engines, report
from bench.browsing import Session, chromium
from bench.corpus import Corpus, pages
from bench.engines import Built, Engine, TooLong, write
from bench.generate import generate
from bench.measure import BUILD_SECONDS, Figures, Guesses, guess, measure
from bench.serving import serve
from bench.truth import Truth
from kb.model import Sample
from kb.paths import Project
from kb.rules.gate import sample_files
from kb.sample_file import parse_sample, read_text
from kb.site import web
from kb.spec import Spec, load

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "scripts" / "bench" / "search_queries.yml"
PAGE = ROOT / "docs" / "about" / "search-bench.md"
SIZES = (1_000, 10_000)
RANDOM = {"substrings": 10_000, "absent": 1_000}
FEWER = 10  # where a corpus is that much larger than the site, so many fewer


def say(text: str) -> None:
    """Print progress where it does not get into the table."""
    print(text, file=sys.stderr, flush=True)


def is_busy() -> bool:
    """Whether the machine has had as much to do as it can, in the last five minutes; says so."""
    busy = hasattr(os, "getloadavg") and os.getloadavg()[1] > (os.cpu_count() or 1)
    if busy:
        say("机器正忙着别的，量出的时间会偏长")
    return busy


def browser_of_tests() -> tuple[str, list[str]]:
    """Return the browser of the tests, installed if need be, and the flags that keep it from work of its own."""
    sys.path.append(str(ROOT / "tests"))
    from browser.conftest import FLAGS
    from chromium import find_or_install

    return find_or_install(), FLAGS


def content(project: Project, spec: Spec) -> list[Sample]:
    """Return the site's own samples and snippets."""
    paths = [(path, project.relative(path)) for path in sample_files(project, spec)]
    return [parse_sample(read_text(path, shown)[0], shown)[0] for path, shown in paths]


def generated(number: int, samples: list[Sample], spec: Spec) -> Corpus:
    """Return a generated corpus, read as the site's own files are."""
    say(f"{number:,}页：正在拼……")
    made = [parse_sample(text, f"docs/{path}")[0] for path, text in generate(number, samples, spec)]
    return Corpus(f"{number:,}页", made, pages(made, spec), spec)


def corpora(number: int | None, samples: list[Sample], spec: Spec) -> Iterator[Corpus]:
    """Yield the corpora to measure, one at a time: the largest takes a good deal of memory."""
    if number is None:
        yield Corpus("本站", samples, pages(samples, spec), spec)
    for size in SIZES if number is None else (number,):
        yield generated(size, samples, spec)


def queries() -> list[str]:
    """Return all queries of the file."""
    groups = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [str(query) for group in groups.values() for query in group]


def compare(browser: Browser, corpus: Corpus) -> Iterator[Figures | Guesses]:
    """Yield the figures of every engine on one corpus."""
    truth = Truth(corpus.pages)
    for engine in (engines.ours(), engines.material(), engines.pagefind()):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            say(f"{corpus.name}，{engine.name}：生成索引……")
            try:
                built = engine.build(corpus, folder, BUILD_SECONDS)
            except TooLong as fault:
                yield Figures(engine, corpus.name, note=str(fault))
                continue
            yield from asked(browser, engine, corpus, truth, built)


def asked(browser: Browser, engine: Engine, corpus: Corpus, truth: Truth, built: Built) -> Iterator[Figures | Guesses]:
    """Yield the figures of an engine that has been built."""
    for place in engine.places:
        say(f"{corpus.name}，{engine.name}（{place}）：查……")
        figures = Figures(engine, corpus.name, place, built)
        measure(browser, figures, truth, queries())
        yield figures
    if engine.by_section:
        say(f"{corpus.name}，{engine.name}：查随机的字串……")
        share = 1 if len(corpus.pages) < SIZES[0] else FEWER
        with serve(built.folder) as host, Session(browser, f"{host.url}index.html", engine.init) as session:
            yield guess(session, corpus.name, truth, RANDOM["substrings"] // share, RANDOM["absent"] // share)


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description="站内搜索和通行的几种比一比")
    parser.add_argument("--pages", type=int, metavar="N", help="只量拼出来的 N 页，只打印")
    parser.add_argument("--corpus", nargs=2, metavar=("N", "DIR"), help="只把拼出来的 N 页写进 DIR，不量")
    return parser.parse_args()


def main() -> int:
    """Measure everything and write the page."""
    wanted = arguments()
    project = Project(ROOT)
    spec, _ = load(project.spec)
    samples = content(project, spec)
    if wanted.corpus:
        write(Path(wanted.corpus[1]), dict(generate(int(wanted.corpus[0]), samples, spec)))
        return 0
    web.bundle(project, spec)
    engines.site_scripts()
    busy = is_busy()
    with chromium(*browser_of_tests()) as browser:
        made = []
        for found in (f for corpus in corpora(wanted.pages, samples, spec) for f in compare(browser, corpus)):
            say(report.line(found))  # should the rest fail, this much is known
            made.append(found)
        page = report.page(made, len(queries()), browser.version, busy)
    print(page)
    if wanted.pages is None:
        write(PAGE.parent, {PAGE.name: page})
    return 0 if report.is_right(made) else 1


if __name__ == "__main__":
    sys.exit(main())
