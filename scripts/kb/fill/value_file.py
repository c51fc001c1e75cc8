"""Values from a .yml, .json or .csv file, every one as it was written."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kb.fill.faults import FillError
from kb.slots import is_ascii_key
from kb.yaml_file import Node, YamlFault, parse

ENCODINGS = ("utf-8-sig", "gb18030")  # spreadsheet programs in China save .csv as GBK
# What the desk exports (scripts/web/desk/table_file.ts): an item a row, its periods side by side.
TABLE_HEAD = ("数据项", "单位", "上年", "本期", "明年计划")
TABLE_PERIODS = {2: "last", 3: "", 4: "plan"}
HEADS = {("key", "value"), ("键", "值"), ("名称", "值"), ("名称", "数值"), ("数据项", "值")}
SAVED_PAGE = ("kb", "values")  # what the page's 保存到文件 writes
VERSION = "1"
GUARDED = re.compile(r"'[=+\-@]")


@dataclass(frozen=True)
class Value:
    """One value of a data file, with the line that it stands on; `saved` by the page (which saves all pages')."""

    name: str
    text: str
    line: int
    saved: bool = False


def read_values(path: Path, marks: Mapping[str, str]) -> list[Value]:
    """Return the values of a .yml/.yaml/.json or .csv file, every one as it was written. Raises FillError.

    `marks` say what the labels of blanks of other periods begin with (spec's `blank`): {"last": "上年·", …}.
    """
    text = decode(path).replace("\r\n", "\n").replace("\r", "\n")
    table = path.suffix.lower() == ".csv"
    if not text.strip():
        raise FillError([f"{path}:1 文件是空的；应为一行一个{'“名称,值”' if table else '“键: 值”'}"])
    return csv_values(text, path, marks) if table else yaml_values(text, path)


def decode(path: Path) -> str:
    """Return a data file's text; UTF-8 and GBK are both read. Raises FillError for anything else."""
    raw = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FillError([f"{path}:1 不是文本文件（既不是 UTF-8 也不是 GBK）；请另存为 .csv 或 .yml"])


def yaml_values(text: str, path: Path) -> list[Value]:
    """Return `键: 值` pairs; a file saved by the page holds them under `values`. Raises FillError."""
    try:
        root = parse(text)
    except YamlFault as fault:
        raise FillError([f"{path}:{fault.line} {fault.found}；应为一行一个“键: 值”"]) from None
    inside = saved_values(root, path)
    pairs = inside or root
    refuse(pairs, path)
    return [Value(key, "" if n.tag == "null" else n.text, line, inside is not None) for key, line, n in pairs.pairs]


def saved_values(root: Node, path: Path) -> Node | None:
    """Return the values of a file that the page saved, None for any other file. Raises FillError for other versions."""
    version, values = (root.get(key) for key in SAVED_PAGE)
    if version and values and version.text != VERSION:
        raise FillError([f"{path}:{version.line} 这个文件的版本“{version.text}”不认识；请从网页上重新保存"])
    return values if version else None


def refuse(root: Node, path: Path) -> None:
    """Raise FillError for anything but names with values, values that are no single line, and names given twice."""
    kinds = {"list": "列表", "mapping": "下一层的键和值", "scalar": "一段文字"}
    if root.kind != "mapping":
        raise FillError([f"{path}:{root.line} 应为一行一个“键: 值”，写的是{kinds[root.kind]}"])
    nested = [(key, node) for key, _, node in root.pairs if node.kind != "scalar"]
    wrong = [f"{path}:{n.line} “{key}”的值应为一个数或一行文字，写的是{kinds[n.kind]}" for key, n in nested]
    wrong += [f"{path}:{line} “{key}”写了两次；删去一处" for key, line in root.repeated()]
    if wrong:
        raise FillError(wrong)


def csv_values(text: str, path: Path, marks: Mapping[str, str]) -> list[Value]:
    """Return the first two columns of a table: name and value; a heading row is left out. Raises FillError."""
    rows = [(line, row) for line, row in csv_rows(text, path) if any(row)]
    if rows and tuple(rows[0][1][:5]) == TABLE_HEAD:
        return [value for n, row in rows[1:] for value in table_values(row, n, marks)]
    if rows and tuple(rows[0][1][:2]) in HEADS:
        rows = rows[1:]
    short = [f"{path}:{n} 只有一列“{row[0]}”；应为两列：名称,值" for n, row in rows if len(row) < 2]
    if short:
        raise FillError(short)
    return [Value(row[0], row[1], n) for n, row in rows]


def table_values(row: list[str], line: int, marks: Mapping[str, str]) -> Iterator[Value]:
    """Yield the filled cells of a row of the desk's data table, which has the items of a whole draft."""
    name = unguarded(row[0])
    for column, period in TABLE_PERIODS.items():
        text = unguarded(row[column]) if column < len(row) else ""
        if text:
            yield Value(of_period(name, period, marks), text, line, saved=True)


def of_period(name: str, period: str, marks: Mapping[str, str]) -> str:
    """Return the name of a value of another period: 上年·新建基层工会, township/tea#品牌名@last."""
    if not period:
        return name
    return f"{name}@{period}" if "#" in name or is_ascii_key(name) else marks.get(period, "") + name


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that keeps spreadsheet programs from taking it for a formula."""
    return cell[1:] if GUARDED.match(cell) else cell


def csv_rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table, each with the line that it begins on. Raises FillError."""
    reader = csv.reader(io.StringIO(text, newline=""))
    line = 1
    try:
        for row in reader:
            yield line, [cell.strip() for cell in row]
            line = reader.line_num + 1
    except csv.Error:
        raise FillError([f"{path}:{line} 从这里起读不下去；看看英文双引号是不是成对"]) from None
