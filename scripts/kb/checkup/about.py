"""Reads off a draft what nobody said of it: the unit type, the genre, the year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kb.checkup.finding import About
from kb.checkup.rulebook import Rules, regex

TITLE_LINES, TITLE_LENGTH, OPENING, SIGNATURE = 3, 60, 150, 120
SENTENCE = re.compile("[，。；,;]")
CLAUSES = re.compile("[，。；,;\n]")
YEAR = r"20[0-9][0-9](?=年|[-~\u2010-\u2015\uff0d\uff5e]+20[0-9][0-9]学?年)"


def guess(text: str, rules: Rules, unit: str = "", genre: str = "", year: int = 0) -> About:
    """Return what is given of a draft, with what is not given guessed from `text`."""
    title = title_of(text)
    given = {"unit": unit, "genre": genre, "year": year}
    return About(
        unit or unit_of(title, text, rules),
        genre or genre_of(title, text, rules),
        year or year_of(title, text, rules),
        tuple(name for name, value in given.items() if not value),
    )


def title_of(text: str) -> str:
    """Return the first lines that have text in them, each cut short."""
    found = [line.strip(" \u3000\t")[:TITLE_LENGTH] for line in text[:2000].split("\n")]
    return "\n".join([line for line in found if line][:TITLE_LINES])


def unit_of(title: str, text: str, rules: Rules) -> str:
    """Return the unit type that the title names, else who acts in the opening, else whose words are the most.

    A line that is a sentence names others as well (the companies of a town): only what is short as titles are counts.
    Empty when there are none.
    """
    units = rules["about"]["units"]
    named = first_named(plain(title), units) or first_told(opening(text, rules), units)
    if named:
        return named
    counts = [len(regex(unit["body"]).findall(text)) for unit in units]
    best = max(counts)
    return str(units[counts.index(best)]["key"]) if best else first_named([title], units)


def plain(title: str) -> list[str]:
    """Return the lines of a title that are no sentences."""
    return [line for line in title.split("\n") if not SENTENCE.search(line)]


def opening(text: str, rules: Rules) -> list[str]:
    """Return the clauses that a text begins with, but for those that tell under whom."""
    clauses = [clause.strip(" \u3000\t") for clause in CLAUSES.split(text[:OPENING])]
    return [clause for clause in clauses if not regex(rules["about"]["led"]).search(clause)]


def first_named(lines: Iterable[str], kinds: Sequence[Mapping[str, str]]) -> str:
    """Return the key of the kind that the first of the lines names that names any; empty when none does."""
    return next((str(kind["key"]) for line in lines for kind in kinds if regex(kind["title"]).search(line)), "")


def first_told(clauses: Iterable[str], kinds: Sequence[Mapping[str, str]]) -> str:
    """Return the key of the kind that clauses tell of before any other; empty when they tell of none."""
    known = [kind for kind in kinds if "opening" in kind]
    found = (
        (number, match.start(), order)
        for number, clause in enumerate(clauses)
        for order, kind in enumerate(known)
        if (match := regex(kind["opening"]).search(clause))
    )
    first = min(found, default=None)
    return str(known[first[2]]["key"]) if first else ""


def genre_of(title: str, text: str, rules: Rules) -> str:
    """Return the genre that the title names, else the opening, else a sentence among the first lines."""
    genres = rules["about"]["genres"]
    named = first_named(plain(title), genres) or first_told(opening(text, rules), genres)
    return named or first_named(title.split("\n"), genres) or str(rules["about"]["genre"])


def year_of(title: str, text: str, rules: Rules) -> int:
    """Return the year of the title, else of the last lines, else the one that is named most, else that of the rules."""
    for place in (title, text[-SIGNATURE:], text):
        years = regex(YEAR).findall(place)
        if years:
            return int(years[0] if place is title else max(years, key=lambda y: (years.count(y), y)))
    return int(str(rules["as_of"])[:4])
