"""Patterns that begin with a look at one character: only where a match can begin at all is the rest tried.

`re` skips to such characters by itself, and quicker, where all ways of a pattern begin with a literal or it begins with
a class, but not where one begins with a look-behind or a repetition. The tree is that of its own parser.
"""

from __future__ import annotations

import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from typing import Any

MOST = 80  # more signs than these are no help
DIGITS = frozenset("0123456789")
PLACES = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)  # what takes no character
Signs = frozenset[str] | None  # None: any


def compiled(find: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that matches what `find` does, with the same groups. Raises re.error like re.compile."""
    tree = parser.parse(find, flags)
    signs, is_empty = begun_by(tree, bool(flags & re.ASCII))
    own_flags = tree.state.flags & ~(flags | re.UNICODE)
    helped = signs is not None and not is_empty and len(signs) <= MOST and not is_quick(tree)
    if not helped or tree[0][0] is sre.AT or own_flags or flags & re.IGNORECASE:
        return re.compile(find, flags)
    return re.compile(f"(?=[{''.join(map(re.escape, sorted(signs or ())))}])(?:{find})", flags)


def is_quick(tokens: Sequence[Any]) -> bool:
    """Whether `re` skips by itself to where a match can begin: a literal or a class is first in every way."""
    if not tokens:
        return False
    kind, value = tokens[0]
    if kind is sre.SUBPATTERN:
        return is_quick(value[-1])
    ways = [way[0][0] if way else None for way in value[1]] if kind is sre.BRANCH else [kind]
    return all(first is sre.LITERAL for first in ways) or ways == [sre.IN]


def begun_by(tokens: Iterable[Any], ascii_digits: bool) -> tuple[Signs, bool]:
    """Return the signs of which one begins what tokens in a row match, and whether they may match nothing."""
    found: frozenset[str] = frozenset()
    for kind, value in tokens:
        if kind in PLACES:
            continue
        signs, is_empty = of_token(kind, value, ascii_digits)
        if signs is None:
            return None, False
        found |= signs
        if not is_empty:
            return found, False
    return found, True


def of_token(kind: Any, value: Any, ascii_digits: bool) -> tuple[Signs, bool]:
    """Return the same of one token of the parser's tree."""
    if kind is sre.LITERAL:
        return frozenset([chr(value)]), False
    if kind is sre.IN:
        return of_class(value, ascii_digits), False
    if kind is sre.BRANCH:
        ways = [begun_by(way, ascii_digits) for way in value[1]]
        known = [signs for signs, _ in ways if signs is not None]
        return (frozenset().union(*known) if len(known) == len(ways) else None), any(empty for _, empty in ways)
    if kind is sre.SUBPATTERN:
        return begun_by(value[-1], ascii_digits)
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        signs, is_empty = begun_by(value[2], ascii_digits)
        return signs, is_empty or value[0] == 0
    return None, False


def of_class(members: Iterable[Any], ascii_digits: bool) -> Signs:
    """Return the signs of a class; None when they are many or not told one by one."""
    found: set[str] = set()
    for kind, value in members:
        if kind is sre.LITERAL:
            found.add(chr(value))
        elif kind is sre.RANGE and value[1] - value[0] < MOST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif kind is sre.CATEGORY and value is sre.CATEGORY_DIGIT and ascii_digits:
            found |= DIGITS
        else:
            return None
    return frozenset(found)
