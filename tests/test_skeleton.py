"""Skeletons in Markdown: the text with its blanks open, and front matter that lists them."""

from __future__ import annotations

import re

import pytest
import yaml

from kb.document import sections
from kb.model import Sample
from kb.publish import skeleton
from published import TEA, body_only, real_content, real_spec, sample

REAL = [pytest.param(s, id=s.path) for s in real_content().samples if not s.is_snippet]


def body(text: str) -> str:
    """Return the skeleton of a sample with this body, without front matter, title and signature."""
    return skeleton.build(sample(body_only(text, "sign: none\n")), real_spec()).partition("# 试验标题\n\n")[2]


def test_skeleton_as_a_whole():
    assert (
        skeleton.build(sample(TEA), real_spec())
        == """---
title: 乡镇总工会年度工作总结（茶厂多）
sample: township/tea
unit: township
genre: annual_summary
slots:
- {key: unit_name, label: 单位全称, unit: ''}
- {key: year, label: 年度, unit: ''}
- {key: 走访茶厂, label: 走访茶厂, unit: ''}
- {key: new_unions@last, label: 上年·新建基层工会, unit: 家}
- {key: new_unions, label: 新建基层工会, unit: 家}
- {key: 补建小组, label: 补建小组, unit: ''}
- {key: letters, label: 劳动法律监督提示函, unit: 份}
- {key: 当面送达, label: 当面送达, unit: ''}
- {key: 邮寄送达, label: 邮寄送达, unit: ''}
- key: next_year
  label: 下一年度
  unit: ''
  formula: {from: year, add: 1}
- {key: new_unions@plan, label: 明年计划·新建基层工会, unit: 家}
- {key: sign_date, label: 成文日期, unit: ''}
relations:
- kind: sum
  item: letters
  of: [当面送达, 邮寄送达]
---

# 【单位全称】【年度】年工作总结

【年度】年，【单位全称】盯住**采茶季**用工。

## 一、把会建到茶厂

### （一）先摸底

走访茶厂【走访茶厂】家，上年新建基层工会【上年·新建基层工会】家，今年【新建基层工会】家。

### （二）再补漏

- 采茶前补建【补建小组】个小组
- 采茶后再查一遍

## 二、把函送到人

发出提示函【劳动法律监督提示函】份，其中当面送达【当面送达】份、邮寄送达【邮寄送达】份。

| 送达 | 份数 |
| --- | --- |
| 当面 | 【当面送达】 |

## 三、【下一年度】年先做一件

3月底前新建【明年计划·新建基层工会】家。

【单位全称】

【成文日期】
"""
    )


def test_sign_none_leaves_out_the_signature_and_its_blanks():
    built = skeleton.build(sample(body_only("新建{{new_unions=5}}家。", "sign: none\n")), real_spec())
    assert built == (
        "---\n"
        "title: 试验\n"
        "sample: township/tea\n"
        "unit: township\n"
        "genre: plan\n"
        "slots:\n"
        "- {key: new_unions, label: 新建基层工会, unit: 家}\n"
        "---\n\n"
        "# 试验标题\n\n"
        "新建【新建基层工会】家。\n"
    )


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        pytest.param("{{new_unions@last=3}}", "【上年·新建基层工会】", id="last year"),
        pytest.param("{{new_unions@plan=4}}", "【明年计划·新建基层工会】", id="plan"),
        pytest.param("{{last_year}}年", "【上一年度】年", id="derived"),
        pytest.param("{{上级转办=41}}件", "【上级转办】件", id="free text"),
        pytest.param("`{code}`", "`{code}`", id="code is left alone"),
        pytest.param("<!-- 说明 -->甲", "甲", id="comment dropped"),
        pytest.param("第一行\n第二行", "第一行\n第二行", id="paragraph broken by hand"),
        pytest.param("1. 甲\n2. 乙", "1. 甲\n2. 乙", id="numbered list"),
    ],
)
def test_block_of_a_skeleton(written: str, printed: str):
    assert body(written) == printed + "\n"


def test_headings_of_all_levels_are_numbered():
    written = (
        "## 甲 {: theme=organization }\n\n### 乙\n\n#### 丙\n\n##### 丁\n\n文。\n\n## 戊 {: theme=rights_law }\n\n文。"
    )
    assert body(written) == "## 一、甲\n\n### （一）乙\n\n#### 1.丙\n\n##### （1）丁\n\n文。\n\n## 二、戊\n\n文。\n"


@pytest.mark.parametrize("found", REAL)
def test_every_blank_of_a_real_skeleton_is_in_its_front_matter_and_the_reverse(found: Sample):
    _, front, text = skeleton.build(found, real_spec()).split("---\n", 2)
    listed = [entry["label"] for entry in yaml.safe_load(front)["slots"]]
    assert list(dict.fromkeys(re.findall("【([^【】]*)】", text))) == listed
    assert len(listed) >= 12
    assert "{{" not in text


@pytest.mark.parametrize("found", REAL)
def test_a_real_skeleton_has_every_section(found: Sample):
    headings = re.findall("^##+ (.*)$", skeleton.build(found, real_spec()), re.M)
    numbers = [s.number for s in sections(found, real_spec())]
    assert len(numbers) >= 4
    assert [h[: len(n)] for h, n in zip(headings, numbers, strict=True)] == numbers
