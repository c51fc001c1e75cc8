"""A finding in a draft: where, what kind, how grave, why, on what basis, and the text that may replace it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One objection, with the keys of the JSON that `kb checkup` prints; offsets are indices into the text as read."""

    start: int
    end: int
    text: str
    kind: str
    severity: str
    message: str
    basis: str
    level: str
    repair: str | None = None


@dataclass(frozen=True)
class About:
    """What is known of a draft; `guessed` names what was read off the text. An unknown unit type is empty."""

    unit: str = ""
    genre: str = ""
    year: int = 0
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What was found in a draft, in the order of the text."""

    about: About
    findings: tuple[Finding, ...]
