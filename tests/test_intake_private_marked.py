"""Every marked name of the sentences about private data is found, and nothing in the plain ones is taken for a name.

The sentences stand in the modules of their kinds: NAMED, with the names marked by 【】, and PLAIN.
"""

import pytest

import private_slots as slots
import test_intake_private_bodies as bodies
import test_intake_private_kinds as kinds
import test_intake_private_phenomena as phenomena
import test_intake_private_words as words
from marked_names import cases, missed, named

NAMED = [line for module in (bodies, kinds, phenomena, slots, words) for line in cases(module.NAMED)]
PLAIN = [line for module in (bodies, kinds, phenomena, slots, words) for line in cases(module.PLAIN)]


@pytest.mark.parametrize("marked", NAMED)
def test_names_are_found(marked: str) -> None:
    assert missed(marked) == []


@pytest.mark.parametrize("text", PLAIN)
def test_everyday_words_are_no_names(text: str) -> None:
    assert named(text) == []
