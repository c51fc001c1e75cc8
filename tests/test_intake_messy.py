"""The figures that intake has to reach, on messy files composed from our own samples (see intake_messy.py)."""

from collections import Counter

import pytest

from intake_messy import Truth, compose
from kb.intake import clean, outline
from kb.intake.model import Heading, Junk
from kb.intake.split import split

SEEDS = range(6)
NEAR, CLOSE = 40, 12  # how far a piece, a heading may begin from where it does


def f1(count: Counter[str], what: str) -> float:
    return 2 * count[f"{what}+"] / max(1, 2 * count[f"{what}+"] + count[f"{what} missed"] + count[f"{what} invented"])


def count_pieces(count: Counter[str], truth: Truth, starts: list[int]) -> None:
    for start, end, _ in truth.pieces:
        hit = any(abs(s - start) <= NEAR for s in starts)
        count["piece+" if hit else "piece missed"] += 1
        count["piece invented"] += sum(start + NEAR < s < end for s in starts)


def count_headings(count: Counter[str], truth: Truth, found: list[Heading]) -> None:
    real = [start for level, start in truth.headings if level == 1]
    said = [h.start for h in found if h.level == 1]
    for start in real:
        count["heading+" if any(abs(s - start) <= CLOSE for s in said) else "heading missed"] += 1
    count["heading invented"] += sum(not any(abs(s - start) <= CLOSE for start in real) for s in said)


def half(junk: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return 2 * sum(max(0, min(junk[1], b) - max(junk[0], a)) for a, b in others) >= junk[1] - junk[0]


def count_junk(count: Counter[str], truth: Truth, found: list[Junk]) -> None:
    said = [(j.start, j.end) for j in found]
    for junk in truth.junk:
        count["junk+" if half(junk, said) else "junk missed"] += 1
    inside = [j for j in said if any(start <= j[0] < end for start, end, _ in truth.pieces)]
    count["junk invented"] += sum(not half(j, truth.junk) for j in inside)


@pytest.mark.parametrize("between", ["label", "title", "signed", "bare"])
def test_pieces_headings_and_junk(between: str) -> None:
    count: Counter[str] = Counter()
    for seed in SEEDS:
        text, truth = compose(seed, between=between)
        junk = clean.find(text)
        plain = clean.blanked(text, junk)
        parts = split(text, plain)
        headings = {p: outline.find(plain, max(p.start, p.title[1]), p.end) for p in parts}
        count_pieces(count, truth, [p.start for p in parts])
        count_headings(count, truth, [h for found in headings.values() for h in found])
        count_junk(count, truth, [j for p in parts for j in clean.within(text, p, junk, headings[p])])
    assert f1(count, "piece") >= 0.95, count
    assert f1(count, "heading") >= 0.95, count
    assert count["junk+"] >= 0.85 * (count["junk+"] + count["junk missed"]), count
    assert count["junk+"] >= 0.9 * (count["junk+"] + count["junk invented"]), count
