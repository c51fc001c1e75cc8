"""Trees of the spec files about wording -> what the finders of kb.checkup use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.checkup.finding import Pattern
from kb.checkup.spun import Rewrite
from kb.checkup.stale import Context, Phrase
from kb.checkup.vocabulary import Watch
from kb.spec.tree import entries, text, words
from kb.yaml_file import Node

NEVER = re.compile(r"(?!)")
# A remark in brackets at a phrase's end is not part of it, and one that limits its use can't be matched as text.
REMARK = re.compile(r"（[^（）]*）$")
LIMITED = re.compile(r"（作[^（）]*）$|类提法$")


@dataclass(frozen=True)
class Wording:
    """Everything that finders look for."""

    phrases: tuple[Phrase, ...] = ()
    context: Context = field(default=Context(NEVER, NEVER))
    laws: tuple[Watch, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    protected: tuple[str, ...] = ()
    vocabulary: tuple[Watch, ...] = ()
    private: tuple[Watch, ...] = ()


def build(trees: Mapping[str, Node]) -> Wording:
    """Return the wording data of spec/; what can't be read is left out."""
    lists = trees["vocabulary.yml"]
    return Wording(
        phrases=tuple(phrase(n) for n in entries(trees["phrases.yml"], "phrases")),
        context=context(lists.get("phrase_context")),
        laws=tuple(law_names(trees["laws.yml"])),
        rewrites=tuple(rewrite(n) for n in entries(trees["rewrites.yml"], "pairs")),
        protected=words(trees["rewrites.yml"], "protected"),
        vocabulary=tuple(watch(n) for n in entries(lists, "vocabulary")),
        private=tuple(watch(n) for n in entries(lists, "private")),
    )


def regex(written: str) -> re.Pattern[str]:
    """Return a pattern; one that never matches where spec has none that works (the schema reports it)."""
    try:
        return re.compile(written, re.M) if written else NEVER
    except re.error:
        return NEVER


def pattern(node: Node) -> Pattern:
    """Return a pattern with its replacement: texts, and numbers for groups."""
    parts = node.get("parts")
    found = tuple(int(p.text) if p.tag == "int" else p.text for p in parts.items) if parts else ()
    return Pattern(regex(text(node, "find")), found)


def watch(node: Node) -> Watch:
    """Return a pattern with its message."""
    return Watch(pattern(node), text(node, "message"), text(node, "sure") == "true", words(node, "units"))


def context(node: Node | None) -> Context:
    """Return the words around a phrase that tell its use."""
    if node is None:
        return Context(NEVER, NEVER)
    return Context(regex(text(node, "current_before")), regex(text(node, "history_after")))


def phrase(node: Node) -> Phrase:
    """Return a phrase with the last year of its period."""
    written = words(node, "match_only") or (text(node, "phrase"), *words(node, "aliases"))
    names = tuple(REMARK.sub("", name) for name in written if not LIMITED.search(name))
    last = text(node, "valid_to")[:4]
    return Phrase(
        names,
        text(node, "kind"),
        int(last) if last.isdecimal() else None,
        text(node, "replaced_by"),
        text(node, "confidence"),
    )


def rewrite(node: Node) -> Rewrite:
    """Return a spun word."""
    return Rewrite(
        text(node, "wrong"),
        text(node, "right"),
        text(node, "tier"),
        tuple(pattern(n) for n in entries(node, "patterns")),
        tuple(regex(v) for v in words(node, "veto")),
    )


def law_names(tree: Node) -> list[Watch]:
    """Return the wrong names of laws, and the versions that are no longer cited."""
    found = [
        Watch(Pattern(regex(text(n, "match"))), f"没有“{{}}”，应为{text(n, 'right')}", True)
        for n in entries(tree, "wrong_names")
    ]
    for node in entries(tree, "laws"):
        years = [m[1] for v in words(node, "outdated_versions") if (m := re.match(r"(\d{4})(修正|修订)", v))]
        short, latest = text(node, "short"), text(node, "latest_version")
        if years and short:
            written = rf"{re.escape(short)}》?[（(](?:{'|'.join(years)})年?(?:修正|修订)[)）]"
            found.append(Watch(Pattern(regex(written)), f"“{{}}”不是现行文本，现行的是{latest}", True))
    return found
