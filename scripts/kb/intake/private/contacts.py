"""Numbers and addresses by which a person can be reached: phone, id_number, email, url.

Sources: the shapes of mobile and fixed numbers in China, of identity numbers (GB 11643, with its check digit), of mail
and web addresses. `\\b` sees no border beside Chinese, so the digits around are looked at instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import quick_regex
from kb.checkup.numbers import is_identity_number
from kb.intake.private.shared import SHARED

DAY = "(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
IDENTITY = re.compile(f"(?<![0-9])[1-9][0-9]{{5}}{DAY}[0-9]{{3}}[0-9Xx](?![0-9Xx])")
MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,8}")
WEB = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9./?=&%_~#:+-]{1,300}|(?<![A-Za-z0-9-])[A-Za-z0-9-]{2,40}\.(?:com|cn|net|org)(?:\.cn)?"
)
PHONE = quick_regex.compiled(
    r"(?<![0-9.])(?:(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}"
    r"|[(（]?0[0-9]{2,3}[)）]?[-—－ ]?[2-9][0-9]{6,7}(?:[-转][0-9]{1,4})?|[48]00[- ]?[0-9]{3}[- ]?[0-9]{4})(?![0-9])"
)
# Without one of these there is nothing to find: a quick look before slow patterns.
DIGITS, SIGNS = (
    quick_regex.compiled("[0-9]{3}[-—－ )）]?[0-9]{4}|[0-9]{2} ?[0-9]{4} ?[0-9]"),
    re.compile("@|://|www|[a-z]\\.[a-z]"),
)
# A number without area code is one only after a word that says so.
LOCAL = SHARED.pattern(
    r"(?:电话|热线|传真|座机|手机|联系方式)(?:号码)?[：:为是]?\s?([2-9][0-9]{6,7}(?:、[2-9][0-9]{6,7})*)(?![0-9])"
)


def find(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield (kind, start, end) of what is found in `text[start:end]`; an earlier kind goes before a later one."""
    if not DIGITS.search(text, start, end) and not SIGNS.search(text, start, end):
        return
    for match in IDENTITY.finditer(text, start, end):
        if is_identity_number(match[0]):
            yield "id_number", *match.span()
    for kind, sign, pattern in (("email", "@", MAIL), ("url", ".", WEB), ("phone", "", PHONE)):
        if text.find(sign, start, end) >= 0:
            for match in pattern.finditer(text, start, end):
                yield kind, *match.span()
    for match in LOCAL.finditer(text, start, end):
        yield "phone", *match.span(1)
