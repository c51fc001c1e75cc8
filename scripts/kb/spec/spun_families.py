"""spec/spun_families.yml -> the words that one spinning site puts in, for `kb intake` alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kb.spec.tree import entries, mapping, text, words
from kb.yaml_file import Node

FILE = "spun_families.yml"


@dataclass(frozen=True, eq=False)
class SpunWord:
    """A word, what stood there, and a pattern of the places where it was put in; matches begin with the word.

    `unless`: what a clause has in it where the word is right all the same. Told by identity: a key of many tables.
    """

    wrong: str
    right: str
    find: str
    unless: str = ""


@dataclass(frozen=True)
class SpunFamily:
    """Words of one table. `odd`: so odd where they are found that a few make a text a spun one."""

    name: str
    words: tuple[SpunWord, ...]
    odd: frozenset[str] = frozenset()
    rest: bool = False  # certain words that no family has count for this one
    always: bool = False  # needs no other word

    @cached_property
    def members(self) -> frozenset[SpunWord]:
        """The entries."""
        return frozenset(self.words)

    @cached_property
    def wrongs(self) -> frozenset[str]:
        """The words that the family puts in."""
        return frozenset(word.wrong for word in self.words)


def build(tree: Node) -> tuple[SpunFamily, ...]:
    """Return the families of a tree; what can't be read is left out."""
    shared = {f"{{{name}}}": node.text for name, node in mapping(tree.get("shared")).items()}
    own = {text(n, "name"): tuple(spun_words(n, shared)) for n in entries(tree, "families")}
    known = [word for found in own.values() for word in found]
    return tuple(family(n, own, known) for n in entries(tree, "families"))


def family(node: Node, own: Mapping[str, tuple[SpunWord, ...]], known: list[SpunWord]) -> SpunFamily:
    """Return a family with its own words and those that it shares with others."""
    name, shares = text(node, "name"), words(node, "shares")
    borrowed = (word for word in known if word.wrong in shares and word not in own[name])
    flags = {flag: text(node, flag) == "true" for flag in ("rest", "always")}
    return SpunFamily(name, (*own[name], *borrowed), frozenset(words(node, "odd")), **flags)


def spun_words(node: Node, shared: Mapping[str, str]) -> Iterator[SpunWord]:
    """Yield a family's own words, with the texts that patterns share in place of their {names}."""
    for entry in entries(node, "words"):
        find = text(entry, "find")
        for name, pattern in shared.items():
            find = find.replace(name, pattern)
        yield SpunWord(text(entry, "wrong"), text(entry, "right"), find, text(entry, "unless"))
