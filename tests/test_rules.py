"""Every rule has a permanent code, a sentence and a repair in Chinese, and one bad example that it alone objects to."""

from __future__ import annotations

import re

import pytest
import yaml

from bad_examples import EXAMPLES, FOLDER
from conftest import ROOT, SAMPLE, Tree

RULES = {r["code"]: r for r in yaml.safe_load((ROOT / "spec/rules.yml").read_text(encoding="utf-8"))["rules"]}
CODES = sorted(RULES)
# severity: what a message begins with, what the last line counts.
KINDS = {
    "error": ("", "错误1处，请核对0处"),
    "check": ("［请核对］", "错误0处，请核对1处"),
    "hint": ("［建议］", "错误0处，请核对0处，建议1处"),
}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("code", CODES)
def test_every_rule_says_in_chinese_what_is_expected_and_how_to_repair(code: str):
    assert re.fullmatch(r"KB[1-9]\d\d", code)
    assert CHINESE.search(RULES[code]["sentence"])
    assert CHINESE.search(RULES[code]["repair"])
    assert RULES[code]["severity"] in KINDS


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("key", ["sentence", "repair"])
def test_sentence_and_repair_leave_the_punctuation_to_the_message(code: str, key: str):
    assert not RULES[code][key].endswith(("。", "；", "，", "."))


def test_every_rule_has_one_bad_example_and_every_bad_example_a_rule():
    assert sorted(EXAMPLES) == CODES


def test_every_file_among_the_bad_examples_is_one_of_the_table():
    on_disk = {p.stem for p in FOLDER.iterdir()}
    built = {"KB105", "KB106", "KB501", "KB502", "KB505", "KB506", "KB507"}
    built |= {"KB701", "KB702", "KB703", "KB801", "KB901", "KB907"}
    assert on_disk == EXAMPLES.keys() - built


def test_codes_in_the_program_are_those_of_the_rules():
    sources = [p.read_text(encoding="utf-8") for p in (ROOT / "scripts" / "kb").rglob("*.py")]
    assert {code for s in sources for code in re.findall(r'"(KB\d{3})"', s)} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_bad_example_is_reported_with_exactly_its_code_on_its_line(tree: Tree, code: str):
    bad, rule = EXAMPLES[code], RULES[code]
    kind, summary = KINDS[rule["severity"]]
    done = tree.kb("check", "--hints", "--refill", "2", *bad.put(tree))
    *messages, last = done.out.splitlines()
    assert messages == [
        f"{bad.file}:{bad.line} {code} {kind}{bad.found}；应当：{rule['sentence']}；改法：{rule['repair']}"
    ]
    assert re.fullmatch(rf"查了\d个文件：{summary}(；spec 不全或用不了，范文没有查，先改好 spec)?", last)
    assert (done.code, done.err) == (1 if rule["severity"] == "error" else 0, "")


def test_sample_of_the_tests_is_clean(tree: Tree):
    done = tree.write({"docs/township/a.md": SAMPLE}).kb("check", "docs/township/a.md")
    assert (done.code, done.out, done.err) == (0, "查了1个文件：错误0处，请核对0处\n", "")


def test_example_of_the_spec_is_clean(tree: Tree):
    done = tree.kb("check", "spec/example.md")
    assert (done.code, done.out, done.err) == (0, "查了1个文件：错误0处，请核对0处\n", "")


def test_only_ratios_and_sums_of_the_spec_are_errors():
    data = yaml.safe_load((ROOT / "spec/data_items.yml").read_text(encoding="utf-8"))
    relations = [r for item in data["items"] for r in item.get("relations", [])]
    grave = {r["kind"] for r in relations if r["severity"] == "error"}
    light = {r["kind"] for r in relations if r["severity"] == "check"}
    assert grave <= {"ratio", "sum"}
    assert "ratio" in grave
    assert light == {"at_most", "range"}
