"""Many texts at once: on all cores, where it is worth starting other processes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context

from kb.rules.kept import Found
from kb.spec import Spec

WORTH = 100
CHUNK = 8
Given = tuple[str, str]  # text, and its file's name in messages
Examine = Callable[[str, str, Spec], Found]
held: list[tuple[Spec, Examine]] = []


def examined(texts: Sequence[Given], spec: Spec, examine: Examine) -> Iterable[Found]:
    """Return `examine(text, name, spec)` of each text, in order."""
    cores = os.cpu_count() or 1
    if len(texts) < WORTH or cores == 1 or not can_fork():
        return [examine(text, shown, spec) for text, shown in texts]
    try:
        with ProcessPoolExecutor(cores, get_context("fork"), hold, (spec, examine)) as pool:
            return list(pool.map(one, texts, chunksize=CHUNK))
    except (BrokenProcessPool, OSError):  # no memory, no processes: slower, but done
        return [examine(text, shown, spec) for text, shown in texts]


def can_fork() -> bool:
    """Whether this process can be doubled as it is: it has no other threads, as `mkdocs serve` has.

    A fresh process instead would run the program's main file once more, which not every script is prepared for.
    """
    return "fork" in get_all_start_methods() and threading.active_count() == 1


def hold(spec: Spec, examine: Examine) -> None:
    """Keep in a new process what all texts are examined with."""
    held[:] = [(spec, examine)]


def one(given: Given) -> Found:
    """Examine one text in a process of its own."""
    spec, examine = held[0]
    return examine(*given, spec)
