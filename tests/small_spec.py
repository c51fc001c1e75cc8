"""Small spec files that are right, for tests that put one fault into one of them."""

from __future__ import annotations

from conftest import Tree
from kb.spec import load

RULES = """rules:
- code: KB101
  severity: error
  sentence: 这样写
  repair: 这样改
- code: KB102
  severity: check
  sentence: 那样写
  repair: 那样改
"""
WRITING = """as_of: '2026-11-20'
levels:
  levels:
  - {level: 1, mark: 一、, punct: 顿号, font: 黑体, example: 一、抓建会, confidence: known}
  rules: []
  wrong_to_right: []
  confidence: known
numerals: []
punctuation: []
parts_summary:
- {part: 导语, content: 总评一句, length: 一段, must: true}
parts_plan: []
word_choice: []
defects: []
"""
LAWS = """as_of: '2026-11-20'
laws:
- name: 某某条例
  short: 条例
  level: law
  first_date: '2001-10-27'
  first_effective:
  latest_version:
  latest_date: 2021-12
  effective:
  status: 现行有效
  cite_for: 试验
  unit_types: [township]
  outdated_versions: []
  note: 试验
  confidence: unsure
  source: []
wrong_names:
- {wrong: 某某条例法, match: 条例(?=法), right: 某某条例}
"""
ITEMS = """as_of: '2026-11-20'
identity:
- {key: unit_name, label: 单位全称, kind: text, example: {township: 某某镇总工会}, note: 全称}
- {key: sign_date, label: 落款日期, kind: date, example: {township: 2026年12月1日}, note: 日期}
- {key: year, label: 年度, kind: date, example: {township: '2026'}, note: 年度}
- key: next_year
  label: 下一年度
  kind: date
  formula: {from: year, add: 1}
  example: {township: '2027'}
  note: 下一年
items:
- key: new_unions
  label: 新建基层工会
  kind: count
  unit: 家
  theme: organization
  also: [central_task]
  unit_types: [township]
  range: {township: [1, 30]}
  range_confidence: unsure
  relations:
  - {kind: at_most, of: [total_unions], severity: check}
  confidence: known
  source: []
- key: total_unions
  label: 基层工会总数
  kind: count
  unit: 家
  theme: organization
  unit_types: [township]
  range: {township: [5, 200]}
  range_confidence: unsure
  confidence: known
  source: []
"""


def faults(tree: Tree, name: str, text: str) -> list[tuple[int, str, str]]:
    """Return line, code and finding of all faults of spec/ with `text` in the place of one file; all are in that."""
    tree.write({f"spec/{name}": text})
    found = load(tree.root / "spec")[1]
    assert {p.path for p in found} <= {f"spec/{name}"}
    return [(p.line, p.code, p.found) for p in found]


def changed(text: str, old: str, new: str) -> str:
    """Return `text` with `new` in the place of `old`, which it has once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)
