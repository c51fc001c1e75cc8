"""Names behind labels (审核：, 文体委员：): one that is sure on a line tells the others there.

Source: the labels are the author's own list (words.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.intake.private import names
from kb.intake.private.guesses import BESIDE, GIVENS, GROUPS, Guess
from kb.intake.private.lexicon import UNKNOWN, lexicon
from kb.intake.private.shared import SHARED
from kb.intake.private.word_names import GIVEN_ALONE, NO_NAME, may_be_called

SIGNED = SHARED.pattern(
    f"(?:{'|'.join(names.SIGNED)})[:：][ \u3000]?([\u4e00-\u9fff]{{2,3}})(?=[ \u3000，。、；)）\n]|$)"
)


def find(text: str, start: int, end: int) -> Iterator[Guess]:
    """Yield the names behind labels (审核：); where one of a line is sure, each of them that may be one."""
    lines: dict[int, list[re.Match[str]]] = {}
    for match in SIGNED.finditer(text, start, end):
        lines.setdefault(text.rfind("\n", start, match.start()), []).append(match)
    for row in lines.values():
        sure = any(is_signature(match[1]) for match in row)
        for match in row:
            if is_signature(match[1]) or (sure and may_be_called(match[1])):
                yield Guess(*match.span(1), BESIDE * 2)


def is_signature(name: str) -> bool:
    """Whether a word behind a label (审核：) is a name: 李强, 练达, but not 程序."""
    if name in names.EVERYDAY:
        return True
    if name[0] not in names.SURNAMES or name in NO_NAME or name[-1] in GROUPS - GIVENS:  # 安全部
        return False
    return lexicon().words.get(name, UNKNOWN) <= GIVEN_ALONE
