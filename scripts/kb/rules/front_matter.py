"""KB1xx: what the front matter says."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from kb.model import Problem, Sample
from kb.spec import Spec
from kb.wording import nearest

REQUIRED = ("title", "heading", "unit", "genre", "span", "for", "source", "written")
OPTIONAL = ("aliases", "sign", "relations")
SNIPPET_REQUIRED = ("title", "unit", "genre", "source", "written")
LISTS = {"aliases": "列表，如 [词一, 词二]", "relations": "列表，如 - {kind: sum, item: 甲, of: [乙, 丙]}"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# A snippet file is named after its theme, whose key may have underscores.
SNIPPET_NAME = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
SOURCE = re.compile(r"\d{3}-\d{2}|original")


def check(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield what is wrong with the keys and values, and with the file's place and name."""
    if not sample.readable:
        return
    yield from keys(sample, spec, shown)
    for key, found in values(sample, spec):
        yield Problem(shown, sample.lines[key], "KB104", found)
    yield from place(sample, spec, shown)


def keys(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield unknown and missing keys."""
    known = [*REQUIRED, *OPTIONAL]
    for key, line in sample.lines.items():
        if key and key not in known:
            yield Problem(shown, line, "KB102", f"未知的键“{key[:40]}”{nearest(key, known)}")
    required = SNIPPET_REQUIRED if sample.is_snippet else REQUIRED
    missing = [key for key in required if not sample.meta.get(key)]
    if missing:
        yield Problem(shown, sample.lines[""], "KB103", f"文件头缺少：{'、'.join(missing)}")
    for key in ("heading", "sign"):
        if sample.is_snippet and key in sample.lines:
            yield Problem(shown, sample.lines[key], "KB102", f"片段没有标题和落款，不写“{key}”")


def values(sample: Sample, spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield (key, what is wrong) of every value that is not allowed."""
    for key in sample.lines.keys() & {*REQUIRED, *OPTIONAL}:
        value, wanted = sample.meta[key], LISTS.get(key, "一行文字")
        words = isinstance(value, list) and (key != "aliases" or all(isinstance(v, str) for v in value))
        if not (words if key in LISTS else isinstance(value, str)):
            yield key, f"{key} 应为{wanted}"
    span_choices = spec.genres[sample.get("genre")].spans if sample.get("genre") in spec.genres else tuple(spec.spans)
    choices = {"unit": tuple(spec.units), "genre": tuple(spec.genres), "span": span_choices, "sign": ("none",)}
    for key, allowed in choices.items():
        if (value := sample.get(key)) and value not in allowed:
            yield key, f"{key} 写的是“{value[:40]}”，可用的是：{'、'.join(allowed)}"
    if (source := sample.get("source")) and not SOURCE.fullmatch(source):
        yield "source", f"source 写的是“{source[:40]}”，应为事实单编号（如 002-01）或 original"
    if (written := sample.get("written")) and not is_date(written):
        yield "written", f"written 写的是“{written[:40]}”，应为 2026-11-20 这样的日期"


def is_date(text: str) -> bool:
    """Whether `text` is a day of the calendar as 2026-11-20."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def place(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield what is wrong with the folder and the name of a file in docs/."""
    if not shown.startswith("docs/"):
        return
    folder, _, name = sample.path.rpartition("/")
    form = SNIPPET_NAME if folder.endswith("/snippets") else SLUG
    if not form.fullmatch(name.removesuffix(".md")):
        yield Problem(shown, 1, "KB106", f"文件名是“{name}”")
    unit = sample.get("unit")
    if unit in spec.units and folder not in (unit, f"{unit}/snippets"):
        yield Problem(shown, sample.lines["unit"], "KB105", f"unit 是 {unit}，文件在 {folder}/ 里")
