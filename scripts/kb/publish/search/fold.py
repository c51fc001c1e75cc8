"""Which characters count as the same in a search: width, case, traditional and simplified."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import cache, cached_property

BLANKS = re.compile(r"\s+")
# The CJK blocks that a Chinese keyboard can reach: Extension A and the Unified Ideographs.
IDEOGRAPHS = "".join(map(chr, [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]))


@dataclass(frozen=True)
class Folding:
    """A fold and the table behind it: `traditional` maps a character to the one that the site's texts use."""

    traditional: dict[str, str]

    @cached_property
    def table(self) -> dict[int, str]:
        """The table as `str.translate` takes it."""
        return {ord(t): s for t, s in self.traditional.items()}

    def __call__(self, text: str) -> str:
        """Return what somebody typed as it is compared: as `plain`, in the characters of the site."""
        return plain(text).translate(self.table)


def plain(text: str) -> str:
    """Return a text of the site as it is compared: NFKC, lower case, one blank for many."""
    return BLANKS.sub(" ", unicodedata.normalize("NFKC", text).lower()).strip()


def folding(used: Set[str]) -> Folding:
    """Return the fold for texts that have these characters, as written and as compared; a form in use itself stays."""
    return Folding({t: s for t, s in simplified().items() if s in used and t not in used})


@cache
def simplified() -> dict[str, str]:
    """Return the simplified character of each traditional one, by OpenCC; empty where it is not installed."""
    convert = converter()
    if convert is None:
        return {}
    # One call for all; a line break between two characters keeps them from being read as a phrase.
    found = convert("\n".join(IDEOGRAPHS)).split("\n")
    return {t: s for t, s in zip(IDEOGRAPHS, found, strict=True) if s != t and len(s) == 1}


def converter() -> Callable[[str], str] | None:
    """Return OpenCC's conversion to simplified characters, None where it is not installed."""
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert
