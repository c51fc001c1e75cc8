"""Values from a .yml, .json or .csv file, every one as it was written."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from kb.fill.faults import FillError
from kb.yaml_file import Node, YamlFault, parse

ENCODINGS = ("utf-8-sig", "gb18030")  # spreadsheet programs in China save .csv as GBK
HEADS = {("key", "value"), ("键", "值"), ("名称", "值"), ("名称", "数值"), ("数据项", "值")}
SAVED_PAGE = ("kb", "values")  # what the page's 保存到文件 writes


@dataclass(frozen=True)
class Value:
    """One value of a data file, with the line that it stands on."""

    name: str
    text: str
    line: int


def read_values(path: Path) -> list[Value]:
    """Return the values of a .yml/.yaml/.json or .csv file, every one as it was written. Raises FillError."""
    text = decode(path).replace("\r\n", "\n")
    read = csv_values if path.suffix.lower() == ".csv" else yaml_values
    return read(text, path)


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
    if root.kind != "mapping":
        written = "列表" if root.kind == "list" else "一段文字"
        raise FillError([f"{path}:{root.line} 应为一行一个“键: 值”，写的是{written}"])
    if all(root.get(key) for key in SAVED_PAGE):
        root = root.get("values") or root
    refuse(root, path)
    return [Value(key, "" if n.tag == "null" else n.text, line) for key, line, n in root.pairs]


def refuse(root: Node, path: Path) -> None:
    """Raise FillError for values that are no single line, and for names given twice."""
    kinds = {"list": "列表", "mapping": "下一层的键和值"}
    nested = [(key, node) for key, _, node in root.pairs if node.kind != "scalar"]
    wrong = [f"{path}:{n.line} “{key}”的值应为一个数或一行文字，写的是{kinds[n.kind]}" for key, n in nested]
    wrong += [f"{path}:{line} “{key}”写了两次；删去一处" for key, line in root.repeated()]
    if wrong:
        raise FillError(wrong)


def csv_values(text: str, path: Path) -> list[Value]:
    """Return the first two columns of a table: name and value; a heading row is left out. Raises FillError."""
    rows = [(n, [c.strip() for c in row]) for n, row in enumerate(csv.reader(io.StringIO(text)), 1)]
    rows = [(n, row) for n, row in rows if any(row)]
    if rows and tuple(rows[0][1][:2]) in HEADS:
        rows = rows[1:]
    short = [f"{path}:{n} 只有一列“{row[0]}”；应为两列：名称,值" for n, row in rows if len(row) < 2]
    if short:
        raise FillError(short)
    return [Value(row[0], row[1], n) for n, row in rows]
