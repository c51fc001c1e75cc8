"""What is made of a spec once and used for every piece."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from kb.spec import Spec

Made = TypeVar("Made")
_KEPT: dict[Any, tuple[Spec, Any]] = {}


def of_spec(spec: Spec, make: Callable[[Spec], Made]) -> Made:
    """Return `make(spec)`; for the spec of the call before, what was made then."""
    kept = _KEPT.get(make)
    if kept is None or kept[0] is not spec:
        kept = _KEPT[make] = (spec, make(spec))
    made: Made = kept[1]
    return made
