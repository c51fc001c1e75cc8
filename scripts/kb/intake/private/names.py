"""Of what Chinese names are made: surnames and given names by how common they are, and words that stand beside names.

Sources: surnames in the order of the household registers (public knowledge), the rare ones from 百家姓;
characters of given names and words beside names are the author's own lists (words.txt). The logarithms of shares are
rough.
"""

from __future__ import annotations

from kb.intake.private.words import section, words

TIERS = (
    (-3.2, words("surnames_first")),
    (-4.9, words("surnames_second")),
    (-7.0, words("surnames_third")),
    (-8.5, words("surnames_fourth")),
)
SURNAMES = frozenset[str]().union(*(tier for _, tier in TIERS))
USUAL = TIERS[0][1] | TIERS[1][1] - words("surnames_words")
MOST = TIERS[0][1] | TIERS[1][1] | TIERS[2][1]  # what nearly everybody is called
OFTEN = MOST - words("surnames_words")
DOUBLE = words("surnames_double")
SHARES = {name: share for share, tier in (*TIERS[::-1], (-7.0, DOUBLE)) for name in tier}
PLAIN = words("surnames_words")
GIVEN_FIRST, GIVEN_SECOND, NEVER = words("given_first"), words("given_second"), words("given_never")
GIVEN_WHOLE = words("given_whole")
SOUNDS, MORE_SOUNDS, WEAK_SOUNDS = words("sounds"), words("more_sounds"), words("weak_sounds")
# Of a character of the first list, of the second, of another.
SHARES_GIVEN, OTHER_GIVEN = dict.fromkeys(GIVEN_SECOND, -6.2) | dict.fromkeys(GIVEN_FIRST, -4.6), -10.5
TITLES, BEFORE, AFTER = section("titles"), section("before_names"), section("after_names")
WEAK_BEFORE, WEAK_AFTER = section("weak_before_names"), section("weak_after_names")
ROLE_ENDS, ROLES, NO_ROLES = words("role_ends"), section("roles"), words("no_roles")
WORD_NAMES, WINNING, ACTING = section("word_names"), section("winning"), section("acting")
EVERYDAY = frozenset(WORD_NAMES)
PERFORMING, MOODS = section("performing"), words("moods")
SIGNED, GROUP_WORDS = section("signed"), section("group_words")
NO_GIVEN, OF_TITLES = words("no_given"), words("of_titles")
CALLED, LIST_ENDS, NO_BEGIN = section("called"), section("list_ends"), words("no_begin")
SURNAME_TITLES, SURNAME_LEADS = section("surname_titles"), words("surname_leads")
KIN, KIN_SHARE = frozenset("大二三四五六七八九幺"), -9.0  # 瞿老三
PUBLIC = words("public_persons")


def surname_of(name: str) -> str:
    """Return the surname with which a name begins."""
    return name[: 2 if name[:2] in DOUBLE else 1]


def surname_share(surname: str) -> float | None:
    """Return the rough logarithm of a surname's share among names, None when it is no surname."""
    return SHARES.get(surname)


def given_share(given: str) -> float:
    """Return the rough logarithm of the share of a given name, character by character."""
    if len(given) > 1 and given[0] == "老" and given[1] in KIN:
        return KIN_SHARE
    return sum([SHARES_GIVEN.get(character, OTHER_GIVEN) for character in given])
