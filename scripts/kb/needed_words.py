"""The words without which a pattern can't match: looking for them first is far cheaper than the pattern itself.

A pattern is read as a row of steps. Steps that can only be a few texts are joined to words; of all lists of words of
which every match has one, the rarest is kept (as code search engines do, R. Cox: Regular Expression Matching with a
Trigram Index, 2012). The tree is that of Python's own parser of regexes.
"""

from __future__ import annotations

import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, product
from typing import Any, NamedTuple

MOST_SIGNS, MOST_WORDS = 64, 30
# What stands in every tenth line of a report or nearly so: a rule that needs no more is looked at nearly everywhere.
COMMON = (
    *"、。，；：.（）“”%0123456789一二三十年月日元全的成下小区镇时点里多",
    *("工会", "职工", "总工会", "劳动", "学习", "活动", "工作", "总结", "万元", "2026年"),
)
PARTS_OF_COMMON = frozenset(word[a:b] for word in COMMON for a in range(len(word)) for b in range(a + 1, len(word) + 1))
Words = frozenset[str]
EMPTY: Words = frozenset([""])


class Step(NamedTuple):
    """What a part of a pattern may be: texts of which one begins it, of which one ends it.

    exact: it is one of `head` and nothing more; words: it has one of them; beside: it stands around a match, not in it.
    """

    head: Words = EMPTY
    tail: Words = EMPTY
    exact: bool = False
    words: Words | None = None
    beside: bool = False


@cache  # of a spec read again most patterns are what they were
def needed_words(find: str) -> tuple[str, ...]:
    """Return words of which every line that a pattern matches has at least one; none when there is no such list."""
    try:
        words = row(parser.parse(find)).words or ()
    except re.error:  # which the schema reports, with the line
        return ()
    return tuple(sorted(word for word in words if not any(other in word for other in words if other != word)))


def row(tokens: Iterable[Any]) -> Step:
    """Return the step that tokens in a row make."""
    found: list[Words] = []
    run, head = EMPTY, None
    for one in chain.from_iterable(map(steps, tokens)):
        joined = together(run, one.head)
        found += [words for words in (one.words, joined) if words]
        if one.beside:
            continue
        if one.exact and joined:
            run = joined
        else:
            head = head or joined or run
            run = one.tail
    return Step(head or run, run, head is None, rarest(found))


def together(run: Words, texts: Words) -> Words | None:
    """Return every text of a run with every text that follows; None when they are too many."""
    if len(run) * len(texts) > max(MOST_WORDS, len(texts)):
        return None
    return frozenset(a + b for a, b in product(run, texts))


def rarest(found: Iterable[Words]) -> Words | None:
    """Return the words that are the least likely to stand in a line without a match."""
    return max((words for words in found if "" not in words), key=rarity, default=None)


def rarity(words: Words) -> tuple[int, int, int]:
    """Return how rare the commonest of some words is: by its length up to three, how few there are, its length."""
    shortest = min(map(len, words))
    return 0 if words & PARTS_OF_COMMON else min(shortest, 3), -len(words), shortest


def steps(token: Any) -> Iterator[Step]:
    """Yield what a token of the parser's tree may be."""
    kind, value = token
    if kind is sre.LITERAL:
        yield fixed(frozenset([chr(value)]))
    elif kind is sre.IN:
        yield fixed(signs(value))
    elif kind is sre.BRANCH:
        yield branches([row(branch) for branch in value[1]])
    elif kind is sre.SUBPATTERN:
        yield row(value[-1])
    elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        yield from repeated(*value)
    elif kind is sre.ASSERT and value[0] > 0:
        yield row(value[1])._replace(beside=True)
    elif kind not in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        yield Step()


def fixed(texts: Words) -> Step:
    """Return the step that is one of some texts; of none when they are not known."""
    return Step(texts, texts, True) if texts else Step()


def signs(members: list[Any]) -> Words:
    """Return the signs of a class where it names a few: [年月]."""
    if any(kind not in (sre.LITERAL, sre.RANGE) for kind, _ in members):
        return frozenset()
    ranges = [(value, value) if kind is sre.LITERAL else value for kind, value in members]
    found = [chr(sign) for low, high in ranges for sign in range(low, min(high, low + MOST_SIGNS) + 1)]
    return frozenset(found if len(found) <= MOST_SIGNS else ())


def branches(found: list[Step]) -> Step:
    """Return the step of which each branch is a way."""
    words = [one.words for one in found]
    head, tail = (frozenset(chain(*texts)) for texts in ([s.head for s in found], [s.tail for s in found]))
    return Step(
        head if len(head) <= MOST_WORDS else EMPTY,
        tail if len(tail) <= MOST_WORDS else EMPTY,
        all(one.exact for one in found) and len(head) <= MOST_WORDS,
        None if None in words else frozenset(chain(*filter(None, words))),
    )


def repeated(least: int, most: int, tokens: Iterable[Any]) -> Iterator[Step]:
    """Yield the steps of a part that stands from `least` to `most` times."""
    one = row(tokens)
    if least == 0:
        yield Step(one.head | EMPTY, one.tail | EMPTY, one.exact and most == 1)
    elif least > 2:
        yield one._replace(exact=False)
    else:
        yield from [one] * (least - 1)
        yield one._replace(exact=one.exact and most == least)
