"""Every rule of spec/checkup*.yml on its own examples, and what all rules have to keep to."""

from __future__ import annotations

import dataclasses
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from kb.checkup import near_terms, patterns, spins
from kb.checkup.finding import About
from kb.checkup.view import View
from kb.needed_words import needed_words
from published import real_spec, written_patterns

WRITTEN = written_patterns()
BUILT = real_spec().checkup["patterns"]
RULES = list(zip(WRITTEN, BUILT, strict=False))  # those of the other files come after
OFFICIAL = ("法律法规", "国家标准", "上级文件")
# What Python and ES2018 read differently: \b \w \s and their opposites, named groups, switches, possessive quantifiers.
DIFFERENT = re.compile(r"\\[bBwWsSAZ]|\(\?[Pi#>a-zA-Z(]|[*+?}]\+")


def found(rule: dict, text: str) -> list[str]:
    low, high = rule.get("years", (0, 9999))
    unit = rule.get("units", ["township"])[0]
    genres = rule.get("genres", ["annual_summary", "plan"])
    genre = "plan" if rule.get("part") == "plan" and "plan" in genres else genres[0]
    about = About(unit, genre, min(max(2026, low), high))
    view = View(text, {**real_spec().checkup, "patterns": [rule]}, about)
    return [f.text for f in patterns.find(view)]


@pytest.mark.parametrize(("written", "rule"), RULES, ids=[w["message"] for w in WRITTEN])
def test_rule_finds_its_bad_examples_and_leaves_its_good_ones(written: dict, rule: dict):
    assert [text for text in written["bad"] if not found(rule, text)] == []
    assert [text for text in written.get("good", []) if found(rule, text)] == []


def test_words_of_other_bodies_and_private_data_are_found_in_their_bad_examples_and_not_in_the_good_ones():
    written = yaml.safe_load((ROOT / "spec" / "vocabulary.yml").read_text(encoding="utf-8"))
    entries = [*written["vocabulary"], *written["private"]]
    built = {rule["message"] + rule["find"]: rule for rule in [*BUILT, *real_spec().checkup["samples"]]}
    rules = [(entry, built[entry["message"] + entry["find"]]) for entry in entries]
    assert [text for entry, rule in rules for text in entry["bad"] if not found(rule, text)] == []
    assert [text for entry, rule in rules for text in entry["good"] if found(rule, text)] == []


def test_rules_are_written_in_what_both_languages_read_alike():
    fields = ("find", "veto", "before", "after", "not_before", "unless")
    written = [rule[name] for rule in BUILT for name in fields if name in rule]
    assert [find for find in written if DIFFERENT.search(find)] == []


def test_quoted_pattern_stands_on_one_line():
    """Within single quotes YAML reads the end of a line as a blank: [^。⏎] would stop at blanks and pass line ends."""
    for file in sorted((ROOT / "spec").glob("checkup*.yml")):
        text = file.read_text(encoding="utf-8")
        assert re.findall(r"^ *(?:- )?\w+: '(?:[^'\n]|'')*$", text, re.M) == []


def test_only_laws_standards_and_documents_are_called_a_rule():
    assert [r["message"] for r in BUILT if "规定" in r["message"].replace("{}", "") and r["level"] not in OFFICIAL] == [
        r["message"]
        for r in BUILT
        if r["kind"] == "wrong_law" and r["level"] not in OFFICIAL and "规定" in r["message"]
    ]


def test_what_is_unsure_is_only_asked_about():
    assert {r["severity"] for r in BUILT if r["level"] == "待核"} == {"check"}


def test_no_rule_matches_nothing():
    assert [r["find"] for r in BUILT if re.compile(r["find"], re.M | re.A).fullmatch("")] == []


@pytest.mark.parametrize(
    ("find", "words"),
    [
        ("群众(?=合同)", ["群众合同"]),
        ("(?<!不)超多", ["超多"]),
        ("甲乙|丙", ["丙", "甲乙"]),
        ("(?:甲乙|丙丁)戊己", ["丙丁戊己", "甲乙戊己"]),
        ("甲?乙", ["乙"]),
        ("甲{0,2}乙", ["乙"]),
        ("(?:甲)?[乙丙]", ["丙", "乙"]),
        ("[乙丙]?[一-十]", []),
        ("[^乙丙]", []),
        (r"甲\d+乙丙", ["乙丙"]),
        ("(甲)", ["甲"]),
        # Of what must stand there the rarest is looked for: 工会 is in every third line.
        ("工会.*(?:会长|社长)", ["会长", "社长"]),
        ("工会[^，]*职工", ["工会"]),
        ("[、，]{2}。", ["、、。", "、，。", "，、。", "，，。"]),
        ("甲+乙", ["甲乙"]),
        ("甲{3,5}乙", ["甲乙"]),
        ("(?:甲.乙|丙)丁", ["丙丁", "乙丁"]),
        ("甲(?:|乙)丙", ["甲丙", "甲乙丙"]),
        ("(?:.{2}县)(?=总工会|党委)", ["县党委", "县总工会"]),
        ("甲|", []),
        ("", []),
    ],
)
def test_words_that_a_match_needs(find: str, words: list[str]):
    assert list(needed_words(find)) == words


@given(st.data())
def test_every_match_has_a_word_that_is_needed(data: st.DataObject):
    find = data.draw(st.recursive(st.sampled_from("甲乙丙"), made_of, max_leaves=8))
    match = data.draw(st.from_regex(re.compile(find), alphabet="甲乙丙丁"))
    words = needed_words(find)
    assert not words or any(word in match for word in words), (find, match)


def made_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return patterns made of others."""
    group = inner.map("(?:{})".format)
    ways = ("{}?", "{}+", "{}*", "{}{{2}}", "{}{{1,3}}", "{}{{0,2}}", "{}(?={})", "{}|{}", "{}{}", "{}.{}", "{}[^甲]{}")
    return st.one_of([st.builds(way.format, group, group) for way in ways])


# `Indexed.matches` looks line by line, the browser's engine in the whole text: nothing of these may pass a line's end.
WITHIN_LINES = [
    *real_spec().checkup["figures"]["equations"],
    *real_spec().checkup["figures"]["items"],
    *real_spec().checkup["figures"]["bounds"],
    *real_spec().checkup["figures"]["growth"],
    *real_spec().checkup["places"]["units"].values(),
    *real_spec().checkup["places"]["others"],
]


@pytest.mark.parametrize("rule", WITHIN_LINES, ids=lambda rule: rule["find"][:30])
def test_rules_that_are_looked_for_line_by_line_never_pass_the_end_of_one(rule: dict):
    consuming = re.sub(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)", "", rule["find"])
    assert [c for c in re.findall(r"\[\^[^\]]*\]", consuming) if r"\n" not in c] == []
    assert not re.search(r"\\[sSDW]", consuming)


SPINS = yaml.safe_load((ROOT / "spec" / "rewrites.yml").read_text(encoding="utf-8"))["spins"]


def called_spun(word: str) -> bool:
    view = View(f"今年还做了{word}，人人都说好。", real_spec().checkup, About("township", "annual_summary", 2026))
    return any(list(find(view)) for find in (spins.find, near_terms.find))


def test_what_is_ordinary_chinese_is_not_called_spun_and_what_is_spun_is():
    ordinary, spun = (" ".join(SPINS[name]).split() for name in ("ordinary", "spun"))
    assert [word for word in ordinary if called_spun(word)] == []
    assert [word for word in spun if not called_spun(word)] == []


BY_YEAR = yaml.safe_load((ROOT / "spec" / "checkup.yml").read_text(encoding="utf-8"))["by_year"]


@pytest.mark.parametrize("written", BY_YEAR, ids=[w["find"][:40] for w in BY_YEAR])
def test_rule_of_years_finds_its_bad_examples_in_a_draft_of_2026(written: dict):
    rules = [r for r in BUILT if r["message"] == written["message"] and r["kind"] == written["kind"]]
    about = About("township", written.get("genres", ["annual_summary"])[0], 2026)
    view = View("", {**real_spec().checkup, "patterns": rules}, about)
    hits = {text: list(patterns.find(dataclasses.replace(view, text=text))) for text in written["bad"]}
    assert [text for text, found_there in hits.items() if not found_there] == []
    good = [text for text in written.get("good", []) if list(patterns.find(dataclasses.replace(view, text=text)))]
    assert good == []
