"""Work begun in a process of its own while this one does something else, and finished with what that gave."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
Prepare = Callable[[], Callable[[Given], Made]]


class Ahead(Generic[Given, Made]):
    """`prepare()` is begun at once; what it returns is called with what `finish` is given.

    Where no second process can be had or is not wanted (`beside`), or it dies, the same is done here: later, but
    done. `prepare` must leave no trace but what it returns, for it may run twice; that may leave files, the same when
    it is called again.
    """

    def __init__(self, prepare: Prepare[Given, Made], beside: bool = True) -> None:
        self.prepare = prepare
        self.line: Connection | None = None
        if beside and can_fork():
            context = get_context("fork")
            self.line, far = context.Pipe()
            context.Process(target=work, args=(prepare, far), daemon=True).start()
            far.close()

    def finish(self, given: Given) -> Callable[[], Made]:
        """Hand over what was missing; returns what waits for the result."""
        line = self.line
        try:
            if line:
                line.send(given)
        except OSError:
            line = None
        return lambda: self.received(line, given)

    def received(self, line: Connection | None, given: Given) -> Made:
        """Return what the other process made, or make it here."""
        try:
            if line:
                made: Made = line.recv()
                return made
        except (EOFError, OSError):
            pass
        return self.prepare()(given)


def can_fork() -> bool:
    """Whether it is worth while, and safe, to double this process: it has no other threads, as `mkdocs serve` has.

    A fresh process instead would run the program's main file once more, which not every script is prepared for.
    """
    return "fork" in get_all_start_methods() and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


def work(prepare: Prepare[Given, Made], line: Connection) -> None:
    """Do it, in the other process."""
    finish = prepare()
    line.send(finish(line.recv()))
