"""What can be a key, a label or a value of a blank, and how blanks are replaced."""

from __future__ import annotations

import pytest

from kb.slots import is_ascii_key, is_label, replace, scan, valid_value


def test_replace_puts_a_value_in_the_place_of_each_slot():
    text = "{{year=2026}}年{{unit_name}}新建{{new_unions@plan=3}}家"
    assert replace(text, scan(text)[0], lambda slot: f"<{slot.id}>") == "<year>年<unit_name>新建<new_unions@plan>家"


@pytest.mark.parametrize(
    ("key", "ascii_key", "label"),
    [
        ("new_unions", True, False),
        ("a1", True, False),
        ("_a", False, False),
        ("A", False, False),
        ("上级转办", False, True),
        ("QC小组", False, True),
        ("“小三级”工会", False, True),
        ("上级，转办", False, True),
        ("上级,转办", False, False),
        ("上级#转办", False, False),
        ("【上级】", False, False),
        ("", False, False),
    ],
)
def test_keys_and_labels(key: str, ascii_key: bool, label: bool):
    assert (is_ascii_key(key), is_label(key)) == (ascii_key, label)


@pytest.mark.parametrize(
    ("value", "valid"),
    [("12", True), ("字" * 60, True), ("字" * 61, False), ("", False), ("a\nb", False), ("a=b", False), ("{", False)],
)
def test_values(value: str, valid: bool):
    assert valid_value(value) is valid
