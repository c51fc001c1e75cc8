"""The site of this repository, built once with the real command."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from building import library
from kb import document
from kb.model import Sample
from page import content, read, sheet, texts
from published import real_content, real_spec

SAMPLES = [pytest.param(s, id=s.path) for s in real_content().samples]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site that `mkdocs build --strict` makes."""
    return library(tmp_path_factory.getbasetemp())


def page_of(site: Path, sample: Sample) -> Path:
    return site / sample.path.replace(".md", ".html")


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_finished_files_are_there(site: Path):
    names = [s.path.removesuffix(".md") for s in real_content().samples if not s.is_snippet]
    made = [f"skeletons/{name}{end}" for name in names for end in (".docx", ".md", ".outline.md")]
    assert sorted(p.relative_to(site).as_posix() for p in (site / "skeletons").rglob("*.*")) == sorted(made)
    listed = json.loads((site / "catalog.json").read_text(encoding="utf-8"))["samples"]
    assert [e["path"] for e in listed] == [s.path.replace(".md", ".html") for s in real_content().samples]
    assert all((site / e["path"]).is_file() for e in listed)
    assert (site / "llms.txt").read_text(encoding="utf-8").startswith("# 工会文稿模板库\n")


def test_every_anchor_of_the_catalog_is_on_its_page(site: Path):
    for entry in json.loads((site / "catalog.json").read_text(encoding="utf-8"))["samples"]:
        ids = {e.attributes.get("id") for e in read(site / entry["path"]).all()}
        assert {s["anchor"] for s in entry["sections"]} <= ids, entry["path"]


@pytest.mark.parametrize("sample", SAMPLES)
def test_sample_page_has_the_example_text_block_by_block(site: Path, sample: Sample):
    values = document.examples(sample, real_spec())
    expected = [*document.texts(sample.blocks, lambda i: values.get(i, ""))]
    if not sample.is_snippet:
        expected = [document.printed(sample.get("heading"), lambda i: values.get(i, "")), *expected]
    if document.has_signature(sample):
        expected += [values[key] for key in real_spec().signature]
    assert texts(sheet(page_of(site, sample))) == expected


@pytest.mark.parametrize("sample", SAMPLES)
def test_headings_of_a_sample_page_have_anchor_theme_and_number(site: Path, sample: Sample):
    found = sheet(page_of(site, sample))
    headings = [e for e in found.all() if re.fullmatch("h[1-6]", e.tag)]
    shown = [
        (
            h.tag,
            h.attributes["id"],
            h.attributes.get("data-theme", ""),
            "".join(n.text() for n in h.find("span", "kb-num")),
        )
        for h in headings
    ]
    assert shown == [
        (f"h{s.level + 1}", s.anchor, s.theme if s.level == 1 else "", s.number)
        for s in document.sections(sample, real_spec())
    ]


@pytest.mark.parametrize("sample", SAMPLES)
def test_slots_of_a_sample_page_have_key_period_label_and_example(site: Path, sample: Sample):
    spec, values = real_spec(), document.examples(sample, real_spec())
    signature = spec.signature if document.has_signature(sample) else []
    ids = [*(s.id for s in sample.heading_slots), *(s.id for s in sample.slots), *signature]
    found = sheet(page_of(site, sample)).find("span", "kb-slot")
    names = ("key", "period", "label")
    shown = [(*(e.attributes.get(f"data-{name}", "") for name in names), e.text()) for e in found]
    assert shown == [(i.partition("@")[0], i.partition("@")[2], spec.label(i), values[i]) for i in ids]


@pytest.mark.parametrize("sample", SAMPLES)
def test_sample_page_says_what_it_is_and_for_whom_above_the_sheet(site: Path, sample: Sample):
    found = content(page_of(site, sample))
    assert [h.text(without=("headerlink",)) for h in found.find("h1")] == [sample.get("title")]
    if not sample.is_snippet:
        assert [p.text() for p in found.find("p", "kb-for")] == [f"适合：{sample.get('for')}"]
        links = [a.attributes["href"] for p in found.find("p", "kb-downloads") for a in p.find("a")]
        assert len(links) == 3
        assert all((page_of(site, sample).parent / link).resolve().is_file() for link in links)


def test_no_page_shows_braces_or_an_unfilled_comment(site: Path):
    assert len(pages(site)) > len(SAMPLES)
    for page in pages(site):
        assert not re.search(r"\{\{|<!-- kb:|\{: ", page.read_text(encoding="utf-8")), page
        assert not re.search(r"[{}]{2}", "".join(c.text() for c in read(page).find("div", "md-content"))), page


def test_pages_have_no_handler_and_no_style_or_script_inside(site: Path):
    for page in pages(site):
        root = read(page)
        handlers = [(e.tag, a) for e in root.all() for a in e.attributes if a.startswith("on")]
        assert handlers == [], page
        inside = [e for c in root.find("div", "md-content") for e in c.all()]
        written = [e for e in inside if e.tag == "style" or (e.tag == "script" and "src" not in e.attributes)]
        assert [e.tag for e in inside if e in written or "style" in e.attributes] == [], page


def test_no_page_loads_anything_from_elsewhere(site: Path):
    for page in pages(site):
        loading = [e for e in read(page).all() if e.tag in ("script", "link", "img", "iframe", "source", "video")]
        addresses = [e.attributes[a] for e in loading for a in ("src", "href", "srcset") if a in e.attributes]
        assert [a for a in addresses if re.match(r"[a-z]+:|//", a)] == [], page
    css = (site / "assets/kb.css").read_text(encoding="utf-8")
    assert not re.search(r"@import|url\(", css)
