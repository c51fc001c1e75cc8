"""Many texts at once: on all cores, where it is worth starting other processes."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from kb.ahead import can_fork
from kb.rules.kept import Found
from kb.spec import Spec

WORTH = 100
CHUNK = 8
Given = tuple[str, str]  # text, and its file's name in messages
Examine = Callable[[str, str, Spec], Found]
held: list[tuple[Spec, Examine]] = []


def examined(texts: Sequence[Given], spec: Spec, examine: Examine) -> Iterable[Found]:
    """Return `examine(text, name, spec)` of each text, in order."""
    if len(texts) < WORTH or not can_fork():
        return [examine(text, shown, spec) for text, shown in texts]
    try:
        with ProcessPoolExecutor(os.cpu_count(), get_context("fork"), hold, (spec, examine)) as pool:
            return list(pool.map(one, texts, chunksize=CHUNK))
    except (BrokenProcessPool, OSError):  # no memory, no processes: slower, but done
        return [examine(text, shown, spec) for text, shown in texts]


def hold(spec: Spec, examine: Examine) -> None:
    """Keep in a new process what all texts are examined with."""
    gc.freeze()  # a collection would write to all that it shares with the process before it
    held[:] = [(spec, examine)]


def one(given: Given) -> Found:
    """Examine one text in a process of its own."""
    spec, examine = held[0]
    return examine(*given, spec)
