"""The words without which a pattern can't match: looking for them first is far cheaper than the pattern itself."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"\\u[0-9a-fA-F]{4}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]))?|[|)]|[*+?]\??|\{[0-9,]*\}\??|.", re.S
)
LITERAL = re.compile(r"[^\\\[\](){}|*+?^$.]|\\[^A-Za-z0-9]", re.S)
# No range, no complement, nothing escaped; a class of many signs is found in any text.
FEW_SIGNS = re.compile(r"\[([^\\^\]-]{1,9})\]")
Words = frozenset[str]


def needed_words(find: str) -> list[str]:
    """Return words of which every match of a pattern has at least one; none when there is no such list."""
    found = alternatives(TOKEN.findall(find))
    return sorted(found) if found else []


def alternatives(tokens: list[str]) -> Words | None:
    """Return the words for tokens up to the closing bracket, which is taken too; None when one branch has none."""
    branches: list[list[Words]] = [[]]
    run = ""
    while tokens:
        token = tokens.pop(0)
        if token in ("|", ")"):
            branches[-1] += [frozenset([run])] if run else []
            run = ""
            if token == ")":
                break
            branches.append([])
        elif LITERAL.fullmatch(token):
            run, kept = extended(run, token, tokens)
            branches[-1] += kept
        else:
            branches[-1] += [frozenset([run])] if run else []
            run = ""
            inside = group(token, tokens) if token.startswith("(") else signs(token)
            branches[-1] += [] if optional(tokens) else inside
    branches[-1] += [frozenset([run])] if run else []
    best = [max(words, key=lambda w: (min(map(len, w)), -len(w))) if words else None for words in branches]
    return None if None in best else frozenset(word for words in best if words for word in words)


def extended(run: str, token: str, tokens: list[str]) -> tuple[str, list[Words]]:
    """Return the run of literals with one more, and what is finished because a quantifier follows."""
    sign = token[-1]
    if not (tokens and is_quantifier(tokens[0])):
        return run + sign, []
    whole = [run + sign] if not optional(tokens) else [run]
    return "", [frozenset([word]) for word in whole if word]


def group(token: str, tokens: list[str]) -> list[Words]:
    """Return the words of a group; none of one that only looks around."""
    inside = alternatives(tokens)
    return [inside] if inside and token in ("(", "(?:") else []


def signs(token: str) -> list[Words]:
    """Return the signs of a class as words, where it names a few: [年月]."""
    few = FEW_SIGNS.fullmatch(token)
    return [frozenset(few[1])] if few else []


def is_quantifier(token: str) -> bool:
    """Whether a token says how often the one before it stands."""
    return token[0] in "*+?" or (token[0] == "{" and len(token) > 1)


def optional(tokens: list[str]) -> bool:
    """Take a quantifier that comes next; return whether it lets what it is about be left out."""
    if not (tokens and is_quantifier(tokens[0])):
        return False
    token = tokens.pop(0)
    return token[0] in "*?" or token.startswith(("{0", "{,"))
