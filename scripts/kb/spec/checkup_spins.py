"""Words of terms and their synonyms (spec/rewrites.yml, spins) -> the tables of kb.checkup.spins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from kb.spec.tree import mapping, text, words
from kb.yaml_file import Node

MAY_BE_LEFT_OUT = "?"


def spins(rewrites: Node) -> dict[str, object]:
    """Return the tables as texts, a line for each entry: shorter than lists, and a text can be looked up in a cache."""
    own = rewrites.get("spins") or rewrites
    synonyms = {part: node.text for part, node in mapping(own.get("synonyms")).items()}
    whole = "\n".join(line for phrase in words(own, "phrases") for line in lines(phrase.split()))
    return {
        "words": "\n".join(f"{part} {text}" for part, text in synonyms.items()),
        "terms": cut_up(own, "terms", synonyms.keys()),
        "phrases": cut_up(own, "compounds", synonyms.keys()) + "\n" + whole,
        **{name: split(own, name) for name in ("legit", "exact", "neighbours", "inside", "joints")},
        "level": text(own, "level"),
        "basis": text(own, "basis"),
    }


def split(own: Node, name: str) -> list[str]:
    """Return the words of a list whose lines hold several."""
    return [word for line in words(own, name) for word in line.split()]


def cut_up(own: Node, name: str, parts: Set[str]) -> str:
    """Return the terms of a list, each cut in every way that counts, a line for each."""
    return "\n".join(" ".join(cut) for term in split(own, name) for cut in cuts(term, parts))


def cuts(term: str, parts: Set[str]) -> list[tuple[str, ...]]:
    """Return the ways to cut a term into parts that have synonyms, of those that leave least over."""
    found = list(all_cuts(term, parts))
    least = min(left for left, _ in found)
    return [cut for left, cut in found if left == least] if least < len(term) else []


def all_cuts(term: str, parts: Set[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every way to cut a term, with the number of characters in no part."""
    if not term:
        yield 0, ()
    for size in range(1, len(term) + 1):
        left = 0 if term[:size] in parts else 1
        if not left or size == 1:
            yield from ((left + more, (term[:size], *cut)) for more, cut in all_cuts(term[size:], parts))


def lines(phrase: Iterable[str]) -> list[str]:
    """Return a phrase with and without each part that may be left out."""
    found = [""]
    for part in phrase:
        longer = [f"{line} {part.removeprefix(MAY_BE_LEFT_OUT)}".lstrip() for line in found]
        found = found + longer if part.startswith(MAY_BE_LEFT_OUT) else longer
    return found
