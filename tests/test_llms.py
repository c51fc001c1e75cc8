"""llms.txt: a short list of what is where."""

from __future__ import annotations

from kb.publish import catalog, llms
from published import SNIPPETS, TEA, real_spec, sample


def test_list_as_a_whole():
    town = TEA.replace("茶厂多、采茶季用工紧的乡镇", "茶乡").replace("乡镇总工会年度工作总结（茶厂多）", "茶乡总结")
    school = TEA.replace("unit: township", "unit: school").replace("茶厂多、采茶季用工紧的乡镇", "茶校")
    school = school.replace("乡镇总工会年度工作总结（茶厂多）", "茶校总结")
    samples = [sample(school, "school/a.md"), sample(SNIPPETS, "township/snippets/assistance.md"), sample(town)]
    assert (
        llms.build(catalog.build(samples, real_spec()), real_spec())
        == """# 工会文稿模板库

> 基层工会写工作总结和计划用的范文、骨架和数据项。范文里的单位和数字都是虚构的示例。

- [catalog.json](catalog.json)：全部范文和段落的目录

## 乡镇

- [茶乡总结](township/tea.html)：茶乡；骨架 [skeletons/township/tea.md](skeletons/township/tea.md)

## 学校

- [茶校总结](school/a.html)：茶校；骨架 [skeletons/school/a.md](skeletons/school/a.md)
"""
    )


def test_no_samples_no_unit_types():
    assert llms.build({"samples": []}, real_spec()) == llms.INTRO


def test_of_a_large_unit_type_the_first_are_listed():
    samples = [sample(TEA, f"township/tea-{n}.md") for n in range(300)]
    lines = llms.build(catalog.build(samples, real_spec()), real_spec()).splitlines()
    listed = lines[lines.index("## 乡镇") + 2 :]
    assert [line[:3] for line in listed] == ["- ["] * llms.MOST_OF_A_UNIT + ["- 另"]
    assert listed[-1] == "- 另有280篇：[乡镇](township/index.html)"
