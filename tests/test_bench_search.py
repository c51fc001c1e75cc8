"""`make bench-search`: what it generates, what it holds for right, and how it writes the figures down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bench.corpus import Page, Part, as_html, as_markdown, pages
from bench.engines import Built, Engine
from bench.generate import generate
from bench.measure import Figures, Guesses, Score
from bench.report import is_right, page
from bench.truth import Truth
from conftest import ROOT
from kb.model import Severity
from kb.rules import files
from kb.rules.gate import check_sample, severity
from kb.sample_file import parse_sample
from published import TEA, real_content, real_spec

PAGES = [
    Page(
        "township/tea",
        "茶厂",
        (Part("", ("茶厂", "ＡＢＣ会员")), Part("women", ("女职工", "哺乳室一间。", "会员三人。"))),
    ),
    Page("school/x", "学校", (Part("", ("学校",)), Part("women", ("女职工", "哺乳室没有。")))),
]


@pytest.mark.parametrize(
    ("query", "sections", "of_pages"),
    [
        ("哺乳室", {"township/tea.html#women", "school/x.html#women"}, {"township/tea.html", "school/x.html"}),
        ("哺乳室 会员", {"township/tea.html#women"}, {"township/tea.html"}),
        ("茶厂 哺乳室", set(), {"township/tea.html"}),
        ("abc", {"township/tea.html"}, {"township/tea.html"}),
        ("女职工哺乳室", set(), set()),
        ("一间。会员", set(), set()),
    ],
)
def test_what_is_right(query, sections, of_pages):
    truth = Truth(PAGES)
    assert truth.sections(query) == sections
    assert truth.pages(query) == of_pages


def test_random_strings_are_in_the_text_or_not():
    truth = Truth(PAGES)
    assert all(truth.sections(piece) for piece in truth.substrings(50, 1))
    assert not any(truth.sections(string) for string in truth.absent(20, 1))


def test_a_sample_as_plain_pages():
    (made,) = pages([parse_sample(TEA, "docs/township/tea.md")[0]], real_spec())
    assert made.name == "township/tea"
    assert made.parts[0].texts == (
        "乡镇总工会年度工作总结（茶厂多）",
        "青石镇总工会2026年工作总结",
        "2026年，青石镇总工会盯住采茶季用工。",
    )
    assert made.parts[1].texts[:3] == ("把会建到茶厂", "先摸底", "走访茶厂31家，上年新建基层工会3家，今年5家。")
    assert '<h2 id="organization">把会建到茶厂</h2>\n<p>先摸底</p>' in as_html(made)
    assert "## 把会建到茶厂 {: #organization }\n\n先摸底\n\n" in as_markdown(made)


def test_generated_files_have_no_errors_and_names_of_their_own():
    spec = real_spec()
    made = dict(generate(14, real_content().samples, spec))
    assert len(made) == 14
    samples = [parse_sample(text, f"docs/{path}") for path, text in made.items()]
    assert len({sample.get("title") for sample, _ in samples}) == 14
    found = [p for _, problems in samples for p in problems]
    found += [p for sample, _ in samples for p in check_sample(sample, spec, f"docs/{sample.path}")]
    found += [p for path, text in made.items() for p in files.check_text(text, path)]
    assert [p for p in found if severity(p, spec) is Severity.ERROR] == []
    assert made == dict(generate(14, real_content().samples, spec))


def test_corpus_on_the_command_line(tmp_path):
    command = [sys.executable, "scripts/bench_search.py", "--corpus", "3", str(tmp_path / "docs")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert len(list((tmp_path / "docs").rglob("generated-*.md"))) == 3


def test_the_queries():
    groups = yaml.safe_load((ROOT / "scripts/bench/search_queries.yml").read_text(encoding="utf-8"))
    assert {len(group) for name, group in groups.items() if name == "absent"} == {10}
    assert sum(len(group) for name, group in groups.items() if name != "absent") == 55


def engine(name: str, by_section: bool) -> Engine:
    return Engine(name, "1.2", "", lambda *_: pytest.fail("not built here"), None, None, by_section)


def score(found: set[str], right: set[str], absent: set[str]) -> Score:
    made = Score()
    made.add(found, right)
    made.add(absent, set())
    return made


def figures(name: str, by_section: bool, found: set[str], absent: set[str] = frozenset()) -> Figures:
    built = Built(Path(), 1.25, 3, 2**20, 2**19)
    return Figures(
        engine(name, by_section), "本站", built=built, score=score(found, {"a", "b"}, absent), weights=[1024, 3072]
    )


def test_the_table():
    made = [figures("甲", True, {"a", "b"}), figures("乙", False, {"a", "c", "d"}, {"x"})]
    made.append(Figures(engine("丙", False), "本站", note="未在120秒内就绪"))
    written = page([*made, Guesses("本站", (100, []), (10, ["错"]))], 65, "156.0.1")
    assert written.startswith("<!-- 由 make bench-search 生成")
    assert "| 查全（合计 / 平均） | 100% / 100% | 50.0% / 50.0% | 未在120秒内就绪 |" in written
    assert "| 查准（合计 / 平均） | 100% / 100% | 33.3% / 33.3% | 未在120秒内就绪 |" in written
    assert "| 没有的词也答 | 0 / 1 | 1 / 1 | 未在120秒内就绪 |" in written
    assert "| 查完的词 | 2 | 2 | 未在120秒内就绪 |" in written
    assert "| 首次查询，gzip KB（中位 / 最大） | 2 / 3 | 2 / 3 | — |" in written
    assert "| 索引，MB（gzip 后） | 1.0（0.5） | 1.0（0.5） | — |" in written
    assert "- 本站：正文里有的100个，答得不全或多答的0个；没有的10个，照样给出结果的1个。" in written
    assert "{" not in written


@pytest.mark.parametrize(
    ("made", "right"),
    [
        ([figures("甲", True, {"a", "b"}), figures("乙", False, {"a"})], True),
        ([figures("甲", True, {"a"})], False),
        ([figures("甲", True, {"a", "b", "c"})], False),
        ([figures("甲", True, {"a", "b"}, {"x"})], False),
        ([figures("甲", True, {"a", "b"}), Guesses("本站", (100, ["漏"]), (10, []))], False),
    ],
)
def test_only_our_own_faults_count(made, right):
    assert is_right(made) is right
