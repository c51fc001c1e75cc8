"""`kb.search` and `kb.suggest` in a browser, held against plain searching of the text, over http and from a disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from playwright.sync_api import Error, Page

from bench.corpus import pages
from bench.truth import Truth
from browser.driver import Site
from browser.finding import ask, results, roots
from browser.finding import finds as finds
from conftest import ROOT, times
from published import real_content, real_spec

SEED = 20261121
QUERIES = yaml.safe_load((ROOT / "tests" / "search_queries.yml").read_text(encoding="utf-8"))
BOTH = pytest.mark.parametrize("place", ["http", "file"])

# By what they are; as JavaScript, because half a pair of surrogates can't be sent to a page.
BAD = {
    "long": "'工'.repeat(10000)",
    "many words": "Array.from({length: 5000}, (_, i) => String.fromCharCode(0x4e00 + i)).join(' ')",
    "emoji": "'👷🧧 👩‍👩‍👧'",
    "control": "'\\0\\x07\\x1b\\x7f'",
    "blanks": "' \\t\\n\\u3000\\ufeff'",
    "marks": "'，。！？；：、'",
    "quotes": '\'" "" "\'',
    "empty phrase": '\'"" " "\'',
    "script": "'<script>alert(1)</script>'",
    "half": "'\\ud83d \\udc77工 工\\ud83d'",
    "regular": "'.*+?^${}()|[]\\\\'",
    "names": "'__proto__ constructor toString'",
    "nothing": "undefined",
    "null": "null",
    "number": "9001",
}
BAD_CALL = """async () => {
    const query = %s;
    const all = [];
    for (const options of [undefined, null]) {
        all.push(await kb.search(query, options), await kb.suggest(query, options));
    }
    return all;
}"""


@pytest.fixture(scope="module")
def truth() -> Truth:
    """Return the text of the library's samples."""
    return Truth(pages(real_content().samples, real_spec()))


@pytest.fixture
def home(new_page: Callable[..., Page]) -> Callable[[Site, str], Page]:
    """Return a function that opens the home page of a site at one of its two addresses."""

    def open_home(site: Site, place: str = "http") -> Page:
        page = new_page(home=site)
        page.goto(roots(site)[place] + "index.html")
        return page

    return open_home


@BOTH
def test_random_pieces_of_the_text_are_found_where_they_are_and_nowhere_else(
    home: Callable[..., Page], library: Site, truth: Truth, place: str
) -> None:
    pieces = list(truth.substrings(times(1_500, 10_000), SEED))
    found = ask(home(library, place), pieces)
    wrong = [piece for piece, urls in zip(pieces, found, strict=True) if sorted(urls) != sorted(truth.sections(piece))]
    assert wrong == []


@BOTH
def test_what_is_not_in_the_text_has_no_answer(
    home: Callable[..., Page], library: Site, truth: Truth, place: str
) -> None:
    strings = list(truth.absent(times(300, 1_000), SEED))
    assert len(strings) == times(300, 1_000)
    assert [s for s, urls in zip(strings, ask(home(library, place), strings), strict=True) if urls] == []


def test_several_terms_stand_in_one_section(home: Callable[..., Page], library: Site, truth: Truth) -> None:
    pieces = list(truth.substrings(times(600, 3_000), SEED + 1))
    queries = [" ".join(pieces[at : at + 3]) for at in range(0, len(pieces), 3)]
    queries += ["职工 会员", "工会 经费 收", "女 工", "2026年 职工 工会 会员"]
    found = ask(home(library), queries)
    assert [q for q, urls in zip(queries, found, strict=True) if sorted(urls) != sorted(truth.sections(q))] == []


@pytest.mark.parametrize("query", ["会员", "职工 经费", "劳动争议"])
def test_a_filter_leaves_what_fits_in_its_order(home: Callable[..., Page], library: Site, query: str) -> None:
    page = home(library)
    everything = results(page, query)
    assert everything
    for name in ("unit", "theme", "genre"):
        for key in {one[name] for one in everything if one[name]} | {"no such key"}:
            assert results(page, query, **{name: key}) == [one for one in everything if one[name] == key]
    both = {"unit": everything[0]["unit"], "genre": everything[0]["genre"]}
    assert results(page, query, **both) == [one for one in everything if both.items() <= one.items()]


def test_hand_written_pages_are_found_only_when_they_are_asked_for(home: Callable[..., Page], finds: Site) -> None:
    page = home(finds)
    assert ask(page, ["采茶季"]) == [["township/tea.html"]]
    assert ask(page, ["采茶季", "和去年比"], genre="guide") == [["guide/write.html"], ["guide/write.html#_2"]]
    assert ask(page, ["<B>"], genre="guide") == [["guide/write.html"]]


def test_a_limit_gives_the_first_ones(home: Callable[..., Page], library: Site) -> None:
    page = home(library)
    everything = ask(page, ["职工"])[0]
    assert len(everything) > 100
    for limit in (0, 1, 10, 25, 100, 100_000):
        assert ask(page, ["职工"], limit=limit)[0] == everything[:limit]


def wide(text: str) -> str:
    """Return text in the full width in which an input method may write it."""
    return "".join("\u3000" if c == " " else chr(ord(c) + 0xFEE0) for c in text)


ISO = ["school/snippets/assistance.html#assistance"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ISO 9001", ISO),
        ("9001 ISO", ISO),
        ('"ISO 9001"', ISO),
        ('"9001 ISO"', []),
        ('"ISO 9001" 52', ISO),
        ("iso", ISO),
        (wide("ISO 9001"), ISO),
        ("iso  9001的", ISO),
        ('ISO "9001', []),
        ("困難 走訪", []),
        ("走訪52人次", ISO),
        ("2027年先做一件", ["township/tea.html#plan_tasks"]),
        ("56件", []),
        ("当面6", []),
        ("先摸底走访", []),
        ("一、把会建到茶厂", []),
        ("**采茶季**", []),
    ],
)
def test_a_query_is_read_as_the_text_is(home: Callable[..., Page], finds: Site, query: str, found: list[str]) -> None:
    assert ask(home(finds), [query]) == [found]


def test_a_result_says_what_it_is_and_where_it_matches(home: Callable[..., Page], finds: Site) -> None:
    (one,) = results(home(finds), wide("ISO") + " 记账")
    assert one == {
        "url": ISO[0],
        "title": "学校帮扶段落",
        "heading": "把难处接住",
        "unit": "school",
        "theme": "assistance",
        "genre": "snippet",
        "excerpt": "走访52人次，按ISO 9001的办法记账，一格也不漏。",
        "marks": [[8, 11], [19, 21]],
    }


def test_traditional_characters_find_simplified_ones(home: Callable[..., Page], library: Site) -> None:
    found = ask(home(library), ["勞動爭議", "劳动争议", "職工會員", "职工会员"])
    assert found[0] == found[1] != []
    assert found[2] == found[3]


def rank(urls: list[str], right: list[str]) -> float:
    """Return one over the place of the first right answer among the first ten, 0 without one."""
    return next((1 / place for place, url in enumerate(urls[:10], 1) if url in right), 0.0)


def test_what_should_come_first_comes_first(home: Callable[..., Page], library: Site) -> None:
    found = ask(home(library), [one["query"] for one in QUERIES])
    assert {one["query"]: sorted({*one["first"]} - {*urls}) for one, urls in zip(QUERIES, found, strict=True)} == {
        one["query"]: [] for one in QUERIES
    }
    ranks = [rank(urls, one["first"]) for one, urls in zip(QUERIES, found, strict=True)]
    mrr, at_once = sum(ranks) / len(ranks), ranks.count(1.0) / len(ranks)
    print(f"MRR@10 {mrr:.3f}, success@1 {at_once:.3f}")
    assert mrr >= 0.95, [one["query"] for one, own in zip(QUERIES, ranks, strict=True) if own < 1]


@BOTH
@pytest.mark.parametrize("query", BAD.values(), ids=BAD)
def test_odd_queries_are_answered_with_nothing(home: Callable[..., Page], finds: Site, query: str, place: str) -> None:
    found: list[list[Any]] = home(finds, place).evaluate(BAD_CALL % query)
    assert (found[0], found[2]) == ([], [])
    assert found[1] == found[3]


@pytest.mark.parametrize(
    ("query", "url", "why"),
    [
        ("走访茶厂 调解成功", "township/tea.html#rights_law", "同一篇里有这些词，不在一段"),
        ("送温暖", "school/snippets/assistance.html#assistance", "同一主题：帮扶救助与送温暖"),
        ("计件单价 没有的词", "township/bamboo.html", "不含“没有的词”"),
        ("采茶后走访茶厂", "township/tea.html#organization", "分开查：采茶后 走访茶厂"),
        ("渔船上没有的", "township/snippets/service_position.html#service_position-8", "只查：渔船"),
    ],
)
def test_what_is_near(home: Callable[..., Page], finds: Site, query: str, url: str, why: str) -> None:
    page = home(finds)
    assert ask(page, [query]) == [[]]
    near = [(one["url"], one["why"]) for one in results(page, query, "suggest")]
    assert (url, why) in near
    assert len({url for url, _ in near}) == len(near) <= 8


def test_what_is_near_is_nothing_that_is_found(home: Callable[..., Page], library: Site) -> None:
    page = home(library)
    for query in ("送温暖", "工会", "职工 经费", "帮扶 慰问", "送温暖 走访", "劳动争议", "集体合同 签"):
        found = {one["url"] for one in results(page, query)}
        near = [one["url"] for one in results(page, query, "suggest")]
        assert found.isdisjoint(near), query
        assert all(one["unit"] == "school" for one in results(page, query, "suggest", unit="school"))


def test_a_file_that_is_missing_is_named(browser: Any, finds: Site) -> None:
    page = browser.new_context().new_page()
    page.route("**/assets/search/*/p*.js", lambda route: route.abort())
    page.goto(finds.url + "index.html")
    with pytest.raises(Error, match=r"没有读到 assets/search/\w+/p\d+\.js"):
        ask(page, ["茶厂"])
    page.unroute_all()
    assert ask(page, ["计件单价"]) != [[]]
    page.context.close()
