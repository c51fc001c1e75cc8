"""The figures of `make bench` as a page of the docs: a column for each number of samples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bench.report import cores, kilo, today

TEMPLATE = Path(__file__).with_name("speed_page.md")
Column = Mapping[str, float]
Cell = Callable[[Column], str]


def page(columns: Mapping[int, Column], site: str, asked: int, chromium: str, busy: bool) -> str:
    """Return the page; `site` is what is said of this library itself, `asked` the number of first queries."""
    return TEMPLATE.read_text(encoding="utf-8").format(
        date=today(),
        cores=cores(),
        chromium=chromium.partition(".")[0],
        busy="量的时候机器还在忙别的，时间都偏长。" if busy else "",
        table=table(columns),
        site=site,
        asked=asked,
    )


def table(columns: Mapping[int, Column]) -> str:
    """Return the table; a dash where nothing was measured."""
    lines = [["", *(f"{number:,}篇" for number in columns)], ["---", *["---:"] * len(columns)]]
    lines += [[name, *(shown(cell, column) for column in columns.values())] for name, cell in ROWS.items()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def shown(cell: Cell, column: Column) -> str:
    """Return a cell, a dash where a figure is missing."""
    try:
        return cell(column)
    except KeyError:
        return "—"


def seconds(name: str) -> Cell:
    """Return a cell with seconds and, in brackets, megabytes."""
    return lambda c: f"{c[name]:,.1f}（{c[name + ' MB']:,.0f}）"


def ratio(ours: str, theirs: str) -> Cell:
    """Return a cell with the quotient of two times."""
    return lambda c: f"{c[ours] / c[theirs]:.2f}"


def kilobytes(name: str) -> Cell:
    """Return a cell with kilobytes."""
    return lambda c: kilo(c[name])


def milliseconds(name: str) -> Cell:
    """Return a cell with milliseconds."""
    return lambda c: f"{c[name]:,.0f}"


ROWS: dict[str, Cell] = {
    "查内容，从头，秒（内存 MB）": seconds("查，从头"),
    "查内容，没有改动": seconds("查，没有改动"),
    "生成，从头，秒（内存 MB）": seconds("生成，从头"),
    "生成，Word 已有": seconds("生成，Word 已有"),
    "生成，没有改动": seconds("生成，没有改动"),
    "只有 Material，无搜索": seconds("无搜索"),
    "只有 Material，带搜索": seconds("带搜索"),
    "没有改动 ÷ 带搜索": ratio("生成，没有改动", "带搜索"),
    "Word 已有 ÷ 带搜索": ratio("生成，Word 已有", "带搜索"),
    "没有改动 ÷ 无搜索": ratio("生成，没有改动", "无搜索"),
    "Word 已有 ÷ 无搜索": ratio("生成，Word 已有", "无搜索"),
    "第一次打开首页，gzip KB": kilobytes("首页"),
    "第一次打开范文页": kilobytes("范文页"),
    "第一次打开单位类型页": kilobytes("单位类型页"),
    "第一次打开主题页": kilobytes("主题页"),
    "第一次打开组稿台，选了单位类型": kilobytes("组稿台，选了单位类型"),
    "首次查询，gzip KB（中位 / 最大）": lambda c: f"{kilo(c['首次查询'])} / {kilo(c['首次查询，最大'])}",
    "查询，冷，毫秒": milliseconds("查询，冷"),
    "查询，热，毫秒": milliseconds("查询，热"),
    "最大的一页，KB": kilobytes("最大的一页"),
    "网页（页）": lambda c: f"{c['页']:,.0f}",
    "全部文件，MB": lambda c: f"{c['全部']:,.0f}",
}
