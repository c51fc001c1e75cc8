"""Any text in: no crash, every offset slices to its text, the source unchanged, twice the same."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake_texts import PARAGRAPH, REPORT, TITLED
from kb.intake import run
from kb.intake.model import Piece, Source
from kb.rules.gate import check_text
from kb.spec import load

SPEC = load(Path(__file__).resolve().parent.parent / "spec")[0]
# Codes of drafts that mean: a person must look.
LOOK = ("KB4", "KB503", "KB6")
BITS = [
    PARAGRAPH,
    REPORT,
    TITLED,
    "一、",
    "（一）",
    "1、",
    "第2篇：工会工作总结",
    "篇二",
    "范文网",
    "www.a.cn",
    "guǎnlǐ",
    "12。5万元",
    "张小明同志",
    "幸福镇永兴公司",
    "13800138000",
    "群众合同",
    "相关文章：",
    "2020年12月1日",
    "某某镇总工会",
    "{{新建=1}}",
    "【】",
    "# ",
    "<b>",
    "```",
    "---",
    "1. ",
    "- ",
    "\n",
    "\n\n",
    "\u3000\u3000",
    "。",
    "，",
]
TEXTS = st.lists(st.one_of(st.sampled_from(BITS), st.text(max_size=12)), max_size=30).map("".join)


def slices(text: str, piece: Piece) -> None:
    assert 0 <= piece.start < piece.end <= len(text)
    for heading in piece.headings:
        assert text[heading.start : heading.end] == heading.text
        assert heading.mark_start <= heading.start
    for private in piece.private:
        assert text[private.start : private.end] == private.text
    for rewrite in piece.rewrites:
        assert text[rewrite.start : rewrite.start + len(rewrite.wrong)] == rewrite.wrong
    for stale in piece.stale:
        assert text[stale.start : stale.start + len(stale.phrase)] == stale.phrase
    for figure in piece.figures:
        assert text[figure.start : figure.end] == figure.value
    for junk in piece.junk:
        assert piece.start <= junk.start < junk.end <= piece.end


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text(text: str) -> None:
    source = Source("a.txt", text)
    found = run.found(source, "a", SPEC, 2026)
    assert source.text == text
    assert found == run.found(Source("a.txt", text), "a", SPEC, 2026)
    last = 0
    for piece in found:
        assert piece.start >= last
        last = piece.end
        slices(text, piece)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_draft_passes_the_check(text: str) -> None:
    body = f"{REPORT}\n{text}\n{PARAGRAPH}"
    for piece in run.found(Source("a.txt", body), "a", SPEC, 2026):
        drafted = run.draft.draft(body, piece, SPEC, "2026-11-21")
        assert drafted == run.draft.draft(body, piece, SPEC, "2026-11-21")
        codes = {p.code for p in check_text(drafted, "a-1.md", SPEC)[1]}
        assert all(code.startswith(LOOK) for code in codes), (codes, drafted)


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes(tmp_path_factory: object, data: bytes) -> None:
    path = Path(tmp_path_factory.mktemp("raw")) / "a.txt"  # type: ignore[attr-defined]
    path.write_bytes(data)
    taken = run.take(str(path), "a", SPEC, "2026-11-21")
    assert bool(taken.fault) != bool(taken.pieces)
    assert path.read_bytes() == data
