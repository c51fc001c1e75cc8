"""One engine on one corpus: what is found, what it weighs, how long it takes."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser

from bench.browsing import Session
from bench.engines import Built, Engine, TooLong, key
from bench.serving import Host, serve
from bench.truth import Truth

SHOWN = 10
READY_SECONDS = 120.0
CELL_SECONDS = 300.0
BUILD_SECONDS = 600.0  # longer, or nobody would know whether what is built can be used
COLD_SECONDS = 120.0
CHUNK = 50
REPEATS = 3
SEED = 2026


@dataclass
class Score:
    """Right answers, answers given and answers there are, query by query."""

    counts: list[tuple[int, int, int]] = field(default_factory=list)
    absent: list[bool] = field(default_factory=list)  # of each query without a right answer: answered all the same

    def add(self, found: set[str], right: set[str]) -> None:
        """Count one query."""
        if right:
            self.counts.append((len(found & right), len(found), len(right)))
        else:
            self.absent.append(bool(found))

    @property
    def asked(self) -> int:
        """How many queries there was time for."""
        return len(self.counts) + len(self.absent)

    @property
    def recall(self) -> tuple[float, float]:
        """Over all answers together, and as the mean of the queries."""
        return share([(hit, there) for hit, _, there in self.counts])

    @property
    def precision(self) -> tuple[float, float]:
        """The same of the answers given; a query that is not answered has none."""
        return share([(hit, given) for hit, given, _ in self.counts if given])

    @property
    def perfect(self) -> bool:
        """Whether everything was found and nothing else."""
        return all(hit == given == there for hit, given, there in self.counts) and not any(self.absent)


def share(parts: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Return the quotient of the sums and the mean of the quotients."""
    if not parts:
        return 0.0, 0.0
    return sum(a for a, _ in parts) / sum(b for _, b in parts), statistics.mean(a / b for a, b in parts)


@dataclass
class Figures:
    """All that is measured of one engine on one corpus; `note` says why the rest is missing."""

    engine: Engine
    corpus: str
    place: str = "http"
    built: Built | None = None
    score: Score | None = None
    weights: list[int] = field(default_factory=list)
    program: int = 0
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    note: str = ""


@contextmanager
def noted(figures: Figures) -> Iterator[None]:
    """Put into a note what took too long."""
    try:
        yield
    except TooLong as fault:
        figures.note = str(fault)


def measure(browser: Browser, figures: Figures, truth: Truth, queries: Sequence[str]) -> None:
    """Fill in the figures of an engine that has been built, over http or from files."""
    engine, built = figures.engine, figures.built
    assert built
    with serve(built.folder) as host, noted(figures):
        url = host.url if figures.place == "http" else f"{built.folder.resolve().as_uri()}/"
        with Session(browser, url + "index.html", engine.init) as session:
            session.ready(READY_SECONDS)
            figures.warm = warm(session, queries)
        cold(browser, url, host, figures, [q for q in queries if truth.pages(q)])
        # Last, and in a page of its own: what takes too long here may leave the page busy.
        with Session(browser, url + "index.html", engine.init) as session:
            session.ready(READY_SECONDS)
            figures.score = score(session, engine, built, truth, queries)


def score(session: Session, engine: Engine, built: Built, truth: Truth, queries: Sequence[str]) -> Score:
    """Ask queries for all their results, as many as the time of the cell allows. Raises TooLong when it allows none."""
    found, end = Score(), time.monotonic() + CELL_SECONDS
    for query in sorted(queries, key=lambda q: len(truth.sections(q))):  # those with the most results take longest
        try:
            answers, _ = session.ask(query, None, left(end))
        except TooLong:
            break
        right = truth.sections(query) if engine.by_section else truth.pages(query)
        found.add({key(a, built, engine) for a in answers}, right)
    if not found.asked:
        raise TooLong(f"未在{CELL_SECONDS:.0f}秒内答完")
    return found


def left(end: float) -> float:
    """Return the seconds to a point in time, at least one."""
    return max(1.0, end - time.monotonic())


def warm(session: Session, queries: Sequence[str]) -> list[float]:
    """Return the milliseconds of each query when all that it needs is loaded. Raises TooLong."""
    end = time.monotonic() + CELL_SECONDS
    taken: list[float] = []
    for query in queries:
        # The first one loads what ten results show.
        runs = [session.ask(query, SHOWN, left(end))[1] for _ in range(REPEATS + 1)]
        taken.append(statistics.median(runs[1:]))
    return taken


def cold(browser: Browser, url: str, host: Host, figures: Figures, queries: Sequence[str]) -> None:
    """Ask each query in a browser that has nothing yet: milliseconds and gzip bytes until ten results can be shown.

    Stops after a while, with the queries asked so far: at least one. Raises TooLong.
    """
    end = time.monotonic() + COLD_SECONDS
    for query in queries:
        host.asked.clear()
        with Session(browser, url + "index.html", figures.engine.init) as session:
            before = session.ready(READY_SECONDS)
            _, taken = session.ask(query, SHOWN, READY_SECONDS)
            figures.cold.append(before + taken)
            weigh(host, figures)
        if time.monotonic() > end:
            return


def weigh(host: Host, figures: Figures) -> None:
    """Add up what one first query asked for: the index, and the engine's own program once."""
    names = set(host.asked)
    figures.weights.append(sum(host.weight(n) for n in names if figures.engine.index.match(n)))
    program = sum(host.weight(n) for n in names if figures.engine.program.match(n))
    figures.program = max(figures.program, program)


@dataclass
class Guesses:
    """Random pieces of the text and strings that are not in it: how many were asked, and those answered wrongly."""

    place: str
    pieces: tuple[int, list[str]]
    absent: tuple[int, list[str]]


def guess(session: Session, name: str, truth: Truth, pieces: int, absent: int) -> Guesses:
    """Ask so many random pieces of the text, and strings that are not in it."""
    return Guesses(
        name,
        misses(session, truth, list(truth.substrings(pieces, SEED))),
        misses(session, truth, list(truth.absent(absent, SEED))),
    )


def misses(session: Session, truth: Truth, queries: Sequence[str]) -> tuple[int, list[str]]:
    """Ask many strings; returns how many were asked before the time was over, and those answered wrongly."""
    wrong: list[str] = []
    end, done = time.monotonic() + CELL_SECONDS, 0
    while done < len(queries) and time.monotonic() < end:
        chunk = list(queries[done : done + CHUNK])
        answered = zip(chunk, session.ask_all(chunk), strict=True)
        wrong += [query for query, answers in answered if sorted(answers) != sorted(truth.sections(query))]
        done += len(chunk)
    return done, wrong
