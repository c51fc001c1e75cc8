"""The review page: everything escaped and marked, nothing from outside; looked at in the browser of the tests."""

import re

from kb.intake import review
from kb.intake.marked import NAMES
from kb.intake.model import Figure, Heading, Junk, Labels, Piece, Private, Rewrite, Source, Stale

TEXT = "站名\n一、抓建会\n主席张三 <b>用心</b> 推进，新建工会3家。看更多范文\n学习旧提法。"


def at(words: str) -> int:
    return TEXT.index(words)


def piece() -> Piece:
    return Piece(
        "a-01",
        "a.txt",
        3,
        len(TEXT),
        title="总结<script>",
        labels=Labels("township", "annual_summary", "year", True, 0.2),
        headings=[Heading(1, "抓建会", at("抓建会"), at("抓建会") + 3, 3, "organization")],
        private=[Private("person", "张三", at("张三"), "张某")],
        rewrites=[Rewrite(at("用心"), "用心", "积极", False), Rewrite(at("推进"), "推进", "推动")],
        figures=[Figure(at("3家"), at("3家") + 1, "new_unions", "", "3")],
        junk=[Junk(at("看更多"), at("看更多") + 5, "related")],
        stale=[Stale(at("旧提法"), "旧提法", "“旧提法”已经不用")],
    )


DRAFT = "## 抓建会 {: theme=organization }\n\n主席张某 <b> 推动，新建工会{{new_unions=3}}家。（写：补一句）\n"


def page() -> str:
    return review.page(Source("a<1>.txt", TEXT), [piece()], {"a-01": DRAFT})


def test_what_comes_from_the_source_is_escaped() -> None:
    made = page()
    assert "<script" not in made
    assert "<b>" not in made
    assert "a&lt;1&gt;.txt：整理结果" in made
    assert "总结&lt;script&gt;" in made


def test_nothing_is_asked_from_outside() -> None:
    assert not re.search(r"https?:|@import|url\(|<link|<img| on[a-z]+=", page())


def test_every_kind_is_marked_and_counted() -> None:
    made = page()
    counts = {"heading": 1, "private": 1, "rewrite": 2, "figure": 1, "junk": 1, "stale": 1}
    for kind, number in counts.items():
        assert f'<label for="show-{kind}" class="{kind}">{NAMES[kind]} {number}</label>' in made
        assert f'<mark class="{kind}' in made
    assert "<ruby>张三<rt>张某</rt></ruby>" in made


def test_what_needs_a_person_is_listed_with_links() -> None:
    made = page()
    listed = re.findall(r'<li><a href="#([^"]+)">a-01</a> ([^<]+)</li>', made)
    assert [text for _, text in listed] == [
        "单位类型拿不准（写的是乡镇）",
        "“用心”或许原来是“积极”，没有改",
        "“旧提法”已经不用",
    ]
    assert all(f'id="{anchor}"' in made for anchor, _ in listed)


def test_the_draft_shows_blanks_names_and_notes() -> None:
    made = page()
    assert '<ruby><mark class="figure">3</mark><rt>new_unions</rt></ruby>' in made
    assert '<mark class="private">张某</mark>' in made
    assert '<mark class="rewrite">推动</mark>，新建' in made
    assert '<mark class="note">（写：补一句）</mark>' in made


def test_what_is_in_no_piece_can_be_read() -> None:
    assert "<summary>不属于任何一篇的文字（2字）</summary>" in page()


def test_marks_over_each_other_keep_the_text_whole() -> None:
    one = piece()
    one.junk.append(Junk(at("张三"), at("推进"), "noise", False))
    made = review.page(Source("a.txt", TEXT), [one], {})
    shown = made[made.index('lang="zh-CN">一、') :]
    shown = re.sub(r"<rt>.*?</rt>|<[^>]+>", "", shown[shown.index(">") + 1 : shown.index("</div>")])
    assert shown == TEXT[3:].replace("<", "&lt;").replace(">", "&gt;")
    assert "没有写草稿。" in made


def test_the_same_remark_in_a_piece_is_one_entry_with_links_to_every_place() -> None:
    twice = piece()
    twice.stale = [Stale(at(words), words, "“旧提法”已经不用") for words in ("旧提法", "抓建会")]
    made = review.page(Source("a.txt", TEXT), [twice], {"a-01": DRAFT})
    assert "要人看的4处" in made
    entry = r'<li><a href="#[^"]+">a-01</a> “旧提法”已经不用 <a href="#[^"]+">第2处</a></li>'
    assert re.search(entry, made)
    assert made.count(">a-01</a> “旧提法”已经不用") == 1
