"""A pattern with a look at one character before it finds what the pattern alone finds."""

import random
import re

import pytest

from conftest import ROOT
from kb.quick_regex import compiled
from published import real_spec

DRAFTS = sorted((ROOT / "tests" / "drafts" / "open").glob("*.txt"))


@pytest.mark.parametrize(
    ("find", "looked_at"),
    [
        ("(?<!第)[甲乙]厂|丙店", "(?=[丙乙甲])"),
        ("甲厂|乙店", ""),  # `re` skips to these by itself
        ("(?:甲|乙)店", ""),
        ("(?P<of>甲厂|乙店)里", ""),
        ("[甲乙](?<=第.)店", ""),
        ("[甲乙]厂|丙店", "(?=[丙乙甲])"),
        ("()甲", "(?=[甲])"),
        ("(?:共|约)?[0-9]{1,2}人", "(?=[0123456789共约])"),
        (r"\d+[%‰]", r"(?=[0123456789])"),
        ("(?<=在)-(?=岗)", r"(?=[\-])"),
        ("[^，。]厂", ""),
        ("[一-鿿]厂", ""),
        (".厂", ""),
        ("(?:共|约)?", ""),
        ("^[一二]、", ""),
        (r"(甲)|乙\1?", "(?=[乙甲])"),
        ("(?i)vip", ""),
    ],
)
def test_where_a_match_can_begin_is_read_from_the_pattern(find: str, looked_at: str):
    written = compiled(find, re.A).pattern
    assert written == (f"{looked_at}(?:{find})" if looked_at else find)


def test_digits_of_all_scripts_are_not_told_one_by_one():
    assert compiled(r"\d人").pattern == r"\d人"


def test_a_broken_pattern_is_refused_as_by_re():
    with pytest.raises(re.error):
        compiled("(甲")


def test_every_pattern_of_the_check_up_finds_the_same():
    drafts = "\n".join(p.read_text(encoding="utf-8") for p in DRAFTS)
    chance = random.Random(20261122)
    mixed = "".join(chance.choices(drafts, k=4000))
    rules = real_spec().checkup["patterns"]
    for find in {rule["find"] for rule in rules}:
        plain = re.compile(find, re.M | re.A)
        for text in (drafts[:20000], mixed):
            found = [(m.span(), m.groups()) for m in compiled(find, re.M | re.A).finditer(text)]
            assert found == [(m.span(), m.groups()) for m in plain.finditer(text)], find
