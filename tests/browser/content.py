"""The samples that the browser tests read, fill in and copy, and how the first one reads in every output."""

from __future__ import annotations

from collections.abc import Mapping

TEA = """---
title: 乡镇总工会年度工作总结（茶厂多）
heading: "{{unit_name}}{{year}}年工作总结"
unit: township
genre: annual_summary
span: year
for: 茶厂多、采茶季用工紧的乡镇
source: original
written: 2026-11-20
---

{{year=2026}}年，{{unit_name=青石镇总工会}}盯住**采茶季**用工，比{{last_year}}年早动手一个月。

## 把会建到茶厂 {: theme=organization }

### 先摸底

走访茶厂{{走访茶厂=31}}家，上年新建基层工会{{new_unions@last=3}}家，今年{{new_unions=5}}家。

### 再补漏

- {{补建小组=8}}个小组在采茶前补建
- 采茶后再查一遍

## 把争议调在厂里 {: theme=rights_law }

受理劳动争议{{dispute_in=58}}件，调解成功{{dispute_ok=52}}件，成功率{{dispute_rate=89.7}}%。

| 送达 | 份数 |
| --- | --- |
| 当面 | {{当面送达=6}} |

## {{next_year}}年先做一件 {: theme=plan_tasks }

3月底前新建{{new_unions@plan=4}}家，仍由{{unit_name}}牵头。
"""

# Shares year, unit_name and new_unions with TEA, and has a free-text blank of the same name that it must not share.
BAMBOO = """---
title: 乡镇总工会年度工作总结（竹器厂多）
heading: "{{unit_name}}{{year}}年工作总结"
unit: township
genre: annual_summary
span: year
for: 竹器厂多、计件工多的乡镇
source: original
written: 2026-11-20
---

{{year=2026}}年，{{unit_name=白竹镇总工会}}把计件单价谈到桌面上。

## 先把单价谈明白 {: theme=collective_bargaining }

顺路走访茶厂{{走访茶厂=2}}家，新建基层工会{{new_unions=7}}家。
"""

# Long enough to scroll in; its blanks make lines of other lengths in every view.
PARAGRAPH = "{{year}}年新建基层工会{{new_unions}}家，由{{unit_name}}牵头，先到厂里看，再到村里问，最后把事定下来。"
LONG = (
    """---
title: 乡镇总工会年度工作总结（长）
heading: "{{unit_name=长亭镇总工会}}{{year=2026}}年工作总结"
unit: township
genre: annual_summary
span: year
for: 要写满三千字的乡镇
source: original
written: 2026-11-20
---

新建基层工会{{new_unions=7}}家。

"""
    + "\n\n".join(
        f"## 第{n}类事 {{: theme=organization }}\n\n{PARAGRAPH * 3}\n\n{PARAGRAPH * 4}" for n in "一二三四五六七"
    )
    + "\n"
)

# A small site, by the path of its pages in docs/.
DOCS = {
    "index.md": "# 首页\n\n<!-- kb:chooser -->\n\n<!-- kb:matrix -->\n",
    "township/index.md": "# 乡镇\n\n<!-- kb:samples -->\n\n<!-- kb:sections -->\n",
    "township/tea.md": TEA,
    "township/bamboo.md": BAMBOO,
    "township/long.md": LONG,
}

# TEA as plain text. The names in braces are this module's own, so that a format string can hold them.
TEXT = """{unit}{year}年工作总结
　　{year}年，{unit}盯住采茶季用工，比{last_year}年早动手一个月。
　　一、把会建到茶厂
　　（一）先摸底
　　走访茶厂{visited}家，上年新建基层工会{new_last}家，今年{new}家。
　　（二）再补漏
　　{groups}个小组在采茶前补建
　　采茶后再查一遍
　　二、把争议调在厂里
　　受理劳动争议{taken}件，调解成功{settled}件，成功率{rate}%。
送达\t份数
当面\t{handed}
　　三、{next_year}年先做一件
　　3月底前新建{planned}家，仍由{unit}牵头。
{unit}
{date}"""

MARKDOWN = """# {unit}{year}年工作总结

{year}年，{unit}盯住**采茶季**用工，比{last_year}年早动手一个月。

## 一、把会建到茶厂

### （一）先摸底

走访茶厂{visited}家，上年新建基层工会{new_last}家，今年{new}家。

### （二）再补漏

- {groups}个小组在采茶前补建
- 采茶后再查一遍

## 二、把争议调在厂里

受理劳动争议{taken}件，调解成功{settled}件，成功率{rate}%。

| **送达** | **份数** |
| --- | --- |
| 当面 | {handed} |

## 三、{next_year}年先做一件

3月底前新建{planned}家，仍由{unit}牵头。

{unit}

{date}
"""

EXAMPLES = {
    "unit": "青石镇总工会",
    "year": "2026",
    "last_year": "2025",
    "next_year": "2027",
    "visited": "31",
    "new_last": "3",
    "new": "5",
    "groups": "8",
    "taken": "58",
    "settled": "52",
    "rate": "89.7",
    "handed": "6",
    "planned": "4",
    "date": "2026年12月10日",
}
BLANKS = {
    "unit": "【单位全称】",
    "year": "【年度】",
    "last_year": "【上一年度】",
    "next_year": "【下一年度】",
    "visited": "【走访茶厂】",
    "new_last": "【上年·新建基层工会】",
    "new": "【新建基层工会】",
    "groups": "【补建小组】",
    "taken": "【受理劳动争议】",
    "settled": "【调解成功】",
    "rate": "【调解成功率】",
    "handed": "【当面送达】",
    "planned": "【明年计划·新建基层工会】",
    "date": "【成文日期】",
}
# What a reader types, by the name that an input has for a screen reader, and how the text then reads.
TYPED = {"单位全称": "云岭镇总工会", "年度": "2027", "新建基层工会（家）": "9", "走访茶厂": "40"}
FILLED = BLANKS | {
    "unit": "云岭镇总工会",
    "year": "2027",
    "last_year": "2026",
    "next_year": "2028",
    "new": "9",
    "visited": "40",
}


def read_lines(values: Mapping[str, str], text: str = TEXT) -> list[str]:
    """Return the text block by block as a page shows it: no indents, and each cell of a table by itself."""
    return [part for line in text.format(**values).splitlines() for part in line.strip("　").split("\t")]


def section(text: str, start: str, end: str) -> str:
    """Return the lines of a text from the one that contains `start` up to the one that contains `end`."""
    lines = text.splitlines()
    first, last = (next(i for i, line in enumerate(lines) if mark in line) for mark in (start, end))
    return "\n".join(lines[first:last])
