"""Trees of spec/ -> the rules of the check-up: one mapping that goes to both engines, to the browser's as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.needed_words import needed_words
from kb.spec.checkup_laws import laws, names
from kb.spec.checkup_phrases import phrases
from kb.spec.checkup_schema import KINDS
from kb.spec.checkup_spins import spins
from kb.spec.tree import entries, mapping, text, typed, words
from kb.yaml_file import Node

# {n} is a number and its 万 or 亿, {p} a percentage, {u} a unit of counting, {t} a time before that is compared with:
# so they stand in the rules about figures.
NUMBER = r"(?<![0-9.])([0-9]{1,9}(?:\.[0-9]{1,4})?)(万|亿)?(?:余|多)?"
PERCENT = r"(?<![0-9.])([0-9]{1,5}(?:\.[0-9]{1,3})?)[%\uff05]"
PRIVACY = "总结一般不写个人信息和真实单位的联系方式"
FIRST_YEAR, LAST_YEAR = 2012, 2035  # of the years that drafts name by mistake
CERTAIN = {"safe": "must", "context": "should", "review": "check"}
Rule = dict[str, object]


def build(trees: Mapping[str, Node]) -> dict[str, object]:
    """Return the rules; what can't be read in spec/ is left out."""
    own = trees["checkup.yml"]
    return {
        "as_of": text(own, "as_of"),
        "patterns": [prepared(rule) for rule in patterns(trees)],
        "samples": for_samples(trees),
        "protected": list(words(trees["rewrites.yml"], "protected")),
        "spins": spins(trees["rewrites.yml"]),
        "kinds": settings(own, "kinds"),
        "figures": with_words(
            expanded(settings(own, "figures"), signs(own.get("figures") or own)),
            pairs="whole",
            growth="find",
            items="find",
            bounds="find",
            per_head="about",
            equations="find",
            lists="find",
        ),
        "empty": with_slogans(settings(own, "empty")),
        "dates": settings(own, "dates"),
        "places": with_words(settings(own, "places"), units="find", others="find"),
        "law_names": {**mapping_of(own, "law_names"), **names(trees)},
        "about": settings(own, "about"),
        "structure": with_words(settings(own, "structure"), ordinals="find"),
    }


def settings(own: Node, name: str) -> object:
    """Return a mapping of spec/checkup.yml as it is."""
    node = own.get(name)
    return typed(node) if node else {}


def mapping_of(own: Node, name: str) -> Rule:
    """Return a mapping of spec/checkup.yml as it is, for others to add to."""
    return {key: typed(value) for key, value in mapping(own.get(name)).items()}


def signs(figures: Node) -> dict[str, str]:
    """Return what stands for {n}, {p}, {u} and {t} in the rules about figures."""
    return {"{n}": NUMBER, "{p}": PERCENT, "{u}": f"({text(figures, 'units')})", "{t}": text(figures, "then")}


def expanded(value: object, shared: Mapping[str, str]) -> object:
    """Return a value with what its {names} stand for in every text of it."""
    if isinstance(value, dict):
        return {key: expanded(v, shared) for key, v in value.items()}
    if isinstance(value, list):
        return [expanded(v, shared) for v in value]
    return filled(value, shared)


def prepared(rule: Rule) -> Rule:
    """Return a rule that reads no megabyte of digits again at each of them, with the words to look for first."""
    find = str(rule["find"]).replace(r"\d+", r"\d{1,12}")
    near = needed_words(find)
    return rule | {"find": find} | ({"near": list(near)} if near else {})


def with_slogans(rules: object) -> object:
    """Return the rules of empty sections with their phrases and slogans as one pattern."""
    if isinstance(rules, dict) and "slogans" in rules:
        words = "|".join(re.escape(word) for word in rules.pop("slogans"))
        rules["phrases"] = f"{rules['phrases']}|{words}"
    return rules


def with_words(rules: object, **first: str) -> object:
    """Return groups of rules, each rule with the words to look for first: those that its `first` pattern needs."""
    if isinstance(rules, dict):
        for name, key in first.items():
            group = rules.get(name, ())
            for rule in group.values() if isinstance(group, dict) else group:
                rule["near"] = list(needed_words(rule[key]))
                rule |= {"near_part": list(needed_words(rule["part"]))} if "part" in rule else {}
    return rules


def patterns(trees: Mapping[str, Node]) -> Iterator[Rule]:
    """Yield every pattern rule: those written as such, and those that follow from the other files."""
    bases = {key: mapping(node) for key, node in mapping(trees["checkup.yml"].get("bases")).items()}
    shared = {f"{{{key}}}": node.text for key, node in mapping(trees["checkup.yml"].get("shared")).items()}
    for kind in KINDS:
        for node in entries(trees[f"checkup_{kind}.yml"], "patterns"):
            yield {"kind": kind} | {key: filled(value, shared) for key, value in written(node, bases).items()}
    for node in entries(trees["checkup.yml"], "by_year"):
        yield from of_years(node, bases)
    yield from phrases(trees)
    yield from laws(trees)
    for node in entries(trees["rewrites.yml"], "pairs"):
        yield from rewrites(node)
    yield from slips(trees["rewrites.yml"])
    for node in entries(trees["vocabulary.yml"], "vocabulary"):
        kind = text(node, "kind") or ("leftover" if node.get("units") else "union_term")
        rule = watch(node, kind, "工会文稿的通行用词")
        yield {key: filled(value, shared) for key, value in rule.items()}
    for node in entries(trees["vocabulary.yml"], "private"):
        if text(node, "draft") != "none":
            rule = watch(node, "private", PRIVACY)
            yield rule | ({"severity": text(node, "draft")} if node.get("draft") else {})


def filled(value: object, shared: Mapping[str, str]) -> object:
    """Return a regex with the texts that rules share in place of their {names}; anything else as it is."""
    if isinstance(value, str) and "{" in value:
        for name, text_of in shared.items():
            value = value.replace(name, text_of)
    return value


def for_samples(trees: Mapping[str, Node]) -> list[Rule]:
    """Return the rules that are stricter on published samples than on a reader's own draft."""
    found = [n for n in entries(trees["vocabulary.yml"], "private") if n.get("draft")]
    return [watch(node, "private", PRIVACY) for node in found]


def written(node: Node, bases: Mapping[str, Mapping[str, Node]]) -> Rule:
    """Return a rule of spec/checkup*.yml with its basis in place of the basis's key; examples are for tests."""
    rule = {key: typed(value) for key, value in mapping(node).items() if key not in ("good", "bad", "find")}
    basis = bases.get(text(node, "basis"), {})
    rule |= {"find": text(node, "find"), "message": text(node, "message")}
    return rule | {key: value.text for key, value in basis.items()}


def of_years(node: Node, bases: Mapping[str, Mapping[str, Node]]) -> Iterator[Rule]:
    """Yield a rule for each year in place of {year}, {yy}, for drafts from `years` (a range) later."""
    rule = written(node, bases)
    first, last = (int(float(part.text)) for part in rule_years(node))
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        find = str(rule["find"]).replace("{year}", str(year)).replace("{yy}", str(year)[2:])
        yield rule | {"find": find, "years": [year + first, year + last]}


def rule_years(node: Node) -> list[Node]:
    """Return the two numbers of a rule's years."""
    found = node.get("years")
    return list(found.items) if found else []


def rewrites(node: Node) -> Iterator[Rule]:
    """Yield the rules of a spun word; only words that are wrong for certain are repaired by one click."""
    tier, veto = text(node, "tier"), words(node, "veto")
    for entry in entries(node, "patterns"):
        rule: Rule = {
            "kind": "spun_word",
            "severity": CERTAIN[tier],
            "find": text(entry, "find"),
            "message": f"“{{}}”像是换词稿里的词，原词是“{text(node, 'right')}”",
            "level": "通行做法",
            "basis": "换词稿还原表",
            "hidden": True,
        }
        if tier != "review":
            rule["parts"] = parts(entry)
        if text(node, "slip") == "true":
            rule |= {"slip": True, "message": "“{}”像是写错的字", "basis": "错字表"}
        yield rule | ({"veto": "|".join(veto)} if veto else {})


def slips(own: Node) -> Iterator[Rule]:
    """Yield a rule for each word that is written wrong in ways of its own: what stands there is no word at all."""
    ways: dict[str, list[str]] = {}
    for wrong, _, right in (pair.partition("/") for line in words(own, "slips") for pair in line.split()):
        ways.setdefault(right, []).append(wrong)
    for right, wrongs in ways.items():
        yield {
            "kind": "spun_word",
            "severity": "must",
            "find": "|".join(map(re.escape, wrongs)),
            "message": f"“{{}}”是写错的字，应为“{right}”",
            "level": "通行做法",
            "basis": "错字表",
            "parts": [right],
            "slip": True,
        }


def parts(node: Node) -> list[object]:
    """Return a replacement: texts, and numbers for the match's groups."""
    found = node.get("parts")
    return [int(p.text) if p.tag == "int" else p.text for p in found.items] if found else []


def watch(node: Node, kind: str, basis: str) -> Rule:
    """Return a rule of spec/vocabulary.yml."""
    severity = "must" if text(node, "sure") == "true" else "check"
    rule: Rule = {"kind": kind, "severity": severity, "find": text(node, "find"), "message": text(node, "message")}
    rule |= {"level": "通行做法", "basis": basis}
    if node.get("units"):
        rule["units"] = list(words(node, "units"))
    if node.get("parts"):
        rule["parts"] = parts(node)
    return rule | {key: text(node, key) for key in ("verify", "veto", "unless") if node.get(key)}
