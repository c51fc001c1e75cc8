"""The skeleton that the tests of `kb fill` fill."""

from __future__ import annotations

from pathlib import Path

from conftest import Run, Tree

FRONT = """---
title: 乡镇总工会年度工作总结（试验用）
sample: township/a
unit: township
genre: annual_summary
slots:
- {key: year, label: 年度, unit: ''}
- {key: unit_name, label: 单位全称, unit: ''}
- {key: new_unions, label: 新建基层工会, unit: 家}
- {key: new_unions@plan, label: 明年计划·新建基层工会, unit: 家}
- {key: petitions, label: 接待来信来访, unit: 件次}
- {key: 上级转办, label: 上级转办, unit: ''}
- {key: 直接接待, label: 直接接待, unit: ''}
- {key: dispute_in, label: 受理劳动争议, unit: 件}
- {key: dispute_ok, label: 调解成功, unit: 件}
- {key: dispute_rate, label: 调解成功率, unit: '%'}
- key: next_year
  label: 下一年度
  unit: ''
  formula: {from: year, add: 1}
relations:
- kind: sum
  item: petitions
  of: [上级转办, 直接接待]
---

"""

TEXT = """# 【单位全称】【年度】年工作总结

【年度】年新建基层工会【新建基层工会】家，名单见【附表】。

接待来信来访【接待来信来访】件次，其中上级转办【上级转办】件、直接接待【直接接待】件。

受理劳动争议【受理劳动争议】件，调解成功【调解成功】件，成功率【调解成功率】%。

【下一年度】年新建【明年计划·新建基层工会】家。
"""

SKELETON = FRONT + TEXT
LABELS = [
    "单位全称",
    "年度",
    "新建基层工会",
    "接待来信来访",
    "上级转办",
    "直接接待",
    "受理劳动争议",
    "调解成功",
    "调解成功率",
    "下一年度",
    "明年计划·新建基层工会",
]
ALL = """year: 2026
unit_name: 青石镇总工会
new_unions: 12
new_unions@plan: 15
petitions: 9
上级转办: 3
直接接待: 6
dispute_in: 58
dispute_ok: 52
dispute_rate: 89.7
"""
FILLED = """# 青石镇总工会2026年工作总结

2026年新建基层工会12家，名单见【附表】。

接待来信来访9件次，其中上级转办3件、直接接待6件。

受理劳动争议58件，调解成功52件，成功率89.7%。

2027年新建15家。
"""


def fill(tree: Tree, name: str, data: str | bytes, *more: str) -> Run:
    """Run `kb fill` with a data file of this name and content; the skeleton is a.md."""
    tree.write({"a.md": SKELETON, name: data})
    return tree.kb("fill", "a.md", "--data", name, *more)


def account(used: int, still_open: list[str], before: str = "") -> str:
    """Return what the command says on standard error."""
    blanks = "".join(f"  还空着：{label}\n" for label in still_open)
    return f"填了{used}项，还有{len(still_open)}个空格没填\n{before}{blanks}"


def without(*filled: str) -> list[str]:
    """Return the labels that are still open when these are filled."""
    return [label for label in LABELS if label not in filled]


def files(tree: Tree) -> set[Path]:
    """Return everything in the project, to see that nothing was written."""
    return set(tree.root.rglob("*"))
