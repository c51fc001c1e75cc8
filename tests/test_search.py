"""The search index: what a section's text is, what counts as the same, where everything is filed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from conftest import SAMPLE
from kb.model import Sample
from kb.publish import search
from kb.publish.search import entries, guide, order, postings, texts
from kb.publish.search.entries import Line
from kb.publish.search.fold import folding, plain
from kb.publish.search.packing import ALPHABET, pack, pack_rising
from kb.spec import Spec
from published import SNIPPETS, TEA, body_only, real_content, real_spec, sample

GUIDE = """<html><body><nav><p>导航</p></nav><main><article class="md-content__inner md-typeset">
<a class="md-content__button" href="x"></a>
<h1 id="_1">怎么写<a class="headerlink" href="#_1">¶</a></h1>
<p>先看<strong>数字</strong>，再看<a href="x">事</a>。</p>
<div class="kb-list"><h2 id="made">放进来的</h2><p>放进来的一段<br>两行</p><ul><li>放进来的一条</li></ul></div>
<h2 id="figures">数字<a class="headerlink" href="#figures">¶</a></h2>
<ul><li><p>和去年比</p></li><li>和导语比<ul><li>逐句</li></ul></li></ul>
<table><thead><tr><th>哪里</th><th>看什么</th></tr></thead><tbody><tr><td>导语</td><td>&lt;合计&gt;</td></tr></tbody></table>
<h2 id="empty">下面没有字的</h2>
<h2 id="last">后一节</h2><h3>小节</h3><pre><code>一行
又一行</code></pre>
<script>var no = "脚本"</script>
<p class="kb-piece-unit">乡镇</p><h2 id="piece">范文里的一段</h2><p>不是写法。</p>
</article></main><footer><p>页脚</p></footer></body></html>
"""


def lines_of(text: str, path: str = "township/tea.md") -> dict[str, list[Line]]:
    """Return the lines of each section of a sample, by its anchor."""
    return {e.anchor: list(e.lines) for e in entries.of_sample(sample(text, path), real_spec())}


def unpack(text: str) -> list[int]:
    """Return the numbers of a packed row, as scripts/web/search/lists.ts reads it."""
    values, value, shift = [], 0, 0
    for digit in map(ALPHABET.index, text):
        value, shift = value | (digit & 31) << shift, shift + 5
        if digit < 32:
            values.append(value)
            value = shift = 0
    return values


def unpack_rising(text: str) -> list[int]:
    return list(accumulate(unpack(text), lambda before, distance: before + distance + 1))


def ordered(*found: entries.Entry) -> order.Ordered:
    """Return entries in their order."""
    return order.ordered(found, real_spec())


def of(text: str, path: str = "township/tea.md") -> list[entries.Entry]:
    return list(entries.of_sample(sample(text, path), real_spec()))


def test_text_of_each_section():
    assert lines_of(TEA) == {
        "": [
            Line("0", "乡镇总工会年度工作总结（茶厂多）"),
            Line("0", "青石镇总工会2026年工作总结"),
            Line("p", "2026年，青石镇总工会盯住采茶季用工。"),
        ],
        "organization": [
            Line("1", "把会建到茶厂", "一、"),
            Line("2", "先摸底", "（一）"),
            Line("p", "走访茶厂31家，上年新建基层工会3家，今年5家。"),
            Line("2", "再补漏", "（二）"),
            Line("i", "采茶前补建8个小组", "-"),
            Line("i", "采茶后再查一遍", "-"),
        ],
        "rights_law": [
            Line("1", "把函送到人", "二、"),
            Line("p", "发出提示函9份，其中当面送达6份、邮寄送达3份。"),
            Line("c", "送达"),
            Line("r", "份数"),
            Line("c", "当面"),
            Line("r", "6"),
        ],
        "organization-2": [Line("1", "2027年先做一件", "三、"), Line("p", "3月底前新建4家。")],
    }


def test_a_snippet_has_no_enumerators_and_its_page_no_printed_title():
    assert lines_of(SNIPPETS, "township/snippets/assistance.md") == {
        "": [Line("0", "乡镇帮扶段落")],
        "assistance": [Line("1", "把难处接住"), Line("p", "走访慰问52人次。")],
    }


def test_what_else_is_known_of_a_section():
    first, section = of(TEA)[:2]
    assert (first.page, first.anchor, first.heading, first.theme) == (
        "township/tea.html",
        "",
        "青石镇总工会2026年工作总结",
        "",
    )
    assert (section.heading, section.unit, section.theme, section.genre) == (
        "把会建到茶厂",
        "township",
        "organization",
        "annual_summary",
    )
    assert first.also == section.also == ("乡镇总工会年度工作总结（茶厂多）", "茶厂工会", "采茶季")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("开头**重**要、*斜*的、[有链接](https://example.org)的一句。", "开头重要、斜的、有链接的一句。"),
        ("值里的{{自填=5*3*2}}号不是记号。", "值里的5*3*2号不是记号。"),
        ("断成\n两行的一段", "断成 两行的一段"),
        ("写作{{year=2026}}年，比{{last_year}}年、{{next_year}}年", "写作2026年，比2025年、2027年"),
    ],
)
def test_marks_are_dropped_and_values_put_in(body, text):
    own = lines_of(body_only(f"{body}\n\n## 一节 {{: theme=organization }}\n\n正文。"))[""]
    assert own[-1] == Line("p", text)


@pytest.mark.parametrize(
    ("corpus", "text", "folded"),
    [
        ("", "ＡＢＣ１２３会（甲）", "abc123会(甲)"),
        ("", "  一\u3000 二\t\n三 ", "一 二 三"),
        ("", "㎡ ①", "m2 1"),
        ("职工会议", "職工會議", "职工会议"),
        ("职工", "職工會議", "职工會議"),
        ("先後 以后", "後", "後"),
        ("以后", "後", "后"),
    ],
)
def test_what_counts_as_the_same(corpus, text, folded):
    assert folding({*corpus, *plain(corpus)})(text) == folded


def test_sections_of_the_same_facts_follow_each_other_short_ones_first():
    long = TEA.replace("采茶后再查一遍", "采茶后再查一遍" * 30)
    found = ordered(*of(TEA), *of(long, "township/long.md"), *of(SNIPPETS, "township/snippets/assistance.md"))
    units, genres, themes = order.keys_of(real_spec())
    told = [facts for *facts, times in found.runs for _ in range(times)]
    assert told == sorted(told)
    assert len(told) == len(found.entries) == 10
    for entry, folded, (unit, genre, theme, size) in zip(found.entries, found.folded, told, strict=True):
        assert (units[unit], genres[genre], themes[theme]) == (entry.unit, entry.genre, entry.theme)
        assert order.size_class(sum(map(len, folded))) == size
    about = [(e.page, e.anchor) for e in found.entries if e.theme == "organization"]
    assert about[-1] == ("township/long.html", "organization")
    assert len(found.runs) < len(found.entries)


@pytest.mark.parametrize("numbers", [[], [0], [0, 31, 32, 33], [5, 1023, 1024, 4095, 4096, 10**6]])
def test_packed_numbers_are_read_as_they_were(numbers):
    assert unpack(pack(numbers)) == numbers
    assert unpack_rising(pack_rising(numbers)) == numbers


def test_packed_numbers_as_they_are_written():
    assert (pack([0, 31, 32]), pack_rising([0, 1, 34])) == ("AfgB", "AAgB")


def filed(found: order.Ordered) -> Iterator[tuple[str, int]]:
    """Yield key and section of everything that the files say where the browser looks for it."""
    made = postings.shards(postings.filed(found).rows)
    heavy = made.pairs + made.singles
    assert len(made.bodies) == heavy + len(made.heavy)
    for place, body in enumerate(made.bodies):
        for key, written in json.loads(body).items():
            if place >= heavy:
                assert key == made.heavy[place - heavy]
            else:
                few, first = (made.pairs, 0) if len(key) == 2 else (made.singles, made.pairs)
                assert place == first + postings.place(key, few)
            yield from ((key, number) for number in unpack_rising(written.split(".")[0]))


def test_every_character_and_pair_of_every_section_is_filed():
    found = ordered(*(e for s in real_content().samples for e in entries.of_sample(s, real_spec())))
    there = {(k, n) for n, folded in enumerate(found.folded) for text in folded for k in postings.keys(text)}
    assert len(found.entries) > 500
    assert set(filed(found)) == there


def test_where_a_word_stands_is_told_by_list():
    (made,) = [e for e in of(TEA) if e.anchor == "organization"]
    lists = postings.collect(ordered(made))
    told = {
        key: [number for number, own in enumerate(lists) if own.get(key)] for key in ("茶厂", "采茶", "补漏", "茶季")
    }
    # at all, in a heading, twice, often, first in the body, early in it, known of the page
    assert told == {"茶厂": [0, 1, 2, 4, 5, 6], "采茶": [0, 2, 4, 5, 6], "补漏": [0, 1], "茶季": [6]}


def test_texts_are_whole_and_in_the_order_of_the_numbers():
    found = ordered(*of(TEA), *of(SNIPPETS, "township/snippets/assistance.md"))
    made = texts.bundles(found)
    rows = [row for body in made.bodies for row in json.loads(body)]
    assert sum(made.sizes) == len(rows) == len(found.entries)
    assert [row[:4] for row in rows] == [[e.page, e.anchor, e.title, e.heading] for e in found.entries]
    (row,) = [row for row in rows if row[1] == "rights_law"]
    assert row[4].split("\n")[:3] == [
        "1二、\t把函送到人",
        "p\t发出提示函9份，其中当面送达6份、邮寄送达3份。",
        "c\t送达",
    ]
    assert {found.entries[n].page for n in row[5]} == {"township/tea.html"}
    assert len(row[5]) == 4


def test_a_hand_written_page_without_what_the_build_puts_into_it():
    first, figures, last = guide.of_page("guide/write.html", GUIDE)
    assert (first.title, first.heading, first.anchor, first.genre) == ("怎么写", "怎么写", "", "guide")
    assert list(first.lines) == [Line("0", "怎么写"), Line("p", "先看数字，再看事。")]
    assert (figures.title, figures.heading, figures.anchor) == ("怎么写", "数字", "figures")
    assert [(line.kind, line.text) for line in figures.lines] == [
        ("1", "数字"),
        ("p", "和去年比"),
        ("i", "和导语比"),
        ("i", "逐句"),
        ("c", "哪里"),
        ("r", "看什么"),
        ("c", "导语"),
        ("r", "<合计>"),
    ]
    assert [(line.kind, line.text) for line in last.lines] == [("1", "后一节"), ("2", "小节"), ("p", "一行 又一行")]


def test_a_page_that_has_nothing_but_lists_is_no_answer():
    page = (
        '<article class="md-content__inner"><h1>搜索</h1><div class="kb-search-page"><p>要用脚本。</p></div></article>'
    )
    assert list(guide.of_page("search.html", page)) == []


def index_files(
    samples: list[Sample], spec: Spec, built: dict[str, str] | None = None, cache: Path | None = None
) -> list[tuple[str, str]]:
    """Return the files of the index of samples and built pages."""
    return search.prepared(samples, spec, cache)(built or {})


def manifest(files: dict[str, str]) -> dict[str, object]:
    """Return what index.js hands over."""
    text = files["assets/search/index.js"]
    assert text.startswith('kb.put("search/index",{')
    assert text.endswith("})\n")
    found: dict[str, object] = json.loads(text[len('kb.put("search/index",') : -2])
    return found


def test_files_hand_over_their_data_under_their_own_name():
    files = dict(index_files([sample(TEA)], real_spec(), {"guide/write.html": GUIDE}))
    folder = manifest(files)["folder"]
    assert {name.rpartition("/")[0] for name in files} == {"assets/search", f"assets/search/{folder}"}
    for name, text in files.items():
        assert text.startswith(f'kb.put("{name.removeprefix("assets/").removesuffix(".js")}",')
    assert '["guide","写法"]' in files["assets/search/index.js"]


def test_the_folder_is_another_one_as_soon_as_a_text_is():
    folders = [
        manifest(dict(index_files([sample(text)], real_spec())))["folder"]
        for text in (TEA, TEA, TEA.replace("先摸底", "先摸摸底"))
    ]
    assert folders[0] == folders[1] != folders[2]


def test_two_builds_are_byte_identical(township, monkeypatch):
    tree = township(SAMPLE)
    built = []
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        tree.write({f"{seed}/index.html": ""})
        assert tree.kb("finish", seed).code == 0
        shutil.rmtree(tree.root / ".cache" / "search")
        folder = tree.root / seed / "assets" / "search"
        built.append({p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.js")})
    assert len(built[0]) > 3
    assert built[0] == built[1]


def test_guide_pages_are_filed_behind_the_samples_as_if_all_came_at_once():
    samples, guides = of(TEA), list(guide.of_page("guide/write.html", GUIDE))
    first, then = ordered(*samples), ordered(*guides)
    whole = ordered(*guides, *samples)
    assert order.followed(first, then) == whole
    assert postings.followed(postings.filed(first), len(samples), then) == postings.filed(whole).rows


def test_kept_index_is_taken_only_for_the_same_content(tmp_path: Path):
    def built(text: str, page: str = GUIDE) -> list[tuple[str, str]]:
        return list(index_files([sample(text)], real_spec(), {"guide/write.html": page}, tmp_path))

    def kept() -> Path:
        (found,) = (tmp_path / "search").iterdir()
        return found

    first = built(TEA)
    time = kept().stat().st_mtime_ns
    assert built(TEA) == first
    assert kept().stat().st_mtime_ns == time
    changed = TEA.replace("先摸底", "先摸摸底")
    assert built(changed) == list(index_files([sample(changed)], real_spec(), {"guide/write.html": GUIDE})) != first
    assert built(TEA, GUIDE.replace("数字", "数目")) != first
    assert built(TEA) == first


@pytest.mark.parametrize("damage", [b"", b"not a pickle"])
def test_damaged_kept_index_is_made_anew(tmp_path: Path, damage: bytes):
    first = list(index_files([sample(TEA)], real_spec(), None, tmp_path))
    (kept,) = (tmp_path / "search").iterdir()
    kept.write_bytes(damage)
    assert list(index_files([sample(TEA)], real_spec(), None, tmp_path)) == first


def test_an_index_of_nothing():
    files = dict(index_files([], real_spec()))
    found = manifest(files)
    assert (found["runs"], found["texts"], found["heavy"], found["traditional"]) == ("", "", [], "")
    assert [text.partition(",")[2] for name, text in files.items() if "/p" in name] == ["{})\n", "{})\n"]
