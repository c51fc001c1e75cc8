"""Work begun in a process of its own while this one does something else, and told step by step when to go on."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Generator, Iterator
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Told = TypeVar("Told")
Made = TypeVar("Made")
Work = Callable[[], Generator[None, Told, Made]]


class Ahead(Generic[Told, Made]):
    """`work` is begun at once; where it yields it waits for what it is told next, and what it returns is the result.

    Where no second process can be had or is not wanted (`beside`), or it dies, the same is done here: later, but
    done. So it may run twice, and must leave no trace but what it returns and files, the same both times.
    """

    def __init__(self, work: Work[Told, Made], beside: bool = True) -> None:
        self.work = work
        self.told: list[Told] = []
        self.line: Connection | None = None
        if beside and can_fork():
            gc.freeze()  # else each collection here and there would write to, and so double, what both have in common
            context = get_context("fork")
            self.line, far = context.Pipe()
            context.Process(target=carry_out, args=(work, far), daemon=True).start()
            far.close()

    def tell(self, told: Told) -> None:
        """Hand over what the work waits for at its next yield."""
        self.told.append(told)
        try:
            if self.line:
                self.line.send(told)
        except OSError:
            self.line = None

    def result(self) -> Made:
        """Wait for what the work returns, or do it here, after it was told all that it asks for."""
        try:
            if self.line:
                made: Made = self.line.recv()
                return made
        except (EOFError, OSError):
            pass
        return done(self.work, iter(self.told))


def can_fork() -> bool:
    """Whether it is worth while, and safe, to double this process: it has no other threads, as `mkdocs serve` has.

    A fresh process instead would run the program's main file once more, which not every script is prepared for.
    """
    return "fork" in get_all_start_methods() and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


def carry_out(work: Work[Told, Made], line: Connection) -> None:
    """Do it, in the other process."""
    line.send(done(work, iter(line.recv, object())))


def done(work: Work[Told, Made], told: Iterator[Told]) -> Made:
    """Return what the work returns; it takes from `told` whenever it yields."""
    steps = work()
    next(steps)
    while True:
        try:
            steps.send(next(told))
        except StopIteration as end:
            made: Made = end.value
            return made
