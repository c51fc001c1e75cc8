"""A sample's file and the Sample in it, every line number kept; what can't be read becomes a Problem, never silence."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kb import slots
from kb.markdown_text import parse_blocks, without_comments
from kb.model import Problem, Relation, Sample, Severity
from kb.spec.build import relation
from kb.spec.schema import OWN_RELATION
from kb.spec.shapes import faults
from kb.yaml_file import Node, YamlFault, parse

MAX_BYTES = 200 * 1024
FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
EMPTY = Node("mapping", 1)


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """Return the text of a file with \\n as its only line end, or why it can't be read."""
    if path.stat().st_size > MAX_BYTES:
        return "", [Problem(shown, 1, "KB502", f"文件有 {path.stat().st_size // 1024:,} KB")]
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = path.read_bytes()[: fault.start].count(b"\n") + 1
        return "", [Problem(shown, line, "KB501", f"这里开始不是 UTF-8（{guess_encoding(path)}）")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def guess_encoding(path: Path) -> str:
    """Say what a file that is not UTF-8 may be: most are what older Windows programs write."""
    raw = path.read_bytes()
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "像是 UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "不像文本文件"
    return "像是 GBK"


def parse_sample(text: str, shown: str) -> tuple[Sample, list[Problem]]:
    """Return the Sample in `text` and what is wrong with its form; its content is left to the rules.

    `shown` is the file's name in the problems. Nothing is raised: what can't be read is left empty.
    """
    front, first_line, body, problems = split(text, shown)
    readable = not problems
    body_line = text[: len(text) - len(body)].count("\n") + 1
    body = without_comments(body)
    found, slot_faults = slots.scan(body, line=body_line)
    title = front.get("heading")
    title_slots, title_faults = slots.scan(title.text, line=title.line) if title else ((), ())
    problems += [Problem(shown, f.line, f.code, f.found) for f in [*slot_faults, *title_faults]]
    problems += [Problem(shown, line, "KB109", found) for line, found in relation_faults(front)]
    problems += [Problem(shown, line, "KB108", f"键“{key[:40]}”写了两次") for key, line in front.repeated()]
    meta = front.plain()
    sample = Sample(
        path=shown.removeprefix("docs/"),
        meta=meta if isinstance(meta, dict) else {},
        lines={key: line for key, line, _ in front.pairs} | {"": first_line},
        blocks=parse_blocks(body, body_line),
        slots=list(found),
        heading_slots=list(title_slots),
        relations=relations(front),
        readable=readable,
    )
    return sample, problems


def split(text: str, shown: str) -> tuple[Node, int, str, list[Problem]]:
    """Return front matter, its first line, the body, and why the front matter can't be read."""
    match = FRONT_MATTER.match(text)
    if not match:
        found = "没有结束文件头的 ---" if text.startswith("---") else f"第一行是“{text.split(chr(10))[0][:20]}”"
        return EMPTY, 1, "" if text.startswith("---") else text, [Problem(shown, 1, "KB107", found)]
    body = text[match.end() :]
    try:
        front = parse(match["yaml"], first_line=2)
    except YamlFault as fault:
        return EMPTY, 1, body, [Problem(shown, fault.line, "KB101", fault.found)]
    if front.kind != "mapping":
        return EMPTY, 1, body, [Problem(shown, 2, "KB101", "文件头不是一行一个“键: 值”")]
    return front, 1, body, []


def declared(front: Node) -> tuple[Node, ...]:
    """Return the entries under `relations`."""
    node = front.get("relations")
    return node.items if node else ()


def relation_faults(front: Node) -> Iterator[tuple[int, str]]:
    """Yield line and fault of what the author declared and can't be read as a relation."""
    for node in declared(front):
        yield from ((line, found) for line, _, found in faults(node, OWN_RELATION, "这一条"))


def relations(front: Node) -> list[Relation]:
    """Return the relations that an author declared for this sample alone; sums and ratios must hold."""
    found = [relation(n, "") for n in declared(front) if not any(faults(n, OWN_RELATION))]
    return [replace(r, severity=Severity.ERROR if r.kind in ("ratio", "sum") else Severity.CHECK) for r in found]
