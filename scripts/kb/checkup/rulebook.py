"""The rules as the engines read them: one JSON-able mapping made from spec/ (kb.spec.checkup_rules), compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

Rules = Mapping[str, Any]


@cache
def regex(find: str) -> re.Pattern[str]:
    """Compile a pattern with the flags that the browser's engine uses: lines, and digits in ASCII only."""
    return re.compile(find, re.M | re.A)
