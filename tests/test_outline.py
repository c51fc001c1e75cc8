"""Outlines in Markdown: headings, what to write, which figures to report."""

from __future__ import annotations

from kb.publish import outline
from kb.publish.files import of_samples
from published import SNIPPETS, TEA, body_only, real_content, real_spec, sample


def test_outline_as_a_whole():
    assert (
        outline.build(sample(TEA), real_spec())
        == """# 【单位全称】【年度】年工作总结

适合：茶厂多、采茶季用工紧的乡镇

## 开头

写什么：时间、领导与指导、指导思想一句、总评一句（含1—2个总数）

要填的：

- 年度：【年度】
- 单位全称：【单位全称】

## 一、把会建到茶厂

写什么：建会、入会、换届、小三级工会、规范化、建家

### （一）先摸底

要填的：

- 走访茶厂：【走访茶厂】
- 上年·新建基层工会（家）：【上年·新建基层工会】
- 新建基层工会（家）：【新建基层工会】

### （二）再补漏

要填的：

- 补建小组：【补建小组】

## 二、把函送到人

写什么：劳动法律监督、争议调解、法律援助、普法、信访、劳动领域政治安全

要填的：

- 劳动法律监督提示函（份）：【劳动法律监督提示函】
- 当面送达：【当面送达】
- 邮寄送达：【邮寄送达】

## 三、【下一年度】年先做一件

写什么：建会、入会、换届、小三级工会、规范化、建家

要填的：

- 下一年度：【下一年度】
- 明年计划·新建基层工会（家）：【明年计划·新建基层工会】

【单位全称】

【成文日期】
"""
    )


def test_sign_none_leaves_out_the_signature_and_a_section_without_blanks_lists_none():
    text = body_only("开头。\n\n## 建会 {: theme=organization }\n\n三家。", "for: 试验用\nsign: none\n")
    assert outline.build(sample(text), real_spec()) == (
        "# 试验标题\n\n"
        "适合：试验用\n\n"
        "## 开头\n\n"
        "写什么：时间、领导与指导、指导思想一句、总评一句（含1—2个总数）\n\n"
        "## 一、建会\n\n"
        "写什么：建会、入会、换届、小三级工会、规范化、建家\n"
    )


def test_snippets_have_neither_skeleton_nor_outline():
    made = of_samples([sample(SNIPPETS, "township/snippets/assistance.md"), sample(TEA)], real_spec())
    assert [name for name, _ in made if not name.startswith("assets/")] == [
        "catalog.json",
        "skeletons/township/tea.md",
        "skeletons/township/tea.outline.md",
        "llms.txt",
    ]


def test_every_real_sample_has_both():
    found = real_content()
    names = [s.path.removesuffix(".md") for s in found.samples if not s.is_snippet]
    every = {name for name, _ in of_samples(found.samples, found.spec)}
    files = {name for name in every if not name.startswith("assets/")}
    assert names
    made = {f"skeletons/{name}{end}" for name in names for end in (".md", ".outline.md")}
    assert files == {"catalog.json", "llms.txt"} | made
