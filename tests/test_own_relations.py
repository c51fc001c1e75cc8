"""Relations that an author declares in the front matter of one sample."""

from __future__ import annotations

import pytest

from kb.model import Problem, Relation, Severity
from kb.sample_file import parse_sample

FRONT = "---\ntitle: 试验\nheading: 试验标题\n"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("- {kind: sum, item: 甲, of: [乙, 丙]}", Relation("sum", "甲", ("乙", "丙"), Severity.ERROR, line=5)),
        (
            "- {kind: ratio, item: 甲, of: [乙, 丙], percent: true}",
            Relation("ratio", "甲", ("乙", "丙"), Severity.ERROR, percent=True, line=5),
        ),
        (
            "- {kind: at_most, item: 甲@plan, of: [乙@plan], text: 口径}",
            Relation("at_most", "甲@plan", ("乙@plan",), Severity.CHECK, text="口径", line=5),
        ),
    ],
    ids=["sum", "ratio", "at_most"],
)
def test_own_relations_are_read(written: str, found: Relation):
    sample, faults = parse_sample(f"{FRONT}relations:\n{written}\n---\n", "a.md")
    assert (sample.relations, faults) == ([found], [])


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("- 甲", "这一条应为键和值，写的是文字"),
        ("- [甲]", "这一条应为键和值，写的是列表"),
        ("- {}", "这一条缺少：kind、item、of"),
        ("- {kind: sum, item: 甲}", "这一条缺少：of"),
        ("- {kind: total, item: 甲, of: [乙]}", "这一条的 kind 写的是“total”，可用的是：ratio、sum、at_most"),
        ("- {kind: [sum], item: 甲, of: [乙]}", "这一条的 kind 应为文字，写的是列表"),
        ("- {kind: sum, item: 甲, of: 乙}", "这一条的 of 应为列表，写的是文字"),
        ("- {kind: sum, item: 甲, of: {乙: 1}}", "这一条的 of 应为列表，写的是键和值"),
        ("- {kind: sum, item: 甲, of: [[乙]]}", "这一条的 of 第1项应为文字，写的是列表"),
        ("- {kind: sum, item: 甲, of: []}", "这一条的 of 应有至少1项（kind 是 sum），写的是0项"),
        ("- {kind: ratio, item: 甲, of: [乙]}", "这一条的 of 应有2项（kind 是 ratio），写的是1项"),
        ("- {kind: at_most, item: 甲, of: [乙, 丙]}", "这一条的 of 应有1项（kind 是 at_most），写的是2项"),
        ("- {kind: sum, item: 甲, of: [乙], low: 1}", "这一条有未知的键“low”，可用的是：kind、item、of、percent、text"),
        (
            "- {kind: ratio, item: 甲, of: [乙, 丙], percent: 是}",
            "这一条的 percent 应为 true 或 false，写的是“是”",
        ),
    ],
)
def test_own_relation_of_a_wrong_shape_is_reported_and_left_out(written: str, found: str):
    sample, faults = parse_sample(f"{FRONT}relations:\n{written}\n---\n", "docs/a.md")
    assert faults == [Problem("docs/a.md", 5, "KB109", found)]
    assert sample.relations == []
