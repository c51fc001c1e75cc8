"""Every rule of spec/checkup.yml on its own examples, and what all rules have to keep to."""

from __future__ import annotations

import dataclasses
import re

import pytest
import yaml

from conftest import ROOT
from kb.checkup import patterns
from kb.checkup.finding import About
from kb.checkup.view import View
from kb.spec.needed_words import needed_words
from published import real_spec

WRITTEN = yaml.safe_load((ROOT / "spec" / "checkup.yml").read_text(encoding="utf-8"))["patterns"]
BUILT = real_spec().checkup["patterns"]
RULES = list(zip(WRITTEN, BUILT, strict=False))  # those of the other files come after
OFFICIAL = ("法律法规", "国家标准", "上级文件")
# What Python and ES2018 read differently: \b \w \s and their opposites, named groups, switches, possessive quantifiers.
DIFFERENT = re.compile(r"\\[bBwWsSAZ]|\(\?[Pi#>a-zA-Z(]|[*+?}]\+")


def found(rule: dict, text: str) -> list[str]:
    low, high = rule.get("years", (0, 9999))
    unit = rule.get("units", ["township"])[0]
    genre = rule.get("genres", ["annual_summary"])[0] if rule.get("part") != "plan" else "plan"
    about = About(unit, genre, min(max(2026, low), high))
    view = View(text, {**real_spec().checkup, "patterns": [rule]}, about)
    return [f.text for f in patterns.find(view)]


@pytest.mark.parametrize(("written", "rule"), RULES, ids=[w["message"] for w in WRITTEN])
def test_rule_finds_its_bad_examples_and_leaves_its_good_ones(written: dict, rule: dict):
    assert [text for text in written["bad"] if not found(rule, text)] == []
    assert [text for text in written.get("good", []) if found(rule, text)] == []


def test_rules_are_written_in_what_both_languages_read_alike():
    fields = ("find", "veto", "before", "after", "not_before", "unless")
    written = [rule[name] for rule in BUILT for name in fields if name in rule]
    assert [find for find in written if DIFFERENT.search(find)] == []


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
        ("群众(?=合同)", ["群众"]),
        ("(?<!不)超多", ["超多"]),
        ("甲乙|丙", ["丙", "甲乙"]),
        ("(?:甲乙|丙丁)戊己庚", ["戊己庚"]),
        ("甲?乙", ["乙"]),
        ("甲{0,2}乙", ["乙"]),
        ("(?:甲)?[乙丙]", ["丙", "乙"]),
        ("[乙丙]?[一-十]", []),
        ("[^乙丙]", []),
        (r"甲\d+乙丙", ["乙丙"]),
        ("(甲)", ["甲"]),
    ],
)
def test_words_that_a_match_needs(find: str, words: list[str]):
    assert needed_words(find) == words


BY_YEAR = yaml.safe_load((ROOT / "spec" / "checkup.yml").read_text(encoding="utf-8"))["by_year"]


@pytest.mark.parametrize("written", BY_YEAR, ids=[w["find"][:40] for w in BY_YEAR])
def test_rule_of_years_finds_its_bad_examples_in_a_draft_of_2026(written: dict):
    rules = [r for r in BUILT if r["message"] == written["message"] and r["kind"] == written["kind"]]
    about = About("township", "annual_summary", 2026)
    view = View("", {**real_spec().checkup, "patterns": rules}, about)
    hits = {text: list(patterns.find(dataclasses.replace(view, text=text))) for text in written["bad"]}
    assert [text for text, found_there in hits.items() if not found_there] == []
    good = [text for text in written.get("good", []) if list(patterns.find(dataclasses.replace(view, text=text)))]
    assert good == []
