"""The figures as a page of the docs: one table for each corpus, a column for each engine."""

from __future__ import annotations

import datetime
import os
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.engines import Built
from bench.measure import Figures, Guesses

TEMPLATE = Path(__file__).with_name("page.md")
Cell = Callable[[Figures], str]


def page(made: Sequence[Figures | Guesses], queries: int, chromium: str, busy: bool = False) -> str:
    """Return the page with everything that was measured of so many queries; `busy`: the machine had other work."""
    figures = [f for f in made if isinstance(f, Figures)]
    corpora = list(dict.fromkeys(f.corpus for f in figures))
    others = "、".join(f"“{name}”" for name in corpora[1:]) or "别的"
    return TEMPLATE.read_text(encoding="utf-8").format(
        date=today(),
        cores=cores(),
        busy="量的时候机器还在忙别的，时间都偏长。" if busy else "",
        chromium=chromium.partition(".")[0],
        tables="\n".join(table(name, [f for f in figures if f.corpus == name]) for name in corpora),
        random="\n".join(random_ones(g) for g in made if isinstance(g, Guesses)),
        site=corpora[0],
        others=others,
        queries=queries,
        absent=next((len(f.score.absent) for f in figures if f.score), 0),
    )


def today() -> str:
    """Return the date as it is written in Chinese."""
    day = datetime.date.today()
    return f"{day.year}年{day.month}月{day.day}日"


def cores() -> str:
    """Return the number of cores in a word."""
    number = os.cpu_count() or 1
    return {1: "单", 2: "双"}.get(number, str(number))


def table(name: str, columns: Sequence[Figures]) -> str:
    """Return the table of one corpus."""
    lines = [["", *map(heading, columns)], ["---", *["---:"] * len(columns)]]
    lines += [[label, *(cell(f) for f in columns)] for label, cell in ROWS.items()]
    return f"## {name}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def heading(figures: Figures) -> str:
    """Return an engine's name with its version, and where it is asked when that is not over http."""
    place = "（从文件打开）" if figures.place == "file" else ""
    return f"{figures.engine.name}{place} {figures.engine.version}".strip()


def random_ones(guesses: Guesses) -> str:
    """Return what the random strings showed on one corpus."""
    (asked, wrong), (others, answered) = guesses.pieces, guesses.absent
    return (
        f"- {guesses.place}：正文里有的{asked:,}个，答得不全或多答的{len(wrong)}个；"
        f"没有的{others:,}个，照样给出结果的{len(answered)}个。"
    )


def scored(cell: Cell) -> Cell:
    """Return a cell that needs the score; without one it says what took too long."""
    return lambda f: cell(f) if f.score else (f.note or "—")


def percent(pair: tuple[float, float]) -> str:
    """Return a share over all and as a mean; what is not quite 100 % never looks so."""
    return " / ".join("100%" if value == 1 else f"{min(value, 0.999):.1%}" for value in pair)


def recall(f: Figures) -> str:
    """Return the recall."""
    return percent(f.score.recall) if f.score else ""


def precision(f: Figures) -> str:
    """Return the precision."""
    return percent(f.score.precision) if f.score else ""


def absent(f: Figures) -> str:
    """Return how many of the queries without a right answer were answered."""
    return f"{sum(f.score.absent)} / {len(f.score.absent)}" if f.score else ""


def weights(f: Figures) -> str:
    """Return median and maximum of the first query's bytes."""
    return f"{kilo(statistics.median(f.weights))} / {kilo(max(f.weights))}" if f.weights and f.place == "http" else "—"


def kilo(number: float) -> str:
    """Return bytes in KB."""
    return f"{number / 1024:,.0f}"


def times(values: Sequence[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    if not values:
        return "—"
    ordered = sorted(values)
    tail = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return " / ".join(f"{v:.1f}" if v < 100 else f"{v:,.0f}" for v in (statistics.median(ordered), tail))


def built(cell: Callable[[Built], str]) -> Cell:
    """Return a cell that is the same however the engine is asked."""
    return lambda f: cell(f.built) if f.built and f.place == "http" else "—"


ROWS: dict[str, Cell] = {
    "查完的词": scored(lambda f: str(f.score.asked) if f.score else ""),
    "查全（合计 / 平均）": scored(recall),
    "查准（合计 / 平均）": scored(precision),
    "没有的词也答": scored(absent),
    "首次查询，gzip KB（中位 / 最大）": weights,
    "程序，gzip KB": lambda f: kilo(f.program) if f.program else "—",
    "冷，毫秒（中位 / 95%）": lambda f: times(f.cold),
    "热，毫秒（中位 / 95%）": lambda f: times(f.warm),
    "生成，秒": built(lambda b: f"{b.seconds:.1f}"),
    "索引，MB（gzip 后）": built(lambda b: f"{b.bytes / 2**20:,.1f}（{b.packed / 2**20:,.1f}）"),
    "索引的文件数": built(lambda b: f"{b.files:,}"),
}


def line(found: Figures | Guesses) -> str:
    """Return what was found in one line."""
    return random_ones(found) if isinstance(found, Guesses) else "；".join(cell(found) for cell in ROWS.values())


def is_right(made: Sequence[Figures | Guesses]) -> bool:
    """Whether our own search missed nothing and added nothing, wherever it was asked."""
    own = [f for f in made if isinstance(f, Figures) and f.engine.by_section]
    guesses = [wrong for g in made if isinstance(g, Guesses) for _, wrong in (g.pieces, g.absent)]
    return all(f.score is not None and f.score.perfect and not f.note for f in own) and not any(guesses)
