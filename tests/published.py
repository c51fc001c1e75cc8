"""The sample that the tests of finished files are about, and the real spec they are made with."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from conftest import ROOT
from kb.model import Sample
from kb.paths import Project
from kb.rules.gate import Findings, check
from kb.sample_file import parse_sample
from kb.spec import Spec, load
from kb.spec.checkup_schema import KINDS

TEA = """---
title: 乡镇总工会年度工作总结（茶厂多）
heading: "{{unit_name}}{{year}}年工作总结"
unit: township
genre: annual_summary
span: year
for: 茶厂多、采茶季用工紧的乡镇
source: original
written: 2026-11-20
aliases: [茶厂工会, 采茶季]
relations:
- {kind: sum, item: letters, of: [当面送达, 邮寄送达]}
---

{{year=2026}}年，{{unit_name=青石镇总工会}}盯住**采茶季**用工。

## 把会建到茶厂 {: theme=organization }

### 先摸底

走访茶厂{{走访茶厂=31}}家，上年新建基层工会{{new_unions@last=3}}家，今年{{new_unions=5}}家。

### 再补漏

- 采茶前补建{{补建小组=8}}个小组
- 采茶后再查一遍

## 把函送到人 {: theme=rights_law }

发出提示函{{letters=9}}份，其中当面送达{{当面送达=6}}份、邮寄送达{{邮寄送达=3}}份。

| 送达 | 份数 |
| --- | --- |
| 当面 | {{当面送达}} |

## {{next_year}}年先做一件 {: theme=organization }

3月底前新建{{new_unions@plan=4}}家。
"""

SNIPPETS = """---
title: 乡镇帮扶段落
unit: township
genre: snippet
source: original
written: 2026-11-20
---

## 把难处接住 {: theme=assistance for="困难职工多、经费少" }

走访慰问{{visit_people=52}}人次。
"""


@cache
def real_spec() -> Spec:
    """Return the spec of this repository."""
    return load(ROOT / "spec")[0]


@cache
def real_content() -> Findings:
    """Return the checked content of this repository."""
    return check(Project(ROOT))


def sample(text: str, path: str = "township/tea.md") -> Sample:
    """Return the sample in `text`, which must be well formed."""
    found, problems = parse_sample(text, f"docs/{path}")
    assert problems == []
    return found


def body_only(body: str, front: str = "") -> str:
    """Return a sample with this body and the least front matter; `front` adds lines to it."""
    return f"---\ntitle: 试验\nheading: 试验标题\nunit: township\ngenre: plan\nspan: year\n{front}---\n\n{body}\n"


def written_patterns() -> list[dict[str, Any]]:
    """Return the pattern rules as they are written, each with its kind, in the order in which they are built."""
    files = {kind: (ROOT / "spec" / f"checkup_{kind}.yml").read_text(encoding="utf-8") for kind in KINDS}
    return [{"kind": kind} | rule for kind, text in files.items() for rule in yaml.safe_load(text)["patterns"]]
