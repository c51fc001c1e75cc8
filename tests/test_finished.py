"""Paragraphs that are finished without Markdown: the same as Markdown would have made of them."""

from __future__ import annotations

import markdown
import pytest

from kb.document import render
from kb.site.finished import Held, is_plain
from published import real_content

PLAIN = [
    "今年新建12家，其中“小三级”3家；比上年多25%。",
    "2026年围绕中心\n换一行再写",
    '经费（元）：3,200 @ $5 "引号" 1/2',
    "字",
]
MARKED = [
    "做**实**事",
    "见[附件](a.md)",
    "3<5",
    "甲&乙",
    "`码`",
    "一*二*",
    "# 题",
    "- 项",
    "1. 项",
    "12) 项",
    "> 引",
    "甲\n---",
    "甲\n===",
    "/// html",
    "字\n{: .x }",
    "甲 | 乙",
    r"\*",
    "![图](a.png)",
    "甲\t乙",
    "",
]


@pytest.mark.parametrize("text", PLAIN)
def test_text_without_marks_is_plain(text: str):
    assert is_plain(text)
    assert markdown.markdown(text, extensions=["tables", "attr_list"]) == f"<p>{text}</p>"


@pytest.mark.parametrize("text", MARKED)
def test_text_that_markdown_reads_marks_in_is_not(text: str):
    assert not is_plain(text)


def test_every_plain_paragraph_of_the_samples_is_what_markdown_makes_of_it():
    blocks = [b for s in real_content().samples for b in s.blocks if b.kind == "paragraph"]
    texts = [text for b in blocks for text in [render(b.text, lambda _: "字")] if is_plain(text)]
    assert len(texts) > len(blocks) // 2
    made = markdown.markdown("\n\n".join(texts), extensions=["tables", "attr_list"])
    assert made == "\n".join(f"<p>{text}</p>" for text in texts)


def test_what_is_held_comes_back_in_its_place():
    held = Held()
    stand_ins = [held("<p>甲</p>"), held(r"<p>\1乙</p>"), held("<p>丙</p>")]
    made = markdown.markdown(f"{stand_ins[0]}\n\n{stand_ins[1]}\n\n## 题\n\n{stand_ins[2]}")
    assert held.put_back(made) == "<p>甲</p>\n<p>\\1乙</p>\n<h2>题</h2>\n<p>丙</p>"


def test_id_of_what_is_held_stays_in_sight_of_a_check_of_links():
    held = Held()
    stand_in = held('<p class="a" id="theme-x">甲<a id="inner">乙</a></p>')
    assert ' id="theme-x"' in stand_in
    assert ' id="' not in held('<p class="a">甲<a id="inner">乙</a></p>')
    assert held.put_back(markdown.markdown(stand_in)) == '<p class="a" id="theme-x">甲<a id="inner">乙</a></p>'
