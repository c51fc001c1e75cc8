"""The reference tables made from spec/: everything sure is shown with its basis, of what is unsure only the name."""

from __future__ import annotations

import html
import re

import pytest

from kb.site.reference_items import items
from kb.site.reference_words import laws, phrases
from kb.spec.tree import entries, text
from published import real_spec

TABLES = {
    "phrases.yml": (phrases, "phrases", "phrase"),
    "laws.yml": (laws, "laws", "name"),
    "data_items.yml": (items, "items", "label"),
}


def made(file: str) -> str:
    return TABLES[file][0]([], real_spec(), f"check/{TABLES[file][1]}.md")


def row(file: str, name: str) -> str:
    """Return the row of an entry as text, cells parted by a bar."""
    found = re.search(rf"<tr data-entry[^>]*><td[^>]*><b>{re.escape(html.escape(name))}</b>.*?</tr>", made(file))
    assert found
    cells = re.sub(r"</td><td[^>]*>", " | ", re.sub(r"<br>|<small>", " ", found.group()))
    return html.unescape(re.sub(r"<[^>]+>", "", cells))


@pytest.mark.parametrize("file", TABLES)
def test_every_sure_entry_is_shown_with_its_confidence(file: str):
    _, key, name = TABLES[file]
    sure = [n for n in entries(real_spec().trees[file], key) if text(n, "confidence") != "unsure"]
    page = made(file)
    assert len(sure) == page.count("<tr data-entry=")
    for node in sure:
        assert f"<b>{html.escape(text(node, name))}</b>" in page
    assert page.count("<b>已核</b>") + page.count("<b>通行</b>") >= len(sure)


@pytest.mark.parametrize("file", ["phrases.yml", "laws.yml"])
def test_of_an_unsure_entry_only_the_name_is_shown_folded_away(file: str):
    _, key, name = TABLES[file]
    unsure = [n for n in entries(real_spec().trees[file], key) if text(n, "confidence") == "unsure"]
    table, folded = made(file).split('<details class="kb-unsure">')
    assert f"<summary>待核（{len(unsure)}条）</summary>" in folded
    for node in unsure:
        assert f"<li>{html.escape(text(node, name))}</li>" in folded
        assert f"<b>{html.escape(text(node, name))}</b>" not in table
        assert text(node, "note") not in folded


def test_a_phrase_has_its_period_what_came_after_it_and_its_source():
    assert row("phrases.yml", "党的十九大") == (
        "党的十九大 | 已过2017年10月24日—2022年10月22日 | 后来的提法：党的二十大 | "
        "习近平新时代中国特色社会主义思想写入党章。 | 通行"
    )
    assert "已核 人民日报：中国共产党第二十次全国代表大会在京闭幕（2022年10月23日）" in row("phrases.yml", "党的二十大")
    assert " | 见说明 | " in row("phrases.yml", "党的二十一大")


def test_what_came_after_a_phrase_is_not_named_while_it_is_unsure():
    assert " | 后来的提法：待核 | " in row("phrases.yml", "八五普法")
    assert "后来的提法：“九五”普法" not in html.unescape(made("phrases.yml"))


def test_a_law_has_the_text_in_force():
    assert row("laws.yml", "中华人民共和国工会法").startswith(
        "中华人民共和国工会法 简称：工会法 | 2021修正（第三次修正） 2021年12月24日公布 2022年1月1日施行 | "
    )


def test_an_item_has_its_relations_in_words_and_its_range_as_a_reminder_only():
    assert " | ＝调解成功÷受理劳动争议×100，按写出的小数位四舍五入；不等就是写错了 | " in row(
        "data_items.yml", "调解成功率"
    )
    assert " | 一般不多于职工总数，口径不同须注明；不合请核对 | " in row("data_items.yml", "会员总数")
    assert "范围 经验范围，待核，只用来提醒：乡镇1—30，" in row("data_items.yml", "新建基层工会")
    assert re.sub(r"<details>.*?</details>", "", made("data_items.yml")).count("经验范围") == 0


def test_the_page_can_be_taken_by_any_generator_for_markdown():
    for file in TABLES:
        blocks = made(file).split("\n\n")
        assert all("\n" not in block for block in blocks)
        assert "reference.js" in blocks[0]
        assert 'data-as-of="2026-11-20"' in blocks[1]
