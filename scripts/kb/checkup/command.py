"""What `kb checkup` prints: for people, and as JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from kb.checkup.finding import Finding, Result
from kb.checkup.read import SUFFIXES
from kb.checkup.rulebook import Rules
from kb.spec import Spec

AROUND = 8
SEVERITIES = {"must": "必须改", "should": "建议改", "check": "请核对"}
GUESSED = {"unit": "单位类型", "genre": "文种", "year": "年份"}


def drafts(paths: Sequence[Path]) -> list[Path]:
    """Return the files, and of the folders all files that can be read, each once."""
    found: list[Path] = []
    for path in paths:
        inside = (f for f in path.rglob("*") if f.suffix.lower() in SUFFIXES and f.is_file() and f.name[0] != "~")
        found += sorted(inside) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def as_json(file: Path, result: Result) -> str:
    """Return the JSON object of one draft, on one line."""
    about = dataclasses.asdict(result.about)
    findings = [dataclasses.asdict(f) for f in result.findings]
    return json.dumps({"file": str(file), **about, "findings": findings}, ensure_ascii=False)


def as_text(file: Path, text: str, result: Result, spec: Spec) -> Iterator[str]:
    """Yield the lines about one draft for a reader."""
    yield f"{file}：{said(result, spec)}"
    kinds: Rules = spec.checkup["kinds"]  # type: ignore[assignment]
    for finding in result.findings:
        yield "  " + line(finding, text, kinds)
    number = {s: sum(f.severity == s for f in result.findings) for s in SEVERITIES}
    yield "  " + "，".join(f"{SEVERITIES[s]}{n}处" for s, n in number.items())


def said(result: Result, spec: Spec) -> str:
    """Say what is known of a draft and what of it was guessed."""
    about = result.about
    unit = spec.units[about.unit].name if about.unit in spec.units else "单位类型看不出"
    genre = spec.genres[about.genre].name if about.genre in spec.genres else about.genre
    note = f"（{'、'.join(GUESSED[g] for g in about.guessed)}是从文中看的，不对就写明）" if about.guessed else ""
    return f"{unit}，{genre}，{about.year}年{note}"


def line(finding: Finding, text: str, kinds: Rules) -> str:
    """Return a finding as one line: where, how grave, what kind, what and why, on what basis, the repair."""
    start, end = finding.start, finding.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    shown = before.rpartition("\n")[2] + " ".join(finding.text.split("\n")) + after.partition("\n")[0]
    place = f"第{text.count(chr(10), 0, start) + 1}行"
    repair = f"；可改成“{finding.repair}”" if finding.repair is not None else ""
    head = f"{place}［{SEVERITIES[finding.severity]}］{kinds.get(finding.kind, finding.kind)}"
    return f"{head} “…{shown.strip()}…”：{finding.message}（{finding.level}：{finding.basis}）{repair}"
