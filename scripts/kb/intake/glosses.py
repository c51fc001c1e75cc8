"""Readings that a page in traditional characters has behind each: 正確領(lǐng)導(dǎo). It is often damaged too."""

from __future__ import annotations

import re

from kb.intake.pinyin import TONED, TONES, syllables

LETTERS = "a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü"
READING = re.compile(rf"[（(]([{LETTERS}]{{1,6}})[)）]")
# Of a character whose first half went into the mark before it, the second half is left as a letter.
HALVED = (
    (re.compile(r"[?？]{1,2}偨Y[（(]jié[)）]"), "。总结"),
    (re.compile(r"[?？]?[,，.。?？]F[（(]xiàn[)）]"), "。现"),
)
HAN = re.compile("[\u3400-\u9fff]")
FEWEST = 3  # in a page that has them at all
SINGLE = frozenset("aeo")


def find(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, what stood there) of the readings in a text."""
    found = [(*m.span(), "") for m in READING.finditer(text) if is_syllable(m[1]) and HAN.match(text, m.start() - 1)]
    toned = [one for one in found if TONED.search(text, *one[:2])]
    if len(found) < FEWEST or not toned:
        return toned  # a page that was made simplified again and kept one
    return [*((*m.span(), right) for pattern, right in HALVED for m in pattern.finditer(text)), *found]


def is_syllable(written: str) -> bool:
    """Whether letters are the reading of one character."""
    bare = written.translate(TONES).replace("ü", "v")
    return bare in SINGLE or syllables(bare) == 1
