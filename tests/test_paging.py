"""No page grows with the library: what a unit type has much of goes on on further pages, and all of it is reachable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

import pytest

from kb.model import Sample
from kb.publish import desk
from kb.site import further, listing, paging, pieces
from published import SNIPPETS, TEA, real_spec, sample

MANY = 250


def samples(number: int) -> list[Sample]:
    """Return so many documents of one unit type, one in five of them a plan; TEA has three sections, two of a theme."""
    texts = [TEA.replace("genre: annual_summary", "genre: plan") if n % 5 == 0 else TEA for n in range(number)]
    return [sample(text, f"township/tea-{n:05}.md") for n, text in enumerate(texts)]


def pages(found: Sequence[Sample]) -> dict[str, str]:
    """Return the unit type's pages by their path in the site."""
    spec, index = real_spec(), "township/index.md"
    first = listing.cards(found, spec, index) + "\n\n" + listing.by_theme(found, spec, index)
    made = {index: first} | dict(further.pages(found, spec.units["township"], spec))
    return {path.replace(".md", ".html"): text for path, text in made.items()}


@pytest.fixture(scope="module")
def many() -> dict[str, str]:
    """Return the pages of a unit type with many documents."""
    return pages(samples(MANY))


def links(path: str, text: str) -> list[str]:
    """Return where a page's links lead, without anchors, as paths in the site."""
    folder = PurePosixPath(path).parent
    return [str(folder / found) for found in re.findall(r'href="([^"#]+)', text) if not found.startswith("..")]


def test_small_unit_type_has_one_page():
    found = pages(samples(paging.LINKS // 2))
    assert list(found) == ["township/index.html"]
    assert "kb-pager" not in found["township/index.html"]


def test_pages_of_a_large_unit_type(many: dict[str, str]):
    assert list(many) == [
        "township/index.html",
        *(f"township/page_{n}.html" for n in range(2, 10)),
        *("township/all_organization.html", "township/all_organization_2.html", "township/all_organization_3.html"),
        *("township/all_rights_law.html", "township/all_rights_law_2.html"),
    ]


def test_every_sample_has_its_card_and_every_section_its_link_once(many: dict[str, str]):
    cards = [c for text in many.values() for c in re.findall(r'kb-card-title"><a href="([^"]+)', text)]
    assert sorted(cards) == [f"tea-{n:05}.html" for n in range(MANY)]
    listed = [s for name, text in many.items() if "all_" in name for s in re.findall(r'<li><a href="([^"]+)', text)]
    sections = ("organization", "organization-2", "rights_law")
    assert sorted(listed) == sorted(f"tea-{n:05}.html#{s}" for n in range(MANY) for s in sections)


def test_every_page_is_reached_from_the_first_and_no_link_leads_nowhere(many: dict[str, str]):
    reached, waiting = set(), ["township/index.html"]
    while waiting:
        page = waiting.pop()
        if page not in reached and page in many:
            reached.add(page)
            waiting += links(page, many[page])
    assert reached == set(many)
    known = set(many) | {f"township/tea-{n:05}.html" for n in range(MANY)}
    assert {target for path, text in many.items() for target in links(path, text)} <= known


def test_pages_do_not_grow(many: dict[str, str]):
    # 40 times the samples: a digit more in some numbers, and the last page's.
    more = pages(samples(MANY * 8))
    assert max(map(len, more.values())) < max(map(len, many.values())) * 1.02


def test_way_to_the_other_pages(many: dict[str, str]):
    assert re.findall(r"<nav.*", many["township/page_5.html"]) == [
        '<nav class="kb-pager" aria-label="翻页"><span>第5页，共9页，250篇</span> '
        '<a href="page_4.html">上一页</a> <a href="index.html" aria-label="第1页">1</a> '
        '<a href="page_3.html" aria-label="第3页">3</a> <a href="page_4.html" aria-label="第4页">4</a> '
        '<b aria-current="page">5</b> <a href="page_6.html" aria-label="第6页">6</a> '
        '<a href="page_7.html" aria-label="第7页">7</a> <a href="page_9.html" aria-label="第9页">9</a> '
        '<a href="page_6.html">下一页</a></nav>'
    ]


def test_head_of_a_further_page(many: dict[str, str]):
    assert many["township/page_7.html"].startswith(
        "---\ntitle: 乡镇范文（第7页）\nhide: [navigation, toc]\n---\n\n"
        "[首页](../index.md) › [乡镇](index.md) › 范文\n\n"
        "# 乡镇范文（第7页）\n\n## 年度总结 {: #annual_summary }\n\n"
    )
    assert "\n\n## 工作计划 {: #plan }\n\n" in many["township/page_7.html"]  # from the 201st on


def test_home_page_leads_to_the_page_where_a_genre_begins():
    chosen = listing.chooser(samples(MANY), real_spec(), "index.md")
    assert "- [年度总结](township/index.md#annual_summary) 200篇\n" in chosen
    assert "- [工作计划](township/page_7.md#plan) 50篇\n" in chosen


@pytest.mark.parametrize(
    ("number", "said"),
    [
        pytest.param(12, None, id="all are shown"),
        pytest.param(30, "[乡镇另有18段](../township/index.md#theme-rights_law)", id="listed on the unit type's page"),
        pytest.param(50, "[乡镇另有38段](../township/all_rights_law.md)", id="listed on a page of their own"),
    ],
)
def test_theme_page_shows_the_first_and_leads_to_the_rest(number: int, said: str | None):
    found = pieces.pieces(samples(number), real_spec(), "themes/rights_law.md")
    assert found.count("/// html | div.kb-piece.") == 12
    assert found.split("\n\n")[-1] == said if said else "另有" not in found


def test_desk_lists_the_first_of_each_genre_and_every_snippet_file():
    loose = sample(SNIPPETS, "township/snippets/assistance.md")
    names = [s.path.removeprefix("township/") for s in desk.first([*samples(100), loose], "township")]
    plans = [f"tea-{n:05}.md" for n in range(0, 60, 5)]
    summaries = [f"tea-{n:05}.md" for n in range(15) if n % 5]
    assert names == [*sorted(plans + summaries), "snippets/assistance.md"]
